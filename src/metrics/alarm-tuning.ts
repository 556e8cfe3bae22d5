import type { Duration } from 'aws-cdk-lib';

/** Changes to a recommended alarm. */
export interface AlarmTuningOptions {
  /**
   * Whether there is the alarm.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * The value at which a period is bad, in the unit of the metric.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
   * @default - that of the alarm
   */
  readonly threshold?: number;

  /**
   * The length of a period.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
   * @default - that of the alarm, in most cases 5 minutes
   */
  readonly period?: Duration;

  /**
   * The number of last periods that are evaluated.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
   * @default - that of the alarm
   */
  readonly evaluationPeriods?: number;

  /**
   * The number of these periods that have to breach the threshold.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
   * @default - all, if `evaluationPeriods` is set; otherwise that of the alarm
   */
  readonly datapointsToAlarm?: number;
}
