import { Aspects, CfnResource, Names, Stack } from 'aws-cdk-lib';
import { IRole, ManagedPolicy, PolicyDocument, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct, IConstruct } from 'constructs';
import { AttachablePolicy } from './attachable-policy';
import { ACCESS_NOT_GRANTED, accessProblem } from './problems';
import { readablePolicy } from './readable-policy';
import { statementOf } from './statement';
import { ResolvedPermission } from '../model/permissions';
import type { Problem } from '../model/problem';

/** All inline policies of a role have 10,240 characters together; half of them are left to the role's own. */
const INLINE_LIMIT = 5000;
/** A managed policy has 6,144. */
const MANAGED_LIMIT = 6000;
/** The length of a statement around its actions, conditions and resources. */
const STATEMENT_LENGTH = 50;
const TOKENS = /\$\{Token\[[^\]]+\]\}/g;
/** The greatest length of an ARN that is a token, nearly always; and that of a part of one. */
const ARN_LENGTH = 130;
const PART_LENGTH = 60;

interface Page {
  /** The policy that is attached to the role: none to one that can't be changed. */
  readonly policy?: Construct;
  readonly document: PolicyDocument;
  readonly statements: Map<string, PolicyStatement>;
  readonly limit: number;
  size: number;
}

/**
 * The policies, in one stack, of a role whose functions have mappings there.
 *
 * All mappings of a role share them: equal statements are written once, and a resource is added to the statement of its
 * actions. Statements that do not fit into the inline policy go into managed ones. All policies are in the stack of the
 * mappings, so that a role of another stack does not refer back.
 */
export class RolePolicies extends Construct {
  public static of(mapping: IConstruct, target: IFunction): RolePolicies {
    const stack = Stack.of(mapping);
    const role = target.role ?? target;
    // A look into this map costs less than the unique id of a role.
    const known = this.all.get(stack) ?? new WeakMap<IConstruct, RolePolicies>();
    this.all.set(stack, known);
    const policies = known.get(role) ?? this.in(stack, role, target);
    known.set(role, policies);
    return policies;
  }

  private static readonly all = new WeakMap<Stack, WeakMap<IConstruct, RolePolicies>>();

  private static in(stack: Stack, role: IConstruct, target: IFunction): RolePolicies {
    const all = stack.node.tryFindChild('EventSourceMappingAccess') ?? new Construct(stack, 'EventSourceMappingAccess');
    const id = Names.nodeUniqueId(role.node);
    return (all.node.tryFindChild(id) as RolePolicies | undefined) ?? new RolePolicies(all as Construct, id, target);
  }

  private readonly role?: IRole;
  private readonly pages: Page[] = [];
  /** By what is allowed, and of what. */
  private readonly written = new Map<string, Map<string, Page>>();

  private constructor(
    scope: Construct,
    id: string,
    private readonly target: IFunction,
  ) {
    super(scope, id);
    this.role = target.role;
    const policy = this.role && this.attachInlinePolicy(this.role);
    this.addPage(policy?.document ?? new PolicyDocument(), policy ? INLINE_LIMIT : Infinity, policy);
  }

  /** Whether the role takes policies from this app. */
  public get areAttached(): boolean {
    return this.pages[0].policy !== undefined;
  }

  /** The policies that others have to attach to a role that takes none; complete when all mappings are made. */
  public get problems(): readonly Problem[] {
    // A role that the app makes too would be deployed without the statements.
    if (this.areAttached || (this.precreated && !this.precreated.node.defaultChild)) return [];
    const what = this.role
      ? `the app can't add policies to the role at ${this.role.node.path}: attach this policy to it`
      : `the function at ${this.target.node.path} was imported without its role: attach this policy to that role`;
    const policy = readablePolicy(this.pages[0].document, Stack.of(this));
    return [accessProblem(ACCESS_NOT_GRANTED, `${what} before you deploy, or Lambda refuses the mapping: ${policy}`)];
  }

