import { join } from 'path';
import { command, folderWith, MAPPING } from './run';

const STREAM = { EventSourceArn: 'arn:aws:kinesis:eu-west-1:123456789012:stream/clicks', FunctionName: 'handler', StartingPosition: 'LATEST' };
const KAFKA = {
  EventSourceArn: 'arn:aws:kafka:eu-west-1:123456789012:cluster/clicks/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2',
  FunctionName: 'handler',
  StartingPosition: 'LATEST',
  Topics: ['clicks'],
  AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: 'group' },
};
const SERVERS = (...servers: string[]) => ({ SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: servers } } });
const OWN_KAFKA = {
  ...SERVERS('a.example.com:9092', 'b.example.com:9092'),
  FunctionName: 'handler',
  Topics: ['clicks'],
  SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: 'group' },
};
const CONSUMED = (mode: string) => ({ SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: 'group', ConsumptionMode: mode } });
const BROKER = {
  EventSourceArn: { 'Fn::GetAtt': ['Broker', 'Arn'] },
  FunctionName: 'handler',
  Queues: ['jobs'],
  SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: 'secret' }, { Type: 'VIRTUAL_HOST', URI: 'prod' }],
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
  return { said: (JSON.parse(stdout) as { logicalId: string; outcome: string }[]).map(({ logicalId, outcome }) => `${logicalId} ${outcome}`), status };
}

describe('an update', () => {
  test.each<[string, object, object, string[], number]>([
    ['of nothing', { A: STREAM }, { A: { ...STREAM } }, [], 0],
    ['of a new mapping', {}, { A: STREAM }, ['A created'], 0],
    ['of a mapping that is gone', { A: STREAM }, {}, ['A deleted'], 0],
    ['of the batch size', { A: STREAM }, { A: { ...STREAM, BatchSize: 5 } }, ['A updated'], 0],
    ['of the function', { A: STREAM }, { A: { ...STREAM, FunctionName: 'other' } }, ['A updated'], 0],
    ['of the source', { A: STREAM }, { A: { ...STREAM, EventSourceArn: `${STREAM.EventSourceArn}2` } }, ['A replaced'], 0],
    ['of the starting position', { A: STREAM }, { A: { ...STREAM, StartingPosition: 'TRIM_HORIZON' } }, ['A collides'], 1],
    ['of the starting position and the function', { A: STREAM }, { A: { ...STREAM, StartingPosition: 'TRIM_HORIZON', FunctionName: 'other' } }, ['A replaced'], 0],
    ['of the logical id', { A: STREAM }, { B: STREAM }, ['B collides'], 1],
    ['of the logical id and the source', { A: STREAM }, { B: { ...STREAM, EventSourceArn: 'other' } }, ['A deleted', 'B created'], 0],
    ['of the topic', { A: KAFKA }, { A: { ...KAFKA, Topics: ['other'] } }, ['A ignored'], 1],
    ['of the topic and the starting position', { A: KAFKA }, { A: { ...KAFKA, Topics: ['other'], StartingPosition: 'TRIM_HORIZON' } }, ['A replaced'], 0],
    ['of the consumer group', { A: KAFKA }, { A: { ...KAFKA, AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: 'other' } } }, ['A refused'], 1],
    ['of the topic and the batch size', { A: KAFKA }, { A: { ...KAFKA, Topics: ['other'], BatchSize: 5 } }, ['A ignored', 'A updated'], 1],
    ['of one broker', { A: OWN_KAFKA }, { A: { ...OWN_KAFKA, ...SERVERS('a.example.com:9092', 'c.example.com:9092') } }, ['A collides'], 1],
    ['of all brokers', { A: OWN_KAFKA }, { A: { ...OWN_KAFKA, ...SERVERS('c.example.com:9092') } }, ['A replaced'], 0],
    ['of the logical id and the queue', { A: BROKER }, { B: { ...BROKER, Queues: ['other'] } }, ['B replaced'], 0],
    ['of the logical id of a broker\'s mapping', { A: BROKER }, { B: BROKER }, ['B collides'], 1],
    ['of a consumption mode that is the default', { A: OWN_KAFKA }, { A: { ...OWN_KAFKA, ...CONSUMED('Stream') } }, ['A updated'], 0],
    ['of the consumption mode', { A: { ...OWN_KAFKA, ...CONSUMED('Stream') } }, { A: { ...OWN_KAFKA, ...CONSUMED('Queue') } }, ['A refused'], 1],
    ['of the queue', { A: BROKER }, { A: { ...BROKER, Queues: ['other'] } }, ['A ignored'], 1],
    ['of anything beside a virtual host', { A: BROKER }, { A: { ...BROKER, BatchSize: 5 } }, ['A refused'], 1],
    ['of the virtual host', { A: BROKER }, { A: { ...BROKER, SourceAccessConfigurations: [BROKER.SourceAccessConfigurations[0], { Type: 'VIRTUAL_HOST', URI: 'test' }] } }, ['A refused'], 1],
    ['of the database', { A: DOCUMENTS }, { A: { ...DOCUMENTS, DocumentDBEventSourceConfig: { ...DOCUMENTS.DocumentDBEventSourceConfig, DatabaseName: 'other' } } }, ['A refused'], 1],
    ['of the full document', { A: DOCUMENTS }, { A: { ...DOCUMENTS, DocumentDBEventSourceConfig: { ...DOCUMENTS.DocumentDBEventSourceConfig, FullDocument: 'UpdateLookup' } } }, ['A updated'], 0],
    ['to a first window', { A: DOCUMENTS }, { A: { ...DOCUMENTS, MaximumBatchingWindowInSeconds: 1 } }, ['A irreversible'], 0],
    ['to no window', { A: { ...KAFKA, MaximumBatchingWindowInSeconds: 1 } }, { A: KAFKA }, ['A irreversible'], 0],
    ['to another window', { A: { ...KAFKA, MaximumBatchingWindowInSeconds: 1 } }, { A: { ...KAFKA, MaximumBatchingWindowInSeconds: 2 } }, ['A updated'], 0],
    ['to a first window of a stream', { A: STREAM }, { A: { ...STREAM, MaximumBatchingWindowInSeconds: 1 } }, ['A updated'], 0],
  ])('%s', (_, before, after, said, status) => expect(outcomes(before, after)).toEqual({ said, status }));
});

