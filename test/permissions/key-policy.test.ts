import { Annotations as CdkAnnotations, App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { ARNS, deployed, granted, resourcesIn, Statement } from './template';
import { SqsEventSourceMapping, SqsFilter } from '../../src';
import { logicalIdOf } from '../construct/world';
import { Fixtures } from '../fixtures';

const RULE = 'mapping-key-policy-not-changed';
const filters = [SqsFilter.fromPattern({ body: { city: ['Bern'] } })];

function mappingWith(
  f: Fixtures,
  filterEncryption: kms.IKey | kms.CfnKey,
  grantAccess?: boolean,
): SqsEventSourceMapping {
  return new SqsEventSourceMapping(f.stack, 'Mapping', {
    queue: f.queue,
    target: f.target,
    filters,
    filterEncryption,
    grantAccess,
  });
}

function statementsOfLambda(stack: Stack): Statement[] {
  const keys = Object.values(resourcesIn(stack)).filter(({ Type }) => Type === 'AWS::KMS::Key');
  return keys
    .flatMap(({ Properties }) => (Properties.KeyPolicy as { Statement: Statement[] }).Statement)
    .filter((statement) => JSON.stringify(statement).includes('lambda.amazonaws.com'));
}

function warningsOf(stack: Stack): string[] {
  return Annotations.fromStack(stack)
    .findWarning('*', Match.stringLikeRegexp(RULE))
    .map(({ entry }) => String(entry.data));
}

const EXPECTED = {
  Effect: 'Allow',
  Principal: { Service: 'lambda.amazonaws.com' },
  Action: 'kms:Decrypt',
  Resource: '*',
  Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:lambda:us-east-1:111122223333:event-source-mapping:*' } },
};

describe('the key of filters', () => {
  const f = new Fixtures();
  mappingWith(f, f.key);

  test('lets Lambda itself decrypt, for the mappings of the account', () => {
    expect(deployed(statementsOfLambda(f.stack))).toEqual([EXPECTED]);
    expect(warningsOf(f.stack)).toEqual([]);
  });

  test('is nothing that the role needs', () => {
    expect(granted(f.stack).filter((line) => line.startsWith('kms:'))).toEqual([]);
  });
});

test('mappings that share a key share the statement', () => {
  const f = new Fixtures();
  mappingWith(f, f.key);
  new SqsEventSourceMapping(f.stack, 'Other', {
    queue: f.deadLetters,
    target: f.target,
    filters,
    filterEncryption: f.key,
  });
  expect(deployed(statementsOfLambda(f.stack))).toEqual([EXPECTED]);
});

test("a key that encrypts the queue and the function's environment too makes no circle", () => {
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, 'MyStack');
  const key = new kms.Key(stack, 'Key');
  const target = new lambda.Function(stack, 'Handler', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
    environment: { CITY: 'Bern' },
    environmentEncryption: key,
  });
  const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key });
  new SqsEventSourceMapping(stack, 'Mapping', { queue, target, filters, filterEncryption: key });
  app.synth();
  expect(deployed(statementsOfLambda(stack))).toEqual([EXPECTED]);
});

test('a key in another stack makes no circle, and is made before the mapping', () => {
  const app = new App({ analyticsReporting: false });
  const [keys, stack] = ['Keys', 'MyStack'].map((name) => new Stack(app, name));
  const key = new kms.Key(keys, 'Key');
  const target = lambda.Function.fromFunctionName(stack, 'Handler', 'handler');
  new SqsEventSourceMapping(stack, 'Mapping', {
    queue: new sqs.Queue(stack, 'Queue'),
    target,
    filters,
    filterEncryption: key,
  });
  app.synth();
  expect(deployed(statementsOfLambda(keys))).toEqual([EXPECTED]);
  expect(stack.dependencies).toContain(keys);
});

test('the mapping has its key by reference, so that the key and its policy are there before it', () => {
  const f = new Fixtures();
  const mapping = mappingWith(f, f.key);
  expect(resourcesIn(f.stack)[logicalIdOf(mapping)].Properties.KmsKeyArn).toEqual(f.stack.resolve(f.key.keyArn));
});

describe.each<[string, (f: Fixtures) => kms.IKey | kms.CfnKey]>([
  ['an L1', (f) => new kms.CfnKey(f.stack, 'Key', { keyPolicy: { Statement: [] } })],
  ['a key that exists already', (f) => kms.Key.fromKeyArn(f.stack, 'Key', ARNS.Key)],
])("the policy of %s can't be changed", (_, keyOf) => {
  test('which a warning says', () => {
    const f = new Fixtures();
    mappingWith(f, keyOf(f));
    expect(statementsOfLambda(f.stack)).toEqual([]);
    const warnings = warningsOf(f.stack);
    expect(warnings).toHaveLength(1);
    ['MyStack/Key', 'kms:Decrypt', 'lambda.amazonaws.com'].forEach((part) => expect(warnings[0]).toContain(part));
  });

  test('until someone acknowledges it', () => {
    const f = new Fixtures();
    const mapping = mappingWith(f, keyOf(f));
    CdkAnnotations.of(mapping).acknowledgeWarning(RULE, 'the policy allows it');
    expect(warningsOf(f.stack)).toEqual([]);
  });
});

test.each<[string, (f: Fixtures) => kms.IKey | kms.CfnKey]>([
  ['a key', (f) => f.key],
  ['an L1', (f) => new kms.CfnKey(f.stack, 'Key', { keyPolicy: { Statement: [] } })],
])('grantAccess: false leaves the policy of a key to others: %s', (_, keyOf) => {
  const f = new Fixtures();
  mappingWith(f, keyOf(f), false);
  expect(statementsOfLambda(f.stack)).toEqual([]);
  expect(warningsOf(f.stack)).toEqual([]);
});
