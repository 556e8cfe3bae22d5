import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

/** A template's resource, as far as these tests look at it. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties: { readonly [name: string]: unknown };
  readonly DependsOn?: string[];
}

export interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: { readonly [operator: string]: { readonly [key: string]: unknown } };
}

/** Refuses templates whose resources wait for each other, which a synthesis lets through. */
export function resourcesIn(stack: Stack): { [id: string]: TemplateResource } {
  return (Template.fromStack(stack).toJSON().Resources ?? {}) as { [id: string]: TemplateResource };
}

const OURS = /^EventSourceMappingAccess/;
const POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'];

/** The policies that mappings share, with their logical ids. */
export function policiesIn(stack: Stack): [string, TemplateResource][] {
  return Object.entries(resourcesIn(stack)).filter(([id, { Type }]) => OURS.test(id) && POLICIES.includes(Type));
}

export function statementsOf({ Properties }: TemplateResource): Statement[] {
  return (Properties.PolicyDocument as { Statement: Statement[] }).Statement;
}

/** All that the mappings of a stack allow to roles: a line for each action on each resource. */
export function granted(stack: Stack): string[] {
  return policiesIn(stack)
    .flatMap(([, policy]) => statementsOf(policy))
    .flatMap(linesOf)
    .sort();
}

export function linesOf({ Action, Resource, Condition }: Statement): string[] {
  const condition = Condition ? ` if ${JSON.stringify(deployed(Condition))}` : '';
  return list(Action).flatMap((action) =>
    list(Resource).map((resource) => `${String(action)} on ${String(deployed(resource))}${condition}`),
  );
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

const HERE = 'us-east-1:111122223333';

/** The ARNs of the fixtures' resources once they are deployed. */
export const ARNS: { readonly [id: string]: string } = {
  Stream: `arn:aws:kinesis:${HERE}:stream/clicks`,
  Consumer: `arn:aws:kinesis:${HERE}:stream/clicks/consumer/reader:1`,
  Table: `arn:aws:dynamodb:${HERE}:table/orders`,
  OneStream: `arn:aws:kinesis:${HERE}:stream/clicks`,
  OneConsumer: `arn:aws:kinesis:${HERE}:stream/clicks/consumer/reader:1`,
  OneSecret: `arn:aws:secretsmanager:${HERE}:secret:one-a1b2c3`,
  OneQueue: `arn:aws:sqs:${HERE}:queue`,
  Queue: `arn:aws:sqs:${HERE}:queue`,
  FifoQueue: `arn:aws:sqs:${HERE}:queue.fifo`,
  DeadLetters: `arn:aws:sqs:${HERE}:dead-letters`,
  Topic: `arn:aws:sns:${HERE}:topic`,
  Bucket: 'arn:aws:s3:::bucket',
  Secret: `arn:aws:secretsmanager:${HERE}:secret:secret-a1b2c3`,
  OtherSecret: `arn:aws:secretsmanager:${HERE}:secret:other-d4e5f6`,
  Cluster: `arn:aws:kafka:${HERE}:cluster/clicks/0a1b-2`,
  ServerlessCluster: `arn:aws:kafka:${HERE}:cluster/less/3c4d-5`,
  ForeignCluster: 'arn:aws:kafka:us-east-1:999988887777:cluster/theirs/6e7f-8',
  VpcConnection: `arn:aws:kafka:${HERE}:vpc-connection/999988887777/theirs/6e7f-8`,
  Registry: `arn:aws:glue:${HERE}:registry/clicks`,
  Broker: `arn:aws:mq:${HERE}:broker:tickets:b-1`,
  RabbitBroker: `arn:aws:mq:${HERE}:broker:mails:b-2`,
  Key: `arn:aws:kms:${HERE}:key/0a1b2c3d`,
};

/** The values of references that are not the resource's ARN. */
const OTHERS: { readonly [reference: string]: string } = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'us-east-1',
  'AWS::AccountId': '111122223333',
  'AWS::URLSuffix': 'amazonaws.com',
  'Consumer.StreamARN': ARNS.Stream,
  'OneConsumer.StreamARN': ARNS.Stream,
  'OneTable.StreamArn': `${ARNS.Table}/stream/2026`,
  'Table.StreamArn': `${ARNS.Table}/stream/2026`,
  Documents: 'documents',
  Alias: 'alias/mine',
};

type Referenced = (id: string, attribute?: string) => string;

/** The value that CloudFormation deploys. Refuses values that it would refuse, and references that no test expects. */
export function deployed(value: unknown, reference: Referenced = byName): unknown {
  if (Array.isArray(value)) return value.map((item) => deployed(item, reference));
  if (typeof value !== 'object' || value === null) return value;
  const [[name, argument], ...more] = Object.entries(value);
  if (more.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) {
    return call(name, list(deployed(argument, reference)), reference);
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deployed(one, reference)]));
}

function call(name: string, [first, second]: unknown[], reference: Referenced): unknown {
  switch (name) {
    case 'Ref':
      return reference(String(first));
    case 'Fn::GetAtt':
      return reference(String(first), String(second));
    case 'Fn::Join':
      return (second as string[]).join(String(first));
    case 'Fn::Split':
      return String(second).split(String(first));
    case 'Fn::Select':
      return (second as string[])[Number(first)];
    default:
      throw new Error(`no test expects ${name}`);
  }
}

/** Logical ids end in eight characters of their path's hash, where the construct is an L2. */
function byName(id: string, attribute?: string): string {
  const name = id.replace(/[0-9A-F]{8}$/, '');
  const value = OTHERS[attribute === undefined ? name : `${name}.${attribute}`] ?? ARNS[name];
  if (value === undefined) throw new Error(`no test expects ${id}.${attribute}`);
  return value;
}
