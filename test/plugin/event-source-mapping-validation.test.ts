import { mkdtempSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { gunzipSync } from 'zlib';
import * as cdk from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { IConstruct } from 'constructs';
import { EventSourceMappingValidation, SqsEventSourceMapping, SqsScaling } from '../../src';

type Report = ReturnType<EventSourceMappingValidation['validate']>;
type Violation = Report['violations'][number];

const QUEUE_ARN = 'arn:aws:sqs:us-east-1:123456789012:jobs';

/** The API that only newer versions of aws-cdk-lib have. */
interface Newer {
  readonly Validations?: { of(scope: IConstruct): Validations };
}
interface Validations {
  acknowledge(...rules: { readonly id: string; readonly reason: string }[]): void;
  addPlugins(...plugins: EventSourceMappingValidation[]): void;
}

const { Validations: validations } = cdk as Newer;

/** An app that the plugin checks; what it says is for the test, and not for the terminal. */
class CheckedApp extends cdk.App {
  private report?: Report;

  constructor(plugin = new EventSourceMappingValidation(), context: { readonly [name: string]: unknown } = {}) {
    const quiet = {
      name: plugin.name,
      validate: (given: Parameters<typeof plugin.validate>[0]) => this.keep(plugin.validate(given)),
    };
    super({
      outdir: mkdtempSync(join(tmpdir(), 'validation-')),
      analyticsReporting: false,
      policyValidationBeta1: [quiet],
      context: { 'aws:cdk:enable-path-metadata': true, ...context },
      ...{ builtinCloudFormationValidation: context.builtIn === true },
    });
  }

  public check(): Report {
    this.synth();
    return this.report!;
  }

  /** The violations that are not acknowledged. */
  public complaints(): Violation[] {
    return this.check().violations.filter(({ severity }) => severity !== 'info');
  }

  public rules(): string[] {
    return this.check()
      .violations.map(({ ruleName }) => ruleName)
      .sort();
  }

  /** Without findings, nothing is printed and the process goes on. */
  private keep(report: Report): Report {
    this.report = report;
    return { success: true, violations: [] };
  }
}

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation();
  jest.spyOn(console, 'error').mockImplementation();
  jest.spyOn(console, 'warn').mockImplementation();
});
afterEach(() => jest.restoreAllMocks());

function handler(scope: cdk.Stack, timeout = 3): lambda.Function {
  return new lambda.Function(scope, 'Handler', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
    timeout: cdk.Duration.seconds(timeout),
  });
}

function broken(scope: cdk.Stack, id = 'Mapping'): lambda.CfnEventSourceMapping {
  return new lambda.CfnEventSourceMapping(scope, id, {
    functionName: 'handler',
    eventSourceArn: QUEUE_ARN,
    batchSize: 11,
  });
}

