import { outcomeWords } from './words';
import { recognise } from '../../analysis/recognise';
import { isSameImport, wordsOf } from '../../analysis/words';
import { l1Of } from '../../graph/l1-properties';
import { cloudFormationPath } from '../../graph/names';
import { Template, TemplateMapping } from '../../graph/template';
import { Look, Row, SourceContract } from '../../model/contract';
import { lookAt } from '../../model/paths';
import { isPresent } from '../../model/tokens';

/** What an update does to a mapping. */
export type Outcome = 'created' | 'deleted' | 'updated' | 'replaced' | 'irreversible' | 'collides' | 'ignored' | 'refused';

export interface Change {
  readonly logicalId: string;
  readonly outcome: Outcome;
  /** The properties that make it so, each with what it was and what it is to be. */
  readonly properties: readonly string[];
  /** What happens, and the way out where it is not what was meant. */
  readonly explanation: string;
}

interface Side {
  readonly look: Look;
  readonly properties: { readonly [name: string]: unknown };
  readonly contracts: readonly SourceContract[];
}

/** What an update from one template to the other does to each mapping. */
export function changesOf(before: Template, after: Template): Change[] {
  const ids = [...new Set([...before.mappings, ...after.mappings].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [old, young] = [before.mapping(id), after.mapping(id)];
    if (!old) return [created(id, before, after)];
    if (!young) return [{ logicalId: id, outcome: 'deleted', properties: [], explanation: outcomeWords.deleted }];
    return changed(id, sideOf(before, old), sideOf(after, young));
  });
}

function sideOf(template: Template, mapping: TemplateMapping): Side {
  const properties = l1Of(mapping.resource);
  return { properties, look: lookAt(properties), contracts: recognise(template, mapping).contracts };
}

/** A mapping under a new id, where the old one of the same source and function is still there when it is made. */
function created(id: string, before: Template, after: Template): Change {
  const key = keyOf(sideOf(after, after.mapping(id)!));
  const twin = before.mappings.find((mapping) => !after.mapping(mapping.id) && keyOf(sideOf(before, mapping)) === key);
  return twin === undefined
    ? { logicalId: id, outcome: 'created', properties: [], explanation: outcomeWords.created }
    : { logicalId: id, outcome: 'collides', properties: [`logical id: ${twin.id} → ${id}`], explanation: outcomeWords.renamed };
}

/** By the values by which Lambda tells mappings apart. */
function keyOf(side: Side): string {
  return JSON.stringify(pathsOf(side, isKeyRow).sort().map((path) => side.look.values(path)));
}

function isKeyRow({ isKey }: Row): boolean {
  return isKey !== undefined;
}

type IsOf = (row: Row) => boolean | undefined;

/** The properties of which a row of each source that the mapping may have says something. */
function pathsOf({ contracts }: Side, isOf: IsOf): string[] {
  return [...new Set(contracts.flatMap(({ rows }) => rows.filter(isOf).map(({ property }) => property)))];
}

