import { CfnParameter, Duration, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import { IEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { alarmsIn, alarmsOf, Settings, watchedMapping } from './watched';
import {
  DynamoDbEventSourceMapping,
  DynamoDbStartingPosition,
  EventSourceMappingAlarms,
  EventSourceMappingAlarmsOptions,
  FailureDestination,
  KinesisConsumerEventSourceMapping,
  KinesisEventSourceMapping,
  MetricGroup,
  RecordAge,
  SqsEventSourceMapping,
  SqsScaling,
  StreamStartingPosition,
} from '../../src';
import { ALARM_RECIPES } from '../../src/metrics/alarms/recipes';
import { CONTRACTS } from '../../src/sources/contracts';
import { SOURCES } from '../cases';
import { Fixtures } from '../fixtures';

const startingPosition = StreamStartingPosition.latest();
const FOLDERS = SOURCES.map(({ folder }) => folder);

function alarmsFor(f: Fixtures, mapping: IEventSourceMapping, options: EventSourceMappingAlarmsOptions = {}) {
  new EventSourceMappingAlarms(f.stack, 'Alarms', { mapping, ...options });
  return alarmsIn(f.stack);
}

describe('the alarms of a mapping', () => {
  test.each<[string, Settings, string[]]>([
    ['sqs', 'free', ['deadLetters', 'failures', 'lag', 'stalled', 'throttles']],
    ['sqs', 'all', ['deadLetters', 'failures', 'filteredOut', 'lag', 'pollers', 'stalled', 'throttles']],
    ['sqs-fifo', 'all', ['deadLetters', 'failures', 'filteredOut', 'lag', 'pollers', 'stalled', 'throttles']],
    ['kinesis', 'free', ['deadLetters', 'failureDestination', 'failures', 'lag', 'stalled', 'throttles']],
    [
      'kinesis',
      'all',
      ['deadLetters', 'dropped', 'failureDestination', 'failures', 'filteredOut', 'lag', 'stalled', 'throttles'],
    ],
    ['dynamodb', 'free', ['deadLetters', 'failureDestination', 'failures', 'lag', 'throttles']],
    ['msk', 'free', ['deadLetters', 'failures', 'lag', 'throttles']],
    [
      'msk',
      'all',
      [
        'commits',
        'deadLetters',
        'dropped',
        'failureDestination',
        'failures',
        'filteredOut',
        'lag',
        'pollers',
        'polling',
        'schemas',
        'stalled',
        'throttles',
      ],
    ],
    ['documentdb', 'free', ['dropped', 'failures', 'lag', 'throttles']],
    ['active-mq', 'free', ['failures', 'throttles']],
    ['rabbit-mq', 'all', ['failures', 'throttles']],
  ])('of %s, settings %s, are of what it sends', (source, settings, kinds) => {
    expect([...alarmsOf(source, settings).keys()].sort()).toEqual(kinds);
  });

  test.each(FOLDERS)('of %s watch no metric that costs, where none is turned on', (source) => {
    const paid = new Set(
      CONTRACTS.flatMap(({ metrics }) => metrics.facts).flatMap(({ name, group }) => (group === undefined ? [] : name)),
    );
    const text = JSON.stringify([...alarmsOf(source, 'free').values()].map(({ AlarmDescription, ...rest }) => rest));
    expect([...paid].filter((name) => text.includes(`"${name}"`))).toEqual([]);
  });

  test.each(FOLDERS)('of %s say what is wrong, what to look at and what happens otherwise', (source) => {
    for (const { AlarmDescription } of alarmsOf(source, 'all').values()) {
      expect(AlarmDescription).toMatch(
        /^[A-Z].*\. Look first at .*\. [A-Z].*\. \(Event source mapping MyStack\/Mapping, .*\)$/,
      );
      expect(AlarmDescription.length).toBeLessThanOrEqual(1024);
    }
  });

  test('have one recipe of each kind', () => {
    expect(new Set(ALARM_RECIPES.map(({ kind }) => kind)).size).toBe(ALARM_RECIPES.length);
  });

  test('of a mapping that is disabled are not about its stillness', () => {
    const f = new Fixtures();
    const mapping = new SqsEventSourceMapping(f.stack, 'Mapping', { queue: f.queue, target: f.target, enabled: false });
    expect([...alarmsFor(f, mapping).keys()]).not.toContain('stalled');
  });
});

describe('the alarm of lag', () => {
  const kinesisLag = (props: (f: Fixtures) => object, options: EventSourceMappingAlarmsOptions = {}) => {
    const f = new Fixtures();
    const mapping = new KinesisEventSourceMapping(f.stack, 'Mapping', {
      stream: f.stream,
      target: f.target,
      startingPosition,
      ...props(f),
    });
    return alarmsFor(f, mapping, options).get('lag')!;
  };
  const HOUR = 3_600_000;

  test.each<[string, (f: Fixtures) => object, number]>([
    ["the stream's retention by default", () => ({}), 6 * HOUR],
    [
      'the retention of an L2',
      (f) => ({ stream: new kinesis.Stream(f.stack, 'Long', { retentionPeriod: Duration.hours(48) }) }),
      12 * HOUR,
    ],
    [
      'the retention of an L1',
      (f) => ({ stream: new kinesis.CfnStream(f.stack, 'Long', { retentionPeriodHours: 96 }) }),
      24 * HOUR,
    ],
    ['maxRecordAge, where it is less', () => ({ maxRecordAge: Duration.hours(2) }), HOUR / 2],
    ['the retention, where maxRecordAge is more', () => ({ maxRecordAge: Duration.days(2) }), 6 * HOUR],
    ['the retention, where maxRecordAge is infinite', () => ({ maxRecordAge: RecordAge.INFINITE }), 6 * HOUR],
    [
      'the retention by default, where that of the stream is a parameter',
      (f) => ({
        stream: new kinesis.CfnStream(f.stack, 'Long', {
          retentionPeriodHours: new CfnParameter(f.stack, 'Hours', { type: 'Number' }).valueAsNumber,
        }),
      }),
      6 * HOUR,
    ],
  ])('is at a share of %s', (_, props, threshold) => expect(kinesisLag(props).Threshold).toBe(threshold));

  test('says which time it is a part of, and whether that is known', () => {
    expect(kinesisLag(() => ({ maxRecordAge: Duration.hours(2) })).AlarmDescription).toContain(
      'Records wait for more than 30 minutes, a part of the 2 hours that the mapping retries a record.',
    );
    expect(kinesisLag(() => ({})).AlarmDescription).toContain('the 24 hours that the source keeps them.');
    expect(
      kinesisLag((f) => ({ stream: kinesis.Stream.fromStreamArn(f.stack, 'Far', Token.asString({ Ref: 'Arn' })) }))
        .AlarmDescription,
    ).toContain('the 24 hours that the source keeps them by default.');
  });

  test('is at another share, if the caller says so', () =>
    expect(kinesisLag(() => ({}), { lagShare: 0.5 }).Threshold).toBe(12 * HOUR));

  test.each([0, -1, 1.1, NaN])('is at no share of %d', (lagShare) => {
    expect(() => kinesisLag(() => ({}), { lagShare })).toThrow(
      `MyStack/Alarms: lagShare is ${lagShare}, and has to be more than 0 and at most 1`,
    );
  });

  test('of a consumer is at a share of the retention of its stream', () => {
    const f = new Fixtures();
    const stream = new kinesis.Stream(f.stack, 'Long', { retentionPeriod: Duration.hours(48) });
    const consumer = new kinesis.StreamConsumer(f.stack, 'Reader', { stream, streamConsumerName: 'reader' });
    const mapping = new KinesisConsumerEventSourceMapping(f.stack, 'Mapping', {
      consumer,
      target: f.target,
      startingPosition,
    });
    expect(alarmsFor(f, mapping).get('lag')!.Threshold).toBe(12 * HOUR);
  });

  test('of a queue is in seconds', () => {
    const f = new Fixtures();
    const queue = new Queue(f.stack, 'Long', { retentionPeriod: Duration.days(14) });
    const mapping = new SqsEventSourceMapping(f.stack, 'Mapping', { queue, target: f.target });
    expect(alarmsFor(f, mapping).get('lag')).toMatchObject({
      MetricName: 'ApproximateAgeOfOldestMessage',
      Threshold: 3.5 * 86_400,
    });
  });

  test('of a topic is in full batches', () => {
    expect(alarmsOf('msk', 'free').get('lag')).toMatchObject({
      MetricName: 'OffsetLag',
      Statistic: 'Minimum',
      Threshold: 1000,
    });
  });
});

describe('an alarm that would never go off, or always', () => {
  const pollers = (props: object) => {
    const f = new Fixtures();
    const mapping = new SqsEventSourceMapping(f.stack, 'Mapping', {
      queue: f.queue,
      target: f.target,
      scaling: SqsScaling.provisioned(props),
    });
    return alarmsFor(f, mapping).get('pollers')?.Threshold;
  };

  test('of pollers is at their maximum', () => expect(pollers({ minimumPollers: 2, maximumPollers: 5 })).toBe(5));
  test("of pollers is at Lambda's maximum, if none is set", () => expect(pollers({ minimumPollers: 5 })).toBe(200));
  test('of as many pollers as there always are is not made', () =>
    expect(pollers({ minimumPollers: 5, maximumPollers: 5 })).toBeUndefined());
  test('of pollers whose number is not known is not made', () => {
    const f = new Fixtures();
    const mapping = new SqsEventSourceMapping(f.stack, 'Mapping', {
      queue: f.queue,
      target: f.target,
      scaling: SqsScaling.provisioned({ maximumPollers: f.number }),
    });
    expect(alarmsFor(f, mapping).has('pollers')).toBe(false);
  });

  const dropped = (props: object) => {
    const f = new Fixtures();
    const mapping = new DynamoDbEventSourceMapping(f.stack, 'Mapping', {
      table: f.table,
      target: f.target,
      startingPosition: DynamoDbStartingPosition.latest(),
      metricGroups: [MetricGroup.EVENT_COUNT],
      ...props,
    });
    return alarmsFor(f, mapping).has('dropped');
  };

  test('of dropped records is made where retries end', () => {
    expect([
      dropped({ retryAttempts: 3 }),
      dropped({ maxRecordAge: Duration.hours(1) }),
      dropped({ retryAttempts: 0 }),
    ]).toEqual([true, true, true]);
  });
  test('of dropped records is not made where they never do', () =>
    expect([dropped({}), dropped({ retryAttempts: -1 })]).toEqual([false, false]));
});

describe('a user', () => {
  test('leaves an alarm out', () => {
    expect([...alarmsOf('active-mq', 'free', { throttles: { enabled: false } }).keys()]).toEqual(['failures']);
  });

  test('leaves out what would not be there anyway', () => {
    expect([...alarmsOf('active-mq', 'free', { lag: { enabled: false } }).keys()]).toEqual(['failures', 'throttles']);
  });

  test('tunes an alarm', () => {
    const tuned = alarmsOf('sqs', 'free', {
      failures: { threshold: 10, period: Duration.minutes(1), evaluationPeriods: 5, datapointsToAlarm: 4 },
      throttles: { evaluationPeriods: 2 },
    });
    expect(tuned.get('failures')).toMatchObject({
      Threshold: 10,
      Period: 60,
      EvaluationPeriods: 5,
      DatapointsToAlarm: 4,
    });
    expect(tuned.get('throttles')).toMatchObject({
      Threshold: 1,
      Period: 300,
      EvaluationPeriods: 2,
      DatapointsToAlarm: 2,
    });
  });

  test.each<[string, keyof EventSourceMappingAlarmsOptions, string]>([
    ['sqs', 'filteredOut', 'filters is not set'],
    ['msk', 'polling', 'metricGroups has no ErrorCount, the group of PollingErrorCount'],
    ['sqs', 'pollers', 'scaling.provisioned is not set'],
    ['active-mq', 'lag', 'there is no alarm for lag of MyStack/Mapping: its source has no such metric'],
    ['self-managed-kafka', 'deadLetters', 'onFailure has no known dead-letter queue'],
  ])('of %s who tunes the alarm %s that is not there learns what it takes', (source, kind, words) => {
    const settings = source === 'sqs' && kind === 'filteredOut' ? { metricGroups: [MetricGroup.EVENT_COUNT] } : {};
    const { f, mapping } = Object.keys(settings).length > 0 ? queueMapping(settings) : watchedMapping(source, 'free');
    expect(() => new EventSourceMappingAlarms(f.stack, 'Alarms', { mapping, [kind]: { threshold: 5 } })).toThrow(words);
  });

  test('adds actions to all alarms, or to one', () => {
    const { f, mapping } = watchedMapping('active-mq', 'free');
    const alarms = new EventSourceMappingAlarms(f.stack, 'Alarms', { mapping });
    const action = (alarmActionArn: string): IAlarmAction => ({ bind: () => ({ alarmActionArn }) });
    alarms.addAlarmAction(action('arn:of:team'));
    alarms.addOkAction(action('arn:of:chat'));
    alarms.failures!.addAlarmAction(action('arn:of:pager'));
    expect(alarms.lag).toBeUndefined();
    expect(alarms.alarms).toHaveLength(2);
    const template = Template.fromStack(f.stack);
    template.resourcePropertiesCountIs(
      'AWS::CloudWatch::Alarm',
      { AlarmActions: ['arn:of:team'], OKActions: ['arn:of:chat'] },
      1,
    );
    template.resourcePropertiesCountIs('AWS::CloudWatch::Alarm', { AlarmActions: ['arn:of:team', 'arn:of:pager'] }, 1);
  });

  test('gets each alarm by its name', () => {
    const { f, mapping } = watchedMapping('msk', 'all');
    const alarms = new EventSourceMappingAlarms(f.stack, 'Alarms', { mapping });
    const byName = ALARM_RECIPES.map(({ kind }) => alarms[kind]);
    expect(byName).toEqual(alarms.alarms);
    expect(byName).not.toContain(undefined);
  });
});

function queueMapping(props: object) {
  const f = new Fixtures();
  return { f, mapping: new SqsEventSourceMapping(f.stack, 'Mapping', { queue: f.queue, target: f.target, ...props }) };
}

test('a failure destination that is a bucket has no depth', () => {
  const f = new Fixtures();
  const mapping = new KinesisEventSourceMapping(f.stack, 'Mapping', {
    stream: f.stream,
    target: f.target,
    startingPosition,
    onFailure: FailureDestination.bucket(f.bucket),
  });
  expect([...alarmsFor(f, mapping).keys()]).not.toContain('deadLetters');
});
