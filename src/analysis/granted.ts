import { allowedByResources } from './resource-policies';
import { matchesAction, Statement, statementsOf } from './statements';
import { isConnected } from '../graph/connectors';
import { FUNCTIONS } from '../graph/function-types';
import { memoize } from '../model/memoize';
import { NESTED_STACKS } from '../graph/nested-stacks';
import { textOf } from '../graph/references';
import { Template } from '../graph/template';
import { hasUnseenParts } from '../graph/unseen';
import { Properties, Resource } from '../model/contract';
import { isMacro, isPresent } from '../model/tokens';

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
    Object.keys(role.properties).some(isMacro) ||
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

  constructor(
    private readonly template: Template,
    private readonly statements: readonly Statement[],
  ) {}

  /** Whether a statement could allow an action, on this resource where it is one of the template. */
  public mayAllow(action: string, on: Resource | undefined): boolean {
    // Most roles have what they need in their own policies.
    return this.allowing(action, on).length > 0 || this.mayResourceAllow(action, on);
  }

  /**
   * The resources of the policies that alone could allow an action, where the role does not refer to them.
   *
   * None where a policy that the role refers to could allow it too.
   */
  public givers(action: string, on: Resource | undefined): string[] {
    const givers = this.allowing(action, on).map(({ givenBy }) => givenBy);
    const isKnown = (giver: string | undefined) => giver !== undefined;
    return givers.every(isKnown) && !this.mayResourceAllow(action, on) ? givers : [];
  }

  private allowing(action: string, on: Resource | undefined): Statement[] {
    return this.statements.filter((statement) => this.allows(statement, action, on));
  }

  private mayResourceAllow(action: string, on: Resource | undefined): boolean {
    return allowedByResources(this.template).some(
      (statement) => statement.actions === undefined || this.allows(statement, action, on),
    );
  }

  private allows({ actions = [], resources }: Statement, action: string, on: Resource | undefined): boolean {
    return actions.some((pattern) => matchesAction(pattern, action)) && this.mayBeOn(resources, on);
  }

  private mayBeOn(resources: readonly unknown[] | undefined, on: Resource | undefined): boolean {
    if (on === undefined || resources === undefined) return true;
    return this.named(resources).some((named) => named?.type !== on.type || named.id === on.id);
  }
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
  const naming = [
    ...template.all('AWS::IAM::Policy'),
    ...template.all('AWS::IAM::ManagedPolicy'),
    ...template.all('AWS::IAM::RolePolicy'),
  ].filter(({ properties }) => rolesNamedIn(properties).some((name) => mayName(template, name, role)));
  return naming.flatMap(({ id, properties }) => {
    const givenBy = rolesNamedIn(properties).every((name) => template.find(name) !== undefined) ? id : undefined;
    const statements = Object.keys(properties).some(isMacro) ? [{}] : statementsOf(properties.PolicyDocument);
    return statements.map((statement) => ({ ...statement, givenBy }));
  });
}

function rolesNamedIn({ Roles, RoleName }: Properties): unknown[] {
  return [Roles ?? [], RoleName ?? []].flat();
}

function mayName(template: Template, name: unknown, role: Resource): boolean {
  const named = template.find(name);
  return named === undefined || named.id === role.id;
}

function runningWith(template: Template, role: Resource): string[] {
  const functions = FUNCTIONS.flatMap((type) => template.all(type));
  return functions.filter(({ properties }) => template.find(properties.Role)?.id === role.id).map(({ id }) => id);
}

/** Whether the role is handed on, to where policies may be attached to it. */
function isShared(template: Template, role: Resource): boolean {
  const takers = Object.keys(NESTED_STACKS).flatMap((type) => template.all(type));
  const outside = [...takers.map(({ properties }) => properties), ...template.outputs];
  return outside.length > 0 && new RegExp(`\\b${role.id}\\b`).test(JSON.stringify(outside));
}
