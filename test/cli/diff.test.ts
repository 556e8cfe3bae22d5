import { join } from 'path';
import { command, folderWith, MAPPING } from './run';

const STREAM = {
  EventSourceArn: 'arn:aws:kinesis:eu-west-1:123456789012:stream/clicks',
  FunctionName: 'handler',
  StartingPosition: 'LATEST',
};
const KAFKA = {
  EventSourceArn: 'arn:aws:kafka:eu-west-1:123456789012:cluster/clicks/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2',
  FunctionName: 'handler',
  StartingPosition: 'LATEST',
  Topics: ['clicks'],
  AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: 'group' },
};
const SERVERS = (...servers: string[]) => ({
  SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: servers } },
});
const OWN_KAFKA = {
  ...SERVERS('a.example.com:9092', 'b.example.com:9092'),
  FunctionName: 'handler',
  Topics: ['clicks'],
  SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: 'group' },
};
const CONSUMED = (mode: string) => ({
  SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: 'group', ConsumptionMode: mode },
});
const BROKER = {
  EventSourceArn: { 'Fn::GetAtt': ['Broker', 'Arn'] },
  FunctionName: 'handler',
  Queues: ['jobs'],
  SourceAccessConfigurations: [
    { Type: 'BASIC_AUTH', URI: 'secret' },
    { Type: 'VIRTUAL_HOST', URI: 'prod' },
  ],
};
const DOCUMENTS = {
  EventSourceArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:docs',
  FunctionName: 'handler',
  StartingPosition: 'LATEST',
  DocumentDBEventSourceConfig: { DatabaseName: 'shop', CollectionName: 'orders', FullDocument: 'Default' },
};

const template = (mappings: object) => ({
  Resources: {
    Broker: { Type: 'AWS::AmazonMQ::Broker', Properties: { EngineType: 'RABBITMQ' } },
    ...Object.fromEntries(Object.entries(mappings).map(([id, Properties]) => [id, { Type: MAPPING, Properties }])),
  },
});

function outcomes(before: object, after: object): { readonly said: string[]; readonly status: number } {
  const folder = folderWith({ 'old.json': template(before), 'new.json': template(after) });
  const { stdout, status } = command('diff', join(folder, 'old.json'), join(folder, 'new.json'), '--format', 'json');
  return {
    said: (JSON.parse(stdout) as { logicalId: string; outcome: string }[]).map(
      ({ logicalId, outcome }) => `${logicalId} ${outcome}`,
    ),
    status,
  };
}

