import { SOURCES } from './cases';

const RANGES = SOURCES.flatMap(({ contract }) =>
  contract.properties.flatMap(({ property, constraints }) =>
    constraints
      .filter(({ kind }) => kind === 'range')
      .map((constraint) => ({ source: contract.id, property, constraint })),
  ),
);

/** The cases hold the limits; this holds what documents say of them to what is checked. */
test.each(RANGES)('$source: $property is what its words say', ({ constraint }) => {
  const [, min, max] = /(-?[\d,]+) to ([\d,]+)/
    .exec(constraint.allowed)!
    .map((number) => Number(number.replace(/,/g, '')));
  const faulty = [min - 1, min, max, max + 1].filter((number) => constraint.fault(number) !== undefined);
  expect(faulty).toEqual([min - 1, max + 1]);
});
