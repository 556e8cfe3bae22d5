import { checkMapping } from '../../src/analysis/check-mapping';
import { readTemplate } from '../../src/analysis/read-template';
import { recognise } from '../../src/analysis/recognise';
import { hiddenIn, unreadIn } from '../../src/analysis/unread';
import { Place } from '../../src/model/contract';

type Json = { readonly [name: string]: unknown };
const MAPPING = 'AWS::Lambda::EventSourceMapping';
const stream = (region: string) => `arn:aws:kinesis:${region}:111122223333:stream/logs`;
const lambda = (region: string, account = '111122223333') => `arn:aws:lambda:${region}:${account}:function:h`;
const STREAM = { FunctionName: 'h', StartingPosition: 'LATEST' };

function told(properties: Json, resources: Json = {}, context: Place = {}, more: Json = {}): string[] {
  const template = readTemplate({
    ...more,
    Resources: { ...resources, Mapping: { Type: MAPPING, Properties: properties } },
  });
  return checkMapping(template, template.mapping('Mapping')!, context).problems.map(({ rule }) => rule);
}

describe('the place of a mapping', () => {
  const sub = (text: string) => ({ 'Fn::Sub': text });
  test.each<[string, Json, Place, string[]]>([
    [
      'a source of the Region of the check',
      { ...STREAM, EventSourceArn: stream('eu-west-1') },
      { region: 'eu-west-1' },
      [],
    ],
    [
      'a source of another one',
      { ...STREAM, EventSourceArn: stream('us-east-1') },
      { region: 'eu-west-1' },
      ['mapping-source-in-region'],
    ],
    [
      'a source of another Region than the function',
      { ...STREAM, EventSourceArn: stream('us-east-1'), FunctionName: lambda('eu-west-1') },
      {},
      ['mapping-source-in-region'],
    ],
    [
      'of which the account is not known',
      { ...STREAM, EventSourceArn: sub('arn:aws:kinesis:us-east-1:${AWS::AccountId}:stream/logs') },
      { region: 'eu-west-1' },
      ['mapping-source-in-region'],
    ],
    [
      'of which the Region is not',
      { ...STREAM, EventSourceArn: sub('arn:aws:kinesis:${AWS::Region}:111122223333:stream/logs') },
      { region: 'eu-west-1' },
      [],
    ],
    [
      'a function of which the account is not known',
      {
        ...STREAM,
        EventSourceArn: stream('us-east-1'),
        FunctionName: sub('arn:aws:lambda:eu-west-1:${AWS::AccountId}:function:h'),
      },
      {},
      ['mapping-source-in-region'],
    ],
    [
      'a function of another Region than the check',
      { ...STREAM, EventSourceArn: stream('eu-west-1'), FunctionName: lambda('us-east-1') },
      { region: 'eu-west-1' },
      ['mapping-function-in-region'],
    ],
    [
      'a function of another account',
      { ...STREAM, EventSourceArn: stream('eu-west-1'), FunctionName: lambda('eu-west-1', '444455556666') },
      { account: '111122223333' },
      ['mapping-function-in-account'],
    ],
    [
      'a function of another account by a part of its ARN',
      { ...STREAM, EventSourceArn: stream('eu-west-1'), FunctionName: '444455556666:function:h' },
      { account: '111122223333' },
      ['mapping-function-in-account'],
    ],
    [
      'a source of another account',
      { ...STREAM, EventSourceArn: stream('eu-west-1') },
      { region: 'eu-west-1', account: '444455556666' },
      [],
    ],
    ['nothing that is known', { ...STREAM, EventSourceArn: stream('eu-west-1') }, {}, []],
    [
      'a queue, which has a rule of its own',
      { FunctionName: 'h', EventSourceArn: 'arn:aws:sqs:us-east-1:111122223333:jobs' },
      { region: 'eu-west-1' },
      ['sqs-queue-in-region'],
    ],
    [
      'a queue whose ARN is known in part',
      { FunctionName: 'h', EventSourceArn: sub('arn:aws:sqs:us-east-1:${AWS::AccountId}:jobs') },
      { region: 'eu-west-1' },
      ['mapping-source-in-region'],
    ],
  ])('%s', (_, properties, context, rules) => expect(told(properties, {}, context)).toEqual(rules));
});

