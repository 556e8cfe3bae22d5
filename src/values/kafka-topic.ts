import { CLOUDFORMATION, guide } from './pages';
import { length, pattern } from '../engine/constraints';
import { Constraint, Field } from '../engine/contract';
import { row } from '../engine/fields';
import { at } from '../engine/paths';

const TOPIC = /^[^.][a-zA-Z0-9\-_.]*$/;
const TOPIC_WORDS = 'a Kafka topic name: letters, digits and - _ . without a dot at the start';

const LONG_ENOUGH_FOR_CLOUDFORMATION: Constraint = {
  rule: 'single-character',
  severity: 'warning',
  allowed: 'more than one character',
  why: 'Lambda takes it, but the CloudFormation schema asks for two',
  fault: (name) => (String(name).length === 1 ? 'has one character only' : undefined),
};

/** The topic that is read. */
export const TOPIC_FIELD: Field<string> = {
  rows: [
    row('topics', {
      required: 'is required: it is the topic that Lambda reads',
      constraints: [{ ...length(1, 1, 'topics'), rule: 'count' }],
      onlyInTemplates: true,
      page: CLOUDFORMATION,
    }),
    row('topics[]', {
      constraints: [length(1, 249), pattern(TOPIC, TOPIC_WORDS), LONG_ENOUGH_FOR_CLOUDFORMATION],
      identity: 'CloudFormation reports success, and Lambda goes on with the old topic',
      page: CLOUDFORMATION,
    }),
  ],
  render: (topic) => at('topics[]', topic),
};

const KAFKA_SCHEME = 'kafka://';

/** The topic, in the same cluster, that gets what Lambda gave up. It shares its property with the other destinations. */
export const FAILURE_TOPIC_FIELD: Field<string> = {
  rows: [row('destinationConfig.onFailure.destination', {
    constraints: [
      topicConstraint(pattern(TOPIC, TOPIC_WORDS)),
      topicConstraint({ ...length(4, 249), why: 'CloudFormation takes no shorter name, and Kafka no longer one' }),
    ],
    page: guide('kafka-on-failure'),
  })],
  render: (topic) => at('destinationConfig.onFailure.destination', KAFKA_SCHEME + topic),
};

function topicConstraint(constraint: Constraint): Constraint {
  return {
    ...constraint,
    fault: (destination) => (String(destination).startsWith(KAFKA_SCHEME)
      ? constraint.fault(String(destination).slice(KAFKA_SCHEME.length))
      : undefined),
  };
}
