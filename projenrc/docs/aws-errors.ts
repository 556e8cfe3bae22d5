/** An error of AWS, or the symptom if AWS reports none. */
export interface AwsError {
  /** The problem, in a few words. */
  readonly title: string;
  /** The texts that users read; parts in angle brackets vary. */
  readonly texts: readonly string[];
  readonly cause: string;
  readonly fix: string;
  /** The names of the rules that would have told, without their source; none where nothing at synthesis can tell. */
  readonly rules: readonly string[];
}

/** The texts were reported by users or recorded; AWS changes them without notice. */
export const REFUSED: readonly AwsError[] = [
  {
    title: 'The visibility timeout is too short',
    texts: ['Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds'],
    cause: 'The messages would come back while the function still works on them.',
    fix: 'Set `visibilityTimeout` of the queue to at least the timeout of the function. AWS advises six times as long.',
    rules: ['visibility-timeout', 'visibility-timeout-advice'],
  },
  {
    title: 'A large batch has no batching window',
    texts: ['Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10'],
    cause: 'A batch of an SQS standard queue that has more than 10 messages needs a batching window.',
    fix: 'Set `maxBatchingWindow` to at least 1 second, or `batchSize` to 10.',
    rules: ['large-batch-needs-window'],
  },
  {
    title: 'A FIFO queue has a batching window',
    texts: ['Batching window is not supported for FIFO queues'],
    cause: 'Lambda has no batching window for FIFO queues.',
    fix: 'Remove it. `SqsFifoEventSourceMapping` does not have the option.',
    rules: ['unsupported'],
  },
  {
    title: 'The mapping exists already',
    texts: [
      'An event source mapping with SQS arn ("<arn>") and function ("<function>") already exists. Please update or ' +
        'delete the existing mapping with UUID <uuid>',
      'The event source arn ("<arn>") and function ("<function>") provided mapping already exists. Please update or ' +
        'delete the existing mapping with UUID <uuid>',
      'An event source mapping with event source ("<arn>"), function ("<function>"), topics ("<topic>") already ' +
        'exists.',
    ],
    cause:
      'Another mapping has the same source and function. Either there are two, or CloudFormation replaces one: it ' +
      'creates the new one before it deletes the old one.',
    fix:
      'Remove one of the two. For a mapping that has moved in the app, set [`adopts`](migration.md). For a changed ' +
      'starting position, deploy once without the mapping. ' +
      '`npx cdk-event-source-mappings diff` shows this before a deployment.',
    rules: ['duplicate'],
  },
  {
    title: 'The role lacks permissions',
    texts: [
      'The provided execution role does not have permissions to call ReceiveMessage on SQS',
      'Cannot access stream <arn>. Please ensure the role can perform the GetRecords, GetShardIterator, ' +
        'DescribeStream, ListShards, and ListStreams Actions on your stream in IAM.',
    ],
    cause:
      'Lambda checks the permissions when it creates the mapping. The role has none, or its policy is attached ' +
      'after the mapping is created.',
    fix:
      'Let the construct grant access, which is the default, or attach `accessPolicy` before the deployment. In ' +
      'a template, add `DependsOn` with the policy.',
    rules: ['role-access', 'access-not-granted'],
  },
  {
    title: 'The queue is not found',
    texts: ['Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue.'],
    cause: 'The queue is in another Region than the function, or its name is wrong.',
    fix: 'Create the queue in the Region of the function.',
    rules: ['queue-in-region'],
  },
  {
    title: "A secret can't be read",
    texts: [
      'Cannot access secret manager value <arn>. Please ensure the role can perform the ' +
        "'secretsmanager:GetSecretValue' action on your broker in IAM.",
    ],
    cause:
      'The role may not read the secret or decrypt it with its key, the secret is in another Region, or its ARN ' +
      'is incomplete.',
    fix: 'Import the secret by its complete ARN, with its key, in the Region of the function.',
    rules: ['role-access', 'secret-in-region', 'secret-arn-ambiguous', 'key-not-granted'],
  },
  {
    title: 'A secret has the wrong form',
    texts: ['The secret value with ARN <arn> does not have the expected format of: {"certificate"...}'],
    cause: 'The secret is not a JSON object with the members that the authentication needs.',
    fix:
      'Store `username` and `password` for basic authentication and SASL/SCRAM, `certificate` and `privateKey` ' +
      'for mutual TLS, or `certificate` for a root CA.',
    rules: [],
  },
  {
    title: 'The starting position is missing',
    texts: [
      "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must " +
        'not be null.',
    ],
    cause: 'Kinesis, DynamoDB Streams and Amazon MSK need a starting position.',
    fix: 'Set `startingPosition`.',
    rules: ['starting-position-required'],
  },
  {
    title: 'A queue has a starting position',
    texts: ['StartingPosition is not valid for SQS event sources.'],
    cause: 'A queue has no positions.',
    fix: 'Remove it. The constructs for queues do not have the option.',
    rules: ['unsupported'],
  },
  {
    title: 'The timestamp is missing',
    texts: ['Need to specify a timestamp'],
    cause: '`AT_TIMESTAMP` needs `StartingPositionTimestamp`.',
    fix: 'Use `StreamStartingPosition.atTimestamp(...)`, which sets both.',
    rules: ['at-timestamp-needs-timestamp'],
  },
  {
    title: 'The source has no such starting position',
    texts: ['Unsupported starting position for arn type: <arn>'],
    cause: "A DynamoDB stream can't start at a timestamp.",
    fix: 'Use `TRIM_HORIZON`, the oldest record, at most 24 hours old.',
    rules: ['starting-position-choice'],
  },
  {
    title: 'The source has no such option',
    texts: [
      "Unsupported 'maximumRetryAttempts' parameter for given event source mapping type.",
      "Unsupported 'destinationConfig' parameter for given event source mapping type.",
      'FunctionResponseTypes is not allowed for this event source',
    ],
    cause:
      'The option is for other sources. SQS, Amazon MQ and Amazon DocumentDB have no retries and no failure ' +
      'destination; Kafka has retries in provisioned mode only.',
    fix: 'Remove the option, or set it within `provisionedMode`. [Options](options.md) shows which source has which.',
    rules: ['unsupported', 'retry-attempts-need-provisioned-mode', 'partial-responses-need-provisioned-mode'],
  },
  {
    title: 'The record age is out of range',
    texts: ['MaximumRecordAgeInSeconds must be either -1 (forever) or between 60 and 604800 (inclusive)'],
    cause: 'The maximum age of a record is 60 seconds to 7 days, or unlimited.',
    fix: 'Set `maxRecordAge` within these bounds.',
    rules: ['max-record-age-range'],
  },
  {
    title: 'A filter pattern is invalid',
    texts: ['Invalid filter pattern definition.'],
    cause: 'The pattern is not a JSON object, or a value is not in a list.',
    fix: 'Use the typed filters, or try the pattern in a unit test: [filters](filters.md).',
    rules: ['filters-pattern', 'filter-without-pattern'],
  },
  {
    title: 'Self-managed Kafka without authentication and VPC',
    texts: ["Required 'sourceAccessConfigurations' parameter is missing."],
    cause: 'Brokers that are reached over the Internet need authentication; others need the VPC.',
    fix: 'Set `authentication` or `network`.',
    rules: ['access'],
  },
  {
    title: 'The source is not recognized',
    texts: ['Unrecognized event source.', 'Stream not found: <arn>'],
    cause:
      'The mapping has neither an ARN of a supported service nor bootstrap servers, or it has the ARN of a table ' +
      'instead of that of its stream.',
    fix: 'Name one source. For DynamoDB, name the stream of the table.',
    rules: ['source-required', 'source-polled', 'source-attribute', 'table-without-stream'],
  },
  {
    title: 'The topic is missing',
    texts: ['#/Topics: expected minimum item count: 1, found: 0'],
    cause: 'A mapping of Kafka reads exactly one topic.',
    fix: 'Set `topic`.',
    rules: ['topic-count', 'topic-required'],
  },
  {
    title: 'The engine version is not supported',
    texts: ['Engine version 8.0.1 is not supported.'],
    cause: 'Lambda reads Amazon DocumentDB 4.0 and 5.0.',
    fix: 'Use one of these versions.',
    rules: ['engine-version', 'newer-engine-version'],
  },
  {
    title: "An update names a value that can't change",
    texts: [
      'Invalid parameters: VIRTUAL_HOST',
      'Invalid parameters: collectionName, databaseName',
      "Unsupported '<configuration>.consumerGroupId' parameter",
    ],
    cause:
      "Lambda can't change the virtual host, the database, the collection or the consumer group, but " +
      'CloudFormation tries.',
    fix:
      'Create a new mapping. The constructs do so, because these values are part of the logical id: ' +
      '[updates](updates.md). A mapping with a virtual host ' +
      'other than `/` refuses every update.',
    rules: ['virtual-host-blocks-updates', 'consumer-group-id-unknown-identity'],
  },
  {
    title: 'The Region does not know a property',
    texts: [
      'Model validation failed (#: extraneous key [Tags] is not permitted)',
      'Unsupported resource type for tagging or invalid ARN',
    ],
    cause: 'CloudFormation has an older schema in this Region, or the deployment lacks `lambda:TagResource`.',
    fix:
      'Leave the property out there. To exclude a mapping from the tags of its stack, use `excludeResourceTypes` ' +
      'of `Tags.of(stack).add`.',
    rules: [],
  },
];

