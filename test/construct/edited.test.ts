import { App, Aspects, CfnResource, Stack, Tags } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { IConstruct } from 'constructs';
import { EventSourceMappingValidation, SqsEventSourceMapping } from '../../src';
import { Case, Source, SOURCES } from '../cases';
import { ERROR_LINE, Finding, findingIn, make, warningsOf } from '../doors';
import { Fixtures } from '../fixtures';

type L1 = lambda.CfnEventSourceMapping;

/** The ways in which a mapping is edited after it was made. */
const WAYS: readonly [string, (mapping: IConstruct, property: string, value: unknown) => void][] = [
  [
    'an escape hatch',
    (mapping, property, value) => {
      (mapping.node.defaultChild as L1).addPropertyOverride(property[0].toUpperCase() + property.slice(1), value);
    },
  ],
  [
    'an assignment',
    (mapping, property, value) => {
      Object.assign(mapping.node.defaultChild as L1, { [property]: value });
    },
  ],
  [
    'an Aspect',
    (mapping, property, value) => {
      Aspects.of(mapping.node.root).add({
        visit: (node) => {
          if (node instanceof lambda.CfnEventSourceMapping) Object.assign(node, { [property]: value });
        },
      });
    },
  ],
  [
    'a mixin',
    (mapping, property, value) => {
      mapping.with({
        supports: CfnResource.isCfnResource,
        applyTo: (node) => void Object.assign(node, { [property]: value }),
      });
    },
  ],
];

const SQS = SOURCES.find(({ folder }) => folder === 'sqs')!;
const SMALLEST: Case = { name: 'the smallest', problems: [] };

/** The errors and warnings of a synthesis about a mapping. */
function findingsOf(f: Fixtures, mapping: IConstruct): Finding[] {
  let errors: Finding[] = [];
  try {
    (f.stack.node.root as App).synth({ force: true });
  } catch (error) {
    errors = (error as Error).message
      .split('\n')
      .filter((line) => ERROR_LINE.test(line))
      .map(findingIn);
    if (errors.length === 0) throw error;
  }
  return [...errors, ...warningsOf(mapping)];
}

function made(source: Source, one: Case): { readonly f: Fixtures; readonly mapping: IConstruct } {
  const f = new Fixtures(one.region);
  return { f, mapping: make(source, one, f) };
}

describe.each(WAYS)('after %s', (_, edit) => {
  const rulesAfter = (property: string, value: unknown) => {
    const { f, mapping } = made(SQS, SMALLEST);
    edit(mapping, property, value);
    return findingsOf(f, mapping);
  };

  test('a value is checked, and told by its option', () => {
    expect(rulesAfter('maximumBatchingWindowInSeconds', 301)).toContainEqual({
      rule: 'sqs-max-batching-window-range',
      text: expect.stringContaining('maxBatchingWindow: 301 seconds is more than'),
    });
  });

  test('values are checked together', () => {
    expect(rulesAfter('batchSize', 500)).toContainEqual({
      rule: 'sqs-large-batch-needs-window',
      text: expect.stringContaining('batchSize: 500 needs maxBatchingWindow'),
    });
  });

  test('a property that the source does not have is an error', () => {
    expect(rulesAfter('maximumRetryAttempts', 3)).toContainEqual({
      rule: 'sqs-unsupported',
      text: expect.stringContaining('maximumRetryAttempts is not supported'),
    });
  });

  test('a value of another shape is an error', () => {
    expect(rulesAfter('functionResponseTypes', 'ReportBatchItemFailures').map(({ rule }) => rule)).toContain(
      'sqs-malformed',
    );
  });

  test.each(SOURCES)('a valid mapping stays one: $folder', (source) => {
    const told = [SMALLEST, { name: 'the fullest', props: source.fullest, problems: [] }].flatMap((one) => {
      const { f, mapping } = made(source, one);
      const before = findingsOf(f, mapping).map(({ rule }) => rule);
      edit(mapping, 'enabled', false);
      return findingsOf(f, mapping)
        .filter(({ rule }) => !before.includes(rule))
        .map(({ rule }) => `${one.name}: ${rule}`);
    });
    expect(told).toEqual([]);
  });
});

test('a value inside of an object is checked', () => {
  const { f, mapping } = made(SQS, SMALLEST);
  (mapping.node.defaultChild as L1).addPropertyOverride('ScalingConfig.MaximumConcurrency', 1);
  expect(findingsOf(f, mapping).map(({ rule }) => rule)).toContain('sqs-max-concurrency-range');
});

test('tags that come from around are checked', () => {
  const { f, mapping } = made(SQS, SMALLEST);
  Tags.of(f.stack).add('team', 'a'.repeat(257));
  expect(findingsOf(f, mapping).map(({ rule }) => rule)).toContain('mapping-tags-value-length');
});

test('an edit is checked at each synthesis', () => {
  const { f, mapping } = made(SQS, SMALLEST);
  const l1 = mapping.node.defaultChild as L1;
  expect(findingsOf(f, mapping).map(({ rule }) => rule)).not.toContain('sqs-batch-size-range');
  l1.batchSize = 0;
  expect(findingsOf(f, mapping).map(({ rule }) => rule)).toContain('sqs-batch-size-range');
  l1.batchSize = undefined;
  expect(findingsOf(f, mapping).map(({ rule }) => rule)).not.toContain('sqs-batch-size-range');
});

describe('a value that Lambda does not change later', () => {
  const KAFKA = SOURCES.find(({ folder }) => folder === 'msk')!;

  test.each(WAYS)('does not become part of the logical id: %s', (_, edit) => {
    const { f, mapping } = made(KAFKA, SMALLEST);
    edit(mapping, 'topics', ['others']);
    expect(findingsOf(f, mapping)).toContainEqual({
      rule: 'mapping-edited-identity',
      text: expect.stringMatching(
        /^topic was edited after the mapping was made: if it changes later, CloudFormation reports success, but Lambda keeps reading the old topic/,
      ),
    });
  });

  test.each(WAYS)('is what it was, if it is written again: %s', (_, edit) => {
    const { f, mapping } = made(KAFKA, SMALLEST);
    edit(mapping, 'topics', [...(mapping.node.defaultChild as L1).topics!]);
    expect(findingsOf(f, mapping).map(({ rule }) => rule)).not.toContain('mapping-edited-identity');
  });
});

test('with the plugin, which trusts constructs, no edit is let through', () => {
  jest.spyOn(console, 'log').mockImplementation();
  jest.spyOn(console, 'error').mockImplementation();
  jest.spyOn(console, 'warn').mockImplementation();
  const app = new App({
    analyticsReporting: false,
    policyValidationBeta1: [new EventSourceMappingValidation()],
    ...{ builtinCloudFormationValidation: false },
  });
  const stack = new Stack(app, 'Jobs');
  const queue = sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:us-east-1:123456789012:jobs');
  const target = lambda.Function.fromFunctionArn(
    stack,
    'Handler',
    'arn:aws:lambda:us-east-1:123456789012:function:handler',
  );
  const { node } = new SqsEventSourceMapping(stack, 'Mapping', { queue, target });
  app.synth();
  (node.defaultChild as L1).addPropertyOverride('BatchSize', 500);
  Aspects.of(app).add({
    visit: (construct) => {
      if (construct instanceof lambda.CfnEventSourceMapping) construct.maximumRetryAttempts = 99_999;
    },
  });
  expect(() => app.synth({ force: true })).toThrow(/\[sqs-unsupported\].*\n.*\[sqs-large-batch-needs-window\]/);
});
