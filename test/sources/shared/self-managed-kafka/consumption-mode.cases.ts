import { Duration } from 'aws-cdk-lib';
import { ConsumptionMode, SelfManagedKafkaEventSourceMappingProps as Props, StartingPosition } from '../../../../src';
import type { Properties } from '../../../../src/engine/contract';
import type { Case } from '../../../cases';

const SOURCE = 'self-managed-kafka';
const LIMITED = `${SOURCE}-consumption-mode-in-region`;

const QUEUE: Partial<Props> = { limitedAvailability: { consumptionMode: ConsumptionMode.QUEUE } };
const mode = (value: unknown, more: Properties = {}) => ({ SelfManagedKafkaEventSourceConfig: { ConsumptionMode: value }, ...more });

/** A template can't say that it knows of the limited availability, as a construct does. */
function written(name: string, properties: Properties, problems: string[] = []): Case<Props> {
  return { name: `consumption ${name}, written`, properties, problems: [...problems, LIMITED] };
}

export function consumptionModeCases(): Case<Props>[] {
  const without = (what: string) => [`${SOURCE}-queue-mode-without-${what}`];
  return [
    { name: 'consumption as a queue', props: () => QUEUE, problems: [] },
    {
      name: 'consumption as a stream, with all that a queue has not',
      props: () => ({
        limitedAvailability: { consumptionMode: ConsumptionMode.STREAM },
        startingPosition: StartingPosition.atEpochSeconds(1_541_139_109),
        maxBatchingWindow: Duration.seconds(5),
      }),
      problems: [],
    },
    { name: 'consumption as a queue from a position', props: () => ({ ...QUEUE, startingPosition: StartingPosition.latest() }), problems: without('position') },
    {
      name: 'consumption as a queue from a timestamp',
      props: () => ({ ...QUEUE, startingPosition: StartingPosition.atEpochSeconds(1_541_139_109) }),
      problems: without('position'),
    },
    { name: 'consumption as a queue with a window', props: () => ({ ...QUEUE, maxBatchingWindow: Duration.seconds(0) }), problems: without('window') },
    {
      name: 'consumption of a token',
      props: (f) => ({ limitedAvailability: { consumptionMode: f.text as ConsumptionMode }, startingPosition: StartingPosition.latest() }),
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
