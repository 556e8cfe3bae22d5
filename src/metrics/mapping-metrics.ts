import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type { IEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { MeasuredMapping } from './measured-mapping';

/**
 * Metrics of the function of a mapping, which every mapping has.
 *
 * They count all invocations of the function, also those that something else causes. Mappings of Amazon MQ have no
 * others.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 * @example
 * import { ActiveMqEventSourceMapping, MqAuthentication } from 'cdk-event-source-mappings';
 *
 * const mapping = new ActiveMqEventSourceMapping(this, 'Tickets', {
 *   broker,
 *   queueName: 'tickets',
 *   authentication: MqAuthentication.basic(credentials),
 *   target: handler,
 * });
 * mapping.metrics.metricErrors().createAlarm(this, 'Errors', { threshold: 1, evaluationPeriods: 3 });
 */
export class MappingMetrics {
  /** @internal */
  public readonly _measured: MeasuredMapping;

  /** @param mapping a mapping of this library */
  constructor(mapping: IEventSourceMapping) {
    this._measured = MeasuredMapping.of(mapping);
  }

  /**
   * How often the function was invoked.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricInvocations(props?: MetricOptions): Metric {
    return this._measured.metric('Invocations', props);
  }

  /**
   * How many invocations ended in an error of the function.
   *
   * A partial batch response is not an error: `metricFailedInvokeEventCount` of other sources counts its events.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricErrors(props?: MetricOptions): Metric {
    return this._measured.metric('Errors', props);
  }

  /**
   * How many invocations were throttled.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricThrottles(props?: MetricOptions): Metric {
    return this._measured.metric('Throttles', props);
  }

  /**
   * How many instances of the function process events.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the maximum of 5 minutes
   */
  public metricConcurrentExecutions(props?: MetricOptions): Metric {
    return this._measured.metric('ConcurrentExecutions', props);
  }
}
