import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import { IEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  EventSourceMappingAlarms,
  EventSourceMappingAlarmsOptions,
  FailureDestination,
  MetricGroup,
  SqsScaling,
} from '../../src';
import { SOURCES } from '../cases';
import { Fixtures } from '../fixtures';

/**
 * A mapping that sends all that its source can, with a queue that has a dead-letter queue, and a failure destination
 * that is one.
 */
const SETTINGS: { readonly [source: string]: (f: Fixtures) => object } = {
  sqs: (f) => ({
    queue: new Queue(f.stack, 'Jobs', {
      retentionPeriod: Duration.days(2),
      deadLetterQueue: { queue: f.deadLetters, maxReceiveCount: 3 },
    }),
    scaling: SqsScaling.provisioned({ minimumPollers: 2, maximumPollers: 20 }),
  }),
  'sqs-fifo': (f) => ({
    queue: new Queue(f.stack, 'Jobs', {
      fifo: true,
      deadLetterQueue: { queue: new Queue(f.stack, 'Dead', { fifo: true }), maxReceiveCount: 3 },
    }),
    scaling: SqsScaling.provisioned({ minimumPollers: 2, maximumPollers: 20 }),
  }),
  kinesis: (f) => ({
    stream: new kinesis.Stream(f.stack, 'Orders', { retentionPeriod: Duration.hours(48) }),
    retryAttempts: 5,
    maxRecordAge: Duration.hours(6),
    onFailure: FailureDestination.queue(f.deadLetters),
  }),
  'kinesis-consumer': (f) => ({
    onFailure: FailureDestination.queue(f.deadLetters),
    maxRecordAge: undefined,
    retryAttempts: 5,
  }),
  dynamodb: (f) => ({ onFailure: FailureDestination.queue(f.deadLetters), maxRecordAge: undefined, retryAttempts: 5 }),
  msk: (f) => ({ onFailure: FailureDestination.queue(f.deadLetters) }),
};

export type Settings = 'all' | 'free';

/** The options of the fullest mapping that have a price, or can't be combined with the rest. */
const FREE = { metricGroups: undefined, scaling: undefined };

/** A mapping of a source, on a stack of its own. */
export function watchedMapping(
  source: string,
  settings: Settings,
  f = new Fixtures(),
): { f: Fixtures; mapping: IEventSourceMapping } {
  const { Mapping, fullest, smallest } = SOURCES.find(({ folder }) => folder === source)!;
  const own = SETTINGS[source]?.(f) ?? {};
  const given = settings === 'all' ? { ...fullest(f), ...own } : { ...smallest.props(f), ...own, ...FREE };
  const { provisionedMode } = given as { provisionedMode?: object };
  const pollers = provisionedMode && {
    provisionedMode: { ...provisionedMode, onFailureTopic: undefined, minimumPollers: 1, maximumPollers: 20 },
  };
  const groups = SOURCES.find(({ folder }) => folder === source)!.contract.properties.some(
    ({ option }) => option === 'metricGroups',
  );
  const counted = settings === 'all' && groups && !pollers ? { metricGroups: [MetricGroup.EVENT_COUNT] } : {};
  const mapping = new Mapping(f.stack, 'Mapping', {
    ...given,
    ...pollers,
    ...counted,
    enabled: true,
  }) as unknown as IEventSourceMapping;
  return { f, mapping };
}

export interface AlarmProperties {
  readonly [name: string]: unknown;
  readonly AlarmDescription: string;
  readonly Threshold: number;
  readonly EvaluationPeriods: number;
  readonly DatapointsToAlarm: number;
  readonly TreatMissingData: string;
  readonly ComparisonOperator: string;
}

/** The alarms of a mapping, by their kinds, as the template has them. */
export function alarmsOf(
  source: string,
  settings: Settings,
  options: EventSourceMappingAlarmsOptions = {},
): Map<string, AlarmProperties> {
  const { f, mapping } = watchedMapping(source, settings);
  new EventSourceMappingAlarms(f.stack, 'Alarms', { mapping, ...options });
  return alarmsIn(f.stack);
}

export function alarmsIn(stack: Stack): Map<string, AlarmProperties> {
  const alarms = Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm') as {
    [id: string]: { Properties: AlarmProperties };
  };
  const kindOf = (id: string) => id.replace(/^.*Alarms/, '').replace(/[0-9A-F]{8}$/, '');
  return new Map(
    Object.entries(alarms).map(([id, { Properties }]) => [
      kindOf(id)[0].toLowerCase() + kindOf(id).slice(1),
      Properties,
    ]),
  );
}

export const newApp = () => new App({ analyticsReporting: false });
