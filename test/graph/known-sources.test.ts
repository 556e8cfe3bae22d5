import { KnownSources } from '../../src/graph/known-sources';
import { CONTRACTS } from '../../src/sources/contracts';

const SOURCES = new KnownSources(CONTRACTS.map(({ recognition }) => recognition));

test.each<[string, string, boolean]>([
  ['arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Name}', 'AWS::SQS::Queue', true],
  ['arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Name}', 'AWS::DynamoDB::Table', false],
  ['arn:aws:sqs:us-west-2:999999999999:${Name}', 'AWS::SQS::Queue', false],
  ['arn:${AWS::Partition}:rds:us-west-2:999999999999:cluster:${Name}', 'AWS::DocDB::DBCluster', true],
  ['arn:aws:states:us-west-2:999999999999:${Name}', 'AWS::SQS::Queue', true],
  ['${Name}', 'AWS::SQS::Queue', true],
])('%s may name a resource of type %s: %s', (text, type, expected) =>
  expect(SOURCES.mayName({ 'Fn::Sub': text }, type)).toBe(expected),
);
