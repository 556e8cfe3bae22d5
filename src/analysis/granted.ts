import { once } from '../graph/once';
import { textOf } from '../graph/references';
import { Template } from '../graph/template';
import { Properties, Resource } from '../model/contract';
import { isPresent, isUnknown } from '../model/tokens';

/** What the managed policies for functions allow, as far as mappings need it. */
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
    'kinesis:DescribeStream', 'kinesis:DescribeStreamSummary', 'kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards',
    'kinesis:ListStreams', 'kinesis:SubscribeToShard',
  ],
  AWSLambdaDynamoDBExecutionRole: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
  AWSLambdaMSKExecutionRole: ['kafka:*', 'ec2:*'],
};

/** A statement of a policy; unset where it is not known, so that it may allow anything. */
interface Statement {
  readonly actions?: readonly string[];
  readonly resources?: readonly unknown[];
}

/** What a role of a template may do, as far as that tells; unset where others may have attached what is not seen. */
export const grantedTo = once((role: Resource, template: Template): Granted | undefined => {
  const statements = [...inline(role), ...managed(template, role) ?? [{}], ...attached(template, role)];
  return isShared(template, role) || statements.some(({ actions }) => actions === undefined) ? undefined : new Granted(template, statements);
});

export class Granted {
  private readonly named = once((resources: readonly unknown[]) => resources.map((resource) => this.template.find(resource)));

  constructor(private readonly template: Template, private readonly statements: readonly Statement[]) {}

  /** Whether a statement could allow an action, on this resource where it is one of the template. */
  public mayAllow(action: string, on: Resource | undefined): boolean {
    return this.statements.some(({ actions = [], resources }) =>
      actions.some((pattern) => matchesAction(pattern, action)) && this.mayBeOn(resources, on));
  }

  private mayBeOn(resources: readonly unknown[] | undefined, on: Resource | undefined): boolean {
    if (on === undefined || resources === undefined) return true;
    return this.named(resources).some((named) => named?.type !== on.type || named.id === on.id);
  }
}

function inline({ properties: { Policies } }: Resource): Statement[] {
  if (isPresent(Policies) === false) return [];
  return Array.isArray(Policies) ? Policies.flatMap((policy) => statementsOf((policy as Properties | null)?.PolicyDocument)) : [{}];
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
    ...template.all('AWS::IAM::Policy'), ...template.all('AWS::IAM::ManagedPolicy'), ...template.all('AWS::IAM::RolePolicy'),
  ].filter(({ properties: { Roles, RoleName } }) => [Roles ?? [], RoleName ?? []].flat().some((name) => mayName(template, name, role)));
  const onResources = template.lookup.all('AWS::SQS::QueuePolicy');
  return [...naming, ...onResources].flatMap(({ properties }) => statementsOf(properties.PolicyDocument));
}

function mayName(template: Template, name: unknown, role: Resource): boolean {
  const named = template.find(name);
  return named === undefined || named.id === role.id;
}

/** What a policy allows. */
export function statementsOf(document: unknown): Statement[] {
  if (isUnknown(document) || typeof document !== 'object' || document === null) return [{}];
  const { Statement: statements } = document as { Statement?: unknown };
  return [statements].flat().flatMap((statement) => {
    if (isUnknown(statement) || typeof statement !== 'object' || statement === null) return [{}];
    const { Effect, Action, Resource: resources } = statement as Properties;
    if (Effect === 'Deny') return [];
    const actions = [Action].flat();
    const isKnown = actions.every((action) => typeof action === 'string' && !isUnknown(action));
    return [{ actions: isKnown ? actions as string[] : undefined, resources: resources === undefined ? undefined : [resources].flat() }];
  });
}

/** Whether the role is handed on, to where policies may be attached to it. */
function isShared(template: Template, role: Resource): boolean {
  const takers = ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application', 'AWS::Serverless::Connector'].flatMap((type) => template.all(type));
  const outside = [...takers.map(({ properties }) => properties), ...template.outputs];
  return outside.length > 0 && new RegExp(`\\b${role.id}\\b`).test(JSON.stringify(outside));
}

/** Whether a pattern of actions has an action. */
export function matchesAction(pattern: string, action: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern.toLowerCase() === action.toLowerCase();
  const expression = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.');
  return new RegExp(`^${expression}$`, 'i').test(action);
}
