import { Annotations as acknowledge, App, CfnResource, NestedStack, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  AdoptedLogicalId,
  MskCluster,
  MskEventSourceMapping,
  RabbitMqEventSourceMapping,
  SqsEventSourceMapping,
  StreamStartingPosition,
} from '../../src';
import { logicalIdOf, MAKE, SMALLEST, SOURCES } from '../construct/world';
import { Fixtures } from '../fixtures';

const MAPPING = 'AWS::Lambda::EventSourceMapping';
const NO_LOGICAL_ID = 'mapping-adopts-no-logical-id';

function idsIn(stack: Stack): string[] {
  return Object.keys(Template.fromStack(stack).findResources(MAPPING));
}

const sqsMapping = (f: Fixtures, adopts: string, id = 'Mapping') =>
  new SqsEventSourceMapping(f.stack, id, { queue: f.queue, target: f.target, adopts });
const kafka = (f: Fixtures, adopts: string, options: object = {}) =>
  new MskEventSourceMapping(f.stack, 'Mapping', { ...SMALLEST.msk(f), target: f.target, adopts, ...options });

/** The hash that the warning of a mapping writes. */
function hashFor(options: object): string {
  const f = new Fixtures();
  kafka(f, 'Old', options);
  const [
    {
      entry: { data },
    },
  ] = Annotations.fromStack(f.stack).findWarning('*', Match.stringLikeRegexp('mapping-adopts-without-hash'));
  return /Write 'Old:([0-9A-F]{8})'/.exec(String(data))![1];
}

describe('a mapping that adopts a logical id', () => {
  test.each(SOURCES)('of %s keeps it, also as an event source', (source) => {
    const f = new Fixtures();
    const options = { ...SMALLEST[source](f), adopts: 'Old' } as never;
    const Class = MAKE[source](new Fixtures()).constructor as unknown as {
      new (scope: Construct, id: string, props: object): Construct;
    };
    const mapping = new Class(f.stack, 'Mapping', { ...(options as object), target: f.target });
    expect(logicalIdOf(mapping)).toBe('Old');
    const other = new Fixtures();
    const added = { ...SMALLEST[source](other), adopts: 'Old' };
    other.target.addEventSource(
      (Class as unknown as { asEventSource(id: string, given: object): lambda.IEventSource }).asEventSource(
        'Mapping',
        added,
      ),
    );
    expect(idsIn(other.stack)).toEqual(['Old']);
  });

  test('refers to itself by it', () => {
    const f = new Fixtures();
    const mapping = sqsMapping(f, 'Old');
    expect(f.stack.resolve(mapping.eventSourceMappingId)).toEqual({ Ref: 'Old' });
  });

  test('follows a renaming of the stack, made before or after', () => {
    const f = new Fixtures();
    f.stack.renameLogicalId('One', 'RenamedOne');
    sqsMapping(f, 'One');
    new SqsEventSourceMapping(f.stack, 'Other', { queue: f.deadLetters, target: f.target, adopts: 'Two' });
    f.stack.renameLogicalId('Two', 'RenamedTwo');
    expect(idsIn(f.stack).sort()).toEqual(['RenamedOne', 'RenamedTwo']);
  });

  test('keeps it in a nested stack', () => {
    const parent = new Stack(new App(), 'Parent');
    const nested = new NestedStack(parent, 'Nested');
    const target = new lambda.Function(nested, 'Handler', {
      code: lambda.Code.fromInline('//'),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
    });
    new SqsEventSourceMapping(nested, 'Mapping', { queue: new sqs.Queue(nested, 'Queue'), target, adopts: 'Old' });
    new CfnResource(parent, 'Old', { type: 'Test::Other::Resource' });
    expect(idsIn(nested)).toEqual(['Old']);
  });
});

