import { App, Aspects, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SqsEventSourceMapping, SqsFifoEventSourceMapping } from '../../src';
import { Fixtures } from '../fixtures';

/** The keys that the role may use, by their logical ids. */
function keysOf(f: Fixtures): string[] {
  const policies = Template.fromStack(f.stack).findResources('AWS::IAM::Policy');
  const documents = Object.values(policies).map(
    ({ Properties }) => (Properties as { PolicyDocument: { Statement: unknown[] } }).PolicyDocument,
  );
  const statements = documents.flatMap(({ Statement }) => Statement);
  const onKeys = statements.filter((one) => JSON.stringify(one).includes('kms:Decrypt')) as { Resource: unknown }[];
  return onKeys
    .flatMap(({ Resource }) => Resource)
    .map((arn) => (arn as { 'Fn::GetAtt': string[] })['Fn::GetAtt'][0].slice(0, -8))
    .sort();
}

const key = (f: Fixtures, id: string) => new kms.Key(f.stack, id);
const dead = (f: Fixtures, encryptionMasterKey?: kms.IKey) => new sqs.Queue(f.stack, 'Dead', { encryptionMasterKey });
const source = (f: Fixtures, queue: sqs.IQueue, encryptionMasterKey?: kms.IKey, id = 'Jobs') =>
  new sqs.Queue(f.stack, id, { encryptionMasterKey, deadLetterQueue: { queue, maxReceiveCount: 5 } });
const moving = (f: Fixtures, deadLetterTargetArn: string) =>
  new sqs.CfnQueue(f.stack, 'Jobs', {
    kmsMasterKeyId: key(f, 'One').keyArn,
    redrivePolicy: { deadLetterTargetArn, maxReceiveCount: 5 },
  });
const mapping = (f: Fixtures, queue: sqs.IQueue, more = {}) =>
  new SqsEventSourceMapping(f.stack, 'Mapping', { queue, target: f.target, ...more });

test.each<[string, (f: Fixtures) => unknown, string[]]>([
  [
    'of the queue',
    (f) => {
      const queue = dead(f);
      source(f, queue, key(f, 'One'));
      mapping(f, queue);
    },
    ['One'],
  ],
  [
    'of both',
    (f) => {
      const queue = dead(f, key(f, 'Own'));
      source(f, queue, key(f, 'One'));
      mapping(f, queue);
    },
    ['One', 'Own'],
  ],
  [
    'of both, which have the same',
    (f) => {
      const one = key(f, 'One');
      const queue = dead(f, one);
      source(f, queue, one);
      mapping(f, queue);
    },
    ['One'],
  ],
  [
    'of a queue that is made after the mapping',
    (f) => {
      const queue = dead(f);
      mapping(f, queue);
      source(f, queue, key(f, 'One'));
    },
    ['One'],
  ],
  [
    'of several',
    (f) => {
      const queue = dead(f);
      source(f, queue, key(f, 'One'));
      source(f, queue, key(f, 'Two'), 'Mails');
      mapping(f, queue);
    },
    ['One', 'Two'],
  ],
  [
    'of an L1',
    (f) => {
      const queue = dead(f);
      moving(f, queue.queueArn);
      mapping(f, queue);
    },
    ['One'],
  ],
  [
    'of an L1 that names the L1 of the queue',
    (f) => {
      const queue = dead(f);
      const { attrArn } = queue.node.defaultChild as sqs.CfnQueue;
      moving(f, attrArn);
      mapping(f, queue);
    },
    ['One'],
  ],
  [
    'of an L1 that names an imported queue',
    (f) => {
      const arn = 'arn:aws:sqs:us-east-1:123456789012:dead';
      moving(f, arn);
      mapping(f, sqs.Queue.fromQueueArn(f.stack, 'Dead', arn));
    },
    ['One'],
  ],
  [
    'of FIFO queues',
    (f) => {
      const queue = new sqs.Queue(f.stack, 'Dead', { fifo: true });
      new sqs.Queue(f.stack, 'Jobs', {
        fifo: true,
        encryptionMasterKey: key(f, 'One'),
        deadLetterQueue: { queue, maxReceiveCount: 5 },
      });
      new SqsFifoEventSourceMapping(f.stack, 'Mapping', { queue, target: f.target });
    },
    ['One'],
  ],
  [
    'of no queue that leads elsewhere',
    (f) => {
      const queue = dead(f);
      source(f, new sqs.Queue(f.stack, 'Else'), key(f, 'One'));
      mapping(f, queue);
    },
    [],
  ],
  [
    'of no queue that AWS encrypts',
    (f) => {
      const queue = dead(f);
      new sqs.Queue(f.stack, 'Jobs', {
        encryption: sqs.QueueEncryption.KMS_MANAGED,
        deadLetterQueue: { queue, maxReceiveCount: 5 },
      });
      mapping(f, queue);
    },
    [],
  ],
  [
    'of none, where access is not granted',
    (f) => {
      const queue = dead(f);
      source(f, queue, key(f, 'One'));
      mapping(f, queue, { grantAccess: false });
    },
    [],
  ],
])('a dead-letter queue is read with the key %s', (_, make, keys) => {
  const f = new Fixtures();
  make(f);
  expect(keysOf(f)).toEqual(keys);
});