  /** The role, if `Role.customizeRoles` has it made beforehand: a report lists its statements instead of policies. */
  private get precreated(): IRole | undefined {
    return !this.areAttached && Role.isRole(this.role) ? this.role : undefined;
  }

  /** A policy that no role takes is removed from the tree: no template has it, but tools would find fault with it. */
  private attachInlinePolicy(role: IRole): AttachablePolicy | undefined {
    // In each stack and Region another name: a policy of the same name would overwrite that of another one.
    const policyName = `${Names.uniqueResourceName(this, { maxLength: 100 })}-${Stack.of(this).region}`;
    const policy = new AttachablePolicy(this, 'Policy', { policyName });
    role.attachInlinePolicy(policy);
    if (policy.isTaken) return policy;
    this.node.tryRemoveChild(policy.node.id);
    return undefined;
  }

  /** Allows a mapping what it needs, and has it wait for the policies in which that stands. */
  public add(mapping: CfnResource, permissions: readonly ResolvedPermission[]): void {
    mapping.node.addDependency(...this.policiesWith(permissions));
  }

  /**
   * The same for what is known when all of the app is made: Aspects are called then.
   *
   * Each mapping has an Aspect of its own, because another Aspect may make mappings when this one's was called already.
   */
  public addLater(mapping: CfnResource, permissions: () => readonly ResolvedPermission[]): void {
    Aspects.of(mapping).add({ visit: () => this.add(mapping, permissions()) });
  }

  private policiesWith(permissions: readonly ResolvedPermission[]): ReadonlySet<Construct> {
    const policies = new Set<Construct>();
    for (const permission of permissions) {
      const key = statementKeyOf(permission);
      const written = this.written.get(key) ?? new Map<string, Page>();
      this.written.set(key, written);
      for (const resource of permission.resources) {
        const page = written.get(resource) ?? this.write(key, permission, resource);
        written.set(resource, page);
        if (page.policy) policies.add(page.policy);
      }
    }
    return policies;
  }

  private write(key: string, permission: ResolvedPermission, resource: string): Page {
    const length = lengthOf(resource);
    const cost = (page: Page) => length + (page.statements.has(key) ? 0 : key.length + STATEMENT_LENGTH);
    const fits = (page: Page) => page.size + cost(page) <= page.limit;
    const page =
      this.pages.find((candidate) => candidate.statements.has(key) && fits(candidate)) ??
      this.pages.find(fits) ??
      this.addManagedPolicy();
    page.size += cost(page);
    const statement = page.statements.get(key);
    // A statement that has been synthesized takes no more resources.
    if (statement && !statement.frozen) {
      statement.addResources(resource);
    } else {
      const added = statementOf({ ...permission, resources: [resource] });
      page.statements.set(key, added);
      page.document.addStatements(added);
    }
    // The report has a statement as it is now, and not as it becomes with more resources.
    this.precreated?.addToPrincipalPolicy(statementOf({ ...permission, resources: [resource] }));
    return page;
  }

  private addManagedPolicy(): Page {
    const policy = new ManagedPolicy(this, `Policy${this.pages.length + 1}`, { roles: [this.role!] });
    return this.addPage(policy.document, MANAGED_LIMIT, policy);
  }

  private addPage(document: PolicyDocument, limit: number, policy?: Construct): Page {
    const page: Page = { policy, document, statements: new Map(), limit, size: 0 };
    this.pages.push(page);
    return page;
  }
}

/** The same for what can stand in one statement. */
function statementKeyOf({ actions, conditions, denied }: ResolvedPermission): string {
  return conditions || denied ? JSON.stringify([actions, conditions, denied]) : actions.join();
}

const QUOTES_AND_COMMA = 3;

function lengthOf(arn: string): number {
  const tokens = arn.match(TOKENS) ?? [];
  if (tokens[0] === arn) return ARN_LENGTH + QUOTES_AND_COMMA;
  return arn.length - tokens.join('').length + tokens.length * PART_LENGTH + QUOTES_AND_COMMA;
}
