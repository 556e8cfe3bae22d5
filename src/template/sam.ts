import { Properties } from '../engine/contract';

export const SAM_FUNCTION = 'AWS::Serverless::Function';

/** How an event of AWS SAM names its source, where that is the ARN. */
const SOURCES: { readonly [type: string]: string | undefined } = {
  SQS: 'Queue',
  Kinesis: 'Stream',
  DynamoDB: 'Stream',
  MSK: 'Stream',
  MQ: 'Broker',
  DocumentDB: 'Cluster',
  SelfManagedKafka: undefined,
};

/** What AWS SAM keeps for itself. */
const OWN = ['DynamicPolicyName', 'SecretsManagerKmsKeyId'];

/** Where properties of events stand in a mapping. */
const PLACES: { readonly [type: string]: { readonly [property: string]: readonly string[] } } = {
  MSK: {
    ConsumerGroupId: ['AmazonManagedKafkaEventSourceConfig', 'ConsumerGroupId'],
    SchemaRegistryConfig: ['AmazonManagedKafkaEventSourceConfig', 'SchemaRegistryConfig'],
  },
  SelfManagedKafka: {
    KafkaBootstrapServers: ['SelfManagedEventSource', 'Endpoints', 'KafkaBootstrapServers'],
    ConsumerGroupId: ['SelfManagedKafkaEventSourceConfig', 'ConsumerGroupId'],
    ConsumptionMode: ['SelfManagedKafkaEventSourceConfig', 'ConsumptionMode'],
    SchemaRegistryConfig: ['SelfManagedKafkaEventSourceConfig', 'SchemaRegistryConfig'],
  },
  DocumentDB: Object.fromEntries(['DatabaseName', 'CollectionName', 'FullDocument'].map((name) => [name, ['DocumentDBEventSourceConfig', name]])),
};

export function isMappingEvent(type: unknown): type is string {
  return typeof type === 'string' && Object.hasOwn(SOURCES, type);
}

/** What the events of a function invoke: its alias, where AWS SAM makes one. */
export function invokedByEvents(functionId: string, { AutoPublishAlias: alias }: Properties): object {
  return alias === undefined ? { Ref: functionId } : { 'Fn::Join': [':', [{ Ref: functionId }, alias]] };
}

/** The properties of the mapping that AWS SAM makes of an event. */
export function mappingOfEvent(functionName: object, type: string, properties: Properties): Properties {
  const mapping: { [name: string]: unknown } = { FunctionName: functionName };
  for (const [name, value] of Object.entries(properties).filter(([property]) => !OWN.includes(property))) {
    put(mapping, placeOf(type, name), name === 'DestinationConfig' ? withoutType(value) : value);
  }
  return mapping;
}

function placeOf(type: string, name: string): readonly string[] {
  return name === SOURCES[type] ? ['EventSourceArn'] : PLACES[type]?.[name] ?? [name];
}

function put(into: { [name: string]: unknown }, [name, ...deeper]: readonly string[], value: unknown): void {
  if (deeper.length === 0) {
    into[name] = value;
  } else {
    put((into[name] ??= {}) as { [name: string]: unknown }, deeper, value);
  }
}

/** AWS SAM asks for the kind of a destination, and makes one where it is not named. */
function withoutType(config: unknown): unknown {
  const { OnFailure } = (config ?? {}) as { OnFailure?: unknown };
  if (typeof OnFailure !== 'object' || OnFailure === null || !('Type' in OnFailure)) return config;
  const { Type: kind, ...others } = OnFailure;
  const made = 'Destination' in others || (kind !== 'SQS' && kind !== 'SNS') ? others : { Destination: { 'Fn::GetAtt': ['made by AWS SAM', 'Arn'] } };
  return { ...config as object, OnFailure: made };
}
