import { checkPattern } from '../filters/check-pattern';
import { EventFilter } from '../filters/event-filter';
import { Fault } from '../filters/pattern';
import { PATTERN_RULES } from '../filters/pattern-rules';
import { readableText } from '../filters/pattern-text';
import { RecordShape } from '../filters/record-shape';
import { length, unique } from '../model/constraints';
import { Constraint, OptionSpec } from '../model/contract';
import { FILTERING_DOCS } from '../model/docs';
import { propertySpec } from '../model/option-specs';
import { Class, instance, listOf } from '../model/option-types';
import { at } from '../model/paths';
import { isPresent, isUnknown } from '../model/tokens';

const QUOTA = 5;
const RAISED_QUOTA = 10;
const LONGEST_PATTERN = 4096;

const SOME_FILTER: Constraint = {
  rule: 'filters-needed',
  kind: 'length',
  allowed: 'at least 1 in a template',
  reason: 'CloudFormation refuses an empty list: leave FilterCriteria out',
  fault: (filters) => {
    const isEmpty = (filters as unknown[]).every((filter) => isPresent(filter) === false);
    return isEmpty ? 'lists no filter' : undefined;
  },
};

const WITHIN_RAISED_QUOTA: Constraint = {
  rule: 'filters-count',
  kind: 'length',
  allowed: `at most ${RAISED_QUOTA}`,
  reason: 'Lambda allows no more, even with a raised quota',
  fault: (filters) =>
    countOf(filters) > RAISED_QUOTA
      ? `lists ${countOf(filters)} filters, more than the maximum of ${RAISED_QUOTA}`
      : undefined,
};

const WITHIN_QUOTA: Constraint = {
  rule: 'filters-quota',
  severity: 'warning',
  allowed: `at most ${QUOTA}, unless your quota was raised`,
  reason: `the quota can be raised to ${RAISED_QUOTA} for an account`,
  fault: (filters) =>
    countOf(filters) > QUOTA && countOf(filters) <= RAISED_QUOTA
      ? `lists ${countOf(filters)} filters, more than the ${QUOTA} that an account has by default`
      : undefined,
};

/** The filters of a source, whose records have a shape. */
export function filterSpec<Filter extends EventFilter>(type: Class<Filter>, shape: RecordShape): OptionSpec<Filter[]> {
  return {
    properties: [
      propertySpec('filterCriteria.filters', {
        constraints: [SOME_FILTER, WITHIN_RAISED_QUOTA, WITHIN_QUOTA, unique('filters-unique'), knownParts(shape)],
        docs: FILTERING_DOCS,
      }),
      propertySpec('filterCriteria.filters[].pattern', {
        option: '[]',
        constraints: [length('filters-length', 0, LONGEST_PATTERN), ...constraints(shape)],
        docs: FILTERING_DOCS,
      }),
    ],
    type: listOf(instance(type, 'fromPattern({ ... })')),
    render: (filters) =>
      filters.length > 0
        ? at(
            'filterCriteria.filters',
            filters.map(({ pattern }) => ({ pattern })),
          )
        : {},
  };
}

function constraints(shape: RecordShape): Constraint[] {
  const rules = PATTERN_RULES.filter(({ onlyFor }) => onlyFor === undefined || onlyFor(shape));
  return rules.map(({ allowed, onlyFor, finds, ...facts }) => ({
    ...facts,
    allowed: typeof allowed === 'string' ? allowed : allowed(shape),
    fault: (pattern) => {
      // A longer pattern is a problem already.
      if (String(pattern).length > LONGEST_PATTERN) return undefined;
      const says = faultsOf(String(pattern), shape)
        .filter(({ kind }) => kind === finds)
        .map((fault) => fault.says);
      return says.join('; and ') || undefined;
    },
  }));
}

let last: { readonly pattern: string; readonly shape: RecordShape; readonly faults: Fault[] } | undefined;

/** All rules read the same pattern, one after the other. */
function faultsOf(pattern: string, shape: RecordShape): Fault[] {
  if (last?.pattern !== pattern || last.shape !== shape) {
    last = { pattern, shape, faults: checkPattern(pattern, shape) };
  }
  return last.faults;
}

/**
 * A pattern with a value that only the deployment knows is asked about here, because property specs do not ask about
 * what is unknown.
 */
function knownParts(shape: RecordShape): Constraint {
  const severe = constraints(shape).filter(({ severity }) => severity !== 'warning');
  return {
    rule: 'filters-known-parts',
    allowed: 'patterns whose known parts are valid',
    reason: 'no value known at deployment can make them valid',
    fault: (filters) => {
      const faults = (filters as { readonly pattern?: unknown }[]).flatMap((filter, index) => {
        const pattern = isUnknown(filter) ? undefined : filter?.pattern;
        if (typeof pattern !== 'string' || !isUnknown(pattern)) return [];
        return severe
          .flatMap((constraint) => constraint.fault(readableText(pattern)) ?? [])
          .map((says) => `[${index}] ${says}`);
      });
      return faults.length > 0 ? faults.join('; and ') : undefined;
    },
  };
}

/** A condition can take a filter away. */
function countOf(filters: unknown): number {
  return (filters as unknown[]).filter((filter) => isPresent(filter)).length;
}
