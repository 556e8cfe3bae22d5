import { Properties, Resource, SourceContract } from '../engine/contract';
import { isPresent } from '../engine/tokens';
import { CONTRACTS } from '../sources/contracts';
import { textOf, UNKNOWN_PART } from '../template/references';
import { Template, TemplateMapping } from '../template/template';

/** The kinds of source that a mapping may have. */
export interface Recognition {
  readonly contracts: readonly SourceContract[];
  /** Its source says so, and not only the options that it carries. */
  readonly bySource: boolean;
}

function contracts(...ids: string[]): readonly SourceContract[] {
  return ids.map((id) => CONTRACTS.find((contract) => contract.id === id)!);
}

/** What AWS SAM says of an event. */
const EVENTS: { readonly [type: string]: readonly SourceContract[] } = {
  SQS: contracts('sqs', 'sqs-fifo'),
  Kinesis: contracts('kinesis', 'kinesis-consumer'),
  DynamoDB: contracts('dynamodb'),
  MSK: contracts('msk'),
  MQ: contracts('active-mq', 'rabbit-mq'),
  DocumentDB: contracts('documentdb'),
  SelfManagedKafka: contracts('self-managed-kafka'),
};

/** Those that most mappings are of come first: one that accepts a mapping saves asking the others. */
const LIKELY = [...contracts('sqs', 'kinesis', 'dynamodb'), ...CONTRACTS.filter(({ id }) => !['sqs', 'kinesis', 'dynamodb'].includes(id))];

/** What a literal part of an ARN says, by its service. */
const SERVICES: { readonly [service: string]: (arn: string) => readonly SourceContract[] } = {
  sqs: (arn) => (arn.endsWith('.fifo') ? contracts('sqs-fifo') : arn.endsWith(UNKNOWN_PART) ? EVENTS.SQS : contracts('sqs')),
  kinesis: (arn) => (arn.includes('/consumer/') ? contracts('kinesis-consumer') : arn.endsWith(UNKNOWN_PART) ? EVENTS.Kinesis : contracts('kinesis')),
  dynamodb: () => EVENTS.DynamoDB,
  kafka: () => EVENTS.MSK,
  mq: () => EVENTS.MQ,
  rds: () => EVENTS.DocumentDB,
};

const TYPES: { readonly [type: string]: (properties: Properties) => readonly SourceContract[] } = {
  'AWS::SQS::Queue': ({ FifoQueue }) => (isPresent(FifoQueue) === false ? contracts('sqs') : isTrue(FifoQueue) ?? EVENTS.SQS),
  'AWS::Kinesis::Stream': () => contracts('kinesis'),
  'AWS::Kinesis::StreamConsumer': () => contracts('kinesis-consumer'),
  'AWS::DynamoDB::Table': () => EVENTS.DynamoDB,
  'AWS::DynamoDB::GlobalTable': () => EVENTS.DynamoDB,
  'AWS::MSK::Cluster': () => EVENTS.MSK,
  'AWS::MSK::ServerlessCluster': () => EVENTS.MSK,
  'AWS::MSK::VpcConnection': () => EVENTS.MSK,
  'AWS::AmazonMQ::Broker': ({ EngineType }) => ENGINES[String(EngineType).toUpperCase()] ?? EVENTS.MQ,
  'AWS::DocDB::DBCluster': () => EVENTS.DocumentDB,
};

const ENGINES: { readonly [engine: string]: readonly SourceContract[] } = { ACTIVEMQ: contracts('active-mq'), RABBITMQ: contracts('rabbit-mq') };

function isTrue(value: unknown): readonly SourceContract[] | undefined {
  return /^true$/i.test(String(value)) ? contracts('sqs-fifo') : /^false$/i.test(String(value)) ? contracts('sqs') : undefined;
}

/** The kinds of source that a mapping can have, by what it names as its source. */
export function recognise(template: Template, { resource, event }: TemplateMapping): Recognition {
  const { EventSourceArn: arn, SelfManagedEventSource: selfManaged } = resource.properties;
  const { template: owner, value } = template.originOf(arn);
  const source = template.find(arn);
  const found = (source && bySourceType(source)) ?? byArn(owner, value) ?? (event === undefined ? undefined : EVENTS[event]);
  if (found) return { contracts: found, bySource: true };
  if (isPresent(selfManaged) && isPresent(arn) === false) return { contracts: EVENTS.SelfManagedKafka, bySource: true };
  return { contracts: LIKELY, bySource: false };
}

function bySourceType({ type, properties }: Resource): readonly SourceContract[] | undefined {
  return Object.hasOwn(TYPES, type) ? TYPES[type](properties) : undefined;
}

function byArn(template: Template, value: unknown): readonly SourceContract[] | undefined {
  const arn = textOf(value) ?? textOf(template.defaultOf(value));
  const service = arn && serviceOf(arn);
  return service && Object.hasOwn(SERVICES, service) ? SERVICES[service](arn) : undefined;
}

/** The service in an ARN of which the beginning is known. */
export function serviceOf(arn: string): string | undefined {
  return /^(?:arn:[^:]*|\*):([a-z0-9-]+):/.exec(arn)?.[1];
}
