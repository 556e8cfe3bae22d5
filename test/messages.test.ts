import { Annotations, Duration } from 'aws-cdk-lib';
import { Case, Source, SOURCES } from './cases';
import { askConstruct, askProperties, Finding, warningsOf } from './doors';
import { Fixtures } from './fixtures';
import {
  KinesisEventSourceMapping,
  SqsEventSourceMapping,
  SqsFilter,
  SqsScaling,
  StreamStartingPosition,
} from '../src';
import { catalog } from '../src/analysis/catalog';

const OF_ALL_SOURCES = /^mapping-/;

/** A change of words is a change of this file's snapshot: it is to be read. */
test.each(SOURCES)('words of $folder', (source) => {
  expect(wordsOf(source, (rule) => !OF_ALL_SOURCES.test(rule))).toMatchSnapshot();
});

test('words of all sources', () => {
  const [words, ...others] = SOURCES.map((source) => wordsOf(source, (rule) => OF_ALL_SOURCES.test(rule)));
  expect(words).toMatchSnapshot();
  expect(new Set(others)).toEqual(new Set([words]));
});

/** The errors of AWS, word for word: people search for them. */
test.each([
  ['kinesis-at-timestamp-needs-timestamp', 'Need to specify a timestamp'],
  ['dynamodb-starting-position-choice', 'Unsupported starting position for arn type'],
  ['sqs-unsupported', 'StartingPosition is not valid for SQS event sources.'],
  ['sqs-fifo-unsupported', 'Batching window is not supported for FIFO queues'],
  ['sqs-filters-pattern', 'Invalid filter pattern definition.'],
  ['rabbit-mq-virtual-host-blocks-updates', 'Invalid parameters: VIRTUAL_HOST'],
  ['documentdb-database-name-unknown-identity', 'Invalid parameters: collectionName, databaseName'],
])('%s says what AWS says', (rule, words) => {
  const texts = SOURCES.filter(({ contract }) => rule.startsWith(contract.id))
    .flatMap(findingsOf)
    .filter((finding) => finding.rule === rule);
  expect(texts.map(({ text }) => text)).toContainEqual(expect.stringContaining(words));
});

test('an error names the mapping, and each option, value, limit, reason, rule and page', () => {
  const f = new Fixtures();
  expect(
    () => new SqsEventSourceMapping(f.stack, 'Jobs', { queue: f.queue, target: f.target, batchSize: 500 }),
  ).toThrow(
    new Error(
      [
        'Invalid SQS standard queue event source mapping at MyStack/Jobs:',
        '  - batchSize: 500 needs maxBatchingWindow of at least 1 second (Lambda refuses batches of more than 10 ' +
          'messages without one)' +
          ' [sqs-large-batch-needs-window] https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html',
      ].join('\n'),
    ),
  );
});

test('all problems come in one error, in the words of the options', () => {
  const make = (f = new Fixtures()) =>
    new SqsEventSourceMapping(f.stack, 'Jobs', {
      queue: f.fifoQueue,
      target: f.target,
      batchSize: 10_001,
      maxBatchingWindow: Duration.seconds(400),
      scaling: SqsScaling.maxConcurrency(1),
      tags: { 'a<b': 'c' },
      filters: [
        SqsFilter.fromPattern({ body: { type: ['created'] } }),
        SqsFilter.fromPattern({ body: { type: 'changed' } }),
      ],
    });
  expect(() => make()).toThrow(
    /^Invalid SQS standard queue event source mapping at MyStack\/Jobs:\n( {2}- .*\n){5} {2}- .*$/,
  );
  for (const words of [
    'queue is a FIFO queue ',
    'batchSize: 10001 is more than the maximum of 10,000 ',
    'maxBatchingWindow: 400 seconds is more than the maximum of 300 seconds ',
    'scaling.maxConcurrency: 1 is less than the minimum of 2 ',
    'tags[0].key: a<b ',
    'filters[1]: {"body":{"type":"changed"}} has "changed" at body.type, where a list is needed: ["changed"] ',
  ]) {
    expect(() => make()).toThrow(`  - ${words}`);
  }
});

test('an error says nothing of what is only warned of', () => {
  const f = new Fixtures();
  expect(
    () =>
      new KinesisEventSourceMapping(f.stack, 'Orders', {
        stream: f.stream,
        target: f.target,
        startingPosition: StreamStartingPosition.latest(),
        batchSize: 0,
        tumblingWindow: Duration.seconds(30),
        parallelizationFactor: 2,
      }),
  ).not.toThrow('kinesis-tumbling-window-in-parallel');
});

test('raw properties are called as a template calls them', () => {
  const sqs = SOURCES.find(({ folder }) => folder === 'sqs')!;
  const properties = {
    BatchSize: 500,
    ScalingConfig: { MaximumConcurrency: 1 },
    FilterCriteria: { Filters: [{ Pattern: '[]' }] },
  };
  expect(
    askProperties(sqs, { name: 'raw', properties, problems: [] })
      .map(({ text }) => text.split(' ')[0])
      .sort(),
  ).toEqual(['BatchSize:', 'FilterCriteria.Filters[0].Pattern:', 'ScalingConfig.MaximumConcurrency:']);
});

describe('a warning', () => {
  const inParallel = (f: Fixtures) =>
    new KinesisEventSourceMapping(f.stack, 'Orders', {
      stream: f.stream,
      target: f.target,
      startingPosition: StreamStartingPosition.latest(),
      tumblingWindow: Duration.seconds(30),
      parallelizationFactor: 2,
    });

  test('stands at the mapping, by the id of its rule', () => {
    expect(warningsOf(inParallel(new Fixtures())).map(({ rule }) => rule)).toEqual([
      'kinesis-tumbling-window-in-parallel',
    ]);
  });

  test('is gone when it is acknowledged', () => {
    const mapping = inParallel(new Fixtures());
    Annotations.of(mapping).acknowledgeWarning('kinesis-tumbling-window-in-parallel');
    expect(warningsOf(mapping)).toEqual([]);
  });

  test('never comes when it was acknowledged before, for all of a stack', () => {
    const f = new Fixtures();
    Annotations.of(f.stack).acknowledgeWarning('kinesis-tumbling-window-in-parallel');
    expect(warningsOf(inParallel(f))).toEqual([]);
  });

  test('stays when another one is acknowledged', () => {
    const mapping = inParallel(new Fixtures());
    Annotations.of(mapping).acknowledgeWarning('kinesis-batch-size-range');
    expect(warningsOf(mapping)).toHaveLength(1);
  });
});

function wordsOf(source: Source, isWanted: (rule: string) => boolean): string {
  const examples = examplesOf(source);
  const rules = new Set(
    catalog({ ...source.contract, relatedRules: [] })
      .map(({ rule }) => rule)
      .filter(isWanted),
  );
  return [...rules].map((rule) => `${rule}\n  ${examples.get(rule)}`).join('\n');
}

/**
 * One example for each rule: in the words of the options where a construct can break it, else in those of a template.
 */
function examplesOf(source: Source): Map<string, string> {
  const examples = new Map<string, string>();
  for (const { rule, text } of findingsOf(source)) {
    if (!examples.has(rule)) examples.set(rule, text);
  }
  return examples;
}

function findingsOf(source: Source): Finding[] {
  const faulty = source.cases.filter(({ problems }) => problems.length > 0);
  const isMade = ({ props }: Case) => props !== undefined;
  return [
    ...faulty.filter(isMade).flatMap((one) => askConstruct(source, one)),
    ...faulty.filter(({ properties }) => properties).flatMap((one) => askProperties(source, one)),
  ];
}
