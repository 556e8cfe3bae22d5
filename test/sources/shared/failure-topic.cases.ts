import type { KafkaProps } from './kafka.cases';
import { FailureDestination } from '../../../src';
import type { Case } from '../../cases';

const to = (destination: unknown) => ({
  ProvisionedPollerConfig: { MinimumPollers: 1 },
  DestinationConfig: { OnFailure: { Destination: destination } },
});

/** A topic of the cluster itself gets what Lambda gave up. */
export function failureTopicCases(source: string): Case<KafkaProps>[] {
  const rule = `${source}-on-failure-topic`;
  const named = (what: string, onFailureTopic: string, problems: string[], region?: string): Case<KafkaProps> => ({
    name: `failure topic ${what}`,
    region,
    props: () => ({ provisionedMode: { minimumPollers: 1, onFailureTopic } }),
    properties: to(`kafka://${onFailureTopic}`),
    problems,
  });
  return [
    named('of 4 characters', 'dead', []),
    named('of 249 characters', 'f'.repeat(249), []),
    named('of 250 characters', 'f'.repeat(250), [`${rule}-length`]),
    named('of all kinds of characters', 'Dead-letters_2024.de', []),
    named('whose name ends as a FIFO queue', 'dead.fifo', []),
    named('with a dot at the start', '.dead', [`${rule}-pattern`]),
    named('with a space', 'dead letters', [`${rule}-pattern`]),
    named('in us-west-2', 'failures', [], 'us-west-2'),
    named('in cn-north-1', 'failures', [], 'cn-north-1'),
    named('in il-central-1', 'failures', [], 'il-central-1'),
    {
      name: 'failure topic that is read itself',
      props: () => ({ topic: 'clicks', provisionedMode: { minimumPollers: 1, onFailureTopic: 'clicks' } }),
      properties: { ...to('kafka://clicks'), Topics: ['clicks'] },
      problems: [`${source}-failure-topic-is-source`],
    },
    {
      name: 'failure topic whose name goes on',
      props: () => ({ topic: 'clicks', provisionedMode: { minimumPollers: 1, onFailureTopic: 'clicks-failed' } }),
      properties: { ...to('kafka://clicks-failed'), Topics: ['clicks'] },
      problems: [],
    },
    {
      name: 'failure topic a token',
      props: (f) => ({ provisionedMode: { minimumPollers: 1, onFailureTopic: f.text } }),
      properties: to({ 'Fn::Sub': 'kafka://${FailureTopic}' }),
      problems: [],
    },
    {
      name: 'failure topic beside a topic of a token',
      properties: { ...to('kafka://failures'), Topics: [{ Ref: 'Topic' }] },
      problems: [],
    },
    {
      name: 'failure topic and a failure destination',
      props: (f) => ({
        onFailure: FailureDestination.queue(f.deadLetters),
        provisionedMode: { minimumPollers: 1, onFailureTopic: 'failures' },
      }),
      problems: [`${source}-one-failure-destination`],
    },
  ];
}
