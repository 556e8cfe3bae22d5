import { choice, length } from '../model/constraints';
import { OptionSpecs } from '../model/contract';
import { propertySpec } from '../model/option-specs';
import { BOOLEAN } from '../model/option-types';
import { at } from '../model/paths';

/** Lets the function say which records of a batch failed. */
export interface MappingPartialBatchResponseOptions {
  /**
   * Whether Lambda reads the function's answer for the records that failed, and retries only those.
   *
   * The function has to return `batchItemFailures`; Lambda takes an empty answer for full success.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
   * @default false
   */
  readonly reportBatchItemFailures?: boolean;
}

export const PARTIAL_BATCH_RESPONSE_SPECS: OptionSpecs<MappingPartialBatchResponseOptions> = {
  reportBatchItemFailures: {
    properties: [
      propertySpec('functionResponseTypes', {
        default: false,
        onlyInTemplates: true,
        constraints: [length('report-batch-item-failures-count', 0, 1, 'types')],
      }),
      propertySpec('functionResponseTypes[]', {
        onlyInTemplates: true,
        constraints: [choice('report-batch-item-failures-choice', ['ReportBatchItemFailures'])],
      }),
    ],
    type: BOOLEAN,
    render: (report) => (report ? at('functionResponseTypes[]', 'ReportBatchItemFailures') : {}),
  },
};
