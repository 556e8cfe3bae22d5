import { Json, JsonObject, NoJson, parseJson, writeJson } from './json';
import { Alternative, alternative, inWords, isUnknownJson } from './operators';
import { isUnknown } from '../model/tokens';

/** A way for a record to match: for each path, the things that its value may be. */
export type Branch = ReadonlyMap<string, readonly Alternative[]>;

/**
 * The kinds of faults, of which each has a rule of its own.
 *
 * @internal
 */
export type FaultKind =
  | 'pattern'
  | 'root-key'
  | 'payload'
  | 'type-letter'
  | 'type-value'
  | 'pattern-empty'
  | 'operator'
  | 'unseen-key'
  | 'path-twice'
  | 'value-and-fields'
  | 'or-as-field';

/**
 * A fault of a pattern, or something strange about it.
 *
 * @internal
 */
export interface Fault {
  readonly kind: FaultKind;
  /** To be read after the pattern. */
  readonly says: string;
}

/**
 * A pattern as Lambda understands it: a record has to match one branch.
 *
 * @internal
 */
export interface Pattern {
  readonly branches: readonly Branch[];
  readonly faults: readonly Fault[];
}

/** Fields with these names turn `$or` into a field itself. */
const RESERVED = new Set([
  'exactly',
  'equals-ignore-case',
  'prefix',
  'suffix',
  'anything-but',
  'exists',
  'wildcard',
  'numeric',
  'cidr',
  '=',
  '<',
  '<=',
  '>',
  '>=',
  'regex',
  'not-wildcard',
  'not-equals-ignore-case',
  'date-after',
  'date-on-or-after',
  'date-before',
  'date-on-or-before',
  'in-date-range',
  'ip-address-in-range',
  'ip-address-not-in-range',
]);

/** Reads a pattern. A part that only the deployment knows matches nothing, and is never a fault. */
export function readPattern(text: string): Pattern {
  let json: Json;
  try {
    json = parseJson(text);
  } catch (error) {
    return { branches: [], faults: [{ kind: 'pattern', says: (error as Error).message }] };
  }
  if (isUnknownJson(json)) return { branches: [], faults: [] };
  if (!(json instanceof JsonObject)) {
    return { branches: [], faults: [{ kind: 'pattern', says: 'is not a JSON object' }] };
  }
  if (json.members.length === 0) {
    return { branches: [new Map()], faults: [{ kind: 'pattern-empty', says: 'is empty' }] };
  }
  const [meant, taken] = [new Reader(true), new Reader(false)].map((reader) => reader.read(json));
  const isSound = ({ faults }: Pattern) => !faults.some(({ kind }) => kind === 'pattern');
  if (isSound(meant) || !isSound(taken)) return meant;
  const says =
    'has an $or that Lambda takes for the name of a field: write a list of at least two objects, without names of ' +
    'operators in them';
  return { branches: taken.branches, faults: [...taken.faults, { kind: 'or-as-field', says }] };
}

/** The engine of AWS takes `$or` for a field where it can't be an operator. */
class Reader {
  private readonly faults: Fault[] = [];

  constructor(private readonly hasOr: boolean) {}

  public read(pattern: JsonObject): Pattern {
    return { branches: this.object(pattern, '', [new Map()], false), faults: this.faults };
  }

  private object({ members }: JsonObject, path: string, branches: readonly Branch[], inOr: boolean): readonly Branch[] {
    if (members.length === 0) this.fault('pattern', `has an empty object at ${path}`);
    return members.reduce(
      (before, [key, value]) => this.member(key, value, path ? `${path}.${key}` : key, before, inOr),
      branches,
    );
  }

  private member(
    key: string,
    value: Json,
    path: string,
    branches: readonly Branch[],
    inOr: boolean,
  ): readonly Branch[] {
    if (this.hasOr && key === '$or' && !isUnknownJson(value)) return this.or(value, path, branches);
    if (inOr && RESERVED.has(key)) this.fault('pattern', `has the operator ${key} in the place of a field at ${path}`);
    if (value instanceof JsonObject) return this.object(value, path, branches, inOr);
    if (branches.some((branch) => branch.has(path))) {
      this.fault('path-twice', `has two rules for ${path}, of which only the last counts`);
    }
    const alternatives = this.list(value, path);
    return branches.map((branch) => new Map([...branch, [path, alternatives]]));
  }

  private or(value: Json, path: string, branches: readonly Branch[]): readonly Branch[] {
    const choices = Array.isArray(value) ? value : [];
    if (choices.length < 2) {
      this.fault('pattern', `has ${writeJson(value)} at ${path}, where at least two objects are needed`);
    }
    const outside = path.replace(/\.?\$or$/, '');
    return choices.flatMap((choice, index) => {
      if (choice instanceof JsonObject) return this.object(choice, outside, branches, true);
      this.fault('pattern', `has no object at ${path}[${index}]`);
      return [];
    });
  }

  private list(value: Json, path: string): Alternative[] {
    if (isUnknownJson(value) || (Array.isArray(value) && isUnknown(value))) {
      return [{ words: writeJson(value), asks: 'unknown', test: () => false }];
    }
    if (value instanceof NoJson) {
      this.fault('pattern', `has ${inWords(value)} at ${path}`);
    } else if (!Array.isArray(value)) {
      this.fault('pattern', `has ${writeJson(value)} at ${path}, where a list is needed: [${writeJson(value)}]`);
    } else if (value.length === 0) {
      this.fault('pattern', `has an empty list at ${path}`);
    }
    return (Array.isArray(value) ? value : []).flatMap((rule, index) => {
      const made = alternative(rule);
      if (typeof made !== 'string') {
        if (made.undocumented) this.fault('operator', `has the operator ${made.undocumented} at ${path}[${index}]`);
        return [made];
      }
      this.fault('pattern', `${made} at ${path}[${index}]`);
      return [];
    });
  }

  private fault(kind: FaultKind, says: string): void {
    this.faults.push({ kind, says });
  }
}
