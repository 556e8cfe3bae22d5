import { Grant, PolicyDocument } from 'aws-cdk-lib/aws-iam';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type {
  CfnEventSourceMappingProps,
  EventSourceMappingReference,
  IEventSourceMapping,
  IFunction,
} from 'aws-cdk-lib/aws-lambda';
// The index of aws-cdk-lib loads much more.
import { Resource, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { Adoption } from './adoption';
import { explainedIn } from './explained';
import { identify, unknownIdentity } from './identity';
import { writeNewer } from './newer-properties';
import { Report } from './report';
import { checkAtSynthesis } from './synthesis-check';
import type { Measurable } from '../metrics/measurable';
import { check } from '../model/check';
import { checkOptions, checkUsage } from '../model/check-options';
import { BindHook, Contract, Place, Properties, RoleAccess, SourceContract } from '../model/contract';
import { identityOf } from '../model/identity';
import { ResolvedPermission } from '../model/permissions';
import type { Problem } from '../model/problem';
import { bindHooksOf, permissionsOf, render } from '../model/render';
import { RolePolicies } from '../permissions/role-policies';
import { statementOf } from '../permissions/statement';

/**
 * The values that a construct hands to its base. The contract is not generic, because jsii loses a class with a generic
 * base.
 */
interface Interpretation {
  readonly contract: SourceContract;
  /** The problems that keep the options from being read: with any, the rest of this is empty. */
  readonly unreadable: readonly Problem[];
  readonly properties: Properties;
  readonly misuses: readonly Problem[];
  readonly permissions: readonly ResolvedPermission[];
  readonly bindHooks: readonly BindHook[];
  readonly target: IFunction;
  readonly grantAccess: boolean;
  readonly adopts?: string;
}

/** Of options that can't be read. An error is thrown before anybody looks at the target. */
const UNREADABLE = {
  properties: {},
  misuses: [],
  permissions: [],
  bindHooks: [],
  target: undefined as unknown as IFunction,
  grantAccess: false,
};

/** The props that the base of each mapping reads. */
interface BaseProps {
  readonly target: IFunction;
  readonly grantAccess?: boolean;
  readonly adopts?: string;
}

export function interpret<Props extends BaseProps>(contract: Contract<Props>, props: Props): Interpretation {
  // JavaScript may leave out the props too.
  const unreadable = checkOptions(contract, props ?? {});
  if (unreadable.length > 0) return { ...UNREADABLE, contract, unreadable };
  const misuses = checkUsage(contract, props);
  const { target, grantAccess = true, adopts } = props;
  const permissions = permissionsOf(contract.options, props);
  const bindHooks = bindHooksOf(contract.options, props);
  const properties = render(contract.options, props);
  return { contract, unreadable, properties, misuses, permissions, bindHooks, target, grantAccess, adopts };
}

/**
 * The base of all mappings: the resource, its checks and its attributes.
 *
 * @internal
 */
export abstract class EventSourceMappingBase extends Resource implements IEventSourceMapping {
  /**
   * The facts for those who measure the mapping.
   *
   * @internal
   */
  public readonly _measurable: Measurable;

  private readonly resource: CfnEventSourceMapping;
  private readonly permissions: readonly ResolvedPermission[];
  private readonly policies?: RolePolicies;

  constructor(scope: Construct, id: string, interpretation: Interpretation) {
    super(scope, id);
    const { contract, unreadable, properties, misuses, permissions, bindHooks, target, grantAccess, adopts } =
      interpretation;
    const report = new Report(this, contract, target);
    report.throwUnreadable(unreadable);
    const { region, account } = this.stack;
    const context = {
      region: unlessToken(region),
      account: unlessToken(account),
      target: placeOfTarget(target),
      constructed: true,
    };
    const identity = identityOf(contract, properties);
    const adoption = new Adoption(contract, identity, adopts);
    report.throwErrors(
      misuses.concat(check(contract, properties, context), unknownIdentity(contract, identity), adoption.problems),
    );

    const resource = new CfnEventSourceMapping(this, 'Resource', properties as unknown as CfnEventSourceMappingProps);
    this.resource = resource;
    this._measurable = { contract, properties, target, throwErrors: (problems) => report.throwErrors(problems) };
    writeNewer(resource, contract, properties);
    identify(resource, identity, adoption.adopted);
    this.permissions = permissions;
    this.policies = grantAccess ? RolePolicies.of(this, target) : undefined;
    this.policies?.add(resource, permissions);
    const access: RoleAccess = { allowLater: (late) => this.policies?.addLater(resource, late) };
    // A contract knows no constructs.
    const bound = grantAccess ? bindHooks.map((bind) => bind(this as never, target as never, access)) : [];
    const notDone = bound.filter((problem) => problem !== undefined);
    const accessProblems = () => [...(this.policies?.problems ?? []), ...notDone, ...adoption.taken(resource)];
    checkAtSynthesis(this, { resource, contract, context, identity, report, accessProblems });
  }

  // Most mappings are never referred to: what is asked for only then makes no tokens before.

  /**
   * The mapping's identifier, a UUID.
   *
   * @attribute
   */
  public get eventSourceMappingId(): string {
    return this.resource.ref;
  }

  /**
   * The mapping's ARN.
   *
   * @attribute
   */
  public get eventSourceMappingArn(): string {
    return this.resource.attrEventSourceMappingArn;
  }

  /**
   * What the function's role has to be allowed for this mapping. It is allowed already, unless `grantAccess` is off.
   */
  public get accessPolicy(): PolicyDocument {
    return new PolicyDocument({ statements: this.permissions.map((one) => statementOf(one)) });
  }

  /**
   * The construct that holds the policies which the function's role gets for this mapping.
   *
   * Acknowledge there what tools such as cdk-nag find in the policies. All mappings of the same stack and role share
   * them: the inline policy `Policy`, and managed policies `Policy2`, `Policy3` and so on for the statements that
   * exceed it. There is none if `grantAccess` is off, if the function was imported without its role, or if the role
   * takes no policies from the app.
   */
  public get rolePolicies(): Construct | undefined {
    return this.policies?.areAttached ? this.policies : undefined;
  }

  /**
   * Lets somebody read the mapping: its settings, its state, and what its last poll came to.
   *
   * Lists of mappings, as the console shows them, need `lambda:ListEventSourceMappings` on all resources.
   *
   * @param grantee who may do so
   */
  public grantRead(grantee: IGrantable): Grant {
    return this.grantOn(grantee, 'lambda:GetEventSourceMapping');
  }

  /**
   * Lets somebody pause and resume the mapping, and read whether it is paused.
   *
   * IAM has no narrower action for it than that for each update: who may pause the mapping may change its settings too.
   * The mapping's own function can't be allowed this way, because function, policy and mapping would need each other
   * first.
   *
   * @param grantee who may do so
   */
  public grantPauseAndResume(grantee: IGrantable): Grant {
    return this.grantOn(grantee, 'lambda:GetEventSourceMapping', 'lambda:UpdateEventSourceMapping');
  }

  /**
   * Explains what happens to the records of the source.
   *
   * The texts say how often a record that always fails is tried, what waits for it, and where it goes or that it is
   * lost; in what order and how many at a time records are processed; and what a new mapping in the place of this one
   * does. Each text ends with the AWS page that says so.
   *
   * Call this when the resources around the mapping are complete, such as the redrive policy of its queue.
   */
  public explain(): string[] {
    return explainedIn(this.resource, this._measurable.contract);
  }

  /** The mapping, for constructs that take a reference. */
  public get eventSourceMappingRef(): EventSourceMappingReference {
    return { eventSourceMappingId: this.eventSourceMappingId, eventSourceMappingArn: this.eventSourceMappingArn };
  }

  private grantOn(grantee: IGrantable, ...actions: string[]): Grant {
    return Grant.addToPrincipal({ grantee, actions, resourceArns: [this.eventSourceMappingArn] });
  }
}

/** A version and an alias that are imported know their place by their function only. */
function placeOfTarget(target: IFunction): Place {
  const { lambda = target } = target as IFunction & { readonly lambda?: IFunction };
  return lambda.env;
}

function unlessToken(text: string): string | undefined {
  return Token.isUnresolved(text) ? undefined : text;
}