/** Nothing fails, and still no record arrives, or some are lost. */
export const SILENT: readonly AwsError[] = [
  {
    title: 'Records never arrive from a source in a VPC',
    texts: [],
    cause:
      "The pollers can't reach the brokers, Lambda, AWS STS or AWS Secrets Manager. The mapping is enabled and " +
      'shows no error.',
    fix:
      'Add a NAT gateway or the endpoints: [Kafka in a VPC](cookbook/kafka-in-a-vpc.md). Let the security group ' +
      'of the brokers reach itself.',
    rules: ['network-without-way-out', 'failure-destination-out-of-reach'],
  },
  {
    title: 'The function still reads the old topic',
    texts: [],
    cause: "CloudFormation reported the change of `Topics` or `Queues` as done, but Lambda can't change it.",
    fix: 'Create a new mapping. The constructs do so: [updates](updates.md).',
    rules: ['topic-unknown-identity', 'queue-name-unknown-identity'],
  },
  {
    title: 'A filter drops every record',
    texts: [],
    cause:
      'The pattern names a key that records do not have, compares text with a number, or expects JSON where ' +
      'records are text.',
    fix: 'Try the filter on a record: [records that a filter drops](cookbook/what-a-filter-drops.md).',
    rules: [
      'filters-root-key',
      'filters-unseen-key',
      'filters-type-value',
      'filters-type-letter',
      'filters-need-images',
    ],
  },
  {
    title: 'A filter drops nothing',
    texts: [],
    cause: 'The pattern is empty (`{}`), which matches everything.',
    fix: 'Write the pattern as text in JSON, or use the typed filters.',
    rules: ['filters-pattern-empty'],
  },
  {
    title: 'Failed records are lost although the function reports them',
    texts: [],
    cause:
      'The function returns `batchItemFailures`, but the mapping does not have `reportBatchItemFailures`, so Lambda ' +
      'ignores the list.',
    fix: 'Set the option: [partial batch responses](cookbook/partial-batch-response.md).',
    rules: [],
  },
  {
    title: 'Good messages are in the dead-letter queue',
    texts: [],
    cause: 'The function was throttled. Each throttled attempt counts as a receive.',
    fix:
      'Limit the concurrency of the mapping instead of that of the function, and set `maxReceiveCount` to 5 or ' +
      'more: [limit the concurrency](cookbook/backpressure.md).',
    rules: [
      'reserved-concurrency-below-max-concurrency',
      'reserved-concurrency-below-pollers',
      'max-receive-count',
      'function-without-concurrency',
    ],
  },
  {
    title: 'A failing record never reaches the failure destination',
    texts: [],
    cause:
      'Without a limit, Lambda retries a record of a stream until it expires. If the destination is a FIFO queue or ' +
      'topic, or out of reach, the record is lost.',
    fix: 'Set `retryAttempts` or `maxRecordAge`: [poison pills](cookbook/poison-pills.md).',
    rules: ['on-failure-fifo', 'endless-retries-with-failure-destination', 'failure-destination-out-of-reach'],
  },
];
