import { join } from 'path';
import { command, folderWith, MAPPING, QUEUE, templateOf } from './run';

const PATTERN =
  '{"body":{"kind":["order",{"prefix":"re"}],"total":[{"numeric":[">",0,"<=",100]}],"old":[{"exists":false}]}}';

const TEMPLATE = `
Parameters:
  Size: {Type: Number, Default: 50}
Conditions: {Prod: !Equals [a, b]}
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Dead: {Type: AWS::SQS::Queue}
  Stream: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 4}}
  Reader: {Type: AWS::Kinesis::StreamConsumer, Properties: {StreamARN: !GetAtt Stream.Arn, ConsumerName: reader}}
  Handler: {Type: AWS::Lambda::Function}
  Jobs:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Queue.Arn
      FunctionName: !Ref Handler
      BatchSize: !Ref Size
      MaximumBatchingWindowInSeconds: 5
      ScalingConfig: {MaximumConcurrency: 7}
      FunctionResponseTypes: [ReportBatchItemFailures]
      FilterCriteria:
        Filters:
          - Pattern: '${PATTERN}'
          - Pattern: '{"body":{"kind":[{"anything-but":["a|b","<script>"]}]}}'
  Clicks:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !Ref Reader
      FunctionName: arn:aws:lambda:eu-west-1:123456789012:function:handler:live
      StartingPosition: AT_TIMESTAMP
      StartingPositionTimestamp: 1767225600
      ParallelizationFactor: 3
      MaximumRetryAttempts: 2
      MaximumRecordAgeInSeconds: 3600
      BisectBatchOnFunctionError: true
      TumblingWindowInSeconds: 60
      DestinationConfig: {OnFailure: {Destination: !GetAtt Dead.Arn}}
      MetricsConfig: {Metrics: [EventCount]}
      Enabled: !If [Prod, true, false]
  Audit:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      SelfManagedEventSource: {Endpoints: {KafkaBootstrapServers: ['b-1.example.com:9092']}}
      Topics: [audit]
      FunctionName: handler
      Enabled: false
`;

const folder = folderWith({ 'app.yaml': TEMPLATE, 'empty.yaml': 'Resources: {}' });
const review = (...args: string[]) => command('review', folder, ...args);

type Row = { readonly [name: string]: unknown };

/** The rows of a template's review. */
function rowsOf(template: object | string, ...args: string[]): Row[] {
  return JSON.parse(
    command('review', folderWith({ 'app.json': template }), '--format', 'json', ...args).stdout,
  ) as Row[];
}

test.each(['table', 'markdown', 'html', 'json'])('a review as %s', (format) => {
  const { stdout, status } = review('--format', format);
  expect(status).toBe(0);
  expect(stdout.replaceAll(folder, 'folder')).toMatchSnapshot();
});

