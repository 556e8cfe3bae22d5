import { once } from '../../graph/once';
import { numberIn } from '../../model/constraints';
import { Look, Resource, Rule, Where } from '../../model/contract';
import { guide } from '../../model/docs';
import { rule } from '../../model/rules';
import { numberAt } from '../../related/find';
import { functionOf } from '../../related/invoked';
import { alike, Sibling } from '../../related/mappings';

const MAXIMUM = 'scalingConfig.maximumConcurrency';
/** Lambda begins to read a queue with as many batches at a time. */
const FIRST_BATCHES = 5;

/** The mappings of a function that have a maximum concurrency. */
const limited = alike((look, where) => (look.has(MAXIMUM) ? functionOf(look, where)?.id : undefined));

/** No mapping can have a lower one. */
const LEAST_MAXIMUM = 2;

const sumOf = once((mappings: readonly Sibling[]) =>
  mappings.flatMap(({ look }) => look.values(MAXIMUM)).reduce<number>((sum, maximum) => sum + numberIn(maximum), 0));

interface Reservation {
  readonly of: Resource;
  readonly concurrency: number;
}

const reservationOf = once((lambda: Resource): Reservation | undefined => {
  const concurrency = numberAt(lambda, 'ReservedConcurrentExecutions');
  // A function without any has a rule of its own.
  return concurrency ? { of: lambda, concurrency } : undefined;
});

function reserved(look: Look, where: Where): Reservation | undefined {
  const lambda = functionOf(look, where);
  return lambda && reservationOf(lambda);
}

export const MAXIMUM_CONCURRENCY_RULE: Rule = rule('reserved-concurrency-below-max-concurrency', 'functionName', `has a reserved concurrency of less than the {${MAXIMUM}} of its mappings together`, {
  severity: 'warning',
  why: 'Lambda throttles the rest, whose messages come back and go to the dead-letter queue in the end',
  fix: `raise the reserved concurrency of the function, or lower {${MAXIMUM}}`,
  page: guide('services-sqs-scaling'),
}, (look, where) => {
  const reservation = reserved(look, where);
  if (!reservation) return false;
  const mappings = limited(where);
  const sum = sumOf(mappings);
  // With the least that Lambda takes, nothing is left to follow.
  if (sum === LEAST_MAXIMUM * mappings.length) return false;
  const says = `has a reserved concurrency of ${reservation.concurrency}, less than the ${sum} of its mappings' {${MAXIMUM}} together`;
  return sum > reservation.concurrency && { of: reservation.of, says };
});

export const RESERVED_CONCURRENCY_RULE: Rule = rule('reserved-concurrency-below-pollers', 'functionName', `has a reserved concurrency of less than ${FIRST_BATCHES}`, {
  severity: 'warning',
  why: 'Lambda throttles the rest',
  fix: `set {${MAXIMUM}} to at most the reserved concurrency of the function, which has to be at least ${LEAST_MAXIMUM}`,
  page: guide('services-sqs-scaling'),
}, (look, where) => {
  const reservation = reserved(look, where);
  const scales = look.has(MAXIMUM) === false && look.has('provisionedPollerConfig') === false;
  if (!scales || reservation === undefined || reservation.concurrency >= FIRST_BATCHES) return false;
  const says = `has a reserved concurrency of ${reservation.concurrency}, less than the ${FIRST_BATCHES} batches that Lambda begins with`;
  return { of: reservation.of, says };
});