function rootOf(property: string): string {
  return property.split(/[.[]/)[0];
}

function changed(logicalId: string, before: Side, after: Side): Change[] {
  const names = [...new Set([...Object.keys(before.properties), ...Object.keys(after.properties)])];
  const differing = names.filter((name) => !isSame(before.properties[name], after.properties[name]));
  if (differing.length === 0) return [];
  const change = (outcome: Outcome, paths: readonly string[], explanation: string): Change =>
    ({ logicalId, outcome, explanation, properties: paths.map((path) => words(path, before, after)) });

  const replacing = pathsOf(after, ({ createOnly }) => createOnly).filter((path) => !isSame(before.look.values(path), after.look.values(path)));
  if (replacing.length > 0) {
    const collides = isSameForLambda(before, after);
    return [change(collides ? 'collides' : 'replaced', replacing, collides ? outcomeWords.collides : replacedWords(after))];
  }
  const fixed = fixedRows(before, after);
  const blocked = fixed.length === 0 && rowsOf(after, ({ blocksUpdates }) => blocksUpdates).some(({ property }) => after.look.has(property));
  const irreversible = irreversibleRows(before, after).map(({ property }) => property);
  const fates = [
    ...fatesOf(fixed).map(({ outcome, paths, says }) => change(outcome, paths, `${says}. ${outcomeWords.anew}`)),
    ...(blocked ? [change('refused', differing, outcomeWords.blocked)] : []),
    ...irreversible.map((path) => change('irreversible', [path], after.look.has(path) ? outcomeWords.irreversible : outcomeWords.stays)),
  ];
  const reported = new Set([...fixed.map(({ property }) => rootOf(property)), ...(blocked ? differing : []), ...irreversible.map(rootOf)]);
  const others = differing.filter((name) => !reported.has(name));
  return [...fates, ...(others.length > 0 ? [change('updated', others, updatedWords(after))] : [])];
}

/** A queue is read from its beginning: only a mapping that has a starting position keeps one. */
function hasPosition({ contracts }: Side): boolean {
  return contracts.every(({ rows }) => rows.some(({ property }) => property === 'startingPosition'));
}

function replacedWords(after: Side): string {
  return hasPosition(after) ? outcomeWords.replacedWithPosition : outcomeWords.replaced;
}

function updatedWords(after: Side): string {
  return hasPosition(after) ? outcomeWords.updatedWithPosition : outcomeWords.updated;
}

/** Whether Lambda takes the new mapping for the old one, which is still there when it is made. */
function isSameForLambda(before: Side, after: Side): boolean {
  return after.contracts.flatMap(({ rows }) => rows.filter(isKeyRow)).every(({ property, isKey }) => {
    const [old, young] = [before, after].map(({ look }) => look.values(property).map((value) => JSON.stringify(value)));
    return isKey === 'by any item' ? young.length === 0 || young.some((value) => old.includes(value)) : isSame(old, young);
  });
}

/** The rows of a mapping whose source is known. */
function rowsOf({ contracts }: Side, isOf: IsOf): Row[] {
  return contracts.length === 1 ? contracts[0].rows.filter(isOf) : [];
}

type FixedRow = Row & Required<Pick<Row, 'identity'>>;

/** The rows whose value Lambda can't change, and that has changed. */
function fixedRows(before: Side, after: Side): FixedRow[] {
  const isFixed = (row: Row): row is FixedRow => row.identity !== undefined;
  // A default that is written out is no change.
  const valuesOf = ({ look }: Side, row: Row) => look.values(row.property).filter((value) => value !== row.default);
  return rowsOf(after, isFixed).filter(isFixed).filter((row) => !isSame(valuesOf(before, row), valuesOf(after, row)));
}

/** One fate for all values of which the same becomes, in the words of the first. */
function fatesOf(fixed: readonly FixedRow[]) {
  const outcomes = [...new Set(fixed.map(({ identity }) => identity.outcome))].sort();
  return outcomes.map((outcome) => {
    const rows = fixed.filter(({ identity }) => identity.outcome === outcome);
    return { outcome, says: rows[0].identity.says, paths: rows.map(({ property }) => property.replace(/\[\]$/, '')) };
  });
}

/** The rows whose default is lost, or does not come back. */
function irreversibleRows(before: Side, after: Side): Row[] {
  const [{ rows }] = after.contracts;
  const haveNoWayBack = rows.filter(({ property }) =>
    after.contracts.every((contract) => contract.rows.find((row) => row.property === property)?.hasNoWayBack));
  return haveNoWayBack.filter(({ property }) => [before, after].some(({ look }) => look.has(property) === false)
    && !isSame(before.look.values(property), after.look.values(property)));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other) || isSameImport(one, other);
}

function words(path: string, before: Side, after: Side): string {
  const value = ({ look }: Side) => look.values(path).map(wordsIn).join(', ') || 'none';
  return `${cloudFormationPath(path)}: ${value(before)} → ${value(after)}`;
}

function wordsIn(value: unknown): string {
  return isPresent(value) === false ? '' : wordsOf(value);
}
