/** A mapping, the explanation that it should have, and the source of that. */
export interface Scenario {
  readonly name: string;
  /** The page of AWS, or the behaviour that was recorded against AWS. */
  readonly source: string;
  readonly mapping: object;
  readonly resources?: object;
  /** The texts that the explanation has to contain. */
  readonly says: readonly string[];
  /** The texts that it must not contain. */
  readonly never?: readonly string[];
}

const guide = (docs: string) => `https://docs.aws.amazon.com/lambda/latest/dg/${docs}.html`;
const sqsGuide = (docs: string) =>
  `https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/${docs}.html`;
/** Tests of LocalStack whose results were recorded against AWS. */
const recorded = (file: string, test: string) =>
  `localstack/localstack tests/aws/services/lambda_/event_source_mapping/${file}: ${test}`;

const KINESIS_ERRORS = guide('kinesis-on-failure-destination');
const KINESIS = 'test_lambda_integration_kinesis.py';
const DYNAMODB_ERRORS = guide('services-dynamodb-errors');
const SQS_ERRORS = guide('services-sqs-errorhandling');
const SQS = 'test_lambda_integration_sqs.py';
const SQS_SCALING = guide('services-sqs-scaling');
const KAFKA_RETRIES = guide('kafka-retry-configurations');
const KAFKA_TOPIC_DESTINATION = guide('kafka-on-failure-destination');
const FILTERING = guide('invocation-eventfiltering');

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const onFailure = (Destination: unknown) => ({ DestinationConfig: { OnFailure: { Destination } } });
const QUEUE_ARN = 'arn:aws:sqs:eu-west-1:123456789012:failed';
const TOPIC_ARN = 'arn:aws:sns:eu-west-1:123456789012:failed';
const BUCKET_ARN = 'arn:aws:s3:::failed';
const PARTIAL = { FunctionResponseTypes: ['ReportBatchItemFailures'] };
const FILTERS = { FilterCriteria: { Filters: [{ Pattern: '{"body":{"a":[1]}}' }] } };

const STREAM = { EventSourceArn: arnOf('Stream'), StartingPosition: 'TRIM_HORIZON' };
const stream = (properties: object = { ShardCount: 4 }) => ({
  Stream: { Type: 'AWS::Kinesis::Stream', Properties: properties },
});
const TABLE = { EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] }, StartingPosition: 'LATEST' };
const table = {
  Table: { Type: 'AWS::DynamoDB::Table', Properties: { StreamSpecification: { StreamViewType: 'KEYS_ONLY' } } },
};
const QUEUE = { EventSourceArn: arnOf('Queue') };
const queue = (properties: object = {}, deadLetters: object = {}) => ({
  Queue: { Type: 'AWS::SQS::Queue', Properties: properties },
  Dead: { Type: 'AWS::SQS::Queue', Properties: deadLetters },
});
const redrive = (maxReceiveCount: unknown) => ({
  RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount },
});
const FIFO = { FifoQueue: true };
const MSK = {
  EventSourceArn: 'arn:aws:kafka:eu-west-1:123456789012:cluster/clicks/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2',
  Topics: ['clicks'],
  StartingPosition: 'LATEST',
};
const KAFKA = {
  SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: ['b:9092'] } },
  Topics: ['t'],
  StartingPosition: 'TRIM_HORIZON',
};
const PROVISIONED = { ProvisionedPollerConfig: { MinimumPollers: 1, MaximumPollers: 3 } };
const SHARE_GROUP = { SelfManagedKafkaEventSourceConfig: { ConsumptionMode: 'Queue' } };
const ACTIVE_MQ = { EventSourceArn: arnOf('Broker'), Queues: ['q'] };
const broker = (EngineType: string) => ({ Broker: { Type: 'AWS::AmazonMQ::Broker', Properties: { EngineType } } });
const DOCUMENTDB = {
  EventSourceArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:shop',
  StartingPosition: 'LATEST',
  DocumentDBEventSourceConfig: { DatabaseName: 'shop' },
};
const handler = (properties: object) => ({ Handler: { Type: 'AWS::Lambda::Function', Properties: properties } });
const NOT_LOST = ['is not lost', 'No record is lost', 'No message is lost', 'No event is lost'];

