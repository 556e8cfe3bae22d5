import { checkMapping, MappingReport } from '../../src/analysis/check-mapping';
import { readTemplate } from '../../src/analysis/read-template';
import { Properties as Json } from '../../src/model/contract';
import { SOURCES } from '../cases';

const MAPPING = 'AWS::Lambda::EventSourceMapping';

function report(properties: unknown, resources: Json = {}, more: Json = {}): MappingReport {
  const template = readTemplate({
    ...more,
    Resources: { ...resources, Mapping: { Type: MAPPING, Properties: properties } },
  });
  return checkMapping(template, template.mapping('Mapping')!);
}

const errors = ({ problems }: MappingReport) =>
  problems
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule)
    .sort();
const kinds = ({ contracts }: MappingReport) => contracts.map(({ id }) => id).sort();

describe.each(SOURCES)('$folder', ({ contract, smallest, cases }) => {
  const isBroker = contract.id.endsWith('-mq');
  const queue = { sqs: 'jobs', 'sqs-fifo': 'jobs.fifo' }[contract.id];
  const broker = {
    Broker: {
      Type: 'AWS::AmazonMQ::Broker',
      Properties: { EngineType: contract.id === 'rabbit-mq' ? 'RabbitMQ' : 'ACTIVEMQ' },
    },
  };
  const withSource = (properties: Json) => ({
    ...properties,
    ...(isBroker ? { EventSourceArn: { 'Fn::GetAtt': ['Broker', 'Arn'] } } : {}),
    ...(queue ? { EventSourceArn: { 'Fn::Sub': `arn:aws:sqs:\${AWS::Region}:\${AWS::AccountId}:${queue}` } } : {}),
  });
  // Of a condition, a template knows both branches.
  const isAnother = /of a condition$/;
  const written = cases.filter(
    ({ name, properties, region }) =>
      properties &&
      !('EventSourceArn' in properties) &&
      !('SelfManagedEventSource' in properties) &&
      !region &&
      !isAnother.test(name),
  );

  test('is recognised by its source', () =>
    expect(kinds(report(withSource(smallest.properties), broker))).toEqual([contract.id]));

  test.each(written)('in a template: $name', ({ properties, problems }) => {
    const said = report(withSource({ ...smallest.properties, ...properties }), broker).problems.map(({ rule }) => rule);
    // Functions of other Regions than the source have cases of their own.
    const others = said.filter((rule) => rule !== 'mapping-source-in-region');
    expect([...new Set(others)].sort()).toEqual([...new Set(problems)].sort());
  });
});

describe('conditions', () => {
  const source = { FunctionName: 'f', EventSourceArn: 'arn:aws:sqs:eu-west-1:123456789012:jobs' };
  const either = (condition: string, yes: unknown, no: unknown) => ({ 'Fn::If': [condition, yes, no] });
  const ofFour = (last: number) =>
    either('A', 20_001, either('B', 20_002, either('C', 20_003, either('D', 20_004, last))));

  test('what is wrong whichever way four of them turn out is reported', () => {
    expect(errors(report({ ...source, BatchSize: ofFour(20_005) }))).toEqual([
      'sqs-batch-size-range',
      'sqs-large-batch-needs-window',
    ]);
  });

  test.each<[string, unknown, string[]]>([
    ['a function of conditions', { 'Fn::Equals': ['a', 'b'] }, ['sqs-malformed']],
    ['the name of a condition', either('B', true, { Condition: 'C' }), ['sqs-malformed']],
    ['a value', false, []],
  ])('a branch is %s, which is refused whichever one is taken', (_, branch, expected) => {
    expect(errors(report({ ...source, Enabled: either('A', true, branch) }))).toEqual(expected);
  });

  test('a branch that holds itself is no endless one', () => {
    const endless: { [name: string]: unknown } = {};
    endless['Fn::If'] = ['A', true, endless];
    expect(errors(report({ ...source, Enabled: endless }))).toEqual([]);
  });

  test('what is right in one way is not', () => {
    expect(errors(report({ ...source, BatchSize: ofFour(5) }))).toEqual([]);
  });
});

