import { RecordShape } from './record-shape';
import { Constraint } from '../engine/contract';

/** A rule for patterns: what checkPattern finds, as a constraint of the contract tells it. */
interface PatternRule extends Omit<Constraint, 'allowed' | 'fault'> {
  readonly allowed: string | ((shape: RecordShape) => string);
  /** @default - all records */
  readonly onlyFor?: (shape: RecordShape) => boolean | undefined;
}

const NEVER = 'Lambda accepts it, and then discards every record';

export const PATTERN_RULES: readonly PatternRule[] = [
  {
    rule: 'pattern',
    allowed: 'a JSON object whose leaves are lists that are not empty',
    why: 'Lambda answers "Invalid filter pattern definition." and does not say where',
  },
  {
    rule: 'root-key',
    allowed: ({ keys }) => `a pattern on ${keys.join(', ')}`,
    why: NEVER,
  },
  {
    rule: 'payload',
    allowed: ({ payload = 'dynamodb' }) => `rules on the fields of ${payload}`,
    why: 'Lambda refuses a pattern on text for a source of JSON',
    onlyFor: ({ hasText }) => !hasText,
  },
  {
    rule: 'type-letter',
    allowed: 'the letter of a type at the end of each path into an item',
    why: 'DynamoDB puts every value below the letter of its type: a rule without it matches nothing',
    onlyFor: ({ hasTypeLetters }) => hasTypeLetters,
  },
  {
    rule: 'type-value',
    allowed: 'texts below S and N, true or false below BOOL',
    why: NEVER,
    onlyFor: ({ hasTypeLetters }) => hasTypeLetters,
  },
  {
    rule: 'pattern-empty',
    severity: 'warning',
    allowed: 'a pattern that asks for something',
    why: 'it matches every record, and is often an object in the place of a JSON text',
  },
  {
    rule: 'operator',
    severity: 'warning',
    allowed: 'operators that Lambda documents',
    why: 'AWS documents it for event buses, and not for Lambda',
  },
  {
    rule: 'unseen-key',
    severity: 'warning',
    allowed: 'no key that only the function sees',
    why: 'the pattern matches nothing, or with "exists": false everything',
  },
  {
    rule: 'path-twice',
    severity: 'warning',
    allowed: 'each path once',
    why: 'a later rule takes the place of an earlier one, also within $or',
  },
  {
    rule: 'value-and-fields',
    severity: 'warning',
    allowed: 'either a value at a path or fields in it',
    why: 'to an object, "exists": true is never true, and "exists": false always',
  },
  {
    rule: 'or-as-field',
    severity: 'warning',
    allowed: '$or with a list of at least two objects',
    why: 'the records are then searched for a field of this name',
  },
];
