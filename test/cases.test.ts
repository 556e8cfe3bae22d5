import { Case, Source, SOURCES } from './cases';
import { askConstruct, askProperties, askRendered, askTemplate } from './doors';
import { catalog } from '../src/analysis/catalog';

describe.each(SOURCES)('$folder', (source) => {
  // The resources around a mapping have their own cases.
  const everything = catalog({ ...source.contract, relatedRules: [] });
  const errors = new Set(everything.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
  const cases: readonly Case[] = [
    { name: 'smallest', props: () => ({}), properties: {}, problems: [] },
    { name: 'fullest', props: source.fullest, problems: [] },
    ...source.cases,
  ];
  const made = cases.filter(({ props }) => props);
  const written = cases.filter(({ properties }) => properties);

  test.each(made)('construct: $name', (one) => {
    const severe = one.problems.filter((rule) => errors.has(rule));
    // A mapping with errors is not made, so that nobody is there who could be warned.
    expect(
      askConstruct(source, one)
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(sorted(severe.length > 0 ? severe : one.problems));
  });

  test.each(made)('rendered properties: $name', (one) => {
    expect(askRendered(source, one).sort()).toEqual(inProperties(source, one));
  });

  test.each(made.filter(({ problems }) => !problems.some((rule) => errors.has(rule))))(
    'synthesized template: $name',
    (one) => {
      expect(askTemplate(source, one).sort()).toEqual(inProperties(source, one));
    },
  );

  test.each(written)('written properties: $name', (one) => {
    expect(
      askProperties(source, one)
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(sorted(one.problems));
  });

  test('names of cases are unique', () => {
    const names = cases.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('cases break every rule, and no other', () => {
    const broken = new Set(cases.flatMap(({ problems }) => problems));
    expect(sorted([...broken])).toEqual(sorted([...new Set(everything.map(({ rule }) => rule))]));
  });
});

/** The problems that the properties show: only the construct can know the others. */
function inProperties({ contract }: Source, { problems, inProperties: shown }: Case): string[] {
  const options = contract.usage.map(({ name }) => `${contract.id}-${name}`);
  return sorted(shown ?? problems.filter((rule) => !options.includes(rule) && !rule.endsWith('-unknown-identity')));
}

function sorted(rules: readonly string[]): string[] {
  return [...rules].sort();
}
