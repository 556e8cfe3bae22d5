import { checkMapping, pathOf } from '../../src/analysis/check-mapping';
import { readTemplate } from '../../src/analysis/read-template';
import { namingOf } from '../../src/graph/template';
import type { Properties } from '../../src/model/contract';
import { problemText } from '../../src/model/problem-text';

/** The problems of the one event of a function: the rule, the place in the event, and the words. */
function findings(Type: string, properties: Properties, resources: Properties = {}): string[] {
  const Events = { One: { Type, Properties: properties } };
  const template = readTemplate({
    Transform: 'AWS::Serverless-2016-10-31',
    Resources: { Handler: { Type: 'AWS::Serverless::Function', Properties: { Events } }, ...resources },
  });
  const [mapping] = template.mappings;
  return checkMapping(template, mapping)
    .problems.filter(({ severity }) => severity === 'error')
    .map((problem) => {
      const place = pathOf(mapping, problem).replace(`${mapping.path}.`, '');
      return `${problem.rule} at ${place}: ${problemText({ ...problem, reason: undefined }, namingOf(mapping))}`;
    });
}

const SECRET = { Type: 'BASIC_AUTH', URI: { Ref: 'Secret' } };
const SQS = { Queue: { Ref: 'Arn' } };
const STREAM = { Stream: { Ref: 'Arn' }, StartingPosition: 'LATEST' };
const MSK = { ...STREAM, Topics: ['clicks'] };
const BROKER = { Broker: { Ref: 'Arn' }, Queues: ['jobs'], SourceAccessConfigurations: [SECRET] };
const KAFKA = {
  KafkaBootstrapServers: ['broker.example.com:9092'],
  Topics: ['clicks'],
  SourceAccessConfigurations: [SECRET],
};
const DOCUMENTDB = {
  Cluster: { Ref: 'Arn' },
  StartingPosition: 'LATEST',
  DatabaseName: 'shop',
  SourceAccessConfigurations: [SECRET],
};

describe('a finding names the property of the event', () => {
  test.each<[string, string, Properties, RegExp]>([
    [
      'the queue',
      'SQS',
      { Queue: 'jobs' },
      /^mapping-\S+ at Queue: Queue: jobs |^sqs-queue-arn at Queue: Queue: jobs /,
    ],
    [
      'the queue that is missing',
      'SQS',
      {},
      /^mapping-source-required at Queue: Queue is required: it is what Lambda polls$/,
    ],
    ['the stream', 'DynamoDB', { ...STREAM, Stream: 5 }, / at Stream: Stream: 5 /],
    [
      'the stream that is missing',
      'Kinesis',
      { StartingPosition: 'LATEST' },
      /^mapping-source-required at Stream: Stream is required/,
    ],
    ['the broker', 'MQ', { ...BROKER, Broker: 'broker' }, / at Broker: Broker: broker /],
    [
      'the cluster',
      'DocumentDB',
      { ...DOCUMENTDB, Cluster: ['a'] },
      /-malformed at Cluster: Cluster: a is a list, where a single value is needed$/,
    ],
    [
      'the database',
      'DocumentDB',
      { ...DOCUMENTDB, DatabaseName: 'my shop' },
      / at DatabaseName: DatabaseName: "my shop" /,
    ],
    [
      'the database that is missing',
      'DocumentDB',
      { ...DOCUMENTDB, DatabaseName: undefined },
      / at DatabaseName: DatabaseName is required/,
    ],
    [
      'the servers',
      'SelfManagedKafka',
      { ...KAFKA, KafkaBootstrapServers: 'broker' },
      / at KafkaBootstrapServers: KafkaBootstrapServers: broker is a single value/,
    ],
    [
      'a server',
      'SelfManagedKafka',
      { ...KAFKA, KafkaBootstrapServers: ['broker'] },
      / at KafkaBootstrapServers\[0\]: KafkaBootstrapServers\[0\]: broker /,
    ],
    [
      'the servers that are missing',
      'SelfManagedKafka',
      { ...KAFKA, KafkaBootstrapServers: undefined },
      / at KafkaBootstrapServers: KafkaBootstrapServers is required/,
    ],
    [
      'the consumer group',
      'MSK',
      { ...MSK, ConsumerGroupId: { A: 1 } },
      /^msk-malformed at ConsumerGroupId: ConsumerGroupId is an object/,
    ],
    [
      'a part of the registry',
      'MSK',
      {
        ...MSK,
        ProvisionedPollerConfig: { MinimumPollers: 1 },
        SchemaRegistryConfig: {
          SchemaRegistryURI: 'https://a.example',
          EventRecordFormat: 'X',
          SchemaValidationConfigs: [{ Attribute: 'KEY' }],
        },
      },
      /^msk-schema-registry-format-choice at SchemaRegistryConfig.EventRecordFormat: SchemaRegistryConfig.EventRecordFormat: X /,
    ],
    ['what is called as in the mapping', 'SQS', { ...SQS, BatchSize: ['a'] }, /^sqs(-fifo)?-malformed at BatchSize: /],
    ['what no mapping has', 'MSK', { ...MSK, Unknown: 'a' }, /^msk-unsupported at Unknown: Unknown is not supported$/],
  ])('%s', (_, type, properties, expected) => {
    const found = findings(type, properties);
    expect(found).toEqual([expect.stringMatching(expected)]);
  });

  test('also where that is a rule of its source', () => {
    const found = findings(
      'DynamoDB',
      { Stream: { 'Fn::GetAtt': ['Table', 'StreamArn'] }, StartingPosition: 'LATEST' },
      { Table: { Type: 'AWS::DynamoDB::Table' } },
    );
    expect(found).toEqual([
      expect.stringMatching(/^dynamodb-table-without-stream at Stream: Stream Table has no stream/),
    ]);
  });
});