const SOURCES_BY_TYPE: { readonly [type: string]: readonly [Json, unknown, string[]] } = {
  'AWS::SQS::Queue': [{}, { 'Fn::GetAtt': ['Source', 'Arn'] }, ['sqs']],
  'AWS::Kinesis::Stream': [{}, { 'Fn::GetAtt': 'Source.Arn' }, ['kinesis']],
  'AWS::Kinesis::StreamConsumer': [{}, { Ref: 'Source' }, ['kinesis-consumer']],
  'AWS::DynamoDB::Table': [{}, { 'Fn::GetAtt': ['Source', 'StreamArn'] }, ['dynamodb']],
  'AWS::DynamoDB::GlobalTable': [{}, { 'Fn::GetAtt': ['Source', 'StreamArn'] }, ['dynamodb']],
  'AWS::MSK::Cluster': [{}, { Ref: 'Source' }, ['msk']],
  'AWS::MSK::ServerlessCluster': [{}, { 'Fn::GetAtt': ['Source', 'Arn'] }, ['msk']],
  'AWS::MSK::VpcConnection': [{}, { Ref: 'Source' }, ['msk']],
  'AWS::AmazonMQ::Broker': [{ EngineType: 'RABBITMQ' }, { 'Fn::GetAtt': ['Source', 'Arn'] }, ['rabbit-mq']],
  'AWS::DocDB::DBCluster': [{}, { 'Fn::Sub': 'arn:aws:rds:eu-west-1:123456789012:cluster:${Source}' }, ['documentdb']],
};

test.each(['text', ['a list'], null, 7])(
  'a mapping whose properties are %j does not hinder the check of another',
  (malformed) => {
    const queue = { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { Ref: 'Policy' } } };
    const another = { Type: MAPPING, Properties: malformed };
    const said = report(
      { FunctionName: 'f', EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, BatchSize: 0 },
      { Queue: queue, Another: another },
    );
    expect(errors(said)).toEqual(['sqs-batch-size-range']);
  },
);

describe('the source of a mapping is known', () => {
  test.each(Object.entries(SOURCES_BY_TYPE))('by a reference to %s', (type, [properties, arn, expected]) => {
    expect(kinds(report({ EventSourceArn: arn }, { Source: { Type: type, Properties: properties } }))).toEqual(
      expected,
    );
  });

  test.each<[string, unknown, Json, string[]]>([
    ['a FIFO queue', { 'Fn::GetAtt': ['Source', 'Arn'] }, { FifoQueue: true }, ['sqs-fifo']],
    ['a queue that is a FIFO queue as text', { 'Fn::GetAtt': ['Source', 'Arn'] }, { FifoQueue: 'true' }, ['sqs-fifo']],
    [
      'a queue that may be a FIFO queue',
      { 'Fn::GetAtt': ['Source', 'Arn'] },
      { FifoQueue: { 'Fn::If': ['Fifo', true, { Ref: 'AWS::NoValue' }] } },
      ['sqs', 'sqs-fifo'],
    ],
    [
      'a name in Fn::Sub',
      { 'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Source.QueueName}' },
      {},
      ['sqs'],
    ],
    [
      'a name in Fn::Sub with variables',
      {
        'Fn::Sub': [
          'arn:aws:sqs:eu-west-1:${AWS::AccountId}:${Name}',
          { Name: { 'Fn::GetAtt': ['Source', 'QueueName'] } },
        ],
      },
      {},
      ['sqs'],
    ],
    [
      'a name in another account',
      { 'Fn::Sub': 'arn:aws:sqs:eu-west-1:123456789012:${Source.QueueName}' },
      {},
      ['sqs', 'sqs-fifo'],
    ],
    [
      'a name in Fn::Join',
      { 'Fn::Join': [':', ['arn:aws:sqs', { Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }, 'jobs.fifo']] },
      {},
      ['sqs-fifo'],
    ],
    [
      'an ARN whose end is not known',
      { 'Fn::Sub': 'arn:aws:sqs:eu-west-1:123456789012:${Name}' },
      {},
      ['sqs', 'sqs-fifo'],
    ],
    [
      'the ARN of a stream of another partition',
      'arn:aws-cn:kinesis:cn-north-1:123456789012:stream/clicks',
      {},
      ['kinesis'],
    ],
    ['the default of a parameter', { Ref: 'Arn' }, {}, ['sqs-fifo']],
    [
      'both branches of a condition',
      { 'Fn::If': ['Prod', { 'Fn::GetAtt': ['Source', 'Arn'] }, 'arn:aws:sqs:eu-west-1:123456789012:jobs'] },
      {},
      ['sqs'],
    ],
  ])('by %s', (_, EventSourceArn, Properties, expected) => {
    const Parameters = {
      Arn: { Type: 'String', Default: 'arn:aws:sqs:eu-west-1:123456789012:jobs.fifo' },
      Name: { Type: 'String' },
    };
    expect(
      kinds(report({ EventSourceArn }, { Source: { Type: 'AWS::SQS::Queue', Properties } }, { Parameters })),
    ).toEqual(expected);
  });

  test.each<[string, Json, string[]]>([
    [
      'options of a stream',
      { ParallelizationFactor: 2, StartingPosition: 'LATEST' },
      ['dynamodb', 'kinesis', 'kinesis-consumer'],
    ],
    ['a maximum concurrency', { ScalingConfig: { MaximumConcurrency: 5 } }, ['sqs', 'sqs-fifo']],
    ['a virtual host', { SourceAccessConfigurations: [{ Type: 'VIRTUAL_HOST', URI: 'prod' }] }, ['rabbit-mq']],
    ['a database', { DocumentDBEventSourceConfig: { DatabaseName: 'shop' } }, ['documentdb']],
  ])('by %s', (_, properties, expected) =>
    expect(
      kinds(report({ EventSourceArn: { 'Fn::ImportValue': 'Arn' }, FunctionName: 'handler', ...properties })),
    ).toEqual(expected),
  );
});

