import { allowedByResources } from './resource-policies';
import { matchesAction, Statement, statementsOf } from './statements';
import { isConnected } from '../graph/connectors';
import { FUNCTIONS } from '../graph/function-types';
import { NESTED_STACKS } from '../graph/nested-stacks';
import { textOf } from '../graph/references';
import { Template } from '../graph/template';
import { hasUnseenParts } from '../graph/unseen';
import { Properties, Resource } from '../model/contract';
import { memoize } from '../model/memoize';
import { hasMacro, isPresent } from '../model/tokens';

/** The actions that the managed policies for functions allow, as far as mappings need them. */
const MANAGED: { readonly [name: string]: readonly string[] } = {
  AWSLambdaBasicExecutionRole: [],
  AWSXRayDaemonWriteAccess: [],
  AWSXrayWriteOnlyAccess: [],
  CloudWatchLambdaInsightsExecutionRolePolicy: [],
  CloudWatchLambdaApplicationSignalsExecutionRolePolicy: [],
  AWSLambdaVPCAccessExecutionRole: ['ec2:*'],
  AWSLambdaENIManagementAccess: ['ec2:*'],
  AWSLambdaSQSQueueExecutionRole: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  AWSLambdaKinesisExecutionRole: [
    'kinesis:DescribeStream',
    'kinesis:DescribeStreamSummary',
    'kinesis:GetRecords',
    'kinesis:GetShardIterator',
    'kinesis:ListShards',
    'kinesis:ListStreams',
    'kinesis:SubscribeToShard',
  ],
  AWSLambdaDynamoDBExecutionRole: [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
  ],
  AWSLambdaMSKExecutionRole: ['kafka:*', 'ec2:*'],
};

/** The actions that a role of a template allows; unset where it may have policies that are not seen. */
export const grantedTo = memoize((role: Resource, template: Template): Granted | undefined => {
  const statements = [...inline(role), ...(managed(template, role) ?? [{}]), ...attached(template, role)];
  const isUnseen =
    hasUnseenParts(template) ||
    hasMacro(role.properties) ||
    isShared(template, role) ||
    isConnected(template, [role.id, ...runningWith(template, role)]);
  return isUnseen || statements.some(({ actions }) => actions === undefined)
    ? undefined
    : new Granted(template, statements);
});

export class Granted {
  private readonly named = memoize((resources: readonly unknown[]) =>
    resources.map((resource) => this.template.find(resource)),
  );
  /** The mappings of a role need much the same actions, so that each is looked for once. */
  private readonly byAction = new Map<string, ActionStatements>();

  constructor(
    private readonly template: Template,
    private readonly statements: readonly Statement[],
  ) {}

  /** Whether a statement could allow an action, on this resource where it is one of the template. */
  public mayAllow(action: string, on: Resource | undefined): boolean {
    // Most roles have what they need in their own policies.
    const { own } = this.statementsWith(action);
    return own.some((statement) => this.mayBeOn(statement, on)) || this.mayResourceAllow(action, on);
  }

  /**
   * The resources of the policies that alone could allow an action, where the role does not refer to them.
   *
   * None where a policy that the role refers to could allow it too.
   */
  public givers(action: string, on: Resource | undefined): string[] {
    const givers: string[] = [];
    for (const statement of this.statementsWith(action).own) {
      if (!this.mayBeOn(statement, on)) continue;
      if (statement.givenBy === undefined) return [];
      givers.push(statement.givenBy);
    }
    return this.mayResourceAllow(action, on) ? [] : givers;
  }

  private mayResourceAllow(action: string, on: Resource | undefined): boolean {
    return this.statementsWith(action).ofResources.some(
      (statement) => statement.actions === undefined || this.mayBeOn(statement, on),
    );
  }

  private statementsWith(action: string): ActionStatements {
    const known = this.byAction.get(action);
    if (known !== undefined) return known;
    const found = {
      own: byGiver(this.statements.filter(({ actions = [] }) => hasAction(actions, action))),
      ofResources: allowedByResources(this.template).filter(
        ({ actions }) => actions === undefined || hasAction(actions, action),
      ),
    };
    this.byAction.set(action, found);
    return found;
  }

