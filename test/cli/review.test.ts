import { join } from 'path';
import { command, folderWith, MAPPING } from './run';

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
          - Pattern: '{"body":{"kind":["order",{"prefix":"re"}],"total":[{"numeric":[">",0,"<=",100]}],"old":[{"exists":false}]}}'
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

test.each(['table', 'markdown', 'html', 'json'])('a review as %s', (format) => {
  const { stdout, status } = review('--format', format);
  expect(status).toBe(0);
  expect(stdout.replaceAll(folder, 'folder')).toMatchSnapshot();
});

test('a page needs nothing else, and nothing of a template is read as HTML', () => {
  const { stdout } = review('--format', 'html');
  expect(stdout).not.toMatch(/<script|<link|src=|url\(|@import/);
  expect(stdout).toContain('&lt;script&gt;');
});

test('the cells of a table in Markdown are as many in each line', () => {
  const lines = review('--format', 'markdown').stdout.split('\n').filter((line) => line.startsWith('|'));
  expect(new Set(lines.map((line) => line.replace(/\\\|/g, '').split('|').length)).size).toBe(1);
});

test('no mappings are told', () => {
  expect(command('review', join(folder, 'empty.yaml')).stdout).toBe('no mappings\n');
});

test('a file that can\'t be read is told', () => expect(command('review', 'nowhere')).toMatchObject({ status: 2, stderr: 'nowhere: does not exist\n' }));

test('a source of another template is looked up', () => {
  const clicks = { Resources: { Clicks: { Type: 'AWS::Kinesis::Stream', Properties: { ShardCount: 4 } } }, Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Clicks', 'Arn'] } } } };
  const EventSourceArn = { 'Fn::GetStackOutput': { StackName: 'clicks', OutputName: 'Arn' } };
  const mapping = { Resources: { Mapping: { Type: MAPPING, Properties: { EventSourceArn, FunctionName: 'handler', StartingPosition: 'LATEST', ParallelizationFactor: 2 } } } };
  const [row] = JSON.parse(command('review', folderWith({ 'clicks.json': clicks, 'mapping.json': mapping }), '--format', 'json').stdout) as object[];
  expect(row).toMatchObject({ source: 'Kinesis stream: output Arn of clicks', ceiling: '8' });
});
