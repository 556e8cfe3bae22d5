import { differences } from './leaves';
import { replacedSource, ReplacedSource } from './replaced-sources';
import { outcomeWords } from './words';
import { recognise } from '../../analysis/recognise';
import { isSameResource } from '../../analysis/same-resource';
import { exactListWords, plainWordsOf } from '../../analysis/words';
import { l1PropertiesOf } from '../../graph/l1-properties';
import { cloudFormationPath } from '../../graph/names';
import { Template, TemplateMapping } from '../../graph/template';
import { PropertyReader, PropertySpec, SourceContract } from '../../model/contract';
import { readerAt } from '../../model/paths';
import { isPresent } from '../../model/tokens';
import { isSameValue } from '../same-value';

/** The effect of an update on a mapping. */
export type ChangeOutcome =
  | 'created'
  | 'deleted'
  | 'updated'
  | 'replaced'
  | 'irreversible'
  | 'collides'
  | 'ignored'
  | 'refused'
  | 'fails'
  | 'kept';

export interface Change {
  readonly logicalId: string;
  readonly outcome: ChangeOutcome;
  /** The properties that make it so, each with what it was and what it is to be. */
  readonly properties: readonly string[];
  /** The effect, and the way out if it is not the intended one. */
  readonly explanation: string;
}

interface Side {
  readonly id: string;
  readonly template: Template;
  readonly reader: PropertyReader;
  readonly properties: { readonly [name: string]: unknown };
  readonly contracts: readonly SourceContract[];
}

/** The effect of an update from one template to the other on each mapping. */
export function changesOf(before: Template, after: Template): Change[] {
  // A stack that exists keeps the values of its parameters, whatever their new defaults are.
  const kept = after.keeping(before);
  const changes = changesBetween(before, kept);
  if (kept === after) return changes;
  const told = new Set(changes.map(({ logicalId }) => logicalId));
  const byDefault = changesBetween(before, after).filter(
    ({ logicalId }) => !told.has(logicalId) && before.mapping(logicalId) && after.mapping(logicalId),
  );
  return [
    ...changes,
    ...byDefault.map(({ logicalId, properties }) => keptChange(logicalId, properties, before, after)),
  ];
}

function keptChange(logicalId: string, properties: readonly string[], before: Template, after: Template): Change {
  const owner = after.mapping(logicalId)!.logicalId;
  const defaults = after.changedDefaults(before);
  const referred = defaults.filter((name) => after.refersTo(owner, name));
  return {
    logicalId,
    outcome: 'kept',
    properties,
    explanation: outcomeWords.kept(referred.length > 0 ? referred : defaults),
  };
}

function changesBetween(before: Template, after: Template): Change[] {
  const gone = before.mappings.filter(({ id }) => !after.mapping(id)).map((mapping) => sideOf(before, mapping));
  const young = after.mappings.map((mapping) => sideOf(after, mapping));
  const renamed = new Map(
    pairsOf(
      gone,
      young.filter(({ id }) => !before.mapping(id)),
    ),
  );
  const replacedIds = new Set([...renamed.values()].map(({ id }) => id));
  const changes = new Map<string, Change[]>();
  for (const { id } of before.mappings) {
    if (!replacedIds.has(id)) {
      changes.set(id, [{ logicalId: id, outcome: 'deleted', properties: [], explanation: outcomeWords.deleted }]);
    }
  }
  for (const side of young) {
    const old = before.mapping(side.id);
    changes.set(
      side.id,
      old ? changesOfMapping(side.id, sideOf(before, old), side) : [created(side, renamed.get(side))],
    );
  }
  return [...changes.values()].flat();
}

function sideOf(template: Template, mapping: TemplateMapping): Side {
  const properties = l1PropertiesOf(mapping.resource);
  return {
    id: mapping.id,
    template,
    properties,
    reader: readerAt(properties),
    contracts: recognise(template, mapping).contracts,
  };
}

/** New mappings, each with the one that is gone and was of the same source and function: where only one of both is. */
function pairsOf(gone: readonly Side[], young: readonly Side[]): (readonly [Side, Side])[] {
  const exact = new Map(
    young.flatMap((side) => {
      const twin = gone.find((one) => wouldCollide(one, side));
      return twin === undefined ? [] : [[side, twin] as const];
    }),
  );
  const rest = gone.filter((side) => ![...exact.values()].includes(side));
  const near = young
    .filter((side) => !exact.has(side))
    .flatMap((side) => {
      const isNear = (one: Side, other: Side) =>
        one.reader.has('eventSourceArn') === true &&
        ['eventSourceArn', 'functionName'].every((path) => isSameAt(path, one, other));
      const [twin, ...others] = rest.filter((one) => isNear(one, side));
      const rivals = young.filter((other) => other !== side && twin && !exact.has(other) && isNear(twin, other));
      return twin === undefined || others.length > 0 || rivals.length > 0 ? [] : [[side, twin] as const];
    });
  return [...exact, ...near];
}