describe('where the source is not known', () => {
  const EventSourceArn = { 'Fn::ImportValue': 'Arn' };
  test.each<[string, Json, string[]]>([
    ['nothing is said of what one source accepts', { BatchSize: 10 }, []],
    ['a limit of all sources holds', { BatchSize: 10_001, StartingPosition: 'LATEST' }, ['mapping-batch-size-range']],
    ['a property that no source has is refused', { BatchSise: 1 }, ['mapping-unsupported']],
    [
      'properties that no source has together are refused',
      { Topics: ['clicks'], ScalingConfig: { MaximumConcurrency: 5 } },
      ['mapping-fits-no-source'],
    ],
    ['what each source asks for otherwise is refused', { BatchSize: 11 }, ['mapping-fits-no-source']],
  ])('%s', (_, properties, expected) =>
    expect(errors(report({ EventSourceArn, FunctionName: 'handler', ...properties }))).toEqual(expected),
  );

  test('of many sources, those that it fits best are told', () => {
    const properties = { Topics: ['clicks'], ScalingConfig: { MaximumConcurrency: 5 } };
    const [problem] = report({ EventSourceArn, FunctionName: 'handler', ...properties }).problems;
    expect(problem).toMatchObject({
      rule: 'mapping-fits-no-source',
      parts: [{ of: 'SQS standard queue' }, { of: 'SQS FIFO queue' }, { of: 'Amazon MSK' }],
      hasMoreParts: true,
    });
  });

  test('a problem of all sources gives no reason of one', () => {
    const { problems } = report({
      EventSourceArn: { 'Fn::ImportValue': 'Arn' },
      FunctionName: 'handler',
      BatchSise: 1,
    });
    expect(problems).toMatchObject([
      { name: 'unsupported', source: undefined, reason: 'no mapping has such a property' },
    ]);
  });

  test('a broker may be of either engine', () => {
    const arn = 'arn:aws:mq:eu-west-1:123456789012:broker:jobs:b-9bcfa592-423a-4942-879d-eb284b418fc8';
    expect(errors(report({ EventSourceArn: arn, FunctionName: 'handler', Queues: ['jobs'] }))).toEqual([
      'active-mq-authentication-required',
    ]);
  });
});

test.each([
  ['{"bodyy":{"a":["b"]}}', 'sqs-filters-root-key', 'arn:aws:sqs:eu-west-1:123456789012:jobs'],
  [
    '{"dynamodb":{"NewImage":{"a":["b"]}}}',
    'dynamodb-filters-type-letter',
    'arn:aws:dynamodb:eu-west-1:123456789012:table/jobs/stream/2024',
  ],
  [
    '{"dynamodb":{"NewImage":{"a":{"S":[1]}}}}',
    'dynamodb-filters-type-value',
    'arn:aws:dynamodb:eu-west-1:123456789012:table/jobs/stream/2024',
  ],
])('a filter that matches nothing may be deployed, so that it is no error: %s', (Pattern, rule, EventSourceArn) => {
  const position = rule.startsWith('dynamodb') ? { StartingPosition: 'LATEST' } : {};
  const { problems } = report({
    ...position,
    EventSourceArn,
    FunctionName: 'handler',
    FilterCriteria: { Filters: [{ Pattern }] },
  });
  expect(problems.map((problem) => [problem.rule, problem.severity])).toEqual([[rule, 'warning']]);
});

