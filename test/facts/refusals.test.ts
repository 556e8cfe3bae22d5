import { refusedBy } from './refusals';
import { readBaseline } from '../../projenrc/facts/facts';
import { checkProperties } from '../../src/analysis/check-properties';
import { Properties, SourceContract } from '../../src/model/contract';
import { SOURCES } from '../cases';

const REFUSED = refusedBy(readBaseline()['cfn-lint']!.facts);

/** What CloudFormation refuses by its schema and we do not yet: remove what you mend. */
const NOT_YET: readonly RegExp[] = [
  /: null$/,
  /: an empty list$/,
  / Tags\[\]: no Key$/,
  // Properties that are refused with a warning, whatever they hold.
  /^documentdb (FilterCriteria|KmsKeyArn)/,
  /^(active|rabbit)-mq StartingPosition: (a list|an object)$/,
];

function refuses(contract: SourceContract, properties: Properties): boolean {
  return checkProperties(contract, properties).some(({ severity }) => severity === 'error');
}

/** What a contract accepts although the schema refuses it. */
const ACCEPTED = SOURCES.flatMap(({ folder, contract, smallest }) => REFUSED
  .filter(({ properties }) => !refuses(contract, { ...smallest.properties, ...properties }))
  .map(({ place, what }) => `${folder} ${place}: ${what}`));

test('there is something to refuse at each place of the schema', () => expect(REFUSED.length).toBeGreaterThan(200));

test('what CloudFormation refuses by the shape of a mapping, each contract refuses', () => {
  expect(ACCEPTED.filter((name) => !NOT_YET.some((gap) => gap.test(name)))).toEqual([]);
});

test('what is not refused yet is not refused', () => {
  expect(NOT_YET.filter((gap) => !ACCEPTED.some((name) => gap.test(name)))).toEqual([]);
});
