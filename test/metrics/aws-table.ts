/**
 * The metrics of mappings on AWS's page "Types of metrics for Lambda functions", taken from it on 2026-11-27
 * and compared again, cell by cell, on 2026-11-28.
 *
 * The columns of its table, in its order: SQS, Kinesis and DynamoDB, Kafka.
 */
export const OF_GROUPS: readonly (readonly [
  metric: string,
  group: string,
  sqs: boolean,
  streams: boolean,
  kafka: boolean,
])[] = [
  ['PolledEventCount', 'EventCount', true, true, true],
  ['FilteredOutEventCount', 'EventCount', true, true, true],
  ['InvokedEventCount', 'EventCount', true, true, true],
  ['FailedInvokeEventCount', 'EventCount', true, true, true],
  ['DroppedEventCount', 'EventCount', false, true, true],
  ['OnFailureDestinationDeliveredEventCount', 'EventCount', false, true, true],
  ['DeletedEventCount', 'EventCount', true, false, false],
  ['CommittedEventCount', 'EventCount', false, false, true],
  ['PollingErrorCount', 'ErrorCount', false, false, true],
  ['InvokeErrorCount', 'ErrorCount', false, false, true],
  ['OnFailureDestinationDeliveryErrorCount', 'ErrorCount', false, false, true],
  ['SchemaRegistryErrorCount', 'ErrorCount', false, false, true],
  ['CommitErrorCount', 'ErrorCount', false, false, true],
  ['MaxOffsetLag', 'KafkaMetrics', false, false, true],
  ['SumOffsetLag', 'KafkaMetrics', false, false, true],
];

/** The metrics of provisioned mode, with the statistic that the page names, and whether SQS and Kafka have them. */
export const OF_PROVISIONED_MODE: readonly (readonly [
  metric: string,
  statistic: string,
  sqs: boolean,
  kafka: boolean,
])[] = [
  ['ProvisionedPollers', 'Maximum', true, true],
  ['EventPollerUnit', 'Sum', false, true],
  ['EventPollerThroughputInBytes', 'Sum', false, true],
];

/** The metrics of the function that the page ties to certain sources. */
export const OF_THE_FUNCTION: { readonly [metric: string]: readonly string[] } = {
  IteratorAge: ['dynamodb', 'kinesis', 'kinesis-consumer', 'documentdb'],
  OffsetLag: ['msk', 'self-managed-kafka'],
  DestinationDeliveryFailures: ['dynamodb', 'kinesis', 'kinesis-consumer'],
  OversizedRecordCount: ['documentdb'],
};

/** The property that a mapping needs for a metric, according to the page. */
export const NEEDS: { readonly [metric: string]: string } = {
  FilteredOutEventCount: 'filterCriteria.filters[]',
  OnFailureDestinationDeliveredEventCount: 'destinationConfig.onFailure.destination',
  OnFailureDestinationDeliveryErrorCount: 'destinationConfig.onFailure.destination',
  DestinationDeliveryFailures: 'destinationConfig.onFailure.destination',
  ProvisionedPollers: 'provisionedPollerConfig',
  EventPollerUnit: 'provisionedPollerConfig',
  EventPollerThroughputInBytes: 'provisionedPollerConfig',
};

export const COLUMN: { readonly [source: string]: 'sqs' | 'streams' | 'kafka' | undefined } = {
  sqs: 'sqs',
  'sqs-fifo': 'sqs',
  kinesis: 'streams',
  'kinesis-consumer': 'streams',
  dynamodb: 'streams',
  msk: 'kafka',
  'self-managed-kafka': 'kafka',
};
