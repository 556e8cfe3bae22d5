import { Change, pathIn } from './changes';
import { Disagreement } from './disagreements';
import { Limit } from './facts';
import { restingOn } from './rests-on';
import { SourceContract } from '../../src/model/contract';

/** The report on one package. */
export function changesReport(
  title: string,
  changes: readonly Change[],
  contracts: readonly SourceContract[],
  withWording: boolean,
): string {
  const reworded = changes.filter(({ isReworded }) => isReworded);
  const shown = withWording ? changes : changes.filter(({ isReworded }) => !isReworded);
  const head = `${title}: ${shown.length === 0 ? 'no change' : counted(shown.length, 'change')}`;
  const hidden = `\n(${counted(reworded.length, 'sentence')} in other words with the same facts: --wording shows them)`;
  const isHidden = reworded.length > 0 && !withWording;
  const texts = byPlaces(shown).map((some) => placeText(some, contracts));
  return [isHidden ? head + hidden : head, ...texts].join('\n\n');
}

/** The changes of the same places stand together. */
function byPlaces(changes: readonly Change[]): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = change.places.join();
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()];
}

function placeText(changes: readonly Change[], contracts: readonly SourceContract[]): string {
  const [{ places }] = changes;
  const resting = places.map((place) => restingOn(place, contracts));
  const rows = [...new Set(resting.flatMap((one) => one.rows))];
  const rules = [...new Set(resting.flatMap((one) => one.rules))].sort();
  return [
    ...placesText(places),
    ...changes.flatMap(({ what, before, after }) => [
      `    ${headOf(what, before, after)}`,
      ...lines('-', before),
      ...lines('+', after),
    ]),
    ...listed('rows', rows),
    ...listed('rules', rules),
    ...(rows.length + rules.length === 0 ? [`    ${withoutRest(places)}`] : []),
  ].join('\n');
}

function withoutRest(places: readonly string[]): string {
  return places.some(pathIn) ? 'no row or rule is known to rest on it' : 'about mappings as a whole';
}

/** A member that several operations have is named once. */
function placesText(places: readonly string[]): string[] {
  const paths = [...new Set(places.map(pathIn))];
  return paths.map((path) => {
    const [first, ...others] = places.filter((place) => pathIn(place) === path);
    const also = others.map((place) => (path === '' ? place : place.slice(0, -path.length - 1))).join(', ');
    return also === '' ? `  ${first}` : `  ${first} (also ${also})`;
  });
}

function headOf(what: string, before?: Limit, after?: Limit): string {
  if (before === undefined) return `${what} is new`;
  return after === undefined ? `${what} is gone` : `${what} changed`;
}

function lines(sign: string, limit?: Limit): string[] {
  if (limit === undefined) return [];
  return (typeof limit === 'object' ? limit : [String(limit)]).map((line) => `      ${sign} ${line}`);
}

function listed(what: string, items: readonly string[]): string[] {
  return items.length === 0
    ? []
    : [`    ${what}: ${items[0]}`, ...items.slice(1).map((item) => `${' '.repeat(what.length + 6)}${item}`)];
}

export function disagreementsReport(found: readonly Disagreement[], meant: number): string {
  const known = `${counted(meant, 'difference')} on purpose: projenrc/facts/differences.ts`;
  if (found.length === 0) return `The contracts agree with all of it (${known}).`;
  const texts = found.map(({ id, says }) => `  ${id}: ${says}`);
  return [`The contracts disagree in ${counted(found.length, 'place')} (besides ${known}):`, ...texts].join('\n');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