test('a page needs nothing else, and nothing of a template is read as HTML', () => {
  const { stdout } = review('--format', 'html');
  expect(stdout).not.toMatch(/<script|<link|src=|url\(|@import/);
  expect(stdout).toContain('&lt;script&gt;');
  expect(stdout).toContain('script-src &#39;none&#39;');
});

test('a page of many mappings has a search box', () => {
  const mappings = Array.from({ length: 8 }, (_, index) => [
    `M${index}`,
    { Type: MAPPING, Properties: { ...QUEUE, FunctionName: `f${index}` } },
  ]);
  const { stdout } = command(
    'review',
    folderWith({ 'app.json': { Resources: Object.fromEntries(mappings) } }),
    '--format',
    'html',
  );
  expect(stdout).toContain('<input type="search"');
  expect(stdout).toMatch(/script-src &#39;sha256-[A-Za-z0-9+/=]+&#39;/);
});

test('the cells of a table in Markdown are as many in each line', () => {
  const lines = review('--format', 'markdown')
    .stdout.split('\n')
    .filter((line) => line.startsWith('|'));
  expect(new Set(lines.map((line) => line.replace(/\\\|/g, '').split('|').length)).size).toBe(1);
});

test.each([
  ['table', 'no mappings'],
  ['markdown', 'No event source mappings.'],
  ['html', 'There are none.'],
  ['json', '[]'],
])('no mappings as %s', (format, words) => {
  expect(command('review', join(folder, 'empty.yaml'), '--format', format).stdout).toContain(words);
});

test("a file that can't be read is told", () =>
  expect(command('review', 'nowhere')).toMatchObject({ status: 2, stderr: 'nowhere: does not exist\n' }));

describe('names', () => {
  const QUEUE_BY_PATH = {
    Jobs12345678: {
      Type: 'AWS::SQS::Queue',
      Metadata: { 'aws:cdk:path': 'Stack/Jobs/Resource' },
      Properties: { VisibilityTimeout: 60 },
    },
  };
  const mappingOf = (properties: object) => ({ Type: MAPPING, Properties: { FunctionName: 'f', ...properties } });

  test('are the paths of constructs', () => {
    const Mapping = {
      ...mappingOf({ EventSourceArn: { 'Fn::GetAtt': ['Jobs12345678', 'Arn'] } }),
      Metadata: { 'aws:cdk:path': 'Stack/Mapping/Resource' },
    };
    expect(rowsOf({ Resources: { ...QUEUE_BY_PATH, Mapping } })).toMatchObject([
      { logicalId: 'Mapping', name: 'Stack/Mapping', source: 'SQS standard queue: Stack/Jobs', function: 'f' },
    ]);
  });

  test('come from the manifest of a cloud assembly where the template does not have them', () => {
    const path = (logicalId: string) => [{ type: 'aws:cdk:logicalId', data: logicalId }];
    const assembly = folderWith({
      'cdk.out': '{"version":"40.0.0"}',
      'manifest.json': {
        artifacts: {
          Stack: {
            type: 'aws:cloudformation:stack',
            properties: { templateFile: 'Stack.template.json' },
            metadata: { '/Stack/Mapping/Resource': path('Mapping') },
            additionalMetadataFile: 'Stack.metadata.json',
          },
        },
      },
      'Stack.metadata.json': { '/Stack/Jobs/Resource': path('Queue') },
      'Stack.template.json': {
        Resources: {
          Queue: { Type: 'AWS::SQS::Queue' },
          Mapping: mappingOf({ EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] } }),
        },
      },
    });
    expect(JSON.parse(command('review', assembly, '--format', 'json').stdout)).toMatchObject([
      { name: 'Stack/Mapping', source: 'SQS standard queue: Stack/Jobs' },
    ]);
  });

  test('of an alias are those of its function, and an event is called as its function has it', () => {
    const resources = {
      Handler: {
        Type: 'AWS::Serverless::Function',
        Properties: { Events: { Clicks: { Type: 'SQS', Properties: { Queue: QUEUE.EventSourceArn } } } },
      },
      Live: {
        Type: 'AWS::Lambda::Alias',
        Properties: { FunctionName: { Ref: 'Handler' }, FunctionVersion: '1', Name: 'live' },
      },
      Mapping: mappingOf({ EventSourceArn: QUEUE.EventSourceArn, FunctionName: { Ref: 'Live' } }),
      Joined: mappingOf({ EventSourceArn: QUEUE.EventSourceArn, FunctionName: { 'Fn::Sub': '${Handler.Arn}:old' } }),
    };
    expect(rowsOf({ Resources: resources }).map(({ name, function: handler }) => [name, handler])).toEqual([
      ['Mapping', 'Handler:live'],
      ['Joined', 'Handler:old'],
      ['Handler/Clicks', 'Handler'],
    ]);
  });

  test.each<[string, unknown, string]>([
    ['a parameter', { Ref: 'QueueArn' }, 'parameter QueueArn'],
    ['an ARN of which a parameter is a part', { 'Fn::Sub': 'arn:aws:sqs:${AWS::Region}:${Account}:jobs' }, 'jobs'],
    [
      'a name of which a parameter is a part',
      { 'Fn::Sub': 'arn:aws:sqs:eu-west-1:123456789012:${Stage}-jobs' },
      '${Stage}-jobs',
    ],
    [
      'a parameter of Systems Manager',
      { 'Fn::Sub': '{{resolve:ssm:/${App}/${Stage}/arn}}' },
      'SSM parameter /${App}/${Stage}/arn',
    ],
    ['an export', { 'Fn::ImportValue': { 'Fn::Sub': '${App}-queue' } }, 'import of ${App}-queue'],
    [
      'an export of the AWS CDK',
      { 'Fn::ImportValue': 'Sources:ExportsOutputFnGetAttJobQueue4BA5E3D3Arn2C9C4D5F' },
      'JobQueue of Sources',
    ],
    ['a choice', { 'Fn::If': ['Prod', QUEUE.EventSourceArn, { Ref: 'Other' }] }, 'jobs if Prod, else parameter Other'],
    ['a value of a map', { 'Fn::FindInMap': ['Queues', { Ref: 'Stage' }, 'arn'] }, 'Queues.${Stage}.arn'],
  ])('of %s', (_, EventSourceArn, name) => {
    expect(
      String(rowsOf({ Resources: { Mapping: mappingOf({ EventSourceArn }) } })[0].source).replace(/^[^:]*: /, ''),
    ).toBe(name);
  });
});

