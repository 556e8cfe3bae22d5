import { readdirSync } from 'fs';
import { join } from 'path';
import { Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { Surroundings } from './snapshots/surroundings';
import { Contract } from '../src/model/contract';

interface Snapshots {
  readonly Mapping: new (scope: Construct, id: string, props: object) => Construct;
  /** Options that do not go with the others of the fullest mapping. */
  readonly leftOut?: readonly string[];
  smallest(around: Surroundings): object;
  fullest(around: Surroundings): object;
}

/** A mapping that is new has nothing to adopt. */
const OF_LIVE_MAPPINGS = ['adopts'];

const SOURCES = join(__dirname, '../src/sources');
const FOLDERS = readdirSync(SOURCES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe.each(FOLDERS)('%s', (folder) => {
  const { Mapping, smallest, fullest, leftOut = [] } = jest.requireActual<Snapshots>(`./snapshots/${folder}`);
  const { options: optionSpecs } = jest.requireActual<{ CONTRACT: Contract<object> }>(
    `${SOURCES}/${folder}/contract`,
  ).CONTRACT;

  test.each(Object.entries({ smallest, fullest }))('%s', (_name, propsFor) => {
    const around = new Surroundings();
    new Mapping(around.stack, 'Mapping', propsFor(around));
    expect(Template.fromStack(around.stack).toJSON()).toMatchSnapshot();
  });

  test('the fullest mapping has every option', () => {
    const given = Object.keys(fullest(new Surroundings()));
    expect([...given, ...leftOut, ...OF_LIVE_MAPPINGS].sort()).toEqual(Object.keys(optionSpecs).sort());
  });
});