describe('an ARN that is known in part', () => {
  const table = {
    Table: { Type: 'AWS::DynamoDB::Table', Properties: { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } } },
  };
  const source = { Stream: { Type: 'AWS::Kinesis::Stream', Properties: {} }, ...table };
  test.each<[string, unknown, string[]]>([
    ['a pattern at the end', { 'Fn::Sub': '${Table.Arn}/stream/*' }, ['dynamodb-stream-pattern']],
    [
      'a pattern that is written out',
      'arn:aws:dynamodb:eu-west-1:111122223333:table/orders/stream/*',
      ['dynamodb-stream-pattern'],
    ],
    ['a stream at the end', { 'Fn::Sub': '${Table.Arn}/stream/2024-01-01T00:00:00.000' }, []],
    [
      'a table without its stream',
      { 'Fn::Sub': 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders' },
      ['dynamodb-table-arn'],
    ],
    [
      'a stream of a table',
      { 'Fn::Sub': 'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders/stream/2024' },
      [],
    ],
    ['a table of a parameter', { 'Fn::Sub': 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Name}' }, []],
    ['a consumer without the time', { 'Fn::Sub': '${Stream.Arn}/consumer/reader' }, ['kinesis-consumer-without-time']],
    ['a consumer with the time', { 'Fn::Sub': '${Stream.Arn}/consumer/reader:1540591608' }, []],
    ['a consumer of which the end is not known', { 'Fn::Sub': '${Stream.Arn}/consumer/${Reader}' }, []],
    [
      'a stream that is joined',
      { 'Fn::Join': [':', ['arn:aws:kinesis', { Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }, 'stream/logs']] },
      [],
    ],
    [
      'a stream without its kind',
      { 'Fn::Join': [':', ['arn:aws:kinesis', { Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }, 'logs']] },
      ['kinesis-stream-arn'],
    ],
    ['a dynamic reference', '{{resolve:ssm:stream}}', []],
  ])('%s', (_, EventSourceArn, rules) => expect(told({ ...STREAM, EventSourceArn }, source)).toEqual(rules));
});

describe('what AWS SAM makes of a subscription', () => {
  const sam = (subscription: unknown, more: Json = {}) =>
    readTemplate({
      Transform: 'AWS::Serverless-2016-10-31',
      Resources: {
        Handler: {
          Type: 'AWS::Serverless::Function',
          Properties: {
            Timeout: 60,
            Events: { Topic: { Type: 'SNS', Properties: { Topic: 'arn', SqsSubscription: subscription } } },
          },
        },
        ...more,
      },
    });
  const rules = (subscription: unknown, more?: Json) => {
    const template = sam(subscription, more);
    return template.mappings.map((mapping) =>
      [mapping.id, ...checkMapping(template, mapping).problems.map(({ rule }) => rule)].join(' '),
    );
  };
  const jobs = { Jobs: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 360, RedriveAllowPolicy: {} } } };
  const given = { QueueArn: { 'Fn::GetAtt': ['Jobs', 'Arn'] }, QueueUrl: { Ref: 'Jobs' } };

  test.each<[string, unknown, string[]]>([
    ['a queue is made', true, ['HandlerTopicEventSourceMapping sqs-visibility-timeout sqs-dead-letter-queue']],
    ['a queue is given', given, ['HandlerTopicEventSourceMapping']],
    [
      'a queue is given, with large batches',
      { ...given, BatchSize: 50 },
      ['HandlerTopicEventSourceMapping sqs-large-batch-needs-window'],
    ],
    ['it is off', false, []],
    ['it is not known', { 'Fn::If': ['A', true, false] }, []],
    ['no queue is given', { BatchSize: 5 }, []],
  ])('%s', (_, subscription, expected) => expect(rules(subscription, jobs)).toEqual(expected));

  test('the queue can be referred to', () => {
    expect(sam(true).find({ 'Fn::GetAtt': ['HandlerTopicQueue', 'Arn'] })?.type).toBe('AWS::SQS::Queue');
  });
});