describe('an update', () => {
  test.each<[string, object, object, string[], number]>([
    ['of nothing', { A: STREAM }, { A: { ...STREAM } }, [], 0],
    ['of a new mapping', {}, { A: STREAM }, ['A created'], 0],
    ['of a mapping that is gone', { A: STREAM }, {}, ['A deleted'], 0],
    ['of the batch size', { A: STREAM }, { A: { ...STREAM, BatchSize: 5 } }, ['A updated'], 0],
    ['of the function', { A: STREAM }, { A: { ...STREAM, FunctionName: 'other' } }, ['A updated'], 0],
    [
      'of the source',
      { A: STREAM },
      { A: { ...STREAM, EventSourceArn: `${STREAM.EventSourceArn}2` } },
      ['A replaced'],
      0,
    ],
    [
      'of the starting position',
      { A: STREAM },
      { A: { ...STREAM, StartingPosition: 'TRIM_HORIZON' } },
      ['A collides'],
      1,
    ],
    [
      'of the starting position and the function',
      { A: STREAM },
      { A: { ...STREAM, StartingPosition: 'TRIM_HORIZON', FunctionName: 'other' } },
      ['A replaced'],
      0,
    ],
    ['of the logical id', { A: STREAM }, { B: STREAM }, ['B collides'], 1],
    [
      'of the logical id and the source',
      { A: STREAM },
      { B: { ...STREAM, EventSourceArn: 'other' } },
      ['A deleted', 'B created'],
      0,
    ],
    ['of the topic', { A: KAFKA }, { A: { ...KAFKA, Topics: ['other'] } }, ['A ignored'], 1],
    [
      'of the topic and the starting position',
      { A: KAFKA },
      { A: { ...KAFKA, Topics: ['other'], StartingPosition: 'TRIM_HORIZON' } },
      ['A replaced'],
      0,
    ],
    [
      'of the consumer group',
      { A: KAFKA },
      { A: { ...KAFKA, AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: 'other' } } },
      ['A refused'],
      1,
    ],
    [
      'of the topic and the batch size',
      { A: KAFKA },
      { A: { ...KAFKA, Topics: ['other'], BatchSize: 5 } },
      ['A ignored', 'A updated'],
      1,
    ],
    [
      'of one broker',
      { A: OWN_KAFKA },
      { A: { ...OWN_KAFKA, ...SERVERS('a.example.com:9092', 'c.example.com:9092') } },
      ['A collides'],
      1,
    ],
    ['of all brokers', { A: OWN_KAFKA }, { A: { ...OWN_KAFKA, ...SERVERS('c.example.com:9092') } }, ['A replaced'], 0],
    ['of the logical id and the queue', { A: BROKER }, { B: { ...BROKER, Queues: ['other'] } }, ['B replaced'], 0],
    ["of the logical id of a broker's mapping", { A: BROKER }, { B: BROKER }, ['B collides'], 1],
    [
      'of a consumption mode that is the default',
      { A: OWN_KAFKA },
      { A: { ...OWN_KAFKA, ...CONSUMED('Stream') } },
      ['A updated'],
      0,
    ],
    [
      'of the consumption mode',
      { A: { ...OWN_KAFKA, ...CONSUMED('Stream') } },
      { A: { ...OWN_KAFKA, ...CONSUMED('Queue') } },
      ['A refused'],
      1,
    ],
    ['of the queue', { A: BROKER }, { A: { ...BROKER, Queues: ['other'] } }, ['A ignored'], 1],
    ['of anything beside a virtual host', { A: BROKER }, { A: { ...BROKER, BatchSize: 5 } }, ['A refused'], 1],
    [
      'of the virtual host',
      { A: BROKER },
      {
        A: {
          ...BROKER,
          SourceAccessConfigurations: [BROKER.SourceAccessConfigurations[0], { Type: 'VIRTUAL_HOST', URI: 'test' }],
        },
      },
      ['A refused'],
      1,
    ],
    [
      'of the database',
      { A: DOCUMENTS },
      {
        A: {
          ...DOCUMENTS,
          DocumentDBEventSourceConfig: { ...DOCUMENTS.DocumentDBEventSourceConfig, DatabaseName: 'other' },
        },
      },
      ['A refused'],
      1,
    ],
    [
      'of the full document',
      { A: DOCUMENTS },
      {
        A: {
          ...DOCUMENTS,
          DocumentDBEventSourceConfig: { ...DOCUMENTS.DocumentDBEventSourceConfig, FullDocument: 'UpdateLookup' },
        },
      },
      ['A updated'],
      0,
    ],
    [
      'to a first window',
      { A: DOCUMENTS },
      { A: { ...DOCUMENTS, MaximumBatchingWindowInSeconds: 1 } },
      ['A irreversible'],
      0,
    ],
    ['to no window', { A: { ...KAFKA, MaximumBatchingWindowInSeconds: 1 } }, { A: KAFKA }, ['A irreversible'], 0],
    [
      'to another window',
      { A: { ...KAFKA, MaximumBatchingWindowInSeconds: 1 } },
      { A: { ...KAFKA, MaximumBatchingWindowInSeconds: 2 } },
      ['A updated'],
      0,
    ],
    [
      'to a first window of a stream',
      { A: STREAM },
      { A: { ...STREAM, MaximumBatchingWindowInSeconds: 1 } },
      ['A updated'],
      0,
    ],
  ])('%s', (_, before, after, said, status) => expect(outcomes(before, after)).toEqual({ said, status }));
});

