import { Duration } from 'aws-cdk-lib';
import {
  ConsumptionMode,
  SelfManagedKafkaEventSourceMappingProps as Props,
  StreamStartingPosition,
} from '../../../../src';
import type { Properties } from '../../../../src/model/contract';
import type { Case } from '../../../cases';

const SOURCE = 'self-managed-kafka';

const QUEUE: Partial<Props> = { consumptionMode: ConsumptionMode.QUEUE };
const mode = (value: unknown, more: Properties = {}) => ({
  SelfManagedKafkaEventSourceConfig: { ConsumptionMode: value },
  ...more,
});

function written(name: string, properties: Properties, problems: string[] = []): Case<Props> {
  return { name: `consumption ${name}, written`, properties, problems };
}

export function consumptionModeCases(): Case<Props>[] {
  return [...modeCases(), ...failureHandlingCases()];
}

function modeCases(): Case<Props>[] {
  const without = (what: string) => [`${SOURCE}-queue-mode-without-${what}`];
  return [
    { name: 'consumption as a queue', props: () => QUEUE, problems: [] },
    {
      name: 'consumption as a stream, with all that a queue has not',
      props: () => ({
        consumptionMode: ConsumptionMode.STREAM,
        startingPosition: StreamStartingPosition.atEpochSeconds(1_541_139_109),
        maxBatchingWindow: Duration.seconds(5),
      }),
      problems: [],
    },
    {
      name: 'consumption as a queue from a position',
      props: () => ({ ...QUEUE, startingPosition: StreamStartingPosition.latest() }),
      problems: without('position'),
    },
    {
      name: 'consumption as a queue from a timestamp',
      props: () => ({ ...QUEUE, startingPosition: StreamStartingPosition.atEpochSeconds(1_541_139_109) }),
      problems: without('position'),
    },
    {
      name: 'consumption as a queue with a window',
      props: () => ({ ...QUEUE, maxBatchingWindow: Duration.seconds(0) }),
      problems: without('window'),
    },
    {
      name: 'consumption of a token',
      props: (f) => ({ consumptionMode: f.text as ConsumptionMode, startingPosition: StreamStartingPosition.latest() }),
      problems: [`${SOURCE}-consumption-mode-unknown-identity`],
    },
    written('as a queue', mode('Queue')),
    written('as a stream', mode('Stream', { StartingPosition: 'LATEST', MaximumBatchingWindowInSeconds: 5 })),
    written('as a queue from a position', mode('Queue', { StartingPosition: 'LATEST' }), without('position')),
    written('as a queue with a window', mode('Queue', { MaximumBatchingWindowInSeconds: 5 }), without('window')),
    written('as a queue from a position taken away', mode('Queue', { StartingPosition: { Ref: 'AWS::NoValue' } })),
    written('of a parameter', mode({ Ref: 'Mode' }, { StartingPosition: 'LATEST' })),
    written('in lower case', mode('queue'), [`${SOURCE}-consumption-mode-choice`]),
    {
      name: 'consumption that may be',
      properties: mode({ 'Fn::If': ['A', 'Queue', { Ref: 'AWS::NoValue' }] }, { StartingPosition: 'LATEST' }),
      problems: [],
    },
  ];
}

/** The cases of records that the function failed on, which the broker delivers again in Queue mode. */
function failureHandlingCases(): Case<Props>[] {
  const doubtful = [`${SOURCE}-queue-mode-on-demand`];
  const endless = [`${SOURCE}-queue-mode-without-endless-retries`];
  const provisioned = { ProvisionedPollerConfig: { MinimumPollers: 1 } };
  const destination = {
    DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:us-east-1:123456789012:failed' } },
  };
  return [
    {
      name: 'consumption as a queue with endless retries',
      props: () => ({ ...QUEUE, provisionedMode: { minimumPollers: 1, retryAttempts: -1 } }),
      problems: endless,
    },
    {
      name: 'consumption as a queue without retries',
      props: () => ({ ...QUEUE, provisionedMode: { minimumPollers: 1, retryAttempts: 0 } }),
      problems: [],
    },
    {
      name: 'consumption as a queue with retries',
      props: () => ({ ...QUEUE, provisionedMode: { minimumPollers: 1, retryAttempts: 2 } }),
      problems: [],
    },
    written(
      'as a queue with endless retries, provisioned',
      mode('Queue', { MaximumRetryAttempts: -1, ...provisioned }),
      endless,
    ),
    written('as a queue with endless retries on demand', mode('Queue', { MaximumRetryAttempts: -1 }), endless),
    written(
      'as a queue with endless retries and a destination',
      mode('Queue', { MaximumRetryAttempts: -1, ...destination }),
      endless,
    ),
    written('as a queue without retries on demand', mode('Queue', { MaximumRetryAttempts: 0 })),
    written('as a queue with retries on demand', mode('Queue', { MaximumRetryAttempts: 2 }), doubtful),
    written('as a queue with a record age on demand', mode('Queue', { MaximumRecordAgeInSeconds: 60 }), doubtful),
    written(
      'as a queue with batches cut in two on demand',
      mode('Queue', { BisectBatchOnFunctionError: true }),
      doubtful,
    ),
    written(
      'as a queue with partial responses on demand',
      mode('Queue', { FunctionResponseTypes: ['ReportBatchItemFailures'] }),
      doubtful,
    ),
    written(
      'as a queue with all of them on demand',
      mode('Queue', {
        MaximumRetryAttempts: 2,
        MaximumRecordAgeInSeconds: 60,
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      }),
      doubtful,
    ),
    written('as a queue with retries, provisioned', mode('Queue', { MaximumRetryAttempts: 2, ...provisioned })),
    written(
      'as a queue with retries, provisioned maybe',
      mode('Queue', {
        MaximumRetryAttempts: 2,
        ProvisionedPollerConfig: { 'Fn::If': ['A', { MinimumPollers: 1 }, {}] },
      }),
    ),
    written('as a stream with retries on demand', mode('Stream', { MaximumRetryAttempts: 0 }), [
      `${SOURCE}-retry-attempts-need-provisioned-mode`,
    ]),
    written('of a parameter with retries on demand', mode({ Ref: 'Mode' }, { MaximumRetryAttempts: 0 })),
    written('as a stream with endless retries', mode('Stream', { MaximumRetryAttempts: -1 })),
  ];
}
