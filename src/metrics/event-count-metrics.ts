import type { MathExpression, MathExpressionOptions, Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { MappingMetrics } from './mapping-metrics';

/**
 * Metrics of a mapping that can count its events: what it polls, filters out and hands to the function.
 *
 * The mapping sends them where `EVENT_COUNT` is in its `metricGroups`, at a price for each metric.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 * @example
 * import { MetricGroup, SqsEventSourceMapping } from 'cdk-event-source-mappings';
 *
 * const mapping = new SqsEventSourceMapping(this, 'Jobs', {
 *   queue,
 *   target: handler,
 *   metricGroups: [MetricGroup.EVENT_COUNT],
 * });
 * mapping.metrics.metricFailedInvokeRate().createAlarm(this, 'Failing', { threshold: 10, evaluationPeriods: 3 });
 */
export class EventCountMetrics extends MappingMetrics {
  /**
   * How many events Lambda read: 0 for a poll that found none, and no data where it does not poll.
   *
   * Needs `EVENT_COUNT` in `metricGroups`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricPolledEventCount(props?: MetricOptions): Metric {
    return this._measured.metric('PolledEventCount', props);
  }

  /**
   * How many events matched none of the filters.
   *
   * Needs `EVENT_COUNT` in `metricGroups`, and `filters`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricFilteredOutEventCount(props?: MetricOptions): Metric {
    return this._measured.metric('FilteredOutEventCount', props);
  }

  /**
   * How many events the function was invoked with: one that is retried counts again.
   *
   * Needs `EVENT_COUNT` in `metricGroups`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricInvokedEventCount(props?: MetricOptions): Metric {
    return this._measured.metric('InvokedEventCount', props);
  }

  /**
   * How many events failed: the invocation did, or the function reported them in a partial batch response.
   *
   * Needs `EVENT_COUNT` in `metricGroups`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricFailedInvokeEventCount(props?: MetricOptions): Metric {
    return this._measured.metric('FailedInvokeEventCount', props);
  }

  /**
   * The share of what was polled that matched no filter, in percent.
   *
   * Needs `EVENT_COUNT` in `metricGroups`, and `filters`. There are no data while nothing is polled.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, 5 minutes at a time
   */
  public metricFilteredOutRate(props?: MathExpressionOptions): MathExpression {
    return this._measured.percentage('FilteredOutEventCount', 'PolledEventCount', props);
  }

  /**
   * The share of the invoked events that failed, in percent.
   *
   * Needs `EVENT_COUNT` in `metricGroups`. There are no data while nothing is invoked.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, 5 minutes at a time
   */
  public metricFailedInvokeRate(props?: MathExpressionOptions): MathExpression {
    return this._measured.percentage('FailedInvokeEventCount', 'InvokedEventCount', props);
  }
}
