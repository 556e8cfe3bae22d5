import { Duration } from 'aws-cdk-lib';
import { batchingCases } from './batching.cases';
import { COMMON_CASES } from './common.cases';
import { failureDestinationCases } from './failure-destination.cases';
import { limits } from './limits';
import { metricsCases, noKafkaMetricsCases } from './metrics.cases';
import { emptyOptionCases, foreignAccessCases, foreignOptionCases, malformedCases } from './other-sources.cases';
import { partialResponseCases } from './partial-responses.cases';
import { retryCases } from './retries.cases';
import { MappingTargetProps, MetricGroup, StreamMappingOptions } from '../../../src';
import type { Case } from '../../cases';

type Props = StreamMappingOptions & MappingTargetProps;

/** The cases that all streams share; `foreign` has further options that the one kind does not accept. */
export function streamCases(source: string, foreign: readonly string[] = []): Case<Props>[] {
  return [
    ...COMMON_CASES,
    ...batchingCases(source),
    ...shardCases(source),
    ...retryCases<Props>({ source, props: (options) => options, properties: (properties) => properties }),
    ...partialResponseCases<Props>({ source, props: (options) => options, properties: (properties) => properties }),
    ...failureDestinationCases(source),
    ...kafkaDestinationCases(source),
    ...metricsCases(source, MetricGroup.EVENT_COUNT),
    ...noKafkaMetricsCases(source),
    ...foreignOptionCases(source, [
      'Topics',
      'Queues',
      'SelfManagedEventSource',
      'AmazonManagedKafkaEventSourceConfig',
      'SelfManagedKafkaEventSourceConfig',
      'ScalingConfig',
      'DocumentDBEventSourceConfig',
      'LoggingConfig',
      'ProvisionedPollerConfig',
      'OnSuccess',
      ...foreign,
    ]),
    ...foreignAccessCases(source, {}, []),
    ...malformedCases(source),
    ...emptyOptionCases(),
    ...writtenByToolsCases(),
  ];
}

function shardCases(source: string): Case<Props>[] {
  const inParallel = (seconds: number, factor: number, problems: string[]): Case<Props> => ({
    name: `tumbling window of ${seconds} with ${factor} in parallel`,
    props: () => ({ tumblingWindow: Duration.seconds(seconds), parallelizationFactor: factor }),
    properties: { TumblingWindowInSeconds: seconds, ParallelizationFactor: factor },
    problems,
  });
  return [
    ...limits<Props>({
      rule: `${source}-parallelization-factor`,
      min: 1,
      max: 10,
      props: (parallelizationFactor) => ({ parallelizationFactor }),
      properties: (amount) => ({ ParallelizationFactor: amount }),
    }),
    ...limits<Props>({
      rule: `${source}-tumbling-window`,
      min: 0,
      max: 900,
      props: (seconds) => ({ tumblingWindow: Duration.seconds(seconds) }),
      properties: (amount) => ({ TumblingWindowInSeconds: amount }),
    }),
    inParallel(30, 1, []),
    inParallel(0, 10, []),
    inParallel(1, 2, [`${source}-tumbling-window-in-parallel`]),
    {
      name: 'tumbling window with a token in parallel',
      props: (f) => ({ tumblingWindow: Duration.seconds(30), parallelizationFactor: f.number }),
      properties: { TumblingWindowInSeconds: { Ref: 'Window' }, ParallelizationFactor: 2 },
      problems: [],
    },
  ];
}

/** A topic gets what Lambda gave up on a topic only. */
function kafkaDestinationCases(source: string): Case<Props>[] {
  return [
    {
      name: 'on failure a Kafka topic',
      properties: { DestinationConfig: { OnFailure: { Destination: 'kafka://failures' } } },
      problems: [`${source}-on-failure-service`],
    },
  ];
}

function writtenByToolsCases(): Case<Props>[] {
  return [
    {
      name: 'all that Lambda returns of a new mapping',
      properties: {
        BatchSize: 100,
        MaximumBatchingWindowInSeconds: 0,
        MaximumRecordAgeInSeconds: -1,
        MaximumRetryAttempts: -1,
        ParallelizationFactor: 1,
        TumblingWindowInSeconds: 0,
        BisectBatchOnFunctionError: false,
        DestinationConfig: { OnFailure: {} },
      },
      problems: [],
    },
    {
      name: 'a template of numbers as texts',
      properties: {
        BatchSize: '100',
        MaximumBatchingWindowInSeconds: '0',
        MaximumRecordAgeInSeconds: '-1',
        MaximumRetryAttempts: '-1',
        ParallelizationFactor: '1',
        TumblingWindowInSeconds: '0',
        BisectBatchOnFunctionError: 'false',
        Enabled: 'true',
      },
      problems: [],
    },
    {
      name: 'an L1, in its own names',
      properties: {
        batchSize: 100,
        maximumRetryAttempts: 2,
        destinationConfig: { onFailure: { destination: 'arn:aws:s3:::failures' } },
      },
      problems: [],
    },
  ];
}