test.each(['human', 'markdown', 'github'])('says what happens, and the way out: %s', (format) => {
  const folder = folderWith({
    'old.json': JSON.stringify(template({ Clicks: STREAM, Topic: KAFKA, Same: STREAM, Old: STREAM }), undefined, 1),
    'new.json': JSON.stringify(template({
      Same: STREAM,
      Clicks: { ...STREAM, StartingPosition: 'TRIM_HORIZON' },
      Topic: { ...KAFKA, Topics: ['an|other'], BatchSize: 5 },
      New: { ...STREAM, FunctionName: 'new' },
    }), undefined, 1),
  });
  const { stdout } = command('diff', join(folder, 'old.json'), join(folder, 'new.json'), '--format', format);
  expect(stdout.replaceAll(folder, 'folder')).toMatchSnapshot();
});

describe('nothing', () => {
  const folder = folderWith({ 'a.json': template({ A: STREAM }) });
  test.each([['human', 'no mapping changes\n'], ['markdown', 'No mapping changes.\n'], ['github', ''], ['json', '[]\n']])('as %s', (format, stdout) => {
    expect(command('diff', folder, folder, '--format', format)).toEqual({ status: 0, stdout, stderr: '' });
  });
});

test('compares the files of two folders', () => {
  const files = (position: string) => ({ 'a.json': template({ A: { ...STREAM, StartingPosition: position } }), 'b.json': template({ A: STREAM }) });
  const { stdout, status } = command('diff', folderWith(files('LATEST')), folderWith(files('TRIM_HORIZON')), '--format', 'json');
  expect(status).toBe(1);
  expect((JSON.parse(stdout) as { file: string }[]).map(({ file }) => file)).toEqual(['a.json']);
});

test('tells what can\'t be read, and compares nothing with it', () => {
  const folder = folderWith({ 'new.json': template({ A: STREAM }) });
  const diff = (format: string) => command('diff', join(folder, 'old.json'), join(folder, 'new.json'), '--format', format);
  expect(diff('human')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('does not exist') });
  expect(diff('markdown').stdout).toBe('');
  expect(diff('json').stdout).toBe('[]\n');
  expect(diff('github').stdout).toMatch(/^::error file=[^:]*old.json::[^\n]* does not exist\n$/);
});

describe('a source of another stack', () => {
  const strong = (name: string) => ({ 'Fn::ImportValue': `Data:ExportsOutputFnGetAtt${name}15A7202E` });
  const weak = (name: string, more = {}) => ({ 'Fn::GetStackOutput': { StackName: 'Data', OutputName: `PublishOutputFnGetAtt${name}BDF19C51`, ...more } });
  const changes = (before: unknown, after: unknown) => {
    const folder = folderWith({ 'old.json': template({ A: { ...STREAM, EventSourceArn: before } }), 'new.json': template({ A: { ...STREAM, EventSourceArn: after } }) });
    return command('diff', join(folder, 'old.json'), join(folder, 'new.json')).stdout;
  };
  const clicks = 'Clicks790BDEE4Arn';
  const region = { Region: { Ref: 'AWS::Region' } };

  test('stays the same when the AWS CDK makes a weak reference of a strong one', () => {
    expect(changes(strong(clicks), weak(clicks, region))).toBe('no mapping changes\n');
    expect(changes(weak(clicks), strong(clicks))).toBe('no mapping changes\n');
  });

  test('is another one', () => {
    expect(changes(strong(clicks), weak('Orders2ADA1321Arn'))).toContain('EventSourceArn: Clicks790BDEE4Arn of Data → Orders2ADA1321Arn of Data');
    expect(changes({ 'Fn::ImportValue': 'clicks' }, { 'Fn::GetStackOutput': { StackName: 'data', OutputName: 'Clicks' } }))
      .toContain('EventSourceArn: import of clicks → output Clicks of data');
  });
});

test('a queue has no position that its mapping could keep or begin at', () => {
  const queue = (name: string, BatchSize: number) => ({ A: { EventSourceArn: `arn:aws:sqs:eu-west-1:123456789012:${name}`, FunctionName: 'handler', BatchSize } });
  const explanations = (before: object, after: object) => {
    const folder = folderWith({ 'old.json': template(before), 'new.json': template(after) });
    const { stdout } = command('diff', join(folder, 'old.json'), join(folder, 'new.json'), '--format', 'json');
    return (JSON.parse(stdout) as { explanation: string }[]).map(({ explanation }) => explanation);
  };
  expect(explanations(queue('a', 1), queue('a', 2))).toEqual(['CloudFormation updates the mapping in place']);
  expect(explanations(queue('a', 1), queue('b', 1))).toEqual(['CloudFormation makes a new mapping, and deletes the old one afterwards']);
  expect(explanations({ A: STREAM }, { A: { ...STREAM, BatchSize: 2 } })).toEqual([expect.stringContaining('keeps its position')]);
});
