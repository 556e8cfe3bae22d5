import * as cdk from 'aws-cdk-lib';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { IConstruct, MetadataEntry } from 'constructs';
import {
  FailureDestination,
  KinesisEventSourceMapping,
  SqsEventSourceMapping,
  SqsFilter,
  StreamStartingPosition,
} from '../../src';
import { warningsOf } from '../doors';

const ACCOUNT = '111111111111';
const IMPORTED = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:imported`;
const FOREIGN = 'arn:aws:sqs:us-east-1:222222222222:orders';
const env = { account: ACCOUNT, region: 'us-east-1' };
const dead = sqs.Queue.fromQueueArn(new cdk.Stack(), 'Dead', 'arn:aws:sqs:us-east-1:111111111111:dead');
const redriven = { deadLetterQueue: { queue: dead, maxReceiveCount: 5 } };

/** The function and its mappings are in two stacks of a stage: neither is below the other. */
class World {
  public readonly app = new cdk.App({ analyticsReporting: false });
  public readonly stage = new cdk.Stage(this.app, 'Prod', { env });
  public readonly functions = new cdk.Stack(this.stage, 'Functions');
  public readonly stack = new cdk.Stack(this.stage, 'Mappings');
  public readonly handler = new lambda.Function(this.functions, 'Handler', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
    functionName: 'handler',
  });
  public readonly imported = lambda.Function.fromFunctionArn(this.functions, 'Imported', IMPORTED);

  /** The ids of the constructs with a rule's warnings, once for each. */
  public warned(rule: string): string[] {
    this.stage.synth({ force: true });
    const isOfRule = ({ data }: MetadataEntry) => String(data).endsWith(`[ack: ${rule}]`);
    return this.app.node.findAll().flatMap(({ node }) => node.metadata.filter(isOfRule).map(() => node.id));
  }
}

interface Kind {
  readonly rule: string;
  /** The function of the mappings. */
  of(world: World): lambda.IFunction;
  make(world: World, id: string, target: lambda.IFunction): IConstruct;
}

const handlerOf = ({ handler }: World) => handler;
const shared = <Made>(stack: cdk.Stack, id: string, make: () => Made) =>
  (stack.node.tryFindChild(id) ?? make()) as Made;
const streamOf = (stack: cdk.Stack, id: string) =>
  kinesis.Stream.fromStreamArn(stack, `${id}Stream`, `arn:aws:kinesis:us-east-1:${ACCOUNT}:stream/${id}`);
const queueOf = ({ stack }: World, id: string, props: sqs.QueueProps = redriven) =>
  new sqs.Queue(stack, `${id}Queue`, props);
const aliasOf = (target: lambda.IFunction, stack: cdk.Stack, id: string) =>
  new lambda.Alias(stack, `${id}Alias`, {
    aliasName: id,
    version: new lambda.Version(stack, `${id}Version`, { lambda: target }),
  });

/** A kind of each way in which a warning is found. */
const KINDS: readonly Kind[] = [
  {
    rule: 'kinesis-tumbling-window-in-parallel',
    of: handlerOf,
    make: ({ stack }, id, target) =>
      new KinesisEventSourceMapping(stack, id, {
        stream: streamOf(stack, id),
        target,
        startingPosition: StreamStartingPosition.latest(),
        tumblingWindow: cdk.Duration.seconds(30),
        parallelizationFactor: 2,
      }),
  },
  {
    rule: 'sqs-dead-letter-queue',
    of: handlerOf,
    make: (world, id, target) => new SqsEventSourceMapping(world.stack, id, { queue: queueOf(world, id, {}), target }),
  },
  {
    rule: 'mapping-access-not-granted',
    of: ({ imported }) => imported,
    make: (world, id, target) => new SqsEventSourceMapping(world.stack, id, { queue: queueOf(world, id), target }),
  },
  {
    rule: 'mapping-source-not-shared',
    of: handlerOf,
    make: ({ stack }, id, target) =>
      new SqsEventSourceMapping(stack, id, {
        queue: shared(stack, 'Foreign', () => sqs.Queue.fromQueueArn(stack, 'Foreign', FOREIGN)),
        // A function has one mapping of a source.
        target: id === 'Mapping' ? target : aliasOf(target, stack, id),
      }),
  },
  {
    rule: 'mapping-key-not-granted',
    of: handlerOf,
    make: ({ stack }, id, target) =>
      new KinesisEventSourceMapping(stack, id, {
        stream: streamOf(stack, id),
        target,
        startingPosition: StreamStartingPosition.latest(),
        onFailure: FailureDestination.queue(
          shared(stack, 'Failed', () => new sqs.CfnQueue(stack, 'Failed', { kmsMasterKeyId: 'alias/mine' })),
        ),
      }),
  },
  {
    rule: 'mapping-key-policy-not-changed',
    of: handlerOf,
    make: (world, id, target) =>
      new SqsEventSourceMapping(world.stack, id, {
        queue: queueOf(world, id),
        target,
        filters: [SqsFilter.fromPattern({ body: { state: ['new'] } })],
        filterEncryption: shared(
          world.stack,
          'Key',
          () => new kms.CfnKey(world.stack, 'Key', { keyPolicy: { Statement: [] } }),
        ),
      }),
  },
];

/** From here on, what only newer versions of aws-cdk-lib have. */
interface Newer {
  readonly Validations?: {
    of(scope: IConstruct): { acknowledge(...rules: { readonly id: string; readonly reason: string }[]): void };
  };
}
const { Validations: validations } = cdk as Newer;
const reason = 'it is a test';
const viaValidations = (idOf: (rule: string) => string) => (construct: IConstruct, rule: string) =>
  validations!.of(construct).acknowledge({ id: idOf(rule), reason });

const WAYS: readonly [string, (construct: IConstruct, rule: string) => void][] = [
  ['Annotations', (construct, rule) => cdk.Annotations.of(construct).acknowledgeWarning(rule, reason)],
  ...(validations
    ? ([
        ['Validations', viaValidations((rule) => rule)],
        ['Validations, with the id that the CLI prints', viaValidations((rule) => `Annotation::${rule}`)],
        ['Validations, with the id of the plugin', viaValidations((rule) => `EventSourceMappings::${rule}`)],
      ] satisfies [string, (construct: IConstruct, rule: string) => void][])
    : []),
];

const ABOVE: readonly [string, (world: World, kind: Kind) => IConstruct][] = [
  ['the function', (world, kind) => kind.of(world)],
  ['the stack of the function', ({ functions }) => functions],
  ['the stack of the mapping', ({ stack }) => stack],
  ['the stage', ({ stage }) => stage],
  ['the app', ({ app }) => app],
];

describe.each(KINDS)('$rule', (kind) => {
  const make = (world: World, id = 'Mapping') => kind.make(world, id, kind.of(world));

  test('is a warning at its mapping', () => {
    const world = new World();
    make(world);
    expect(world.warned(kind.rule)).toEqual(['Mapping']);
    const [warning] = warningsOf(world.stack.node.findChild('Mapping')).filter(({ rule }) => rule === kind.rule);
    expect(warning.text).toMatch(/ https:\/\/docs\.aws\.amazon\.com\/\S+$/);
  });

  describe.each(WAYS)('is acknowledged with %s', (_, acknowledge) => {
    test('at the mapping', () => {
      const world = new World();
      acknowledge(make(world), kind.rule);
      expect(world.warned(kind.rule)).toEqual([]);
    });

    test.each(ABOVE)('at %s, before the mapping is made', (__, place) => {
      const world = new World();
      acknowledge(place(world, kind), kind.rule);
      make(world);
      expect(world.warned(kind.rule)).toEqual([]);
    });

    test.each(ABOVE)('at %s, after the mapping was made', (__, place) => {
      const world = new World();
      make(world);
      acknowledge(place(world, kind), kind.rule);
      expect(world.warned(kind.rule)).toEqual([]);
    });

    test('at the function of an alias', () => {
      const world = new World();
      kind.make(world, 'Mapping', aliasOf(kind.of(world), world.stack, 'Live'));
      acknowledge(kind.of(world), kind.rule);
      expect(world.warned(kind.rule)).toEqual([]);
    });

    test('at one of two mappings, so that the other is warned of', () => {
      const world = new World();
      const [one] = [make(world, 'One'), make(world, 'Other')];
      acknowledge(one, kind.rule);
      expect(world.warned(kind.rule)).toEqual(['Other']);
    });

    test('between two syntheses', () => {
      const world = new World();
      make(world);
      world.warned(kind.rule);
      acknowledge(kind.of(world), kind.rule);
      expect(world.warned(kind.rule)).toEqual([]);
    });
  });

  test('is not acknowledged with another rule, nor at another function', () => {
    const world = new World();
    make(world);
    cdk.Annotations.of(kind.of(world)).acknowledgeWarning('kinesis-batch-size-range');
    cdk.Annotations.of(kind.of(world) === world.handler ? world.imported : world.handler).acknowledgeWarning(kind.rule);
    expect(world.warned(kind.rule)).toEqual(['Mapping']);
  });
});

const SAID_ONCE = KINDS.filter(({ rule }) => rule.startsWith('mapping-'));

test.each(SAID_ONCE)('$rule is said once for all mappings that it is true of', (kind) => {
  const world = new World();
  ['One', 'Other', 'Third'].forEach((id) => kind.make(world, id, kind.of(world)));
  expect(world.warned(kind.rule)).toEqual(['One']);
  expect(world.warned(kind.rule)).toEqual(['One']);
});
