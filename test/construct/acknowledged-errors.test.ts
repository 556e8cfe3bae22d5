import { mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { IConstruct } from 'constructs';
import {
  EventSourceMappingValidation,
  SqsEventSourceMapping,
  SqsEventSourceMappingOptions,
  SqsFilter,
} from '../../src';
import { command } from '../cli/run';

const REASON = 'AWS raised the limit';

/** A mapping with an error that its author may know better than we do. */
interface Kind {
  readonly kind: string;
  readonly rule: string;
  /** The constructor finds it, so that it is to be acknowledged before. */
  readonly atOnce: boolean;
  readonly queue?: sqs.QueueProps;
  readonly options?: Partial<SqsEventSourceMappingOptions>;
  /** The same for an L1; unset where it shows nothing of it. */
  readonly l1?: Partial<lambda.CfnEventSourceMappingProps>;
  /** An edit of the mapping after it was made. */
  readonly edit?: Partial<lambda.CfnEventSourceMappingProps>;
}

const seconds = (count: number) => cdk.Duration.seconds(count);
const KINDS: readonly Kind[] = [
  {
    kind: 'a constraint of one option',
    rule: 'sqs-batch-size-range',
    atOnce: true,
    options: { batchSize: 20_000, maxBatchingWindow: seconds(1) },
    l1: { batchSize: 20_000, maximumBatchingWindowInSeconds: 1 },
  },
  {
    kind: 'a rule of several options',
    rule: 'sqs-large-batch-needs-window',
    atOnce: true,
    options: { batchSize: 500 },
    l1: { batchSize: 500 },
  },
  {
    kind: 'a rule of filters',
    rule: 'sqs-filters-count',
    atOnce: true,
    options: { filters: Array.from({ length: 11 }, (_, kind) => SqsFilter.fromPattern({ body: { kind: [kind] } })) },
    l1: {
      filterCriteria: {
        filters: Array.from({ length: 11 }, (_, kind) => ({ pattern: JSON.stringify({ body: { kind: [kind] } }) })),
      },
    },
  },
  { kind: 'a rule of what only options show', rule: 'sqs-queue-is-fifo', atOnce: true, queue: { fifo: true } },
  {
    kind: 'a rule of what is around',
    rule: 'sqs-visibility-timeout',
    atOnce: false,
    queue: { visibilityTimeout: seconds(10) },
    l1: {},
  },
  {
    kind: 'a constraint that an edit breaks',
    rule: 'sqs-batch-size-range',
    atOnce: false,
    edit: { batchSize: 20_000, maximumBatchingWindowInSeconds: 1 },
  },
  {
    kind: 'a property that an edit adds',
    rule: 'sqs-unsupported',
    atOnce: false,
    edit: { maximumRetryAttempts: 3 },
    l1: { maximumRetryAttempts: 3 },
  },
];
const IN_L1 = KINDS.filter(({ l1 }) => l1 !== undefined);

/** The API that only newer versions of aws-cdk-lib have. */
interface Newer {
  readonly Validations?: {
    of(scope: IConstruct): { acknowledge(...rules: { readonly id: string; readonly reason: string }[]): void };
  };
}
const { Validations: validations } = cdk as Newer;
type Way = readonly [string, (construct: IConstruct, rule: string) => void, string];
/** The name of a way, the way, and the reason that it leaves. */
const WAYS: readonly Way[] = [
  // aws-cdk-lib does not keep the message.
  ['Annotations', (construct, rule) => cdk.Annotations.of(construct).acknowledgeWarning(rule, REASON), ''],
  ...(validations
    ? ['', 'Annotation::', 'EventSourceMappings::'].map((prefix): Way => [
        `Validations, as ${prefix}<rule>`,
        (construct, rule) => validations.of(construct).acknowledge({ id: prefix + rule, reason: REASON }),
        ` (${REASON})`,
      ])
    : []),
];

class World {
  public readonly app: cdk.App;
  public readonly stage: cdk.Stage;
  public readonly stack: cdk.Stack;
  public readonly handler: lambda.Function;

  constructor(plugins: EventSourceMappingValidation[] = []) {
    this.app = new cdk.App({
      analyticsReporting: false,
      outdir: mkdtempSync(join(tmpdir(), 'acknowledged-')),
      policyValidationBeta1: plugins,
      context: { 'aws:cdk:enable-path-metadata': true },
      ...{ builtinCloudFormationValidation: false },
    });
    this.stage = new cdk.Stage(this.app, 'Prod');
    this.stack = new cdk.Stack(this.stage, 'Jobs');
    this.handler = new lambda.Function(this.stack, 'Handler', {
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
      timeout: seconds(30),
    });
  }

  public make({ queue, options, edit }: Kind): SqsEventSourceMapping {
    const mapping = new SqsEventSourceMapping(this.stack, 'Mapping', {
      queue: this.queue(queue),
      target: this.handler,
      ...options,
    });
    Object.assign(mapping.node.defaultChild as lambda.CfnEventSourceMapping, edit);
    return mapping;
  }

  /** The same mapping without this library. */
  public makeL1({ queue, l1 }: Kind): lambda.CfnEventSourceMapping {
    const source = this.queue(queue);
    source.grantConsumeMessages(this.handler);
    const { queueArn: eventSourceArn } = source;
    return new lambda.CfnEventSourceMapping(this.stack, 'Mapping', {
      eventSourceArn,
      functionName: this.handler.functionName,
      ...l1,
    });
  }

  public notes(): string[] {
    this.app.synth();
    const isNote = ({ type }: { readonly type: string }) => type === 'aws:cdk:info';
    return this.stack.node
      .findChild('Mapping')
      .node.metadata.filter(isNote)
      .map(({ data }) => String(data));
  }

  /** The result of the command for the synthesized app. */
  public check(): ReturnType<typeof command> {
    return command('check', join(this.app.outdir, 'assembly-Prod'));
  }

  public get metadata(): unknown {
    const { template } = this.app.synth().getNestedAssembly('assembly-Prod').getStackByName('Prod-Jobs') as {
      readonly template: unknown;
    };
    const { Resources } = template as {
      readonly Resources: { [id: string]: { Type: string; Metadata: { EventSourceMappings?: unknown } } };
    };
    return Object.values(Resources).find(({ Type }) => Type === 'AWS::Lambda::EventSourceMapping')!.Metadata
      .EventSourceMappings;
  }

  private queue(props: sqs.QueueProps = {}): sqs.Queue {
    const queue = new sqs.Queue(this.stack, 'Dead', { fifo: props.fifo });
    return new sqs.Queue(this.stack, 'Queue', {
      visibilityTimeout: seconds(300),
      deadLetterQueue: { queue, maxReceiveCount: 5 },
      ...props,
    });
  }
}

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation();
  jest.spyOn(console, 'error').mockImplementation();
  jest.spyOn(console, 'warn').mockImplementation();
});
afterEach(() => jest.restoreAllMocks());

