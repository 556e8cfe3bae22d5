import { pathIn } from './changes';
import { Baseline, PACKAGES, SeenFact } from './facts';
import { rowsAtPlace, withoutTypes } from './rests-on';
import { cloudFormationPath } from '../../src/graph/names';
import { PropertySpec, SourceContract } from '../../src/model/contract';

/** The origin of a property's facts: the releases that first had them, and the pages. */
export function traceReport(name: string, baseline: Baseline, contracts: readonly SourceContract[]): string {
  const rows = contracts.flatMap((contract) => rowsNamed(contract, name).map((row) => rowText(contract, row)));
  const isAbout = (place: string) =>
    isNamed(pathIn(place), name) || contracts.some((contract) => isRowNamed(contract, place, name));
  const places = PACKAGES.flatMap((one) =>
    Object.entries(baseline[one]?.facts ?? {})
      .filter(([place]) => isAbout(place))
      .map(([place, fact]) => placeText(one, place, fact)),
  );
  return [`${name}, in the contracts:`, ...rows, `${name}, in the packages:`, ...places].join('\n');
}

function rowsNamed({ properties: rows }: SourceContract, name: string): PropertySpec[] {
  return rows.filter(({ property }) => isNamed(cloudFormationPath(withoutTypes(property)), name));
}

function rowText(contract: SourceContract, { constraints, docs = contract.docs }: PropertySpec): string {
  return `  ${contract.id}: ${constraints.map(({ allowed }) => allowed).join('; ')} [${docs}]`;
}

function isRowNamed(contract: SourceContract, place: string, name: string): boolean {
  return rowsAtPlace(contract, place).some(({ property }) => cloudFormationPath(property) === name);
}

/** By its path, or by what ends it. */
function isNamed(path: string, name: string): boolean {
  return path === name || path.endsWith(`.${name}`);
}

function placeText(from: string, place: string, { seen, limits, sentences }: SeenFact): string {
  const facts = Object.entries(limits).map(([keyword, limit]) => `${keyword} ${String(limit)}`);
  return [`  ${place} [${from} ${seen}]: ${facts.join(', ')}`, ...sentences.map((sentence) => `    ${sentence}`)].join(
    '\n',
  );
}
