import { choice, unique } from '../model/constraints';
import { OptionSpec } from '../model/contract';
import { guide } from '../model/docs';
import { propertySpec } from '../model/option-specs';
import { listOf, TEXT } from '../model/option-types';
import { at } from '../model/paths';
import { METRIC_GROUPS } from '../model/property-paths';

/** Groups of CloudWatch metrics that the mapping of a stream or a queue can send. */
export enum MetricGroup {
  /**
   * How many events were polled, filtered out, invoked and failed; of a stream also dropped and sent on, of a queue
   * also deleted.
   */
  EVENT_COUNT = 'EventCount',
}

/** Groups of CloudWatch metrics that the mapping of a Kafka topic can send. */
export enum KafkaMetricGroup {
  /** How many events were polled, filtered out, invoked, failed, dropped, sent on or committed. */
  EVENT_COUNT = 'EventCount',
  /**
   * How many polls, invocations, commits, look-ups in a schema registry, and deliveries to a failure destination went
   * wrong.
   */
  ERROR_COUNT = 'ErrorCount',
  /** How far the mapping is behind the topic: the largest lag of a partition, and the sum of all. */
  KAFKA_METRICS = 'KafkaMetrics',
}

/** An option that turns groups of metrics on. */
export function metricsSpec<Group extends string>(groups: { readonly [name: string]: Group }): OptionSpec<Group[]> {
  const docs = guide('monitoring-metrics-types');
  return {
    properties: [
      propertySpec(METRIC_GROUPS, { constraints: [unique('metrics-unique')], docs }),
      propertySpec(`${METRIC_GROUPS}[]`, {
        option: '[]',
        constraints: [choice('metrics-choice', Object.values(groups))],
        docs,
      }),
    ],
    type: listOf(TEXT),
    render: (wanted) => (wanted.length > 0 ? at(METRIC_GROUPS, wanted) : {}),
  };
}