  private mayBeOn({ resources }: Statement, on: Resource | undefined): boolean {
    if (on === undefined || resources === undefined) return true;
    return this.named(resources).some((named) => named?.type !== on.type || named.id === on.id);
  }
}

/** The statements that allow an action: one for each policy of a role, and those of the policies of resources. */
interface ActionStatements {
  readonly own: readonly Statement[];
  readonly ofResources: readonly Statement[];
}

/** One statement for each policy, with the resources of all that it has: the AWS CDK writes one for each source. */
function byGiver(statements: readonly Statement[]): Statement[] {
  const together = new Map<string | undefined, { readonly givenBy?: string; resources?: unknown[] }>();
  for (const { givenBy, resources } of statements) {
    const known = together.get(givenBy);
    if (known === undefined) together.set(givenBy, { givenBy, resources: resources && [...resources] });
    else if (resources === undefined) known.resources = undefined;
    else known.resources?.push(...resources);
  }
  return [...together.values()];
}

function hasAction(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => matchesAction(pattern, action));
}

function inline({ properties: { Policies } }: Resource): Statement[] {
  if (isPresent(Policies) === false) return [];
  return Array.isArray(Policies)
    ? Policies.flatMap((policy) => statementsOf((policy as Properties | null)?.PolicyDocument))
    : [{}];
}

function managed(template: Template, { properties: { ManagedPolicyArns } }: Resource): Statement[] | undefined {
  if (isPresent(ManagedPolicyArns) === false) return [];
  if (!Array.isArray(ManagedPolicyArns)) return undefined;
  return ManagedPolicyArns.flatMap((arn) => {
    const policy = template.find(arn);
    if (policy?.type === 'AWS::IAM::ManagedPolicy') return statementsOf(policy.properties.PolicyDocument);
    const name = /:policy\/(?:service-role\/)?([^/]+)$/.exec(textOf(arn) ?? '')?.[1] ?? '';
    return Object.hasOwn(MANAGED, name) ? [{ actions: MANAGED[name] }] : [{}];
  });
}

/** Policies that name their roles: also one that may be this one. */
function attached(template: Template, role: Resource): Statement[] {
  const statements: Statement[] = [];
  for (const policy of policiesOf(template)) {
    if (policy.roles.some((id) => id === undefined || id === role.id)) statements.push(...policy.statements);
  }
  return statements;
}

/** A policy that names its roles. */
interface RolePolicy {
  /** The ids of the roles; unset where one is not known. */
  readonly roles: readonly (string | undefined)[];
  readonly statements: readonly Statement[];
}

const policiesOf = memoize((template: Template): readonly RolePolicy[] =>
  ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'].flatMap((type) =>
    template.all(type).map(({ id, properties }) => {
      const roles = rolesNamedIn(properties).map((name) => template.find(name)?.id);
      const givenBy = roles.includes(undefined) ? undefined : id;
      const statements = hasMacro(properties) ? [{}] : statementsOf(properties.PolicyDocument);
      return { roles, statements: statements.map((statement) => ({ ...statement, givenBy })) };
    }),
  ),
);

function rolesNamedIn({ Roles, RoleName }: Properties): unknown[] {
  return [Roles ?? [], RoleName ?? []].flat();
}

function runningWith(template: Template, role: Resource): readonly string[] {
  return functionsByRole(template).get(role.id) ?? [];
}

/** The ids of functions, by those of the roles that they run with. */
const functionsByRole = memoize((template: Template): ReadonlyMap<string, readonly string[]> => {
  const byRole = new Map<string, string[]>();
  for (const { id, properties } of FUNCTIONS.flatMap((type) => template.all(type))) {
    const role = template.find(properties.Role)?.id;
    if (role !== undefined) byRole.set(role, [...(byRole.get(role) ?? []), id]);
  }
  return byRole;
});

/** Whether the role is handed on, to where policies may be attached to it. */
function isShared(template: Template, role: Resource): boolean {
  const takers = Object.keys(NESTED_STACKS).flatMap((type) => template.all(type));
  const outside = [...takers.map(({ properties }) => properties), ...template.outputs];
  return outside.length > 0 && new RegExp(`\\b${role.id}\\b`).test(JSON.stringify(outside));
}