export const SCENARIOS: readonly Scenario[] = [
  // Kinesis
  {
    name: 'a stream with defaults: a batch is tried until its records expire, and then lost',
    source: KINESIS_ERRORS,
    mapping: STREAM,
    resources: stream(),
    says: [
      'tried again and again until it succeeds or its records expire (24 h after it came there: the retention ' +
        'period of the stream)',
      'Meanwhile the rest of its shard waits, until it succeeds or its records expire.',
      'When it expires, it is lost.',
    ],
    never: ['failure destination,', 'Then it goes'],
  },
  {
    name: 'a stream that keeps records for a week blocks its shard for a week',
    source: KINESIS_ERRORS,
    mapping: STREAM,
    resources: stream({ ShardCount: 1, RetentionPeriodHours: 168 }),
    says: ['7 d after it came there'],
  },
  {
    name: 'a stream made elsewhere: how long it keeps records is not known',
    source: KINESIS_ERRORS,
    mapping: { ...STREAM, EventSourceArn: 'arn:aws:kinesis:eu-west-1:123456789012:stream/clicks' },
    says: ['or its records expire (the retention period of the stream)', 'When it expires, it is lost.'],
    never: ['24 h'],
  },
  {
    name: 'two retries are three tries, without a destination the batch is lost',
    source: KINESIS_ERRORS,
    mapping: { ...STREAM, MaximumRetryAttempts: 2 },
    resources: stream(),
    says: [
      'tried at most 3 times: once, and 2 times more (MaximumRetryAttempts)',
      'A try that is throttled does not count',
      'Then it is lost: there is no failure destination.',
    ],
  },
  {
    name: 'three retries were four invocations when Lambda gave up',
    source: recorded(KINESIS, 'test_kinesis_event_source_mapping_with_sns_on_failure_destination_config'),
    mapping: { ...STREAM, MaximumRetryAttempts: 3, ...onFailure(TOPIC_ARN) },
    resources: stream(),
    says: ['tried at most 4 times', 'learns where the batch was and why it failed, and not its records'],
  },
  {
    name: 'no retry',
    source: KINESIS_ERRORS,
    mapping: { ...STREAM, MaximumRetryAttempts: 0 },
    resources: stream(),
    says: ['is tried once, and not again (MaximumRetryAttempts)', 'Then it is lost'],
  },
  {
    name: 'an age alone',
    source: KINESIS_ERRORS,
    mapping: { ...STREAM, MaximumRecordAgeInSeconds: 3600 },
    resources: stream(),
    says: [
      'again and again until its records are 1 h old (MaximumRecordAgeInSeconds)',
      'waits, until its records are about 1 h old',
      'Then it is lost',
    ],
  },
  {
    name: 'records that are too old are discarded without an invocation',
    source: recorded(KINESIS, 'test_kinesis_maximum_record_age_exceeded_discard_records'),
    mapping: { ...STREAM, MaximumRecordAgeInSeconds: 60, ...onFailure(QUEUE_ARN) },
    resources: stream(),
    says: ['until its records are 1 min old', 'Then failed, the failure destination, learns'],
  },
  {
    name: 'retries and an age: what comes first',
    source: KINESIS_ERRORS,
    mapping: { ...STREAM, MaximumRetryAttempts: 5, MaximumRecordAgeInSeconds: 21_600 },
    resources: stream(),
    says: ['at most 6 times', 'and no longer than until its records are 6 h old (MaximumRecordAgeInSeconds)'],
  },
  {
    name: 'an age that is longer than the stream keeps records: nothing comes to the destination',
    source: KINESIS_ERRORS,
    mapping: { ...STREAM, MaximumRecordAgeInSeconds: 604_800, ...onFailure(QUEUE_ARN) },
    resources: stream(),
    says: [
      'failed, the failure destination, may get nothing',
      '24 h after they were written, before they are 7 d',
      'they are lost',
    ],
    never: ['Then failed'],
  },
  {
    name: 'an age that is as long as the stream keeps records',
    source: KINESIS_ERRORS,
    mapping: { ...STREAM, MaximumRecordAgeInSeconds: 86_400, ...onFailure(QUEUE_ARN) },
    resources: stream(),
    says: ['may get nothing'],
  },
  {
    name: 'a destination without any limit: Lambda never gives up a batch',
    source: guide('services-kinesis-parameters'),
    mapping: { ...STREAM, ...onFailure(QUEUE_ARN) },
    resources: stream(),
    says: ['may get nothing: no limit makes Lambda stop retrying a batch', 'they are lost'],
    never: ['Then failed'],
  },
  {
    name: '-1 is no limit',
    source: guide('services-kinesis-parameters'),
    mapping: { ...STREAM, MaximumRetryAttempts: -1, MaximumRecordAgeInSeconds: -1, ...onFailure(QUEUE_ARN) },
    resources: stream(),
    says: ['again and again', 'may get nothing'],
  },
  {
    name: 'a queue learns where the batch was, and the records are lost when they expire',
    source: KINESIS_ERRORS,
    mapping: { ...STREAM, MaximumRetryAttempts: 1, ...onFailure(QUEUE_ARN) },
    resources: stream(),
    says: [
      'not its records. Read these from the source before they expire there (24 h after it came there',
      'or they are lost',
      'Records that expire in the source before that are lost.',
    ],
  },
  {
    name: 'a bucket gets the records',
    source: recorded(KINESIS, 'test_kinesis_event_source_mapping_with_s3_on_failure_destination'),
    mapping: { ...STREAM, MaximumRetryAttempts: 1, ...onFailure(BUCKET_ARN) },
    resources: stream(),
    says: [
      'Then failed, the failure destination, gets the batch with its records.',
      'Records that expire in the source before that are lost.',
    ],
    never: ['read these from the source'],
  },
  {
    name: 'a destination by reference is what its resource is',
    source: KINESIS_ERRORS,
    mapping: { ...STREAM, MaximumRetryAttempts: 1, ...onFailure(arnOf('Bucket')) },
    resources: { ...stream(), Bucket: { Type: 'AWS::S3::Bucket' } },
    says: ['Then Bucket, the failure destination, gets the batch with its records.'],
  },
  {
    name: 'a destination that only the deployment knows may get no records',
    source: KINESIS_ERRORS,
    mapping: { ...STREAM, MaximumRetryAttempts: 1, ...onFailure({ Ref: 'Destination' }) },
    resources: stream(),
    says: [
      'parameter Destination, the failure destination, learns of it: with the records if it is a bucket, and ' +
        'without them otherwise',
    ],
  },
  {
    name: 'a batch is cut in two, which uses up no retry',
    source: KINESIS_ERRORS,
    mapping: { ...STREAM, MaximumRetryAttempts: 1, BisectBatchOnFunctionError: true },
    resources: stream(),
    says: ['Each time it is cut in two, which uses up no retry'],
  },
  {
    name: 'failed records are reported: those before the first one are done',
    source: recorded(KINESIS, 'test_kinesis_report_batch_item_failures'),
    mapping: { ...STREAM, ...PARTIAL },
    resources: stream(),
    says: ['the records before the first failed one are done with'],
  },
  {
    name: 'an empty answer is success',
    source: recorded(KINESIS, 'test_kinesis_report_batch_item_success_scenarios[null_success]'),
    mapping: { ...STREAM, ...PARTIAL },
    resources: stream(),
    says: ['an empty answer counts as success, so that what it does not report is lost'],
  },
  {
    name: 'a shard in order, one batch at a time',
    source: guide('with-kinesis'),
    mapping: STREAM,
    resources: stream(),
    says: [
      'The records of one shard are processed in order, one batch at a time.',
      'At most 4 batches are processed at the same time: 4 shards.',
    ],
  },
  {
    name: 'several batches of a shard: order holds for a partition key',
    source: guide('with-kinesis'),
    mapping: { ...STREAM, ParallelizationFactor: 10 },
    resources: stream(),
    says: [
      'in order where they have the same partition key, and in any order otherwise',
      'At most 40 batches are processed at the same time: 4 shards × 10.',
      'the rest with the same partition key waits',
    ],
  },
  {
    name: 'a number of batches of a shard that only the deployment knows',
    source: guide('with-kinesis'),
    mapping: { ...STREAM, ParallelizationFactor: { Ref: 'Factor' } },
    resources: stream(),
    says: ['in order where they have the same partition key', '4 shards × parameter Factor'],
    never: ['one batch at a time'],
  },
  {
    name: 'a stream that scales by itself has no fixed number of shards',
    source: 'https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html',
    mapping: STREAM,
    resources: stream({ StreamModeDetails: { StreamMode: 'ON_DEMAND' }, ShardCount: 4 }),
    says: ['At the same time, as many batches are processed as there are shards.'],
    never: ['At most 4'],
  },
  {
    name: 'retries take up to their number times the timeout, and pauses',
    source: KINESIS_ERRORS,
    mapping: { ...STREAM, FunctionName: { Ref: 'Handler' }, MaximumRetryAttempts: 3 },
    resources: { ...stream(), ...handler({ Timeout: 30 }) },
    says: [
      'waits up to 2 min (4 × 30 s, the timeout of the function) and the pauses between the tries, for which AWS ' +
        'gives no figure',
    ],
  },
  {
    name: 'a function without a timeout has one of three seconds',
    source: guide('configuration-timeout'),
    mapping: { ...STREAM, FunctionName: { Ref: 'Handler' }, MaximumRetryAttempts: 1 },
    resources: { ...stream(), ...handler({}) },
    says: ['up to 6 s (2 × 3 s'],
  },
  {
    name: 'reserved concurrency is less than the shards could use',
    source: guide('configuration-concurrency'),
    mapping: { ...STREAM, FunctionName: { Ref: 'Handler' } },
    resources: { ...stream(), ...handler({ ReservedConcurrentExecutions: 2 }) },
    says: ['At most 2 batches are processed at the same time: the reserved concurrency of Handler'],
  },
  {
    name: 'what no filter matches is skipped for good',
    source: FILTERING,
    mapping: { ...STREAM, ...FILTERS, MaximumRetryAttempts: 1, ...onFailure(QUEUE_ARN) },
    resources: stream(),
    says: [
      'A record that matches no filter counts as processed: the function never gets it, and neither does a failure ' +
        'destination.',
    ],
  },
  {
    name: 'a new mapping from the oldest record processes records again',
    source: recorded(KINESIS, 'test_kinesis_event_source_trim_horizon'),
    mapping: STREAM,
    resources: stream(),
    says: [
      'A new mapping in its place begins at the oldest record that the source still has: records are processed again.',
    ],
  },
  {
    name: 'a new mapping from the newest record loses what comes before it reads',
    source: guide('services-kinesis-parameters'),
    mapping: { ...STREAM, StartingPosition: 'LATEST' },
    resources: stream(),
    says: ['begins after the newest record: what arrives before it reads is never processed'],
    never: NOT_LOST,
  },
  {
    name: 'a new mapping from a timestamp may skip older records that were not done',
    source: guide('services-kinesis-parameters'),
    mapping: { ...STREAM, StartingPosition: 'AT_TIMESTAMP', StartingPositionTimestamp: 1767225600 },
    resources: stream(),
    says: ['begins at its timestamp', 'older ones that were not done are not'],
    never: NOT_LOST,
  },
  {
    name: 'a starting position that only the deployment knows',
    source: guide('services-kinesis-parameters'),
    mapping: { ...STREAM, StartingPosition: { Ref: 'Position' } },
    resources: stream(),
    says: ['records may be processed again, or never'],
    never: NOT_LOST,
  },
  {
    name: 'a mapping that is disabled loses what expires',
    source: recorded(KINESIS, 'test_disable_kinesis_event_source_mapping'),
    mapping: { ...STREAM, Enabled: false },
    resources: stream(),
    says: ['The mapping is disabled: nothing is processed, and records that expire meanwhile are lost.'],
  },
  {
    name: 'retries that only the deployment knows',
    source: KINESIS_ERRORS,
    mapping: { ...STREAM, MaximumRetryAttempts: { Ref: 'Retries' } },
    resources: stream(),
    says: ['is tried again as often as MaximumRetryAttempts says', 'Then it is lost: there is no failure destination.'],
  },
  // Kinesis enhanced fan-out
  {
    name: 'a consumer has the shards and the retention of its stream',
    source: guide('with-kinesis'),
    mapping: { EventSourceArn: { Ref: 'Reader' }, StartingPosition: 'LATEST' },
    resources: {
      ...stream({ ShardCount: 2, RetentionPeriodHours: 48 }),
      Reader: { Type: 'AWS::Kinesis::StreamConsumer', Properties: { StreamARN: arnOf('Stream'), ConsumerName: 'r' } },
    },
    says: ['2 d after it came there', 'At most 2 batches are processed at the same time: 2 shards.'],
  },
  // DynamoDB
  {
    name: 'a table keeps its changes for a day',
    source: guide('services-ddb-params'),
    mapping: TABLE,
    resources: table,
    says: ['24 h after it came there', 'When it expires, it is lost.', 'the rest of its shard waits'],
  },
  {
    name: 'retries of a table, with a queue for what fails',
    source: recorded(
      'test_lambda_integration_dynamodbstreams.py',
      'test_dynamodb_event_source_mapping_with_on_failure_destination_config',
    ),
    mapping: { ...TABLE, MaximumRetryAttempts: 1, ...onFailure(QUEUE_ARN) },
    resources: table,
    says: [
      'tried at most 2 times: once, and 1 time more',
      'learns where the batch was and why it failed, and not its records',
    ],
  },
  {
    name: 'an age of more than a day never comes about for a table',
    source: guide('services-ddb-params'),
    mapping: { ...TABLE, MaximumRecordAgeInSeconds: 172_800, ...onFailure(QUEUE_ARN) },
    resources: table,
    says: ['may get nothing', '24 h after they were written, before they are 2 d'],
  },
  {
    name: 'several batches of a shard of a table: order holds for an item',
    source: guide('with-ddb'),
    mapping: { ...TABLE, ParallelizationFactor: 2 },
    resources: table,
    says: ['in order where they have the same item (partition and sort key)'],
  },
  {
    name: 'a table whose mapping is disabled',
    source: recorded('test_lambda_integration_dynamodbstreams.py', 'test_disabled_dynamodb_event_source_mapping'),
    mapping: { ...TABLE, Enabled: 'false' },
    resources: table,
    says: ['nothing is processed, and records that expire meanwhile are lost'],
  },
  {
    name: 'failed records of a table that are reported',
    source: DYNAMODB_ERRORS,
    mapping: { ...TABLE, ...PARTIAL, BisectBatchOnFunctionError: 'true', MaximumRetryAttempts: 1 },
    resources: table,
    says: ['cut in two', 'the records before the first failed one are done with'],
  },
  // SQS
  {
    name: 'a queue without a dead-letter queue: a message comes back until it expires',
    source: guide('sqs-retries'),
    mapping: QUEUE,
    resources: queue(),
    says: [
      'comes back again and again, at least 30 s apart (the visibility timeout of the queue). It does so until it ' +
        'expires (4 d after it came there',
      'When it expires, it is lost.',
      'Other messages do not wait for it.',
    ],
  },
  {
    name: 'a message comes back after the visibility timeout',
    source: recorded(SQS, 'test_failing_lambda_retries_after_visibility_timeout'),
    mapping: QUEUE,
    resources: queue({ VisibilityTimeout: 5 }),
    says: ['at least 5 s apart'],
  },
  {
    name: 'a message goes to the dead-letter queue',
    source: recorded(SQS, 'test_redrive_policy_with_failing_lambda'),
    mapping: QUEUE,
    resources: queue({ VisibilityTimeout: 60, ...redrive(3) }),
    says: [
      'handed out at most 3 times (maxReceiveCount of the redrive policy), at least 1 min apart',
      'Then it goes to Dead, the dead-letter queue, at least 3 min after the first try',
      'unless it expires before (4 d after it came there',
    ],
  },
  {
    name: 'what waits in a dead-letter queue is lost there too, counted from the first queue',
    source: sqsGuide('setting-up-dead-letter-queue-retention'),
    mapping: QUEUE,
    resources: queue(redrive(5), { MessageRetentionPeriod: 1_209_600 }),
    says: ['There it is lost 14 d after it was sent to the first queue (its retention period).'],
  },
  {
    name: 'a dead-letter queue that forgets sooner than the message gets there',
    source: sqsGuide('setting-up-dead-letter-queue-retention'),
    mapping: QUEUE,
    resources: queue({ VisibilityTimeout: 3600, ...redrive(10) }, { MessageRetentionPeriod: 3600 }),
    says: ['But Dead keeps it until 1 h after it was sent to the first queue only, which is over by then: it is lost.'],
    never: ['There it is lost'],
  },
  {
    name: 'a message that expires before it has been tried often enough never comes to the dead-letter queue',
    source: sqsGuide('sqs-dead-letter-queues'),
    mapping: QUEUE,
    resources: queue({ VisibilityTimeout: 43_200, ...redrive(10) }),
    says: [
      'It never comes to Dead, the dead-letter queue: that takes at least 5 d, and it expires first (4 d after it ' +
        'came there',
      'Then it is lost.',
    ],
    never: ['Then it goes to'],
  },
  {
    name: 'a queue made elsewhere: whether it has a dead-letter queue is not known',
    source: SQS_ERRORS,
    mapping: { EventSourceArn: 'arn:aws:sqs:eu-west-1:123456789012:jobs' },
    says: [
      'Whether it then goes to a dead-letter queue is up to the redrive policy of the queue, which is not known ' +
        'here; without one, it is lost.',
    ],
    never: ['Then it goes to', ...NOT_LOST.slice(0, 1)],
  },
  {
    name: 'a redrive policy that only the deployment knows',
    source: SQS_ERRORS,
    mapping: QUEUE,
    resources: queue({ RedrivePolicy: { Ref: 'Policy' } }),
    says: ['is up to the redrive policy of the queue, which is not known here'],
  },
  {
    name: 'a number of tries that only the deployment knows',
    source: SQS_ERRORS,
    mapping: QUEUE,
    resources: queue(redrive({ Ref: 'Tries' })),
    says: [
      'handed out as often as maxReceiveCount of the redrive policy says',
      'Then it goes to Dead, the dead-letter queue, unless it expires before',
    ],
  },
  {
    name: 'all of a failed batch comes back, and counts',
    source: SQS_ERRORS,
    mapping: { ...QUEUE, BatchSize: 10 },
    resources: queue(redrive(3)),
    says: [
      'All of its batch comes back with it and is processed again, and that counts for each message',
      'A time when the function is throttled counts too.',
    ],
  },
  {
    name: 'a batch of one has no companions',
    source: SQS_ERRORS,
    mapping: { ...QUEUE, BatchSize: 1 },
    resources: queue(redrive(3)),
    says: ['handed out at most 3 times'],
    never: ['All of its batch'],
  },
  {
    name: 'only failed messages come back where the function reports them',
    source: recorded(SQS, 'test_report_batch_item_failures'),
    mapping: { ...QUEUE, ...PARTIAL },
    resources: queue(redrive(3)),
    says: ['only the messages come back that the function reports as failed'],
  },
  {
    name: 'a function that fails as a whole fails its whole batch',
    source: recorded(SQS, 'test_report_batch_item_failures_on_lambda_error'),
    mapping: { ...QUEUE, ...PARTIAL },
    resources: queue(redrive(3)),
    says: ['and all where it fails as a whole'],
  },
  {
    name: 'an empty answer deletes all messages',
    source: recorded(SQS, 'test_report_batch_item_failures_empty_json_batch_succeeds'),
    mapping: { ...QUEUE, ...PARTIAL },
    resources: queue(),
    says: ['an empty answer counts as success, so that what it does not report is lost'],
  },
  {
    name: 'messages that match no filter are deleted',
    source: FILTERING,
    mapping: { ...QUEUE, ...FILTERS },
    resources: queue(redrive(3)),
    says: [
      'A message that matches no filter is deleted from the queue: the function never gets it, and neither does a ' +
        'dead-letter queue.',
    ],
  },
  {
    name: 'a queue has no order',
    source: SQS_SCALING,
    mapping: QUEUE,
    resources: queue(),
    says: ['There is no order', 'At most 1,250 batches are processed at the same time'],
  },
  {
    name: 'a maximum concurrency',
    source: SQS_SCALING,
    mapping: { ...QUEUE, ScalingConfig: { MaximumConcurrency: 7 } },
    resources: queue(),
    says: ['At most 7 batches are processed at the same time: the maximum concurrency of the mapping.'],
  },
  {
    name: 'pollers of the mapping have ten batches each',
    source: SQS_SCALING,
    mapping: { ...QUEUE, ProvisionedPollerConfig: { MaximumPollers: 3 } },
    resources: queue(),
    says: ['At most 30 batches are processed at the same time: 3 pollers × 10.'],
  },
  {
    name: 'a new mapping of a queue finds its messages',
    source: SQS_ERRORS,
    mapping: QUEUE,
    resources: queue(),
    says: [
      'finds all messages that are still in the queue',
      'may be processed twice',
      'as long as it reads before they expire',
    ],
  },
  // SQS FIFO
  {
    name: 'a FIFO queue: a message holds up its group until it is given up',
    source: SQS_ERRORS,
    mapping: { ...QUEUE },
    resources: queue({ ...FIFO, VisibilityTimeout: 60, ...redrive(5) }, FIFO),
    says: [
      'Meanwhile the rest of its message group waits at least 5 min (5 × 1 min).',
      'The messages of one message group are processed in order',
      'leaves a gap',
    ],
    never: ['Other messages do not wait'],
  },
  {
    name: 'a FIFO queue without a dead-letter queue holds up a group until the message expires',
    source: SQS_ERRORS,
    mapping: QUEUE,
    resources: queue(FIFO),
    says: [
      'Meanwhile the rest of its message group waits, until it succeeds or expires (4 d after it came there',
      'When it expires, it is lost.',
    ],
  },
  {
    name: 'a FIFO dead-letter queue counts from when the message comes there',
    source: sqsGuide('setting-up-dead-letter-queue-retention'),
    mapping: QUEUE,
    resources: queue({ ...FIFO, VisibilityTimeout: 3600, ...redrive(10) }, { ...FIFO, MessageRetentionPeriod: 3600 }),
    says: ['There it is lost 1 h after it came there (its retention period).'],
    never: ['over by then'],
  },
  {
    name: 'message groups bound the concurrency of a FIFO queue',
    source: recorded(SQS, 'test_fifo_message_group_parallelism'),
    mapping: QUEUE,
    resources: queue(FIFO),
    says: ['At the same time, as many batches are processed as there are message groups.'],
  },
  // Kafka
  {
    name: 'a topic on demand is retried until its records expire',
    source: KAFKA_RETRIES,
    mapping: MSK,
    says: [
      'again and again until it succeeds or its records expire (the retention of the topic, which the cluster sets)',
      'the rest of its partition waits',
      'When it expires, it is lost.',
    ],
  },
  {
    name: 'with a failure destination, Lambda retries ten times',
    source: KAFKA_TOPIC_DESTINATION,
    mapping: { ...MSK, ...PROVISIONED, MaximumRetryAttempts: -1, ...onFailure(BUCKET_ARN) },
    says: [
      'at most 11 times: once, and 10 times more (what Lambda limits them to where there is a failure destination)',
      'gets the batch with its records',
    ],
  },
  {
    name: 'a topic of the cluster gets the records',
    source: KAFKA_TOPIC_DESTINATION,
    mapping: { ...MSK, ...PROVISIONED, MaximumRetryAttempts: 2, ...onFailure('kafka://failed-clicks') },
    says: ['at most 3 times', 'gets the batch with its records'],
  },
  {
    name: 'a queue as the destination of a topic gets no records',
    source: guide('kafka-on-failure'),
    mapping: { ...KAFKA, ...PROVISIONED, MaximumRetryAttempts: 2, ...onFailure(QUEUE_ARN) },
    says: [
      'and not its records. Read these from the source before they expire there (the retention of the topic, which ' +
        'the cluster sets), or they are lost',
    ],
  },
  {
    name: 'retries without a destination end with a loss',
    source: KAFKA_RETRIES,
    mapping: { ...KAFKA, ...PROVISIONED, MaximumRetryAttempts: 2 },
    says: ['Then it is lost: there is no failure destination.'],
  },
  {
    name: 'a partition in order',
    source: guide('kafka-scaling-modes'),
    mapping: KAFKA,
    says: [
      'The records of one partition are processed in order, one batch at a time.',
      'At the same time, as many batches are processed as there are partitions of the topic.',
    ],
  },
  {
    name: 'a share group has no order, and retries nothing by default',
    source: guide('polling-kafka-queue'),
    mapping: { ...KAFKA, StartingPosition: undefined, ...PROVISIONED, ...SHARE_GROUP },
    says: [
      'There is no order',
      'is tried once, and not again (the default of this mode)',
      'Then it is lost: there is no failure destination.',
    ],
    never: ['partition waits'],
  },
  {
    name: 'a consumer group that is named goes on where it was',
    source: guide('kafka-consumer-group-id'),
    mapping: { ...MSK, AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: 'g' } },
    says: ['reads as the same consumer group and continues where the old one stopped, whatever its starting position'],
    never: ['begins after the newest record'],
  },
  {
    name: 'a consumer group of the mapping itself begins anew',
    source: guide('kafka-consumer-group-id'),
    mapping: MSK,
    says: ['begins after the newest record: what arrives before it reads is never processed'],
    never: NOT_LOST,
  },
  // Amazon MQ
  {
    name: 'a queue of ActiveMQ: a batch is retried until its messages expire',
    source: guide('with-mq'),
    mapping: ACTIVE_MQ,
    resources: broker('ACTIVEMQ'),
    says: [
      'again and again until it succeeds or its messages expire',
      'it takes up one of the 5 batches',
      'At most 5 batches are processed at the same time',
    ],
  },
  {
    name: 'a queue of RabbitMQ waits as a whole',
    source: guide('with-mq'),
    mapping: ACTIVE_MQ,
    resources: broker('RABBITMQ'),
    says: [
      'the rest of the queue waits',
      'At most 1 batch is processed at the same time',
      'When it expires, it is lost, or goes where the broker sends what expires.',
    ],
  },
  // Amazon DocumentDB
  {
    name: 'a change stream whose events expire disables the mapping',
    source: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/using-lambda.html',
    mapping: DOCUMENTDB,
    says: [
      'An event can be processed more than once.',
      'When it expires, Lambda disables the mapping, and all events that expire until a new one reads are lost.',
      'the rest of the change stream waits',
    ],
    never: NOT_LOST,
  },
  {
    name: 'a change stream is processed in order, one batch at a time',
    source: guide('with-documentdb'),
    mapping: DOCUMENTDB,
    says: [
      'The events of one change stream are processed in order, one batch at a time.',
      'At most 1 batch is processed at the same time',
    ],
  },
  {
    name: 'a new mapping of a change stream from the newest event misses events',
    source: guide('with-documentdb'),
    mapping: DOCUMENTDB,
    says: ['what arrives before it reads is never processed'],
    never: NOT_LOST,
  },
];