test.each(['human', 'markdown', 'github'])('says what happens, and the way out: %s', (format) => {
  const folder = folderWith({
    'old.json': JSON.stringify(template({ Clicks: STREAM, Topic: KAFKA, Same: STREAM, Old: STREAM }), undefined, 1),
    'new.json': JSON.stringify(
      template({
        Same: STREAM,
        Clicks: { ...STREAM, StartingPosition: 'TRIM_HORIZON' },
        Topic: { ...KAFKA, Topics: ['an|other'], BatchSize: 5 },
        New: { ...STREAM, FunctionName: 'new' },
      }),
      undefined,
      1,
    ),
  });
  const { stdout } = command('diff', join(folder, 'old.json'), join(folder, 'new.json'), '--format', format);
  expect(stdout.replaceAll(folder, 'folder')).toMatchSnapshot();
});

describe('nothing', () => {
  const folder = folderWith({ 'a.json': template({ A: STREAM }) });
  test.each([
    ['human', 'no mapping changes\n'],
    ['markdown', 'No mapping changes.\n'],
    ['github', ''],
    ['json', '[]\n'],
  ])('as %s', (format, stdout) => {
    expect(command('diff', folder, folder, '--format', format)).toEqual({ status: 0, stdout, stderr: '' });
  });
});

test('compares the files of two folders', () => {
  const files = (position: string) => ({
    'a.json': template({ A: { ...STREAM, StartingPosition: position } }),
    'b.json': template({ A: STREAM }),
  });
  const { stdout, status } = command(
    'diff',
    folderWith(files('LATEST')),
    folderWith(files('TRIM_HORIZON')),
    '--format',
    'json',
  );
  expect(status).toBe(1);
  expect((JSON.parse(stdout) as { file: string }[]).map(({ file }) => file)).toEqual(['a.json']);
});

test("tells what can't be read, and compares nothing with it", () => {
  const folder = folderWith({ 'new.json': template({ A: STREAM }) });
  const diff = (format: string) =>
    command('diff', join(folder, 'old.json'), join(folder, 'new.json'), '--format', format);
  expect(diff('human')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('does not exist') });
  expect(diff('markdown').stdout).toBe('');
  expect(diff('json').stdout).toBe('[]\n');
  expect(diff('github').stdout).toMatch(/^::error file=[^:]*old.json::[^\n]* does not exist\n$/);
});

describe('a source of another stack', () => {
  const strong = (name: string) => ({ 'Fn::ImportValue': `Data:ExportsOutputFnGetAtt${name}15A7202E` });
  const weak = (name: string, more = {}) => ({
    'Fn::GetStackOutput': { StackName: 'Data', OutputName: `PublishOutputFnGetAtt${name}BDF19C51`, ...more },
  });
  const changes = (before: unknown, after: unknown) => {
    const folder = folderWith({
      'old.json': template({ A: { ...STREAM, EventSourceArn: before } }),
      'new.json': template({ A: { ...STREAM, EventSourceArn: after } }),
    });
    return command('diff', join(folder, 'old.json'), join(folder, 'new.json')).stdout;
  };
  const clicks = 'Clicks790BDEE4Arn';
  const region = { Region: { Ref: 'AWS::Region' } };

  test('stays the same when the AWS CDK makes a weak reference of a strong one', () => {
    expect(changes(strong(clicks), weak(clicks, region))).toBe('no mapping changes\n');
    expect(changes(weak(clicks), strong(clicks))).toBe('no mapping changes\n');
  });

  test('is another one', () => {
    expect(changes(strong(clicks), weak('Orders2ADA1321Arn'))).toContain(
      'EventSourceArn: Clicks790BDEE4Arn of Data → Orders2ADA1321Arn of Data',
    );
    expect(
      changes({ 'Fn::ImportValue': 'clicks' }, { 'Fn::GetStackOutput': { StackName: 'data', OutputName: 'Clicks' } }),
    ).toContain('EventSourceArn: import of clicks → output Clicks of data');
  });
});

