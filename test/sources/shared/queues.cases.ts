import { COMMON_CASES } from './common.cases';
import { limits } from './limits';
import { metricsCases, noKafkaMetricsCases } from './metrics.cases';
import { emptyOptionCases, foreignAccessCases, foreignOptionCases, malformedCases } from './other-sources.cases';
import { partialResponseCases } from './partial-responses.cases';
import { MappingTargetProps, MetricGroup, QueueMappingOptions, SqsScaling } from '../../../src';
import type { Properties } from '../../../src/model/contract';
import type { Case } from '../../cases';

type Props = QueueMappingOptions & MappingTargetProps;

/** The cases that standard and FIFO queues share; `foreign` has further options that the one kind does not accept. */
export function queueCases(source: string, foreign: readonly string[] = []): Case<Props>[] {
  return [
    ...COMMON_CASES,
    ...concurrencyCases(source),
    ...pollerCases(source),
    ...oneWayToScaleCases(source),
    ...partialResponseCases<Props>({ source, props: (options) => options, properties: (properties) => properties }),
    ...metricsCases(source, MetricGroup.EVENT_COUNT),
    ...noKafkaMetricsCases(source),
    ...foreignOptionCases(source, [
      'ParallelizationFactor',
      'StartingPosition',
      'StartingPositionTimestamp',
      'OnFailure',
      'OnSuccess',
      'MaximumRecordAgeInSeconds',
      'BisectBatchOnFunctionError',
      'MaximumRetryAttempts',
      'TumblingWindowInSeconds',
      'Topics',
      'Queues',
      'SelfManagedEventSource',
      'AmazonManagedKafkaEventSourceConfig',
      'SelfManagedKafkaEventSourceConfig',
      'DocumentDBEventSourceConfig',
      'LoggingConfig',
      'PollerGroupName',
      ...foreign,
    ]),
    ...foreignAccessCases(source, {}, []),
    ...malformedCases(source),
    ...emptyOptionCases(),
  ];
}

function concurrencyCases(source: string): Case<Props>[] {
  return limits<Props>({
    rule: `${source}-max-concurrency`,
    min: 2,
    max: 1000,
    props: (maximum) => ({ scaling: SqsScaling.maxConcurrency(maximum) }),
    properties: (amount) => ({ ScalingConfig: { MaximumConcurrency: amount } }),
  });
}

const pollers = (config: Properties) => ({ ProvisionedPollerConfig: config });

function pollerCases(source: string): Case<Props>[] {
  const rule = `${source}-maximum-pollers`;
  const maximum = (count: number, problems: string[]): Case<Props> => ({
    name: `${rule} ${count}`,
    props: () => ({ scaling: SqsScaling.provisioned({ maximumPollers: count }) }),
    properties: pollers({ MaximumPollers: count }),
    problems,
  });
  const both = (minimumPollers: number, maximumPollers: number, problems: string[]): Case<Props> => ({
    name: `pollers ${minimumPollers} to ${maximumPollers}`,
    props: () => ({ scaling: SqsScaling.provisioned({ minimumPollers, maximumPollers }) }),
    properties: pollers({ MinimumPollers: minimumPollers, MaximumPollers: maximumPollers }),
    problems,
  });
  return [
    ...limits<Props>({
      rule: `${source}-minimum-pollers`,
      min: 2,
      max: 200,
      props: (minimumPollers) => ({ scaling: SqsScaling.provisioned({ minimumPollers }) }),
      properties: (amount) => pollers({ MinimumPollers: amount }),
    }),
    maximum(2, []),
    maximum(1, [`${rule}-range`]),
    maximum(2.5, [`${rule}-whole-number`]),
    maximum(2000, []),
    maximum(2001, []),
    maximum(10_000, []),
    maximum(10_001, [`${rule}-range`]),
    both(2, 2, []),
    both(2, 200, []),
    both(3, 2, [`${source}-pollers-in-order`]),
    { name: 'pollers as texts', properties: pollers({ MinimumPollers: '9', MaximumPollers: '10' }), problems: [] },
    {
      name: 'pollers of which one is unknown',
      properties: pollers({ MinimumPollers: 100, MaximumPollers: { Ref: 'Max' } }),
      problems: [],
    },
    {
      name: 'pollers of tokens',
      props: (f) => ({ scaling: SqsScaling.provisioned({ minimumPollers: f.number, maximumPollers: 3 }) }),
      problems: [],
    },
    {
      name: 'pollers of no number',
      props: () => ({ scaling: SqsScaling.provisioned({}) }),
      problems: [`${source}-provisioned-needs-pollers`],
    },
  ];
}

function oneWayToScaleCases(source: string): Case<Props>[] {
  const limited = { ScalingConfig: { MaximumConcurrency: 10 } };
  return [
    {
      name: 'scaling in two ways',
      properties: { ...limited, ...pollers({ MinimumPollers: 2, MaximumPollers: 10 }) },
      problems: [`${source}-one-way-to-scale`],
    },
    {
      name: 'scaling in two ways, one taken away',
      properties: { ...limited, ProvisionedPollerConfig: { Ref: 'AWS::NoValue' } },
      problems: [],
    },
    {
      name: 'scaling in one way or another',
      properties: {
        ScalingConfig: { 'Fn::If': ['IsCheap', { MaximumConcurrency: 10 }, { Ref: 'AWS::NoValue' }] },
        ProvisionedPollerConfig: { 'Fn::If': ['IsCheap', { Ref: 'AWS::NoValue' }, { MinimumPollers: 2 }] },
      },
      problems: [],
    },
    { name: 'scaling of nothing', properties: { ScalingConfig: {} }, problems: [] },
    // Lambda takes an empty object for the end of the provisioned mode.
    {
      name: 'scaling in one way, and not provisioned',
      properties: { ...limited, ProvisionedPollerConfig: {} },
      problems: [],
    },
    {
      name: 'scaling provisioned, and not limited',
      properties: { ScalingConfig: {}, ...pollers({ MinimumPollers: 2 }) },
      problems: [],
    },
  ];
}
