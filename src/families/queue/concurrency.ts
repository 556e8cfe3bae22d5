import { QUEUE_SCALING_DOCS } from './docs';
import { numberIn } from '../../model/constraints';
import { PropertyReader, Resource, Rule, Context } from '../../model/contract';
import { memoize } from '../../model/memoize';
import { rule } from '../../model/rules';
import { POLLER_CONFIG } from '../../options/pollers';
import { numberAt } from '../../related/find';
import { functionOf } from '../../related/invoked';
import { alike, Sibling } from '../../related/mappings';

const MAXIMUM = 'scalingConfig.maximumConcurrency';
/** Lambda begins to read a queue with as many batches at a time. */
const FIRST_BATCHES = 5;

/** The mappings of a function that have a maximum concurrency. */
const limited = alike((reader, context) => (reader.has(MAXIMUM) ? functionOf(reader, context)?.id : undefined));

/** No mapping can have a lower one. */
const LEAST_MAXIMUM = 2;

const sumOf = memoize((mappings: readonly Sibling[]) =>
  mappings.flatMap(({ reader }) => reader.values(MAXIMUM)).reduce<number>((sum, maximum) => sum + numberIn(maximum), 0),
);

interface Reservation {
  readonly of: Resource;
  readonly concurrency: number;
}

const reservationOf = memoize((lambda: Resource): Reservation | undefined => {
  const concurrency = numberAt(lambda, 'ReservedConcurrentExecutions');
  // A function without any concurrency has another rule.
  return concurrency ? { of: lambda, concurrency } : undefined;
});

function reserved(reader: PropertyReader, context: Context): Reservation | undefined {
  const lambda = functionOf(reader, context);
  return lambda && reservationOf(lambda);
}

export const MAXIMUM_CONCURRENCY_RULE: Rule = rule(
  'reserved-concurrency-below-max-concurrency',
  'functionName',
  `has a reserved concurrency of less than the {${MAXIMUM}} of its mappings together`,
  {
    severity: 'warning',
    reason: 'Lambda throttles the rest, whose messages return to the queue and eventually go to the dead-letter queue',
    fix: `raise the reserved concurrency of the function, or lower {${MAXIMUM}}`,
    docs: QUEUE_SCALING_DOCS,
  },
  (reader, context) => {
    const reservation = reserved(reader, context);
    if (!reservation) return false;
    const mappings = limited(context);
    const sum = sumOf(mappings);
    // With the least that Lambda takes, nothing is left to follow.
    if (sum === LEAST_MAXIMUM * mappings.length) return false;
    const says =
      `has a reserved concurrency of ${reservation.concurrency}, less than the ${sum} of its mappings' ` +
      `{${MAXIMUM}} together`;
    return sum > reservation.concurrency && { of: reservation.of, says };
  },
);

export const RESERVED_CONCURRENCY_RULE: Rule = rule(
  'reserved-concurrency-below-pollers',
  'functionName',
  `has a reserved concurrency of less than ${FIRST_BATCHES}`,
  {
    severity: 'warning',
    reason: 'Lambda throttles the rest',
    fix:
      `set {${MAXIMUM}} to at most the reserved concurrency of the function, which has to be at least ` +
      `${LEAST_MAXIMUM}`,
    docs: QUEUE_SCALING_DOCS,
  },
  (reader, context) => {
    const reservation = reservedBelowPollers(reader, context);
    if (!reservation) return false;
    const says =
      `has a reserved concurrency of ${reservation.concurrency}, less than the ${FIRST_BATCHES} batches ` +
      `that Lambda begins with`;
    return { of: reservation.of, says };
  },
);

/** The reserved concurrency of a function, where it is less than what Lambda begins to read a standard queue with. */
export function reservedBelowPollers(reader: PropertyReader, context: Context): Reservation | undefined {
  const reservation = reserved(reader, context);
  const scales = reader.has(MAXIMUM) === false && reader.has(POLLER_CONFIG) === false;
  return scales && reservation !== undefined && reservation.concurrency < FIRST_BATCHES ? reservation : undefined;
}