describe("with the hash of what Lambda can't change", () => {
  test('it stays as long as that does', () => {
    const f = new Fixtures();
    kafka(f, `Old:${hashFor({})}`, { batchSize: 7, enabled: false });
    expect(idsIn(f.stack)).toEqual(['Old']);
    Annotations.fromStack(f.stack).hasNoWarning('*', Match.stringLikeRegexp('mapping-adopts'));
  });

  test.each([{ topic: 'orders' }, { consumerGroupId: 'group' }])(
    'it becomes the id of a new mapping, as of any other, with %j',
    (change) => {
      const f = new Fixtures();
      kafka(f, `Old:${hashFor({})}`, change);
      const plain = new Fixtures();
      new MskEventSourceMapping(plain.stack, 'Mapping', { ...SMALLEST.msk(plain), target: plain.target, ...change });
      expect(idsIn(f.stack)).toEqual(idsIn(plain.stack));
    },
  );

  test('it is the same for a default that is written out', () => {
    const options = (f: Fixtures) => ({ ...SMALLEST.rabbitMq(f), target: f.target });
    const f = new Fixtures();
    new RabbitMqEventSourceMapping(f.stack, 'Plain', { ...options(f), adopts: 'Old' });
    const [{ entry }] = Annotations.fromStack(f.stack).findWarning(
      '*',
      Match.stringLikeRegexp('mapping-adopts-without-hash'),
    );
    const text = /Write '(\w+:\w+)'/.exec(String(entry.data))![1];
    const other = new Fixtures();
    new RabbitMqEventSourceMapping(other.stack, 'Mapping', { ...options(other), virtualHost: '/', adopts: text });
    expect(idsIn(other.stack)).toEqual(['Old']);
  });
});

describe('the id alone', () => {
  test('of a source whose values can all change has no warning', () => {
    const f = new Fixtures();
    sqsMapping(f, 'Old');
    Annotations.fromStack(f.stack).hasNoWarning('*', Match.stringLikeRegexp('adopts'));
  });

  test('of another one has a warning with the text to write', () => {
    const f = new Fixtures();
    kafka(f, 'Old');
    Annotations.fromStack(f.stack).hasWarning(
      '/MyStack/Mapping',
      Match.stringLikeRegexp(
        'adopts: Old stays the logical id if topic changes later: CloudFormation reports success, but Lambda keeps ' +
          'reading the old topic. ' +
          "Write 'Old:[0-9A-F]{8}', and a change makes a new mapping https://docs.aws.amazon.com/.*ack: " +
          'mapping-adopts-without-hash',
      ),
    );
  });

  test('of one whose values are tokens has the warning of the values', () => {
    const f = new Fixtures();
    kafka(f, 'Old', { topic: f.text });
    expect(idsIn(f.stack)).toEqual(['Old']);
    Annotations.fromStack(f.stack).hasNoWarning('*', Match.stringLikeRegexp('mapping-adopts'));
    Annotations.fromStack(f.stack).hasWarning('*', Match.stringLikeRegexp('msk-topic-unknown-identity'));
  });

  test('can be acknowledged', () => {
    const f = new Fixtures();
    acknowledge.of(kafka(f, 'Old')).acknowledgeWarning('mapping-adopts-without-hash');
    Annotations.fromStack(f.stack).hasNoWarning('*', Match.stringLikeRegexp('mapping-adopts-without-hash'));
  });
});

