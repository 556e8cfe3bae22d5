import { STRUCTS, TYPES, typesOfCdk } from '../assembly';

const MODULES = ['aws_lambda', 'aws_lambda_event_sources'];

// Editors offer both to import, and only one of them compiles.
test.each(['aws-cdk-lib', 'aws-cdk-lib-newest'])('no type has the name of one for Lambda in %s', (cdk) => {
  const taken = new Set(typesOfCdk(cdk, MODULES).map(({ name }) => name));
  expect(taken).toContain('StartingPosition');
  expect(TYPES.map(({ name }) => name).filter((name) => taken.has(name))).toEqual([]);
});

describe('structs', () => {
  const names = STRUCTS.map(({ name }) => name);

  test('end in Props, in Options, or in FilterRules: the rules of a filter', () =>
    expect(names.filter((name) => !/(Props|Options|FilterRules)$/.test(name))).toEqual([]));

  test('whose options several mappings share have Mapping in their names', () => {
    const parents = STRUCTS.filter(({ name }) => name.endsWith('EventSourceMappingOptions'))
      .flatMap(({ interfaces = [] }) => interfaces)
      .map((fqn) => fqn.split('.').at(-1)!);
    expect(parents.length).toBeGreaterThan(0);
    expect(parents.filter((name) => !name.includes('Mapping'))).toEqual([]);
  });
});