describe('the event of AWS SAM', () => {
  const rules = (Type: string, property: string, arn: unknown) => {
    const event = { Type, Properties: { [property]: arn, StartingPosition: 'LATEST' } };
    const template = readTemplate({
      Resources: { Handler: { Type: 'AWS::Serverless::Function', Properties: { Events: { E: event } } } },
    });
    return checkMapping(template, template.mapping('HandlerE')!).problems.map(({ rule }) => rule);
  };
  test.each<[string, string, string, unknown, string[]]>([
    ['of its source', 'Kinesis', 'Stream', stream('eu-west-1'), []],
    ['of a consumer', 'Kinesis', 'Stream', `${stream('eu-west-1')}/consumer/a:1540591608`, []],
    ['of another source', 'DynamoDB', 'Stream', stream('eu-west-1'), ['mapping-source-event']],
    ['of a source that is not known', 'DynamoDB', 'Stream', { 'Fn::ImportValue': 'stream' }, []],
  ])('%s', (_, type, property, arn, expected) => expect(rules(type, property, arn)).toEqual(expected));
});

describe('a source that is not known', () => {
  const kinds = (properties: Json, more: Json = {}) => {
    const template = readTemplate({
      ...more,
      Resources: {
        Mapping: {
          Type: MAPPING,
          Properties: { EventSourceArn: '{{resolve:ssm:arn}}', FunctionName: 'h', ...properties },
        },
      },
    });
    const { contracts, bySource } = recognise(template, template.mapping('Mapping')!);
    return bySource ? contracts.map(({ id }) => id) : [];
  };
  test.each<[string, Json, string[]]>([
    ['is a queue, without a position', { BatchSize: 5 }, ['sqs', 'sqs-fifo']],
    ['may be any, with one', { StartingPosition: 'LATEST' }, []],
    ['may be none, with an option that no queue has', { MaximumRetryAttempts: 3 }, []],
    ['may be any, with a part that is made by a macro', { 'Fn::Transform': { Name: 'AWS::Include' } }, []],
  ])('%s', (_, properties, expected) => expect(kinds(properties)).toEqual(expected));

  const arn = { 'Fn::FindInMap': ['Sources', { Ref: 'AWS::AccountId' }, 'arn'] };
  const jobs = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
  test.each<[string, unknown[], string[]]>([
    ['of one kind', [jobs, `${jobs}-dev`], ['sqs']],
    ['of one kind, and a place for another', [jobs, 'not-used'], ['sqs']],
    ['of two kinds', [jobs, `${jobs}.fifo`], ['sqs', 'sqs-fifo']],
    ['of one kind, and words for another', [jobs, 'the queue of the app'], ['sqs']],
    ['of words', ['jobs'], []],
  ])('is one of a map %s', (_, arns, expected) => {
    const Sources = Object.fromEntries(arns.map((one, account) => [account, { arn: one }]));
    expect(kinds({ EventSourceArn: arn, StartingPosition: 'LATEST' }, { Mappings: { Sources } })).toEqual(expected);
  });

  test.each<[string, unknown, string[]]>([
    ['two queues', `${jobs}-dev`, ['sqs']],
    ['two kinds', stream('eu-west-1'), ['sqs', 'kinesis']],
    ['nothing in one', { Ref: 'AWS::NoValue' }, ['sqs']],
    ['one that depends too', { 'Fn::If': ['B', jobs, `${jobs}.fifo`] }, ['sqs', 'sqs-fifo']],
  ])('depends on a condition: %s', (_, other, expected) =>
    expect(kinds({ EventSourceArn: { 'Fn::If': ['A', jobs, other] } })).toEqual(expected),
  );

  test('that depends on a condition, and is not known in one branch', () => {
    expect(kinds({ EventSourceArn: { 'Fn::If': ['A', jobs, { Ref: 'Arn' }] }, StartingPosition: 'LATEST' })).toEqual(
      [],
    );
  });

  test('is the only one that takes all that the mapping carries', () => {
    const EventSourceArn = 'arn:aws:mq:eu-west-1:111122223333:broker:b:b-1';
    const secret = { Type: 'BASIC_AUTH', URI: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:s' };
    const access = (...more: Json[]) => ({
      EventSourceArn,
      Queues: ['q'],
      SourceAccessConfigurations: [secret, ...more],
    });
    expect(kinds(access())).toEqual(['active-mq', 'rabbit-mq']);
    expect(kinds(access({ Type: 'VIRTUAL_HOST', URI: 'shop' }))).toEqual(['rabbit-mq']);
  });

  test('that holds itself is no endless one', () => {
    const endless: { [name: string]: unknown } = {};
    endless['Fn::If'] = ['A', endless, jobs];
    expect(kinds({ EventSourceArn: endless, StartingPosition: 'LATEST' })).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    ['is a stream by its name', ':stream/${Name}', ['kinesis']],
    ['may be a consumer by what follows', ':stream/orders${End}', ['kinesis', 'kinesis-consumer']],
  ])('%s', (_, end, expected) => {
    const EventSourceArn = { 'Fn::Sub': 'arn:aws:kinesis:${AWS::Region}:${AWS::AccountId}' + end };
    expect(kinds({ EventSourceArn, StartingPosition: 'LATEST' })).toEqual(expected);
  });
});

describe('what was not looked into', () => {
  const mapping = (properties: Json = {}, more: Json = {}) => ({
    Mapping: { Type: MAPPING, ...more, Properties: { EventSourceArn: stream('eu-west-1'), ...STREAM, ...properties } },
  });
  const body = { '${Name}': { Type: 'AWS::SQS::Queue' } };
  test.each<[string, object, string[]]>([
    ['nothing', { Resources: mapping() }, []],
    [
      'nothing, of AWS SAM',
      { Transform: ['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions'], Resources: mapping() },
      [],
    ],
    ['a macro', { Transform: 'Company', Resources: mapping() }, ['the output of Company']],
    [
      'an include',
      { Transform: { Name: 'AWS::Include', Parameters: {} }, Resources: mapping() },
      ['the output of AWS::Include'],
    ],
    ['a loop', { Resources: { ...mapping(), 'Fn::ForEach::A': ['Name', { Ref: 'Names' }, body] } }, ['Fn::ForEach::A']],
    [
      'a part of a mapping',
      { Resources: mapping({ 'Fn::Transform': { Name: 'AWS::Include' } }) },
      ['Fn::Transform in Mapping'],
    ],
    [
      'a source that is not there',
      { Resources: mapping({ EventSourceArn: { 'Fn::GetAtt': ['Stream', 'Arn'] } }) },
      ['EventSourceArn of Mapping names Stream, which is not in the template'],
    ],
    [
      'a function that is not there',
      { Resources: mapping({ FunctionName: { Ref: 'Handler' } }) },
      ['FunctionName of Mapping names Handler, which is not in the template'],
    ],
    [
      'a dependency that is not there',
      { Resources: mapping({}, { DependsOn: ['Policy'] }) },
      ['DependsOn of Mapping names Policy, which is not in the template'],
    ],
    [
      'a parameter, which is there',
      { Parameters: { Handler: { Type: 'String' } }, Resources: mapping({ FunctionName: { Ref: 'Handler' } }) },
      [],
    ],
    [
      'what AWS SAM makes',
      {
        Resources: {
          ...mapping({ FunctionName: { Ref: 'HandlerAliaslive' } }),
          Handler: { Type: 'AWS::Serverless::Function' },
        },
      },
      [],
    ],
  ])('%s', (_, raw, expected) => expect(unreadIn(readTemplate(raw))).toEqual(expected));

  test('is told to those who need all of a template', () => {
    expect(hiddenIn(readTemplate({ Transform: 'Company', Resources: {} }))).toEqual(['the output of Company']);
  });
});