describe('the attribute of a source', () => {
  test.each(Object.entries(SOURCES_BY_TYPE))('of %s', (type, [properties, arn]) => {
    const Source = { Type: type, Properties: properties };
    expect(errors(report({ EventSourceArn: arn }, { Source }))).not.toContain('mapping-source-attribute');
    expect(errors(report({ EventSourceArn: { 'Fn::GetAtt': ['Source', 'Name'] } }, { Source }))).toContain(
      'mapping-source-attribute',
    );
  });

  test.each([
    ['of an elastic cluster', { 'Fn::GetAtt': ['Source', 'ClusterArn'] }, 'AWS::DocDBElastic::Cluster'],
    ['of an elastic cluster by Ref', { Ref: 'Source' }, 'AWS::DocDBElastic::Cluster'],
    [
      'of an elastic cluster by its ARN',
      'arn:aws:docdb-elastic:us-west-2:123456789012:cluster/orders',
      'AWS::SQS::Queue',
    ],
    ['of a global cluster', { 'Fn::GetAtt': ['Source', 'GlobalClusterArn'] }, 'AWS::DocDB::GlobalCluster'],
  ])('is none %s', (_, EventSourceArn, Type) =>
    expect(errors(report({ FunctionName: 'handler', EventSourceArn }, { Source: { Type } }))).toEqual([
      'mapping-source-cluster-kind',
    ]),
  );
  test('may be that of a stream, which its consumer tells', () => {
    const arn = { 'Fn::GetAtt': ['Consumer', 'StreamARN'] };
    const of = (StreamARN: unknown) =>
      report(
        { EventSourceArn: arn, FunctionName: 'handler', StartingPosition: 'LATEST' },
        {
          Stream: { Type: 'AWS::Kinesis::Stream' },
          Consumer: { Type: 'AWS::Kinesis::StreamConsumer', Properties: { StreamARN } },
        },
      );
    for (const one of [
      of({ 'Fn::GetAtt': ['Stream', 'Arn'] }),
      of('arn:aws:kinesis:us-east-1:123456789012:stream/clicks'),
    ]) {
      expect([kinds(one), errors(one)]).toEqual([['kinesis'], []]);
    }
  });

  test('is needed', () => expect(errors(report({ FunctionName: 'handler' }))).toEqual(['mapping-source-required']));
  test('may come from a macro', () =>
    expect(errors(report({ FunctionName: 'handler', 'Fn::Transform': {} }))).toEqual([]));
  test('is of a service that is polled', () =>
    expect(
      errors(report({ FunctionName: 'handler', EventSourceArn: 'arn:aws:sns:eu-west-1:123456789012:topic' })),
    ).toContain('mapping-source-polled'));
});

describe('a condition', () => {
  const queue = 'arn:aws:sqs:eu-west-1:123456789012:jobs';
  const either = (yes: unknown, no: unknown, name = 'Prod') => ({ 'Fn::If': [name, yes, no] });
  test.each<[string, Json, string[]]>([
    ['is wrong where both branches are', { BatchSize: either(11, 20) }, ['sqs-large-batch-needs-window']],
    ['is not held against a mapping where one branch is valid', { BatchSize: either(11, 10) }, []],
    [
      'decides about several properties at once',
      { BatchSize: either(11, 10), MaximumBatchingWindowInSeconds: either(1, { Ref: 'AWS::NoValue' }) },
      [],
    ],
    ['leaves what is wrong anyway', { BatchSize: either(1, 2), MaximumRetryAttempts: 1 }, ['sqs-unsupported']],
    [
      'leaves no rule of a source where the source may be another one',
      { EventSourceArn: either(queue, { 'Fn::ImportValue': 'Arn' }), BatchSise: 1 },
      [],
    ],
    ['counts by its name', { BatchSize: either(11, 10), MaximumBatchingWindowInSeconds: either(0, 0, 'Test') }, []],
  ])('%s', (_, properties, expected) =>
    expect(errors(report({ EventSourceArn: queue, FunctionName: 'handler', ...properties }))).toEqual(expected),
  );
});

describe('the default of a parameter', () => {
  const queue = 'arn:aws:sqs:eu-west-1:123456789012:jobs';
  const Parameters = {
    Size: { Type: 'Number', Default: 11 },
    Text: { Type: 'String', Default: '11' },
    Own: { Type: 'Number' },
    Listed: { Type: 'String', Default: '11', AllowedValues: ['11'] },
  };
  test.each([
    ['Size', ['sqs-large-batch-needs-window']],
    ['Listed', ['sqs-large-batch-needs-window']],
    ['Text', []],
    ['Own', []],
  ])('%s', (Ref, expected) => {
    expect(
      errors(report({ EventSourceArn: queue, FunctionName: 'handler', BatchSize: { Ref } }, {}, { Parameters })),
    ).toEqual(expected);
  });
});

