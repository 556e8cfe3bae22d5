import type { FaultKind } from './pattern';
import { RecordShape } from './record-shape';
import { Constraint } from '../model/contract';

/** A rule for patterns: what checkPattern finds, as a constraint of the contract tells it. */
interface PatternRule extends Omit<Constraint, 'allowed' | 'fault' | 'kind'> {
  /** The kind of fault that breaks it. */
  readonly finds: FaultKind;
  readonly allowed: string | ((shape: RecordShape) => string);
  /** @default - all records */
  readonly onlyFor?: (shape: RecordShape) => boolean | undefined;
}

// Lambda accepts a pattern that matches nothing: of a mapping made elsewhere, which may be deployed, it is no error.

const NEVER = 'Lambda accepts it, and then discards every record';

export const PATTERN_RULES: readonly PatternRule[] = [
  {
    rule: 'filters-pattern',
    finds: 'pattern',
    allowed: 'a JSON object whose leaves are lists that are not empty',
    reason: 'Lambda answers "Invalid filter pattern definition." and does not say where',
  },
  {
    rule: 'filters-root-key',
    finds: 'root-key',
    severityElsewhere: 'warning',
    allowed: ({ keys }) => `a pattern on ${keys.join(', ')}`,
    reason: NEVER,
  },
  {
    rule: 'filters-payload',
    finds: 'payload',
    allowed: ({ payload, mark }) => `rules on the fields of ${payload ?? mark}`,
    reason: 'Lambda refuses a pattern on text for a source whose data is JSON',
    onlyFor: ({ hasText }) => !hasText,
  },
  {
    rule: 'filters-type-letter',
    finds: 'type-letter',
    severityElsewhere: 'warning',
    allowed: 'the letter of a type at the end of each path into an item',
    reason: 'DynamoDB puts every value below the letter of its type: a rule without it matches nothing',
    onlyFor: ({ faultsOf }) => faultsOf !== undefined,
  },
  {
    rule: 'filters-type-value',
    finds: 'type-value',
    severityElsewhere: 'warning',
    allowed: 'strings below S and N, true or false below BOOL',
    reason: NEVER,
    onlyFor: ({ faultsOf }) => faultsOf !== undefined,
  },
  {
    rule: 'filters-pattern-empty',
    finds: 'pattern-empty',
    severity: 'warning',
    allowed: 'a pattern with at least one rule',
    reason: 'it matches every record; often the cause is an object in place of a JSON string',
  },
  {
    rule: 'filters-operator',
    finds: 'operator',
    severity: 'warning',
    allowed: 'operators that Lambda documents',
    reason: 'AWS documents it for event buses, and not for Lambda',
  },
  {
    rule: 'filters-unseen-key',
    finds: 'unseen-key',
    severity: 'warning',
    allowed: 'no key that only the function sees',
    reason: 'the pattern matches nothing, or with "exists": false everything',
  },
  {
    rule: 'filters-path-twice',
    finds: 'path-twice',
    severity: 'warning',
    allowed: 'each path once',
    reason: 'a later rule takes the place of an earlier one, also within $or',
  },
  {
    rule: 'filters-value-and-fields',
    finds: 'value-and-fields',
    severity: 'warning',
    allowed: 'either a value at a path or fields in it',
    reason: 'to an object, "exists": true is never true, and "exists": false always',
  },
  {
    rule: 'filters-or-as-field',
    finds: 'or-as-field',
    severity: 'warning',
    allowed: '$or with a list of at least two objects',
    reason: 'the records are then searched for a field of this name',
  },
];