test('a dead-letter queue is where failed messages go, and is drawn', () => {
  const template = {
    Resources: {
      Queue: {
        Type: 'AWS::SQS::Queue',
        Properties: { RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 3 } },
      },
      Dead: { Type: 'AWS::SQS::Queue' },
      Mapping: { Type: MAPPING, Properties: { EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, FunctionName: 'f' } },
    },
  };
  expect(rowsOf(template)).toMatchObject([{ destination: 'Dead (dead-letter queue)', retries: '3 tries, 30 s apart' }]);
  const { stdout } = command('review', folderWith({ 'app.json': template }), '--format', 'markdown');
  expect(stdout).toContain('m0 -. on failure .-> n2\n');
});

test('what is found stands beside the mapping', () => {
  const [row] = rowsOf(templateOf({ ...QUEUE, BatchSize: 50 }));
  expect(row.findings).toMatchObject([{ rule: 'sqs-large-batch-needs-window', severity: 'error' }]);
});

test.each<[string, object, string]>([
  ['ten batches for each poller', { MaximumPollers: 3 }, '30 (3 pollers × 10)'],
  [
    'ten batches for each of the pollers that Lambda provisions by default',
    { MinimumPollers: 3 },
    '2,000 (200 pollers × 10)',
  ],
  [
    'a number of pollers that only the deployment knows',
    { MaximumPollers: { Ref: 'Pollers' } },
    'parameter Pollers × 10',
  ],
])('the concurrency of provisioned pollers: %s', (_, pollers, concurrency) => {
  expect(rowsOf(templateOf({ ...QUEUE, ProvisionedPollerConfig: pollers }))[0].ceiling).toBe(concurrency);
});

test.each<[string, object, string, string]>([
  [
    'a stream',
    { EventSourceArn: { 'Fn::GetAtt': ['Stream', 'Arn'] }, ParallelizationFactor: 2 },
    '8 MB/s (4 shards × 2 MB/s, which all readers of the stream share)',
    '800 records (8 × 100)',
  ],
  [
    'pollers of a queue',
    { ...QUEUE, ProvisionedPollerConfig: { MaximumPollers: 3 } },
    '3 MB/s (3 pollers × 1 MB/s)',
    '300 messages (30 × 10)',
  ],
])('the rate of %s', (_, properties, rate, records) => {
  const stream = { Stream: { Type: 'AWS::Kinesis::Stream', Properties: { ShardCount: 4 } } };
  expect(rowsOf(templateOf({ FunctionName: 'f', ...properties }, stream))[0]).toMatchObject({ rate, records });
});

test.each<[string, unknown, string]>([
  ['values', { a: ['x', 'y', 3] }, 'a is "x", "y" or 3'],
  ['nothing', { a: [null, ''] }, 'a is null or empty'],
  ['operators', { a: [{ prefix: 're' }, { exists: false }] }, 'a begins with "re", or is not there'],
  ['numbers', { a: [{ numeric: ['>', 0, '<=', 100] }] }, 'a is over 0 and at most 100'],
  ['anything but', { a: [{ 'anything-but': ['x', 'y'] }] }, 'a is none of "x" or "y"'],
  ['several fields', { a: { b: ['x'], c: ['y'] } }, 'a.b is "x", and a.c is "y"'],
  ['alternatives', { $or: [{ a: ['x'] }, { b: ['y'] }] }, 'either (a is "x") or (b is "y")'],
  ['an operator that is not known', { a: [{ toString: 1 }] }, 'a toString 1'],
  ['no condition', {}, 'every record'],
])('a filter in words: %s', (_, pattern, words) => {
  const FilterCriteria = {
    Filters: [{ Pattern: JSON.stringify({ body: pattern }).replace(/^\{"body":(.*)\}$/, '$1') }],
  };
  expect(rowsOf(templateOf({ ...QUEUE, FilterCriteria }))[0].filters).toBe(words);
});