test('reports an L1 with its rule, severity, construct, property, fix and page', () => {
  const app = new CheckedApp();
  broken(new cdk.Stack(app, 'Jobs'));
  const {
    success,
    violations: [violation, ...others],
  } = app.check();
  expect(success).toBe(false);
  expect(others).toEqual([]);
  expect(violation).toMatchObject({
    ruleName: 'sqs-large-batch-needs-window',
    severity: 'error',
    description: expect.stringContaining('BatchSize: 11 needs MaximumBatchingWindowInSeconds of at least 1 second'),
    fix: expect.stringMatching(/^(Set|Leave|Allowed|Take|Lower|Raise) .*\. \(https:\/\/docs\.aws\.amazon\.com\//),
    ruleMetadata: { ConstructPath: 'Jobs/Mapping', Page: expect.stringContaining('https://docs.aws.amazon.com/') },
    violatingResources: [
      {
        resourceLogicalId: 'Mapping',
        locations: ['Properties.BatchSize'],
        templatePath: expect.stringMatching(/Jobs\.template\.json$/),
      },
    ],
  } satisfies { [K in keyof Violation]: unknown });
});

test('succeeds with warnings only', () => {
  const app = new CheckedApp();
  const stack = new cdk.Stack(app, 'Jobs');
  handler(stack).addEventSource(new SqsEventSource(new sqs.Queue(stack, 'Queue')));
  const { success, violations } = app.check();
  expect(violations.map(({ severity, ruleName }) => [severity, ruleName])).toEqual([
    ['warning', 'sqs-dead-letter-queue'],
  ]);
  expect(success).toBe(true);
});

test('looks into nested stacks and stages, each with its Region', () => {
  const app = new CheckedApp();
  const stack = new cdk.Stack(app, 'Jobs');
  const nested = new cdk.NestedStack(stack, 'Nested');
  const deeper = new cdk.NestedStack(nested, 'Deeper');
  const stage = new cdk.Stage(app, 'Prod');
  [stack, nested, deeper, new cdk.Stack(stage, 'Jobs')].forEach((scope) => broken(scope));
  const told = app.check().violations.map(({ ruleMetadata }) => ruleMetadata?.ConstructPath);
  expect(told.sort()).toEqual([
    'Jobs/Mapping',
    'Jobs/Nested/Deeper/Mapping',
    'Jobs/Nested/Mapping',
    'Prod/Jobs/Mapping',
  ]);
});

test('knows the Region of a stack', () => {
  const rulesIn = (region: string) => {
    const app = new CheckedApp();
    new lambda.CfnEventSourceMapping(new cdk.Stack(app, 'Docs', { env: { region } }), 'Mapping', {
      functionName: 'handler',
      eventSourceArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:docs',
      startingPosition: 'LATEST',
      documentDbEventSourceConfig: { databaseName: 'shop' },
      sourceAccessConfigurations: [
        { type: 'BASIC_AUTH', uri: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:one-AbCdEf' },
      ],
    });
    return app.rules();
  };
  expect(rulesIn('eu-west-1')).toEqual([]);
  expect(rulesIn('eu-central-1')).toContain('documentdb-cluster-in-region');
});

test('knows a source of another stack, and of the stack around a nested one', () => {
  const app = new CheckedApp();
  const stack = new cdk.Stack(app, 'Queues');
  const queue = new sqs.Queue(stack, 'Queue', {
    fifo: true,
    deadLetterQueue: { queue: new sqs.Queue(stack, 'Dead', { fifo: true }), maxReceiveCount: 5 },
  });
  [new cdk.Stack(app, 'Jobs'), new cdk.NestedStack(stack, 'Nested')].forEach(
    (scope) =>
      new lambda.CfnEventSourceMapping(scope, 'Mapping', {
        functionName: 'handler',
        eventSourceArn: queue.queueArn,
        batchSize: 11,
      }),
  );
  expect(app.rules()).toEqual(['sqs-fifo-batch-size-range', 'sqs-fifo-batch-size-range']);
});

/** Strong references are exports; weak ones, which only newer versions know, are outputs of another stack. */
describe.each(['strong', 'weak'])('with %s references between stacks', (strength) => {
  const context = { '@aws-cdk/core:defaultCrossStackReferences': strength };
  const calm = (scope: cdk.Stack) => ({ deadLetterQueue: { queue: new sqs.Queue(scope, 'Dead'), maxReceiveCount: 5 } });

  function said(make: (scope: cdk.App | cdk.Stage) => void, inStage: boolean): string[] {
    const app = new CheckedApp(undefined, context);
    make(inStage ? new cdk.Stage(app, 'Prod') : app);
    return app
      .check()
      .violations.map(({ ruleName, description }) => `${ruleName}: ${description.replace(/ \(.*$/s, '')}`)
      .filter((line) => !/-advice:/.test(line));
  }

  test.each<[string, boolean, string]>([
    ['an app', false, ''],
    ['a stage', true, 'Prod-'],
  ])('knows what stands around a mapping in two stacks of %s', (_, inStage, stage) => {
    const lines = said((scope) => {
      const [data, jobs] = ['Data', 'Jobs'].map((id) => new cdk.Stack(scope, id));
      const queue = new sqs.Queue(data, 'Queue', { visibilityTimeout: cdk.Duration.seconds(10), ...calm(data) });
      handler(jobs, 30).addEventSource(new SqsEventSource(queue));
    }, inStage);
    const words =
      `sqs-visibility-timeout: queue Queue4A7E3555 of stack ${stage}Data has a visibility timeout of 10 ` +
      `seconds, less than the timeout of 30 seconds of function Handler886CB40B`;
    expect(lines).toEqual([words]);
  });

  test('knows a function of another stack', () => {
    const lines = said((scope) => {
      const [functions, data] = ['Functions', 'Data'].map((id) => new cdk.Stack(scope, id));
      const queue = new sqs.Queue(data, 'Queue', { visibilityTimeout: cdk.Duration.seconds(10), ...calm(data) });
      new lambda.CfnEventSourceMapping(data, 'Mapping', {
        functionName: handler(functions, 30).functionArn,
        eventSourceArn: queue.queueArn,
      });
    }, false);
    expect(lines).toEqual([
      expect.stringContaining('less than the timeout of 30 seconds of function Handler886CB40B of stack Functions'),
    ]);
  });

  test('knows a queue of a nested stack, from inside and from outside', () => {
    const lines = said((scope) => {
      const [data, jobs] = ['Data', 'Jobs'].map((id) => new cdk.Stack(scope, id));
      const nested = new cdk.NestedStack(data, 'Nested');
      const queue = new sqs.Queue(nested, 'Queue', { visibilityTimeout: cdk.Duration.seconds(10), ...calm(nested) });
      const outer = new sqs.Queue(data, 'Outer', { visibilityTimeout: cdk.Duration.seconds(10), ...calm(data) });
      new lambda.CfnEventSourceMapping(jobs, 'Mapping', {
        functionName: handler(jobs, 30).functionArn,
        eventSourceArn: queue.queueArn,
      });
      const reader = new cdk.NestedStack(data, 'Reader');
      new lambda.CfnEventSourceMapping(reader, 'Mapping', {
        functionName: 'handler',
        eventSourceArn: outer.queueArn,
        batchSize: 11,
      });
    }, false).filter((line) => !line.startsWith('mapping-role-access'));
    expect(lines.sort()).toEqual([
      expect.stringMatching(/^sqs-large-batch-needs-window: BatchSize: 11/),
      expect.stringMatching(
        /^sqs-visibility-timeout: queue Queue4A7E3555 of stack DataNested\w+ has a visibility timeout of 10 seconds/,
      ),
    ]);
  });
});

test('leaves our own constructs alone, which have said what is wrong', () => {
  const app = new CheckedApp();
  const stack = new cdk.Stack(app, 'Jobs');
  const queue = new sqs.Queue(stack, 'Queue');
  new SqsEventSourceMapping(stack, 'Mapping', { queue, target: handler(stack), scaling: SqsScaling.maxConcurrency(5) });
  expect(app.rules()).toEqual([]);
});

test('tells nothing of rules that are switched off', () => {
  const app = new CheckedApp(new EventSourceMappingValidation({ acknowledged: ['sqs-large-batch-needs-window'] }));
  broken(new cdk.Stack(app, 'Jobs'));
  expect(app.rules()).toEqual([]);
});

describe('with version reporting, as the CLI has it', () => {
  /** The analytics in a template, unpacked: `version!name,name`, with braces after a common start of names. */
  const analyticsIn = (stack: cdk.Stack) => {
    const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::CDK::Metadata'));
    const [, , packed] = (Properties as { Analytics: string }).Analytics.split(':');
    return gunzipSync(Buffer.from(packed, 'base64')).toString();
  };
  const appWith = (plugins: EventSourceMappingValidation[]) => {
    const app = new cdk.App({ analyticsReporting: true, ...{ builtinCloudFormationValidation: false } });
    plugins.forEach((plugin) => validations!.of(app).addPlugins(plugin));
    return app;
  };

  const withPlugin = () => appWith([new EventSourceMappingValidation()]);
  const ADDED: [string, () => cdk.App][] = validations ? [['addPlugins', withPlugin]] : [];

  test.each<[string, () => cdk.App]>([
    [
      'policyValidationBeta1',
      () =>
        new cdk.App({
          analyticsReporting: true,
          policyValidationBeta1: [new EventSourceMappingValidation()],
          ...{ builtinCloudFormationValidation: false },
        }),
    ],
    ...ADDED,
  ])('adds its name only to what a template tells of the app: %s', (_, make) => {
    const stackOf = (app: cdk.App) => {
      const stack = new cdk.Stack(app, 'Jobs');
      handler(stack);
      return stack;
    };
    const [without, told] = [appWith([]), make()].map((app) => analyticsIn(stackOf(app)));
    expect(without).not.toContain('EventSourceMappings');
    expect(told).toContain('policyValidation.EventSourceMappings');
    expect(told.length - without.length).toBeLessThan(100);
  });

  test('all of its rules can be listed', () => {
    const ids = EventSourceMappingValidation.allRuleIds();
    const docs = readFileSync(join(__dirname, '../../docs/rules.md'), 'utf8');
    expect(ids).toEqual(expect.arrayContaining(['sqs-duplicate', 'mapping-role-access', 'mapping-access-not-granted']));
    expect(ids.filter((id) => !docs.includes(`\`${id}\``))).toEqual([]);
  });
});

const withValidations = validations ? describe : describe.skip;

withValidations('with Validations', () => {
  test.each(['sqs-large-batch-needs-window', 'EventSourceMappings::sqs-large-batch-needs-window'])(
    'honours that %s is acknowledged',
    (id) => {
      const app = new CheckedApp();
      const stack = new cdk.Stack(app, 'Jobs');
      const [one, other] = [broken(stack, 'One'), broken(stack, 'Other')];
      other.eventSourceArn = `${QUEUE_ARN}2`;
      validations!.of(one).acknowledge({ id, reason: 'it is a test' });
      expect(app.complaints().map(({ violatingResources: [{ resourceLogicalId }] }) => resourceLogicalId)).toEqual([
        'Other',
      ]);
    },
  );

  test('honours what is acknowledged as a warning', () => {
    const app = new CheckedApp();
    const stack = new cdk.Stack(app, 'Jobs');
    cdk.Annotations.of(broken(stack)).acknowledgeWarning('sqs-large-batch-needs-window');
    expect(app.complaints()).toEqual([]);
    expect(app.check()).toMatchObject({ success: true, violations: [{ severity: 'info' }] });
  });

  test.each<[string, (target: lambda.Function) => string]>([
    ['it is invoked', ({ functionName }) => functionName],
    [
      'its alias is invoked',
      (target) =>
        new lambda.Alias(cdk.Stack.of(target), 'Live', { aliasName: 'live', version: target.currentVersion })
          .functionArn,
    ],
  ])('honours what is acknowledged at the function: %s', (_, nameOf) => {
    const app = new CheckedApp();
    const stack = new cdk.Stack(app, 'Jobs');
    const target = handler(stack);
    broken(stack).functionName = nameOf(target);
    broken(stack, 'Other').eventSourceArn = `${QUEUE_ARN}2`;
    validations!.of(target).acknowledge({ id: 'sqs-large-batch-needs-window', reason: 'it is a test' });
    const told = app.complaints().filter(({ ruleName }) => ruleName === 'sqs-large-batch-needs-window');
    expect(told.map(({ violatingResources: [{ resourceLogicalId }] }) => resourceLogicalId)).toEqual(['Other']);
  });

  test('is a plugin of an app, and stops its synthesis', () => {
    const app = new cdk.App({ analyticsReporting: false, ...{ builtinCloudFormationValidation: false } });
    validations!.of(app).addPlugins(new EventSourceMappingValidation());
    broken(new cdk.Stack(app, 'Jobs'));
    expect(() => app.synth()).toThrow(/Acknowledge with 'EventSourceMappings::sqs-large-batch-needs-window'/);
  });

  test.each<[string, (stack: cdk.Stack) => Partial<lambda.CfnEventSourceMappingProps>, string[]]>([
    [
      'a limit of its schema',
      () => ({ batchSize: 10_001, maximumBatchingWindowInSeconds: 1 }),
      ['sqs-batch-size-range'],
    ],
    [
      'a FIFO queue that is referred to (E3705)',
      (stack) => ({
        eventSourceArn: new sqs.Queue(stack, 'Queue', {
          fifo: true,
          deadLetterQueue: { queue: sqs.Queue.fromQueueArn(stack, 'Dead', `${QUEUE_ARN}2.fifo`), maxReceiveCount: 5 },
        }).queueArn,
        batchSize: 11,
      }),
      ['sqs-fifo-batch-size-range'],
    ],
    [
      'a visibility timeout (E3505)',
      (stack) => ({
        eventSourceArn: new sqs.Queue(stack, 'Queue', {
          deadLetterQueue: { queue: sqs.Queue.fromQueueArn(stack, 'Dead', QUEUE_ARN), maxReceiveCount: 5 },
        }).queueArn,
        functionName: handler(stack, 60).functionName,
      }),
      ['sqs-visibility-timeout'],
    ],
  ])('tells as an error what the built-in validation only warns of: %s', (_, properties, rules) => {
    const rulesWith = (builtIn: boolean) => {
      const app = new CheckedApp(undefined, { builtIn });
      const stack = new cdk.Stack(app, 'Jobs');
      const own = properties(stack);
      new lambda.CfnEventSourceMapping(stack, 'Mapping', {
        functionName: 'handler',
        eventSourceArn: QUEUE_ARN,
        ...own,
      });
      const errors = app.check().violations.filter(({ severity }) => severity === 'error');
      return errors.map(({ ruleName }) => ruleName);
    };
    expect(rulesWith(false)).toEqual(rules);
    expect(rulesWith(true)).toEqual(rules);
  });
});