test('the default of a parameter says nothing of a mapping that is made on a condition', () => {
  const Mapping = {
    Type: MAPPING,
    Condition: 'Limited',
    Properties: {
      EventSourceArn: 'arn:aws:sqs:eu-west-1:123456789012:jobs',
      FunctionName: 'handler',
      ScalingConfig: { MaximumConcurrency: { Ref: 'Limit' } },
    },
  };
  const template = (mapping: object) =>
    readTemplate({ Parameters: { Limit: { Type: 'Number', Default: 0 } }, Resources: { Mapping: mapping } });
  const said = (mapping: object) => errors(checkMapping(template(mapping), template(mapping).mapping('Mapping')!));
  expect(said(Mapping)).toEqual([]);
  expect(said({ ...Mapping, Condition: undefined })).toEqual(['sqs-max-concurrency-range']);
});

test('what stands around a mapping is looked at', () => {
  const Handler = { Type: 'AWS::Lambda::Function', Properties: { Timeout: 60 } };
  const said = report(
    { EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, FunctionName: { Ref: 'Handler' } },
    { Queue: { Type: 'AWS::SQS::Queue' }, Handler },
  );
  expect(errors(said)).toEqual(['sqs-visibility-timeout']);
});

describe('an event of AWS SAM', () => {
  const events = (Events: Json, timeout?: number) => {
    const Function = { Type: 'AWS::Serverless::Function', Properties: { Events } };
    const template = readTemplate({
      Globals: { Function: { Timeout: timeout } },
      Resources: { Handler: Function, Queue: { Type: 'AWS::SQS::Queue' } },
    });
    return template.mappings.map((mapping) => ({ id: mapping.id, ...checkMapping(template, mapping) }));
  };

  test('is a mapping, whose function has the global properties', () => {
    const [jobs, ...others] = events(
      { Jobs: { Type: 'SQS', Properties: { Queue: { 'Fn::GetAtt': ['Queue', 'Arn'] } } }, Web: { Type: 'Api' } },
      60,
    );
    expect(others).toEqual([]);
    expect(jobs.id).toBe('HandlerJobs');
    expect(errors(jobs)).toEqual(['sqs-visibility-timeout']);
  });

  test.each<[string, Json, string[]]>([
    ['Kinesis', { Stream: { Ref: 'Arn' }, StartingPosition: 'LATEST' }, ['kinesis', 'kinesis-consumer']],
    ['DynamoDB', { Stream: { Ref: 'Arn' }, StartingPosition: 'LATEST' }, ['dynamodb']],
    [
      'MSK',
      { Stream: { Ref: 'Arn' }, StartingPosition: 'LATEST', Topics: ['clicks'], ConsumerGroupId: 'group' },
      ['msk'],
    ],
    [
      'MQ',
      {
        Broker: { Ref: 'Arn' },
        Queues: ['jobs'],
        SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: { Ref: 'Secret' } }],
        DynamicPolicyName: true,
      },
      ['active-mq', 'rabbit-mq'],
    ],
    [
      'SelfManagedKafka',
      {
        KafkaBootstrapServers: ['broker.example.com:9092'],
        Topics: ['clicks'],
        ConsumerGroupId: 'group',
        ConsumptionMode: 'Queue',
        SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: { Ref: 'Secret' } }],
      },
      ['self-managed-kafka'],
    ],
    [
      'DocumentDB',
      {
        Cluster: { Ref: 'Arn' },
        DatabaseName: 'shop',
        CollectionName: 'orders',
        StartingPosition: 'LATEST',
        SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: { Ref: 'Secret' } }],
        SecretsManagerKmsKeyId: 'key',
      },
      ['documentdb'],
    ],
  ])('of type %s', (Type, Properties, expected) => {
    const [mapping] = events({ One: { Type, Properties } });
    expect(kinds(mapping)).toEqual(expected);
    expect(errors(mapping)).toEqual([]);
  });
});

test.each([
  ['eu-west-1', 'us-east-1', ['mapping-function-in-region']],
  ['us-east-1', 'eu-west-1', ['mapping-function-in-region', 'sqs-queue-in-region']],
  [undefined, 'us-east-1', ['sqs-queue-in-region']],
  [undefined, 'eu-west-1', []],
])('the Region of a stack, %s, comes before that of a function in %s', (region, ofFunction, expected) => {
  const properties = {
    EventSourceArn: 'arn:aws:sqs:eu-west-1:123456789012:jobs',
    FunctionName: `arn:aws:lambda:${ofFunction}:123456789012:function:handler`,
  };
  const template = readTemplate({ Resources: { Mapping: { Type: MAPPING, Properties: properties } } });
  expect(errors(checkMapping(template, template.mapping('Mapping')!, { region }))).toEqual(expected);
});