/** A mapping under a new id, where the old one of the same source and function is still there when it is made. */
function created(side: Side, twin: Side | undefined): Change {
  const { id: logicalId } = side;
  if (twin === undefined) return { logicalId, outcome: 'created', properties: [], explanation: outcomeWords.created };
  const collides = wouldCollide(twin, side);
  // The values that Lambda can't change may be the reason: the constructs of this library have them in the id.
  const properties = [`logical id: ${twin.id} → ${logicalId}`, ...differenceWords(twin, side)];
  if (collides) return { logicalId, outcome: 'collides', properties, explanation: outcomeWords.renamed(twin.id) };
  return { logicalId, outcome: 'replaced', properties, explanation: replacedWords(side, twin) };
}

function isKeySpec({ isKey }: PropertySpec): boolean {
  return isKey !== undefined;
}

type IsOf = (spec: PropertySpec) => boolean | undefined;

/** The properties of which a spec of each source that the mapping may have says something. */
function specifiedPaths({ contracts }: Side, isOf: IsOf): string[] {
  return [...new Set(contracts.flatMap(({ properties: specs }) => specs.filter(isOf).map(({ property }) => property)))];
}

function changesOfMapping(logicalId: string, before: Side, after: Side): Change[] {
  const names = [...new Set([...Object.keys(before.properties), ...Object.keys(after.properties)])];
  const differing = names.filter((name) => !isSameAt(name, before, after));
  const source = replacedSource(before.template, after.template, ...bothSources(before, after));
  if (source) return [ofReplacedSource(logicalId, source, before, after)];
  if (differing.length === 0) return [];
  const change = (outcome: ChangeOutcome, paths: readonly string[], explanation: string): Change => ({
    logicalId,
    outcome,
    explanation,
    properties: paths.flatMap((path) => words(path, before, after)),
  });

  const replacing = replacingPaths(before, after);
  if (replacing.length > 0) {
    const collides = wouldCollide(before, after);
    return [
      change(
        collides ? 'collides' : 'replaced',
        replacing,
        collides ? outcomeWords.collides : replacedWords(after, before) + lostWords(before, after),
      ),
    ];
  }
  const fixed = fixedSpecs(before, after);
  const blocked =
    fixed.length === 0 &&
    specsOf(after, ({ blocksUpdates }) => blocksUpdates).some(({ property }) => after.reader.has(property));
  const irreversible = irreversibleSpecs(before, after);
  const fates = [
    ...fatesOf(fixed).map(({ outcome, paths, says }) => change(outcome, paths, `${says}. ${outcomeWords.anew}`)),
    ...(blocked ? [change('refused', differing, outcomeWords.blocked)] : []),
    ...irreversible.map(({ property: path }) =>
      change('irreversible', [path], after.reader.has(path) ? outcomeWords.irreversible : outcomeWords.stays),
    ),
  ];
  const reported = new Set([...[...fixed, ...irreversible].map(({ root }) => root!), ...(blocked ? differing : [])]);
  const others = differing.filter((name) => !reported.has(name));
  return [...fates, ...(others.length > 0 ? [change('updated', others, updatedWords(after))] : [])];
}

function replacingPaths(before: Side, after: Side): string[] {
  return specifiedPaths(after, ({ createOnly }) => createOnly).filter((path) => !isSameAt(path, before, after));
}

function bothSources(...sides: [Side, Side]): [unknown, unknown] {
  return sides.map(({ reader }) => reader.values('eventSourceArn')[0]) as [unknown, unknown];
}

/** A source that is replaced takes its mapping with it, whatever else of that changes. */
function ofReplacedSource(logicalId: string, source: ReplacedSource, before: Side, after: Side): Change {
  const others = replacingPaths(before, after).flatMap((path) => words(path, before, after));
  const properties = [source.says, ...others];
  if (source.isNameTaken) {
    return { logicalId, outcome: 'fails', properties, explanation: outcomeWords.nameTaken(source.id) };
  }
  const lost = source.keepsRecords ? outcomeWords.readsAnew : outcomeWords.newSource;
  const position = String(after.reader.values('startingPosition')[0]);
  return {
    logicalId,
    outcome: 'replaced',
    properties,
    explanation: [replacedWords(after), lost(source.id, hasPosition(after) ? position : '')].join('. '),
  };
}

/** The source that a mapping leaves may be deleted with all that it holds. */
function lostWords(before: Side, after: Side): string {
  const [from] = bothSources(before, after);
  const old = before.template.find(from);
  const isGone = old !== undefined && old.own === undefined && after.template.resource(old.id) === undefined;
  return isGone ? `. ${outcomeWords.goneSource(old.id)}` : '';
}

/** A queue is read from its beginning: only a mapping that has a starting position keeps one. */
function hasPosition({ contracts }: Side): boolean {
  return contracts.every(({ properties: specs }) => specs.some(({ property }) => property === 'startingPosition'));
}

/** @param before the mapping that is replaced, where the source is the same for both */
function replacedWords(after: Side, before?: Side): string {
  const [goesOn] = before === undefined ? [] : specsOf(after, (spec) => isKeptGroup(spec, before, after));
  if (goesOn) return `${outcomeWords.replaced}. ${goesOn.goesOn}`;
  return hasPosition(after) ? outcomeWords.replacedWithPosition : outcomeWords.replaced;
}