/** CloudFormation reads YAML 1.1. */
test.each(['off', 'Off', 'OFF', 'no', 'No', 'false'])(
  '%s is the word of YAML for a mapping that is not enabled',
  (word) => {
    const yaml =
      `Resources: {Mapping: {Type: ${MAPPING}, Properties: {EventSourceArn: '${QUEUE.EventSourceArn}', ` +
      `FunctionName: handler, Enabled: ${word}}}}`;
    const [row] = JSON.parse(command('review', folderWith({ 'app.yaml': yaml }), '--format', 'json').stdout) as {
      function: string;
    }[];
    expect(row.function).toBe('handler (disabled)');
  },
);

test('a source of another template is looked up', () => {
  const clicks = {
    Resources: { Clicks: { Type: 'AWS::Kinesis::Stream', Properties: { ShardCount: 4 } } },
    Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Clicks', 'Arn'] } } },
  };
  const EventSourceArn = { 'Fn::GetStackOutput': { StackName: 'clicks', OutputName: 'Arn' } };
  const mapping = {
    Resources: {
      Mapping: {
        Type: MAPPING,
        Properties: { EventSourceArn, FunctionName: 'handler', StartingPosition: 'LATEST', ParallelizationFactor: 2 },
      },
    },
  };
  const [row] = JSON.parse(
    command('review', folderWith({ 'clicks.json': clicks, 'mapping.json': mapping }), '--format', 'json').stdout,
  ) as object[];
  expect(row).toMatchObject({ source: 'Kinesis stream: Clicks', ceiling: '8 (4 shards × 2)' });
});

describe('a comparison', () => {
  const mapping = (properties: object) => ({ Type: MAPPING, Properties: { ...QUEUE, ...properties } });
  const old = {
    Resources: {
      Changed: mapping({ BatchSize: 5 }),
      Same: mapping({ FunctionName: 'g' }),
      Removed: mapping({ FunctionName: 'h' }),
    },
  };
  const young = {
    Resources: {
      Changed: mapping({ BatchSize: 8 }),
      Same: mapping({ FunctionName: 'g' }),
      Added: mapping({ FunctionName: 'i' }),
    },
  };
  const both = folderWith({ 'old/app.json': old, 'new/app.json': young });
  const compare = (format: string) =>
    command('review', join(both, 'new'), '--compare', join(both, 'old'), '--format', format).stdout;

  test.each(['table', 'markdown', 'html'])('as %s', (format) => expect(compare(format)).toMatchSnapshot());

  test('says what becomes of each mapping, and how it was', () => {
    expect((JSON.parse(compare('json')) as Row[]).map(({ logicalId, change }) => [logicalId, change])).toMatchObject([
      [
        'Changed',
        {
          state: 'changed',
          before: { batch: '5' },
          outcomes: [{ outcome: 'updated', properties: ['BatchSize: 5 → 8'] }],
        },
      ],
      ['Same', { state: 'unchanged', outcomes: [] }],
      ['Added', { state: 'added', outcomes: [{ outcome: 'created' }] }],
      ['Removed', { state: 'removed', outcomes: [{ outcome: 'deleted' }] }],
    ]);
  });

  test("shows nothing where a side can't be read", () => {
    expect(command('review', join(both, 'new'), '--compare', 'nowhere')).toMatchObject({
      status: 2,
      stderr: 'nowhere: does not exist\n',
    });
  });

  test('takes one path', () => {
    expect(command('review', both, both, '--compare', both)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--compare takes one path') as string,
    });
  });
});

test('an explanation stands below the table, with the page of AWS', () => {
  const { stdout } = command('review', folderWith({ 'app.json': templateOf(QUEUE) }), '--explain');
  expect(stdout).toMatch(
    /What happens\n {2}Mapping\n {4}- A message that always fails comes back again and again, .* https:\/\/docs\.aws\.amazon\.com/,
  );
});
