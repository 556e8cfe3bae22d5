import { SCALING_MODES_DOCS } from './docs';
import { POLLER_GROUP_NAME } from './places';
import { numberIn } from '../../model/constraints';
import { Rule } from '../../model/contract';
import { guide } from '../../model/docs';
import { rule } from '../../model/rules';
import { isUnknown } from '../../model/tokens';
import { DEFAULT_MAXIMUM_POLLERS, maximumPollers } from '../../options/pollers';
import { DESTINATION_RULE } from '../../related/destination';
import { duplicateRule } from '../../related/duplicates';
import { FUNCTION_RULES, KAFKA_FUNCTION_TIMEOUT_RULE } from '../../related/function';
import { alike, equalityKeyOf, isThis, polledBy, Sibling, compositeKey } from '../../related/mappings';
import { FUNCTION_PLACE_RULES } from '../../related/place';

const MOST_POLLERS = 2000;
const MOST_MAPPINGS = 100;

/** The mappings of a poller group; an empty name is none. */
const pollerGroup = alike((reader) => {
  const [name] = reader.values(POLLER_GROUP_NAME);
  return isUnknown(name) || !name ? undefined : String(name);
});

/** A rule of a poller group, which is said of its last mapping. */
function pollerGroupRule(
  id: string,
  says: string,
  reason: string,
  fault: (group: readonly Sibling[]) => string | undefined,
): Rule {
  return rule(id, POLLER_GROUP_NAME, says, { reason, docs: SCALING_MODES_DOCS }, (_reader, context) => {
    const group = pollerGroup(context);
    const last = group.at(-1);
    return last && isThis(last.mapping, context) ? fault(group) : undefined;
  });
}

const POLLER_GROUP_RULES: readonly Rule[] = [
  pollerGroupRule(
    'poller-group-mappings',
    `has more than ${MOST_MAPPINGS} mappings`,
    'a group can have no more',
    (group) =>
      group.length > MOST_MAPPINGS
        ? `has ${group.length} mappings, more than the maximum of ${MOST_MAPPINGS}`
        : undefined,
  ),
  pollerGroupRule(
    'poller-group-pollers',
    `has mappings whose maximum pollers add up to more than ${MOST_POLLERS}`,
    `a group can have no more; a mapping without a maximum counts with ${DEFAULT_MAXIMUM_POLLERS}`,
    (group) => {
      const sum = group.reduce((total, { reader }) => total + numberIn(maximumPollers(reader)), 0);
      return sum > MOST_POLLERS
        ? `has mappings whose maximum pollers add up to ${sum}, more than the maximum of ${MOST_POLLERS}`
        : undefined;
    },
  ),
];

/** The rules of what is related to a Kafka mapping, with the path of its consumer group. */
export function kafkaRelatedRules(consumerGroupId: string): readonly Rule[] {
  const sameGroup = alike((reader, context) =>
    compositeKey([polledBy(reader, context), equalityKeyOf(reader.values(consumerGroupId)[0], context)]),
  );
  return [
    ...FUNCTION_RULES,
    ...FUNCTION_PLACE_RULES,
    KAFKA_FUNCTION_TIMEOUT_RULE,
    duplicateRule('topics[]'),
    DESTINATION_RULE,
    ...POLLER_GROUP_RULES,
    rule(
      'consumer-group-shared',
      consumerGroupId,
      'is the consumer group of another mapping',
      {
        reason: 'each mapping needs its own consumer group',
        docs: guide('kafka-consumer-group-id'),
      },
      (_reader, context) => {
        const [first, ...others] = sameGroup(context);
        return (
          others.some(({ mapping }) => isThis(mapping, context)) && `is the consumer group of ${first.mapping.id} too`
        );
      },
    ),
  ];
}
