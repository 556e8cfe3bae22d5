import type { Duration } from 'aws-cdk-lib';
import { OptionSpecs } from '../model/contract';
import { flag, integer, seconds } from '../model/option-specs';

/** What happens to a batch that the function failed on. */
export interface MappingRetryOptions {
  /**
   * The maximum number of retries of a failed batch: 0 to 10,000, or `RetryAttempts.INFINITE` (-1).
   *
   * With a failure destination, Lambda stops at 10 retries of a Kafka batch even without a limit. In
   * `ConsumptionMode.QUEUE`, `RetryAttempts.INFINITE` is not allowed, and the default is 0.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
   * @default RetryAttempts.INFINITE
   */
  readonly retryAttempts?: number;

  /**
   * The maximum age of a record, after which Lambda no longer retries it: 60 seconds to 7 days, or
   * `RecordAge.INFINITE`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
   * @default RecordAge.INFINITE
   */
  readonly maxRecordAge?: Duration;

  /**
   * Whether a failed batch is cut in two and each half retried, to isolate a record that can't be processed.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
   * @default false
   */
  readonly bisectBatchOnError?: boolean;
}

export const RETRY_SPECS: OptionSpecs<MappingRetryOptions> = {
  retryAttempts: integer('maximumRetryAttempts', {
    rules: { wholeNumber: 'retry-attempts-whole-number', range: 'retry-attempts-range' },
    min: -1,
    max: 10_000,
    default: -1,
  }),
  maxRecordAge: seconds('maximumRecordAgeInSeconds', {
    rules: { wholeNumber: 'max-record-age-whole-number', range: 'max-record-age-range' },
    min: 60,
    max: 604_800,
    also: -1,
    default: -1,
  }),
  bisectBatchOnError: flag('bisectBatchOnFunctionError', { rule: 'bisect-batch-on-error-boolean', default: false }),
};