test('a queue has no position that its mapping could keep or begin at', () => {
  const queue = (name: string, BatchSize: number) => ({
    A: { EventSourceArn: `arn:aws:sqs:eu-west-1:123456789012:${name}`, FunctionName: 'handler', BatchSize },
  });
  const explanations = (before: object, after: object) => {
    const folder = folderWith({ 'old.json': template(before), 'new.json': template(after) });
    const { stdout } = command('diff', join(folder, 'old.json'), join(folder, 'new.json'), '--format', 'json');
    return (JSON.parse(stdout) as { explanation: string }[]).map(({ explanation }) => explanation);
  };
  expect(explanations(queue('a', 1), queue('a', 2))).toEqual(['CloudFormation updates the mapping in place']);
  expect(explanations(queue('a', 1), queue('b', 1))).toEqual([
    'CloudFormation makes a new mapping, and deletes the old one afterwards',
  ]);
  expect(explanations({ A: STREAM }, { A: { ...STREAM, BatchSize: 2 } })).toEqual([
    expect.stringContaining('keeps its position'),
  ]);
});

interface Told {
  readonly logicalId: string;
  readonly outcome: string;
  readonly properties: readonly string[];
  readonly explanation: string;
}

/** The whole result of `diff` for two templates. */
function compared(before: object, after: object): { readonly changes: Told[]; readonly status: number } {
  const folder = folderWith({ 'old.json': before, 'new.json': after });
  const { stdout, status } = command('diff', join(folder, 'old.json'), join(folder, 'new.json'), '--format', 'json');
  return { changes: JSON.parse(stdout) as Told[], status };
}

const short = ({ changes }: { readonly changes: readonly Told[] }) =>
  changes.map(({ logicalId, outcome, properties }) => [`${logicalId} ${outcome}`, ...properties].join('; '));