describe('is refused', () => {
  test.each<[string, string]>([
    ['', 'is not a logical id, which has 1 to 255 letters and digits'],
    ['Old-Mapping', 'is not a logical id'],
    ['a'.repeat(256), 'is not a logical id'],
    ['Old:', 'is not a logical id'],
    ['Old:0FB4F81C', 'is not a logical id'],
    ['Old\n', 'is not a logical id'],
  ])('%j', (text, says) =>
    expect(() => sqsMapping(new Fixtures(), text)).toThrow(
      new RegExp(`adopts(: [^]*)? ${says}[^]*\\[${NO_LOGICAL_ID}\\]`),
    ),
  );

  test.each(['Old:0fb4f81c', 'Old:12345', 'Old:123456789', ':0FB4F81C'])(
    "%s of a source with values that Lambda can't change",
    (text) => {
      expect(() => kafka(new Fixtures(), text)).toThrow(
        /alone or before a colon and the eight digits that `migrate` prints/,
      );
    },
  );

  test('a token', () => {
    const f = new Fixtures();
    expect(() => sqsMapping(f, f.text)).toThrow(
      /adopts is not known at synthesis, but the template needs the logical id: write it as a literal string/,
    );
    expect(() => sqsMapping(f, `Old${Token.asString({ Ref: 'A' })}`, 'Other')).toThrow(NO_LOGICAL_ID);
  });

  test('the id that another mapping adopts', () => {
    const f = new Fixtures();
    sqsMapping(f, 'Old', 'One');
    new SqsEventSourceMapping(f.stack, 'Two', { queue: f.deadLetters, target: f.target, adopts: 'Old' });
    expect(() => Template.fromStack(f.stack)).toThrow(
      /\[MyStack\/One\][^]*adopts: Old is the logical id of MyStack\/Two too: a mapping can only take the place of one that the stack no longer has \[mapping-adopts-taken\]/,
    );
  });

  test('the id that another resource has, until it has another one', () => {
    const f = new Fixtures();
    sqsMapping(f, 'Taken');
    const other = new CfnResource(f.stack, 'Taken', { type: 'Test::Other::Resource' });
    const synthesize = () => (f.stack.node.root as App).synth({ force: true });
    expect(synthesize).toThrow(/adopts: Taken is the logical id of MyStack\/Taken too/);
    other.overrideLogicalId('Free');
    expect(synthesize).not.toThrow();
  });
});

/** A stack that gives logical ids in its own way. */
class Prefixing extends Stack {
  protected allocateLogicalId(element: CfnResource): string {
    return `Prefix${super.allocateLogicalId(element)}`;
  }
}

describe('AdoptedLogicalId', () => {
  const app = (make: (scope: Stack, queue: sqs.Queue, target: lambda.Function) => void, rename?: [string, string]) => {
    const stack = new Prefixing(new App(), 'MyStack');
    if (rename) stack.renameLogicalId(...rename);
    const target = new lambda.Function(stack, 'Handler', {
      code: lambda.Code.fromInline('//'),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
    });
    make(stack, new sqs.Queue(stack, 'Queue'), target);
    return idsIn(stack);
  };
  const old = (rename?: [string, string]) =>
    app((_, queue, target) => target.addEventSource(new sources.SqsEventSource(queue)), rename);
  const young = (rename?: [string, string]) =>
    app((scope, queue, target) => {
      new SqsEventSourceMapping(scope, 'Mapping', {
        queue,
        target,
        adopts: AdoptedLogicalId.ofSqsEventSource(target, queue),
      });
      expect(target.node.children.map(({ node }) => node.id)).toEqual(['ServiceRole', 'Resource']);
    }, rename);

  test('asks the stack how it gives logical ids, and leaves nothing behind', () => {
    expect(old()).toEqual([expect.stringMatching(/^Prefix/)]);
    expect(young()).toEqual(old());
  });

  test('leaves renamings to the stack', () => {
    const [id] = old();
    expect(old([id, 'Renamed'])).toEqual(['Renamed']);
    expect(young([id, 'Renamed'])).toEqual(['Renamed']);
  });

  test('is another one for each topic', () => {
    const f = new Fixtures();
    const [one, other] = ['a', 'b/c'].map((topic) => AdoptedLogicalId.ofManagedKafkaEventSource(f.target, topic));
    expect(one).not.toBe(other);
    const mapping = new MskEventSourceMapping(f.stack, 'Mapping', {
      cluster: MskCluster.provisioned(f.cluster),
      topic: 'a',
      startingPosition: StreamStartingPosition.latest(),
      target: f.target,
      adopts: one,
    });
    expect(logicalIdOf(mapping)).toBe(one);
  });
});
