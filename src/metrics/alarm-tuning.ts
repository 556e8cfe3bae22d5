import type { Duration } from 'aws-cdk-lib';

/** What of a recommended alarm is to be otherwise. */
export interface AlarmTuning {
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
   * How long a period is.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
   * @default - that of the alarm, in most cases 5 minutes
   */
  readonly period?: Duration;

  /**
   * How many of the last periods are looked at.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
   * @default - that of the alarm
   */
  readonly evaluationPeriods?: number;

  /**
   * How many of these periods have to be bad.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
   * @default - all, if `evaluationPeriods` is set; otherwise that of the alarm
   */
  readonly datapointsToAlarm?: number;
}