describe('a source that is replaced takes its mapping with it', () => {
  const TABLE = { TableName: 'orders', StreamSpecification: { StreamViewType: 'NEW_IMAGE' } };
  const table = (properties: object) => ({
    Source: { Type: 'AWS::DynamoDB::Table', Properties: { ...TABLE, ...properties } },
  });
  const queue = (properties: object) => ({ Source: { Type: 'AWS::SQS::Queue', Properties: properties } });
  const streamOf = (properties: object) => ({ Source: { Type: 'AWS::Kinesis::Stream', Properties: properties } });
  const consumer = (properties: object, stream: object = {}) => ({
    Source: {
      Type: 'AWS::Kinesis::StreamConsumer',
      Properties: { ConsumerName: 'audit', StreamARN: { 'Fn::GetAtt': ['Stream', 'Arn'] }, ...properties },
    },
    Stream: { Type: 'AWS::Kinesis::Stream', Properties: stream },
  });
  const LATEST = { StartingPosition: 'LATEST' };
  const reading = (resources: object, arn: unknown, more: object = {}) => ({
    Resources: {
      ...resources,
      A: { Type: MAPPING, Properties: { EventSourceArn: arn, FunctionName: 'handler', ...more } },
    },
  });
  const of = (attribute: string) => ({ 'Fn::GetAtt': ['Source', attribute] });

  test.each<[string, object, object, unknown, object, string[], number]>([
    [
      'a table of another name',
      table({}),
      table({ TableName: 'sales' }),
      of('StreamArn'),
      LATEST,
      ['A replaced; Source TableName: orders → sales'],
      0,
    ],
    [
      'a table of another view',
      table({}),
      table({ StreamSpecification: { StreamViewType: 'KEYS_ONLY' } }),
      of('StreamArn'),
      LATEST,
      ['A replaced; Source StreamSpecification.StreamViewType: NEW_IMAGE → KEYS_ONLY'],
      0,
    ],
    [
      'a table of another billing',
      table({}),
      table({ BillingMode: 'PAY_PER_REQUEST' }),
      of('StreamArn'),
      LATEST,
      [],
      0,
    ],
    [
      'a queue of another name',
      queue({ QueueName: 'a' }),
      queue({ QueueName: 'b' }),
      of('Arn'),
      {},
      ['A replaced; Source QueueName: a → b'],
      0,
    ],
    [
      'a queue that gets a name',
      queue({}),
      queue({ QueueName: 'b' }),
      of('Arn'),
      {},
      ['A replaced; Source QueueName: none → b'],
      0,
    ],
    ['a queue that is not FIFO still', queue({}), queue({ FifoQueue: false }), of('Arn'), {}, [], 0],
    ['a queue of another visibility', queue({}), queue({ VisibilityTimeout: 60 }), of('Arn'), {}, [], 0],
    [
      'a stream of another name',
      streamOf({ Name: 'a' }),
      streamOf({ Name: 'b' }),
      of('Arn'),
      LATEST,
      ['A replaced; Source Name: a → b'],
      0,
    ],
    ['a stream of more shards', streamOf({ ShardCount: 1 }), streamOf({ ShardCount: 2 }), of('Arn'), LATEST, [], 0],
    [
      'a consumer of another name',
      consumer({}),
      consumer({ ConsumerName: 'other' }),
      { Ref: 'Source' },
      LATEST,
      ['A replaced; Source ConsumerName: audit → other'],
      0,
    ],
    [
      'a consumer of other tags, whose name is taken',
      consumer({}),
      consumer({ Tags: [] }),
      { Ref: 'Source' },
      LATEST,
      ['A fails; Source Tags: none → none'],
      1,
    ],
    [
      'a consumer of a stream that is replaced',
      consumer({}, { Name: 'a' }),
      consumer({}, { Name: 'b' }),
      { Ref: 'Source' },
      LATEST,
      ['A fails; Source StreamARN: another Stream'],
      1,
    ],
  ])('%s', (_, before, after, arn, more, said, status) => {
    const result = compared(reading(before, arn, more), reading(after, arn, more));
    expect({ said: short(result), status: result.status }).toEqual({ said, status });
  });

  test('and what is lost, or read again, is said', () => {
    const words = (before: object, after: object, arn: unknown, more: object) =>
      compared(reading(before, arn, more), reading(after, arn, more)).changes[0].explanation;
    expect(words(table({}), table({ TableName: 'sales' }), of('StreamArn'), LATEST)).toMatch(
      /The new Source is empty, .*; LATEST misses/,
    );
    expect(words(queue({ QueueName: 'a' }), queue({ QueueName: 'b' }), of('Arn'), {})).toMatch(
      /The new Source is empty, and what the old one still holds is not read any more$/,
    );
    expect(
      words(consumer({}), consumer({ ConsumerName: 'b' }), { Ref: 'Source' }, { StartingPosition: 'TRIM_HORIZON' }),
    ).toContain('TRIM_HORIZON reads again all');
    expect(words(consumer({}), consumer({ ConsumerName: 'b' }), { Ref: 'Source' }, LATEST)).toContain(
      'LATEST misses what is written',
    );
  });

  test('also under another starting position, which collides with nothing then', () => {
    const before = reading(table({}), of('StreamArn'), LATEST);
    const after = reading(table({ TableName: 'sales' }), of('StreamArn'), { StartingPosition: 'TRIM_HORIZON' });
    expect(short(compared(before, after))).toEqual([
      'A replaced; Source TableName: orders → sales; StartingPosition: LATEST → TRIM_HORIZON',
    ]);
  });

  test('a source of another logical id goes with what it holds', () => {
    const renamed = {
      Resources: {
        Jobs: queue({}).Source,
        A: {
          Type: MAPPING,
          Properties: { EventSourceArn: { 'Fn::GetAtt': ['Jobs', 'Arn'] }, FunctionName: 'handler' },
        },
      },
    };
    const [change] = compared(reading(queue({}), of('Arn')), renamed).changes;
    expect(change).toMatchObject({
      outcome: 'replaced',
      properties: ['EventSourceArn: Source → Jobs'],
      explanation: expect.stringContaining('Source is not in the template any more'),
    });
  });
});

