import { EventFilter } from './event-filter';
import { NOT_EMPTY, ROOT_KEYS, WELL_FORMED } from './pattern';
import { length, UNIQUE } from '../engine/constraints';
import { Constraint, Field } from '../engine/contract';
import { row } from '../engine/fields';
import { at } from '../engine/paths';
import { isPresent } from '../engine/tokens';
import { guide } from '../values/pages';

const QUOTA = 5;
const RAISED_QUOTA = 10;
const PAGE = guide('invocation-eventfiltering');

const WITHIN_RAISED_QUOTA: Constraint = {
  rule: 'count',
  allowed: `at most ${RAISED_QUOTA}`,
  why: 'Lambda allows no more, even with a raised quota',
  fault: (filters) => (countOf(filters) > RAISED_QUOTA ? `lists ${countOf(filters)} filters, more than the maximum of ${RAISED_QUOTA}` : undefined),
};

const WITHIN_QUOTA: Constraint = {
  rule: 'quota',
  severity: 'warning',
  allowed: `at most ${QUOTA}, unless your quota was raised`,
  why: `the quota can be raised to ${RAISED_QUOTA} for an account`,
  fault: (filters) => (countOf(filters) > QUOTA && countOf(filters) <= RAISED_QUOTA
    ? `lists ${countOf(filters)} filters, more than the ${QUOTA} that an account has by default`
    : undefined),
};

/** The filters of a source, whose patterns start at one of the keys that its records have. */
export function filterField<Filter extends EventFilter>(...rootKeys: string[]): Field<Filter[]> {
  return {
    rows: [
      row('filterCriteria.filters', { constraints: [WITHIN_RAISED_QUOTA, WITHIN_QUOTA, UNIQUE], page: PAGE }),
      row('filterCriteria.filters[].pattern', {
        option: '[]',
        constraints: [length(0, 4096), WELL_FORMED, NOT_EMPTY, ROOT_KEYS(rootKeys)],
        page: PAGE,
      }),
    ],
    render: (filters) => (filters.length > 0 ? at('filterCriteria.filters', filters.map(({ pattern }) => ({ pattern }))) : {}),
  };
}

/** A condition can take a filter away. */
function countOf(filters: unknown): number {
  return (filters as unknown[]).filter((filter) => isPresent(filter)).length;
}
