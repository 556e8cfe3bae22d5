import { polledResource } from '../../analysis/source-rules';
import { plainWordsOf } from '../../analysis/words';
import { Template } from '../../graph/template';
import { Resource } from '../../model/contract';
import { readerAt } from '../../model/paths';
import { PolledResource } from '../../model/recognition';
import { isPresent } from '../../model/tokens';

/** A resource that has the same logical id in both templates, and is another source after the update. */
export interface ReplacedSource {
  readonly id: string;
  /** The change, with both values: `Orders TableName: orders → sales`. */
  readonly says: string;
  /** It has a name that the old one has until it is deleted, so that CloudFormation can't make it. */
  readonly isNameTaken: boolean;
  /** Whether the records stay, and only their reader begins anew. */
  readonly keepsRecords: boolean;
}

/** So many resources refer to each other, for instance a consumer to its stream. */
const LONGEST_CHAIN = 3;

/** The source of a mapping, where an update replaces it and the mapping follows without a word of its own. */
export function replacedSource(
  before: Template,
  after: Template,
  old: unknown,
  young: unknown,
): ReplacedSource | undefined {
  const [one, other] = [before.find(old), after.find(young)];
  // A source of another template is updated with that.
  const isHere = one !== undefined && other !== undefined && one.own === undefined && other.own === undefined;
  return isHere && one.id === other.id && one.type === other.type
    ? replacementOf(before, after, one, other, 0)
    : undefined;
}

function replacementOf(
  before: Template,
  after: Template,
  one: Resource,
  other: Resource,
  steps: number,
): ReplacedSource | undefined {
  const { replacement } = polledResource(one.type) ?? ({} as Partial<PolledResource>);
  if (!replacement || steps > LONGEST_CHAIN) return undefined;
  const { by, renewedBy = [], name, keepsRecords = false } = replacement;
  const [old, young] = [one, other].map(({ properties }) => readerAt(properties));
  const valuesAt = (path: string) => [old, young].map((reader) => reader.values(path)[0]);
  const found = (path: string, cause?: ReplacedSource) => {
    const [from, to] = valuesAt(path).map((value) => plainWordsOf(value) || 'none');
    const isNameTaken =
      path !== name && isSameSetting(...(valuesAt(name) as [unknown, unknown])) && valuesAt(name).every(isPresent);
    const change = cause === undefined ? `${from} → ${to}` : `another ${cause.id}`;
    const says = `${one.id} ${path}: ${change}`;
    return { id: one.id, says, isNameTaken: isNameTaken && by.includes(path), keepsRecords };
  };
  for (const path of by) {
    const [from, to] = valuesAt(path);
    if (!isSameSetting(from, to)) return found(path);
    const cause = replacedAt(before, after, from, to, steps);
    if (cause) return { ...found(path, cause), keepsRecords: cause.keepsRecords };
  }
  const renewed = renewedBy.find(
    (path) =>
      valuesAt(path).every((value) => value !== undefined) && !isSameSetting(...(valuesAt(path) as [unknown, unknown])),
  );
  return renewed === undefined ? undefined : found(renewed);
}

/** The resource that a property refers to may be replaced too. */
function replacedAt(
  before: Template,
  after: Template,
  from: unknown,
  to: unknown,
  steps: number,
): ReplacedSource | undefined {
  const [one, other] = [before.find(from), after.find(to)];
  if (one === undefined || other === undefined || one.id !== other.id || one.type !== other.type) return undefined;
  return replacementOf(before, after, one, other, steps + 1);
}

/** A setting that is off is the same as one that is not there. */
function isSameSetting(from: unknown, to: unknown): boolean {
  const [one, other] = [from, to].map((value) =>
    isPresent(value) === false || String(value) === 'false' ? '' : JSON.stringify(value),
  );
  return one === other;
}