describe('the default of a parameter', () => {
  const sized = (Default: unknown, more: object = {}, parameter: object = {}) => ({
    Parameters: { Size: { Type: 'Number', Default, ...parameter } },
    Resources: { A: { Type: MAPPING, Properties: { ...STREAM, BatchSize: { Ref: 'Size' }, ...more } } },
  });
  test('that changes alone changes nothing of a stack that exists', () => {
    const { changes, status } = compared(sized(1), sized(5));
    expect({ changes, status }).toMatchObject({
      status: 0,
      changes: [
        {
          logicalId: 'A',
          outcome: 'kept',
          properties: ['BatchSize: 1 → 5'],
          explanation: expect.stringContaining('only the default of Size changes'),
        },
      ],
    });
  });
  test('beside another change is not told as one', () => {
    expect(short(compared(sized(1), sized(5, { ParallelizationFactor: 2 })))).toEqual([
      'A updated; ParallelizationFactor: none → 2',
    ]);
  });
  test('would collide if it were used', () => {
    const at = (Default: string) =>
      sized(1, { StartingPosition: { Ref: 'Position' } }, {}) && {
        Parameters: { Position: { Type: 'String', Default, AllowedValues: ['LATEST', 'TRIM_HORIZON'] } },
        Resources: { A: { Type: MAPPING, Properties: { ...STREAM, StartingPosition: { Ref: 'Position' } } } },
      };
    const result = compared(at('LATEST'), at('TRIM_HORIZON'));
    expect([short(result), result.status]).toEqual([['A kept; StartingPosition: LATEST → TRIM_HORIZON'], 0]);
  });
  test('that is new is used', () => {
    const literal = { Resources: { A: { Type: MAPPING, Properties: { ...STREAM, BatchSize: 1 } } } };
    expect(short(compared(literal, sized(5)))).toEqual(['A updated; BatchSize: 1 → 5']);
  });
});

describe('the same, written otherwise', () => {
  const around = {
    Fn: { Type: 'AWS::Lambda::Function' },
    Other: { Type: 'AWS::Lambda::Function' },
    Jobs: { Type: 'AWS::SQS::Queue' },
  };
  const arn = { 'Fn::GetAtt': ['Jobs', 'Arn'] };
  const reading = (EventSourceArn: unknown, FunctionName: unknown) => ({
    Parameters: { Arn: { Type: 'String', Default: STREAM.EventSourceArn } },
    Resources: { ...around, A: { Type: MAPPING, Properties: { EventSourceArn, FunctionName } } },
  });
  test.each<[string, [unknown, unknown], [unknown, unknown], string[]]>([
    ['a function by its name and its ARN', [arn, { Ref: 'Fn' }], [arn, { 'Fn::GetAtt': ['Fn', 'Arn'] }], []],
    [
      'a function and its alias',
      [arn, { Ref: 'Fn' }],
      [arn, { 'Fn::Sub': '${Fn.Arn}:live' }],
      ['A updated; FunctionName: Fn → ${Fn}:live'],
    ],
    ['another function', [arn, { Ref: 'Fn' }], [arn, { Ref: 'Other' }], ['A updated; FunctionName: Fn → Other']],
    ['a queue by its attribute and in a text', [arn, 'h'], [{ 'Fn::Sub': '${Jobs.Arn}' }, 'h'], []],
    ['a queue and its address', [arn, 'h'], [{ Ref: 'Jobs' }, 'h'], ['A replaced; EventSourceArn: Jobs.Arn → Jobs']],
    ['a text and a parameter of it', [STREAM.EventSourceArn, 'h'], [{ Ref: 'Arn' }, 'h'], []],
    [
      'a text and a parameter of another one',
      [`${STREAM.EventSourceArn}2`, 'h'],
      [{ Ref: 'Arn' }, 'h'],
      [`A replaced; EventSourceArn: ${STREAM.EventSourceArn}2 → Arn`],
    ],
  ])('%s', (_, before, after, said) => expect(short(compared(reading(...before), reading(...after)))).toEqual(said));
});

