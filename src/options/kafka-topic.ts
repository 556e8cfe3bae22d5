import { length, pattern } from '../model/constraints';
import { Constraint, OptionSpec } from '../model/contract';
import { CLOUDFORMATION, guide } from '../model/docs';
import { propertySpec, value } from '../model/option-specs';
import { TEXT } from '../model/option-types';
import { at } from '../model/paths';
import { FAILURE_DESTINATION } from '../model/property-paths';

const TOPIC_NAME = /^[^.][a-zA-Z0-9\-_.]*$/;
const TOPIC_WORDS = 'a Kafka topic name: letters, digits and - _ . without a dot at the start';

const LONG_ENOUGH_FOR_CLOUDFORMATION: Constraint = {
  rule: 'topic-single-character',
  severity: 'warning',
  allowed: 'more than one character',
  reason: 'Lambda accepts it, but the CloudFormation schema requires two',
  fault: (name) => (String(name).length === 1 ? 'has one character only' : undefined),
};

/** The topic that is read. */
export const TOPIC_SPEC: OptionSpec<string> = {
  properties: [
    propertySpec('topics', {
      required: { rule: 'topic-required', says: 'is required: it is the topic that Lambda reads' },
      constraints: [length('topic-count', 1, 1, 'topics')],
      onlyInTemplates: true,
      docs: CLOUDFORMATION,
    }),
    propertySpec('topics[]', {
      constraints: [
        length('topic-length', 1, 249),
        pattern('topic-pattern', TOPIC_NAME, TOPIC_WORDS),
        LONG_ENOUGH_FOR_CLOUDFORMATION,
      ],
      identity: {
        rule: 'topic-unknown-identity',
        outcome: 'ignored',
        says: 'CloudFormation reports success, but Lambda keeps reading the old topic',
      },
      isKey: true,
      docs: CLOUDFORMATION,
    }),
  ],
  type: TEXT,
  render: (topic) => at('topics[]', topic),
};

const KAFKA_SCHEME = 'kafka://';

/** The name of a topic of the cluster as a failure destination. */
export function topicDestination(topic: string): string {
  return KAFKA_SCHEME + topic;
}

/** The topic that a failure destination names, where it names one. */
export function topicOf(destination: unknown): string | undefined {
  const text = String(destination);
  return text.startsWith(KAFKA_SCHEME) ? text.slice(KAFKA_SCHEME.length) : undefined;
}

/**
 * The topic, in the same cluster, that gets records which Lambda no longer retries.
 *
 * It shares its property with the other destinations.
 */
export const FAILURE_TOPIC_SPEC: OptionSpec<string> = value(
  FAILURE_DESTINATION,
  {
    constraints: [
      ofTopic(pattern('on-failure-topic-pattern', TOPIC_NAME, TOPIC_WORDS)),
      ofTopic({
        ...length('on-failure-topic-length', 4, 249),
        reason: 'CloudFormation requires at least 4 characters, and Kafka allows at most 249',
      }),
    ],
    docs: guide('kafka-on-failure'),
  },
  topicDestination,
);

function ofTopic(constraint: Constraint): Constraint {
  return {
    ...constraint,
    fault: (destination) => {
      const topic = topicOf(destination);
      return topic === undefined ? undefined : constraint.fault(topic);
    },
  };
}