describe('of what is null', () => {
  test('AWS SAM makes nothing, where that is a property of the event', () =>
    expect(findings('SQS', { ...SQS, BatchSize: null })).toEqual([]));

  test('there is an error deeper down', () => {
    const found = findings('MSK', { ...MSK, FilterCriteria: { Filters: [{ Pattern: null }] } });
    expect(found).toEqual([expect.stringMatching(/^msk-malformed at FilterCriteria.Filters\[0\].Pattern: /)]);
  });

  const MAPPING = {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: 'arn:aws:sqs:eu-west-1:123456789012:jobs', FunctionName: 'f', BatchSize: null },
  };
  test.each<[string, unknown, string[]]>([
    ['of no macro', undefined, ['sqs-malformed']],
    ['of AWS SAM', 'AWS::Serverless-2016-10-31', ['sqs-malformed']],
    ['of the language extensions, which remove it', ['AWS::LanguageExtensions', 'AWS::Serverless-2016-10-31'], []],
    ['of a macro that nobody knows', ['Mine'], []],
  ])('in a template %s', (_, Transform, rules) => {
    const template = readTemplate({ Transform, Resources: { Mapping: MAPPING } });
    const { problems } = checkMapping(template, template.mapping('Mapping')!);
    expect(problems.map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('where the source is not known', () => {
  const rules = (properties: Properties) => {
    const template = readTemplate({
      Resources: {
        Mapping: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: { EventSourceArn: { Ref: 'Arn' }, FunctionName: 'f', ...properties },
        },
      },
    });
    return checkMapping(template, template.mapping('Mapping')!).problems.map(({ rule }) => rule);
  };

  test.each<[string, Properties, string[]]>([
    ['null', { BatchSize: null }, ['mapping-malformed']],
    ['an unknown name', { FilterCriteria: { Filter: [] } }, ['mapping-unsupported']],
    ['a condition', { Enabled: { Condition: 'Live' } }, ['mapping-malformed']],
    ['a tag without a key', { Tags: [{ Value: 'a' }] }, ['mapping-malformed']],
    ['an empty list of filters', { FilterCriteria: { Filters: [] } }, ['sqs-filters-needed']],
    ['nothing', {}, []],
  ])('it is said of all: %s', (_, properties, expected) => expect(rules(properties)).toEqual(expected));
});