test('a second synthesis adds the key of a new queue', () => {
  const f = new Fixtures();
  const queue = dead(f, key(f, 'Own'));
  source(f, queue, key(f, 'One'));
  mapping(f, queue);
  expect(keysOf(f)).toEqual(['One', 'Own']);
  source(f, queue, key(f, 'Two'), 'Mails');
  (f.stack.node.root as App).synth({ force: true });
  expect(keysOf(f)).toEqual(['One', 'Own', 'Two']);
});

describe('in several stacks', () => {
  const other = (f: Fixtures) => new Stack(f.stack.node.root as App, 'Other');

  test("the key of the dead-letter queue's stack is used", () => {
    const f = new Fixtures();
    const data = other(f);
    const queue = new sqs.Queue(data, 'Dead');
    new sqs.Queue(data, 'Jobs', {
      encryptionMasterKey: new kms.Key(data, 'One'),
      deadLetterQueue: { queue, maxReceiveCount: 5 },
    });
    mapping(f, queue);
    const [policy] = Object.values(Template.fromStack(f.stack).findResources('AWS::IAM::Policy'));
    expect(JSON.stringify(policy)).toContain('ExportsOutputFnGetAttOne');
  });

  test("the key of the mapping's stack is used for a dead-letter queue of another one", () => {
    const f = new Fixtures();
    const queue = new sqs.Queue(other(f), 'Dead');
    source(f, queue, key(f, 'One'));
    mapping(f, queue);
    expect(keysOf(f)).toEqual(['One']);
  });

  test('the key of a stack that waits for this one is not, because both would wait for each other', () => {
    const f = new Fixtures();
    const later = other(f);
    const queue = dead(f);
    mapping(f, queue);
    new sqs.Queue(later, 'Jobs', {
      encryptionMasterKey: new kms.Key(later, 'One'),
      deadLetterQueue: { queue, maxReceiveCount: 5 },
    });
    expect(keysOf(f)).toEqual([]);
  });

  test('the key of any stack is, where its ARN is known', () => {
    const f = new Fixtures();
    const later = other(f);
    const queue = dead(f);
    mapping(f, queue);
    const encryptionMasterKey = kms.Key.fromKeyArn(later, 'One', 'arn:aws:kms:us-east-1:111122223333:key/one');
    new sqs.Queue(later, 'Jobs', { encryptionMasterKey, deadLetterQueue: { queue, maxReceiveCount: 5 } });
    const policies = Template.fromStack(f.stack).findResources('AWS::IAM::Policy');
    expect(JSON.stringify(policies)).toContain('key/one');
  });
});

test('the role of a mapping that an Aspect makes may use the key too, where it has policies already', () => {
  const f = new Fixtures();
  const queue = dead(f);
  source(f, queue, key(f, 'One'));
  mapping(f, new sqs.Queue(f.stack, 'Other'));
  const last = new sqs.Queue(f.stack, 'Last');
  const options = { queue, target: f.target };
  Aspects.of(last).add({
    visit: () => void (f.stack.node.tryFindChild('Made') ?? new SqsEventSourceMapping(f.stack, 'Made', options)),
  });
  expect(keysOf(f)).toEqual(['One']);
});