const PLACES: readonly [string, (world: World) => IConstruct][] = [
  ['the function', ({ handler }) => handler],
  ['the stack', ({ stack }) => stack],
  ['the stage', ({ stage }) => stage],
  ['the app', ({ app }) => app],
];

describe.each(KINDS)('$kind: $rule', (kind) => {
  const { rule, atOnce } = kind;

  test('is an error', () => {
    const world = new World();
    const make = () => world.make(kind);
    expect(
      atOnce
        ? make
        : () => {
            make();
            world.app.synth();
          },
    ).toThrow(`[${rule}]`);
  });

  describe.each(WAYS)('acknowledged with %s', (_, acknowledge, reason) => {
    test.each(PLACES)('at %s before, is a note', (__, place) => {
      const world = new World();
      acknowledge(place(world), rule);
      world.make(kind);
      expect(world.notes()).toEqual([expect.stringContaining(`${rule} is acknowledged${reason}: `)]);
    });

    test('is in the template, so that the plugin and the command agree', () => {
      const world = new World([new EventSourceMappingValidation()]);
      acknowledge(world.stack, rule);
      world.make(kind);
      expect(() => world.app.synth()).not.toThrow();
      expect(world.metadata).toEqual({ acknowledge: [reason === '' ? { id: rule } : { id: rule, reason: REASON }] });
      const { status, stdout } = world.check();
      expect(status).toBe(0);
      if (kind.l1 !== undefined) expect(stdout).toContain(`note    ${rule} is acknowledged${reason}: `);
    });
  });

  test('is an error where another rule is acknowledged', () => {
    const world = new World();
    cdk.Annotations.of(world.app).acknowledgeWarning('sqs-max-batching-window-range');
    expect(() => {
      world.make(kind);
      world.app.synth();
    }).toThrow(`[${rule}]`);
  });
});

describe.each(KINDS.filter(({ atOnce }) => !atOnce))('found at synthesis: $kind: $rule', (kind) => {
  const { rule } = kind;
  const AT_LAST: typeof PLACES = [['the mapping', ({ stack }) => stack.node.findChild('Mapping')], ...PLACES];

  describe.each(WAYS)('acknowledged with %s', (_, acknowledge, reason) => {
    test.each(AT_LAST)('at %s after the mapping was made, is a note', (__, place) => {
      const world = new World();
      world.make(kind);
      acknowledge(place(world), rule);
      expect(world.notes()).toEqual([expect.stringContaining(`${rule} is acknowledged${reason}: `)]);
    });
  });
});

/** The violations that the plugin reports, kept from the terminal. */
function violations(
  world: World,
): { readonly ruleName: string; readonly severity?: string; readonly description: string }[] {
  const templatePaths = world.app
    .synth()
    .getNestedAssembly('assembly-Prod')
    .stacks.map(({ templateFullPath }) => templateFullPath);
  return new EventSourceMappingValidation().validate({ templatePaths, ...{ appConstruct: world.app } }).violations;
}

