/** As much of a CloudFormation template as the table shows. */
export interface Template {
  readonly Resources: { readonly [logicalId: string]: Resource };
}

interface Resource {
  readonly Type: string;
  readonly Properties?: Properties;
}

type Properties = { readonly [name: string]: any };

/** One event source mapping, in words. */
export interface MappingRow {
  readonly logicalId: string;
  readonly kind: string;
  readonly source: string;
  readonly target: string;
  readonly batch: string;
  readonly window: string;
  readonly start: string;
  readonly failures: string;
  readonly more: string;
}

const NOT_SAID = '-';
const KINDS: { readonly [type: string]: string } = {
  'AWS::Kinesis::Stream': 'Kinesis stream',
  'AWS::Kinesis::StreamConsumer': 'Kinesis fan-out consumer',
  'AWS::DynamoDB::Table': 'DynamoDB stream',
  'AWS::MSK::Cluster': 'Amazon MSK',
  'AWS::DocDB::DBCluster': 'DocumentDB change stream',
};

/** Reads the event source mappings out of a template. */
export function describeMappings(template: Template): MappingRow[] {
  return Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::Lambda::EventSourceMapping')
    .map(([logicalId, { Properties = {} }]) => describe(template, logicalId, Properties));
}

function describe(template: Template, logicalId: string, mapping: Properties): MappingRow {
  const sourceId = referredTo(mapping.EventSourceArn);
  const source = sourceId === undefined ? undefined : template.Resources[sourceId];
  return {
    logicalId,
    kind: kindOf(source),
    source: [nameOf(mapping.EventSourceArn) ?? bootstrapServers(mapping), partOfSource(mapping)].filter(Boolean).join(' / '),
    target: targetOf(template, mapping.FunctionName),
    batch: text(mapping.BatchSize),
    window: mapping.MaximumBatchingWindowInSeconds === undefined ? NOT_SAID : `${mapping.MaximumBatchingWindowInSeconds} s`,
    start: startOf(mapping),
    failures: nameOf(mapping.DestinationConfig?.OnFailure?.Destination) ?? deadLettersOf(source) ?? NOT_SAID,
    more: [...errors(mapping), ...scaling(mapping), ...selection(mapping), ...observation(mapping)].join(', ') || NOT_SAID,
  };
}

function kindOf(source?: Resource): string {
  if (source === undefined) return 'self-managed Kafka';
  if (source.Type === 'AWS::SQS::Queue') return source.Properties?.FifoQueue ? 'SQS FIFO queue' : 'SQS queue';
  if (source.Type === 'AWS::AmazonMQ::Broker') return source.Properties?.EngineType === 'RABBITMQ' ? 'RabbitMQ queue' : 'ActiveMQ queue';
  return KINDS[source.Type] ?? source.Type;
}

function bootstrapServers(mapping: Properties): string {
  return mapping.SelfManagedEventSource.Endpoints.KafkaBootstrapServers.join(', ');
}

function partOfSource({ Topics: topics, Queues: queues, DocumentDBEventSourceConfig: database }: Properties): string {
  return topics?.[0] ?? queues?.[0] ?? [database?.DatabaseName, database?.CollectionName].filter(Boolean).join('.');
}

function targetOf({ Resources: resources }: Template, functionName: unknown): string {
  const { Type, Properties = {} } = resources[referredTo(functionName) ?? ''] ?? {};
  return Type === 'AWS::Lambda::Alias' ? `${nameOf(Properties.FunctionName)}:${Properties.Name}` : nameOf(functionName) ?? NOT_SAID;
}

function startOf({ StartingPosition: position, StartingPositionTimestamp: timestamp }: Properties): string {
  if (timestamp !== undefined) return new Date(timestamp * 1000).toISOString().slice(0, 10);
  return position === undefined ? NOT_SAID : position.toLowerCase().replace('_', ' ');
}

/** What fails of a queue goes where its own redrive policy says. */
function deadLettersOf(source?: Resource): string | undefined {
  const deadLetters = nameOf(source?.Properties?.RedrivePolicy?.deadLetterTargetArn);
  return deadLetters && `${deadLetters} (redrive)`;
}

function errors(mapping: Properties): string[] {
  return [
    ...said(mapping.MaximumRetryAttempts, (attempts) => `${attempts} retries`),
    ...said(mapping.MaximumRecordAgeInSeconds, (age) => `records up to ${age / 3600} h old`),
    ...(mapping.BisectBatchOnFunctionError ? ['bisects failed batches'] : []),
    ...(mapping.FunctionResponseTypes ? ['partial responses'] : []),
  ];
}

function scaling(mapping: Properties): string[] {
  return [
    ...said(mapping.ParallelizationFactor, (factor) => `${factor} batches per shard`),
    ...said(mapping.ScalingConfig, ({ MaximumConcurrency: maximum }) => `at most ${maximum} at a time`),
    ...said(mapping.ProvisionedPollerConfig, ({ MinimumPollers: minimum, MaximumPollers: maximum }) => `${minimum} to ${maximum} pollers`),
    ...said(mapping.TumblingWindowInSeconds, (window) => `tumbling window of ${window} s`),
  ];
}

function selection(mapping: Properties): string[] {
  const registry = (mapping.AmazonManagedKafkaEventSourceConfig ?? mapping.SelfManagedKafkaEventSourceConfig)?.SchemaRegistryConfig;
  return [
    ...said(mapping.FilterCriteria?.Filters, (filters) => `only ${filters.map((filter: Properties) => patternInWords(JSON.parse(filter.Pattern))).join(' or ')}`),
    ...(mapping.KmsKeyArn ? ['filters encrypted'] : []),
    ...(registry ? [`schemas of ${nameOf(registry.SchemaRegistryURI)}`] : []),
    ...(mapping.DocumentDBEventSourceConfig?.FullDocument === 'UpdateLookup' ? ['whole documents'] : []),
  ];
}

function patternInWords(pattern: Properties, path: string = ''): string {
  return Object.entries(pattern).map(([key, value]) => (Array.isArray(value)
    ? `${path}${key} ${value.map((one) => JSON.stringify(one).replace(/[[\]{}"]/g, '').replace(/[:,]/g, ' ')).join(' or ')}`
    : patternInWords(value, `${path}${key}.`))).join(' and ');
}

function observation(mapping: Properties): string[] {
  return [
    ...said(mapping.MetricsConfig?.Metrics, (metrics) => `metrics ${metrics.join(' and ')}`),
    ...said(mapping.LoggingConfig?.SystemLogLevel, (level) => `log level ${level}`),
  ];
}

function said(value: any, inWords: (value: any) => string): string[] {
  return value === undefined ? [] : [inWords(value)];
}

function text(value: unknown): string {
  return value === undefined ? NOT_SAID : String(value);
}

/** The name of what a Ref, a GetAtt or a text with one of them refers to: its logical id without the hash that CDK adds. */
function nameOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : referredTo(value)?.replace(/[0-9A-F]{8}$/, '');
}

function referredTo(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { 'Ref': ref, 'Fn::GetAtt': getAtt } = value as Properties;
  const logicalId = ref ?? getAtt?.[0];
  if (logicalId !== undefined) return logicalId.startsWith('AWS::') ? undefined : logicalId;
  return Object.values(value).map(referredTo).find((found) => found !== undefined);
}