describe('a mapping of another logical id', () => {
  const named = (id: string, properties: object) => ({
    Resources: { [id]: { Type: MAPPING, Properties: properties } },
  });
  test('names the one whose place it takes, and what else has changed', () => {
    const group = (ConsumerGroupId: string) => ({ ...KAFKA, AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId } });
    const {
      changes: [change, ...others],
    } = compared(named('A', group('a')), named('B', group('b')));
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      logicalId: 'B',
      outcome: 'collides',
      properties: ['logical id: A → B', 'AmazonManagedKafkaEventSourceConfig.ConsumerGroupId: a → b'],
    });
    expect(change.explanation).toContain("the option adopts ('A')");
  });
  test('is another one for Lambda, with another topic', () => {
    expect(short(compared(named('A', KAFKA), named('B', { ...KAFKA, Topics: ['other'] })))).toEqual([
      'B replaced; logical id: A → B; Topics: clicks → other',
    ]);
  });
  test('goes on where the group is that both have, and begins at its position without one', () => {
    const words = (properties: object) =>
      compared(named('A', { ...KAFKA, ...properties }), named('B', { ...KAFKA, ...properties, Topics: ['other'] }))
        .changes[0].explanation;
    expect(words({})).toContain('Lambda ignores the starting position and goes on from the offsets');
    expect(words({})).not.toContain('begins at its starting position');
    expect(words({ AmazonManagedKafkaEventSourceConfig: undefined })).toContain('begins at its starting position');
  });
  test('is not taken for one of two', () => {
    const two = {
      Resources: {
        A: { Type: MAPPING, Properties: { ...KAFKA, Topics: ['a'] } },
        C: { Type: MAPPING, Properties: { ...KAFKA, Topics: ['c'] } },
      },
    };
    expect(short(compared(two, named('B', { ...KAFKA, Topics: ['b'] })))).toEqual([
      'A deleted',
      'C deleted',
      'B created',
    ]);
  });
});

test('of an object, the members that differ are told, in the names of the template', () => {
  const changed = (before: object, after: object) =>
    short(compared(template({ A: { ...STREAM, ...before } }), template({ A: { ...STREAM, ...after } })));
  const to = (Destination: unknown) => ({ DestinationConfig: { OnFailure: { Destination } } });
  expect(changed({}, to({ 'Fn::GetAtt': ['Dead', 'Arn'] }))).toEqual([
    'A updated; DestinationConfig.OnFailure.Destination: none → Dead',
  ]);
  const filters = (...patterns: string[]) => ({
    FilterCriteria: { Filters: patterns.map((Pattern) => ({ Pattern })) },
  });
  expect(changed(filters('{}'), filters('{}', '{"a":[1]}'))).toEqual([
    'A updated; FilterCriteria.Filters[1].Pattern: none → {"a":[1]}',
  ]);
  const tags = (...pairs: [string, unknown][]) => ({ Tags: pairs.map(([Key, Value]) => ({ Key, Value })) });
  expect(changed(tags(['a', '1'], ['b', '2']), tags(['b', { 'Fn::Sub': '${AWS::StackName}-b' }], ['a', '1']))).toEqual([
    'A updated; Tags[b].Value: 2 → ${AWS::StackName}-b',
  ]);
});
