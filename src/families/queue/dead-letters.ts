import { MAPPING } from '../../graph/l1-properties';
import { objectsIn } from '../../graph/siblings';
import { Resource, Context } from '../../model/contract';
import { memoize } from '../../model/memoize';
import { QUEUE_TYPE } from '../../options/queue-resource';
import { find, ofAll, ownOf } from '../../related/find';

/** The resources that send to a dead-letter queue, or to a destination for failures, what they could not deliver. */
const SENDERS = [
  QUEUE_TYPE,
  'AWS::SNS::Subscription',
  'AWS::Lambda::Function',
  'AWS::Lambda::EventInvokeConfig',
  MAPPING,
  'AWS::Events::Rule',
  'AWS::Events::EventBus',
  'AWS::Scheduler::Schedule',
  'AWS::Pipes::Pipe',
  'AWS::Serverless::Function',
  'AWS::Serverless::StateMachine',
];

/** The properties that name such a queue, in lower case: a property by itself, or one in a property. */
const TARGETS = ['deadlettertargetarn'];
const TARGETS_IN: { readonly [property: string]: readonly string[] } = {
  deadletterconfig: ['arn', 'targetarn'],
  deadletterqueue: ['targetarn'],
  onfailure: ['destination'],
};

const queuesByType = SENDERS.map((type) =>
  ofAll(
    type,
    (senders, context) =>
      new Set(
        senders
          .flatMap((sender) => targetsOf(sender))
          .flatMap((target) => {
            const queue = find(target, [QUEUE_TYPE], context);
            return queue ? [ownOf(queue)] : [];
          }),
      ),
  ),
);

/** Whether what others failed on goes to a queue. */
export function isFedWithFailures(queue: Resource, context: Context): boolean {
  return queuesByType.some((queuesOf) => queuesOf(context).has(ownOf(queue)));
}

const targetsOf = memoize(({ properties }: Resource): readonly unknown[] =>
  [...objectsIn(properties)].flatMap((object) =>
    Object.entries(object).flatMap(([name, value]: [string, unknown]) => {
      const inside = TARGETS_IN[name.toLowerCase()] ?? [];
      const targets = Object.entries(Object(value) as object).filter(([key]) => inside.includes(key.toLowerCase()));
      return [
        ...(TARGETS.includes(name.toLowerCase()) ? [value] : []),
        ...targets.map(([, target]) => target as unknown),
      ];
    }),
  ),
);