/** Whether a new mapping goes on where the old one was. */
function isKeptGroup({ goesOn, property }: PropertySpec, before: Side, after: Side): boolean {
  const isOfSameSource = isSameAt('eventSourceArn', before, after);
  return (
    goesOn !== undefined && isOfSameSource && after.reader.has(property) === true && isSameAt(property, before, after)
  );
}

function updatedWords(after: Side): string {
  return hasPosition(after) ? outcomeWords.updatedWithPosition : outcomeWords.updated;
}

/** Whether Lambda takes the new mapping for the old one, which is still there when it is made. */
function wouldCollide(before: Side, after: Side): boolean {
  return after.contracts
    .flatMap(({ properties: specs }) => specs.filter(isKeySpec))
    .every(({ property, isKey }) => {
      const [old, young] = [before, after].map(({ reader }) =>
        reader.values(property).map((value) => JSON.stringify(value)),
      );
      return isKey === 'by any item'
        ? young.length === 0 || young.some((value) => old.includes(value))
        : isSameAt(property, before, after);
    });
}

/** The property specs of a mapping whose source is known. */
function specsOf({ contracts }: Side, isOf: IsOf): PropertySpec[] {
  return contracts.length === 1 ? contracts[0].properties.filter(isOf) : [];
}

type FixedSpec = PropertySpec & Required<Pick<PropertySpec, 'identity'>>;

/** The property specs whose value Lambda can't change, and that has changed. */
function fixedSpecs(before: Side, after: Side): FixedSpec[] {
  const isFixed = (spec: PropertySpec): spec is FixedSpec => spec.identity !== undefined;
  // A default that is written out is no change.
  const valuesOf = ({ reader }: Side, spec: PropertySpec) =>
    reader.values(spec.property).filter((value) => value !== spec.default);
  return specsOf(after, isFixed)
    .filter(isFixed)
    .filter((spec) => !isSameValue(valuesOf(before, spec), valuesOf(after, spec)));
}

/** One fate for all values of which the same becomes, in the words of the first. */
function fatesOf(fixed: readonly FixedSpec[]) {
  const outcomes = [...new Set(fixed.map(({ identity }) => identity.outcome))].sort();
  return outcomes.map((outcome) => {
    const specs = fixed.filter(({ identity }) => identity.outcome === outcome);
    return { outcome, says: specs[0].identity.says, paths: specs.map(({ property }) => property.replace(/\[\]$/, '')) };
  });
}

/** The property specs whose default is lost, or does not come back. */
function irreversibleSpecs(before: Side, after: Side): PropertySpec[] {
  const [{ properties: specs }] = after.contracts;
  const haveNoWayBack = specs.filter(({ property }) =>
    after.contracts.every((contract) => contract.properties.find((spec) => spec.property === property)?.hasNoWayBack),
  );
  return haveNoWayBack.filter(
    ({ property }) =>
      [before, after].some(({ reader }) => reader.has(property) === false) &&
      !isSameValue(before.reader.values(property), after.reader.values(property)),
  );
}

/**
 * Whether both have the same at a path, however it is written: a source and a function are the same by what they refer
 * to.
 */
function isSameAt(path: string, before: Side, after: Side): boolean {
  // A template may have any name, and a path only those of contracts.
  if (!PATH.test(path)) return isSameValue(before.properties[path], after.properties[path]);
  const [old, young] = [before, after].map(({ reader }) => reader.values(path));
  if (isSameValue(old, young) || (old.length === 1 && young.length === 1 && isSameValue(old[0], young[0]))) return true;
  return REFERRING.includes(path) && isSameResource(before.template, old[0], after.template, young[0]);
}

const PATH = /^\w+(\[\w*\]|\.\w+)*$/;
const REFERRING = ['eventSourceArn', 'functionName'];

/** All that differs, member by member. */
function differenceWords(before: Side, after: Side): string[] {
  const names = [...new Set([...Object.keys(before.properties), ...Object.keys(after.properties)])];
  return names.filter((name) => !isSameAt(name, before, after)).flatMap((name) => words(name, before, after));
}

/** The old and the new value of a path; for an object, those of the members that differ. */
function words(path: string, before: Side, after: Side): string[] {
  const isWhole = !path.includes('[') && !path.includes('.');
  const members = isWhole ? differences(path, before.properties[path], after.properties[path]) : [];
  if (members.length > 0) return members.map((one) => `${one.path}: ${bothWords([one.before], [one.after])}`);
  return [`${cloudFormationPath(path)}: ${bothWords(before.reader.values(path), after.reader.values(path))}`];
}

/** Both values, in words that tell them apart. */
function bothWords(before: readonly unknown[], after: readonly unknown[]): string {
  const [old, young] = [before, after].map((values) => values.map(wordsIn).join(', ') || 'none');
  if (old !== young) return `${old} → ${young}`;
  return [before, after].map((values) => exactListWords(values) || 'none').join(' → ');
}

function wordsIn(value: unknown): string {
  return isPresent(value) === false ? '' : plainWordsOf(value);
}