describe.each(IN_L1)('made elsewhere: $kind: $rule', (kind) => {
  const { rule } = kind;

  test('is an error of the plugin and of the command', () => {
    const world = new World();
    world.makeL1(kind);
    expect(violations(world)).toEqual([expect.objectContaining({ ruleName: rule, severity: 'error' })]);
    expect(world.check()).toMatchObject({ status: 1, stdout: expect.stringContaining(`[${rule}]`) });
  });

  test('acknowledged in its metadata, is a note of both', () => {
    const world = new World();
    world.makeL1(kind).addMetadata('EventSourceMappings', { acknowledge: [{ id: rule, reason: REASON }] });
    const description = expect.stringContaining(`${rule} is acknowledged (${REASON}): `);
    expect(violations(world)).toEqual([expect.objectContaining({ ruleName: rule, severity: 'info', description })]);
    expect(world.check()).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`note    ${rule} is acknowledged (${REASON}): `),
    });
  });

  describe.each(WAYS)('acknowledged with %s', (_, acknowledge, reason) => {
    test.each(PLACES)('at %s, is a note of the plugin', (__, place) => {
      const world = new World();
      world.makeL1(kind);
      acknowledge(place(world), rule);
      expect(violations(world)).toEqual([
        expect.objectContaining({
          severity: 'info',
          description: expect.stringContaining(`${rule} is acknowledged${reason}: `),
        }),
      ]);
    });
  });
});

test('metadata on the resource of a construct acknowledges what the synthesis finds', () => {
  const world = new World();
  const mapping = world.make(KINDS.find(({ rule }) => rule === 'sqs-visibility-timeout')!);
  (mapping.node.defaultChild as lambda.CfnEventSourceMapping).addMetadata('EventSourceMappings', {
    acknowledge: [{ id: 'sqs-visibility-timeout', reason: REASON }],
  });
  expect(world.notes()).toEqual([expect.stringContaining(`sqs-visibility-timeout is acknowledged (${REASON}): `)]);
  expect(world.metadata).toEqual({ acknowledge: [{ id: 'sqs-visibility-timeout', reason: REASON }] });
});

test.each<[string, object]>([
  ['mapping-option-type', { batchSize: '10' }],
  ['sqs-queue-required', { queue: undefined }],
])("%s can't be acknowledged, and its error says so", (rule, options) => {
  const world = new World();
  cdk.Annotations.of(world.app).acknowledgeWarning(rule);
  expect(() => world.make({ kind: '', rule, atOnce: true, options })).toThrow(
    /\(can't be acknowledged: without it there is no mapping\)/,
  );
});

describe('an acknowledged id that no rule has', () => {
  const warningsIn = (world: World) => {
    world.app.synth();
    return world.app.node
      .findAll()
      .flatMap(({ node }) =>
        node.metadata.filter(({ type }) => type === 'aws:cdk:warning').map(({ data }) => String(data)),
      );
  };

  test.each(WAYS)('is told once: %s', (_, acknowledge) => {
    const world = new World();
    acknowledge(world.handler, 'sqs-batchsize-range');
    acknowledge(world.app, 'sqs-batchsize-range');
    world.make({ kind: '', rule: '', atOnce: false });
    const told = warningsIn(world);
    expect(told).toEqual([
      expect.stringContaining(
        'sqs-batchsize-range is acknowledged at Prod/Jobs/Handler, but there is no such rule; ' +
          'did you mean sqs-batch-size-range?',
      ),
    ]);
  });

  test.each(WAYS)('is told by the plugin where no construct of ours does: %s', (_, acknowledge) => {
    const world = new World();
    world.makeL1({ kind: '', rule: '', atOnce: false });
    acknowledge(world.handler, 'sqs-batchsize-range');
    expect(violations(world)).toEqual([
      expect.objectContaining({
        ruleName: 'mapping-unknown-rule',
        severity: 'warning',
        description: expect.stringContaining('sqs-batchsize-range is acknowledged at Prod/Jobs/Handler'),
      }),
    ]);
  });

  test('is told by the plugin where metadata has it', () => {
    const world = new World();
    world
      .makeL1({ kind: '', rule: '', atOnce: false })
      .addMetadata('EventSourceMappings', { acknowledge: [{ id: 'batch-size' }] });
    expect(violations(world).map(({ ruleName }) => ruleName)).toEqual(['mapping-unknown-rule']);
  });

  test.each([
    'AwsSolutions-IAM5',
    '@aws-cdk/aws-lambda:version',
    'kinesis-batch-size-range',
    'mapping-batch-size-range',
  ])('is not %s', (id) => {
    const world = new World();
    cdk.Annotations.of(world.handler).acknowledgeWarning(id);
    world.make({ kind: '', rule: '', atOnce: false });
    expect(warningsIn(world)).toEqual([]);
  });
});
