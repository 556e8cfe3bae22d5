import { readdirSync } from 'fs';
import { join } from 'path';
import type { IConstruct } from 'constructs';
import type { Fixtures } from './fixtures';
import type { Contract, Properties } from '../src/model/contract';

/** A mapping, and the ids of the rules that it breaks: none where it is a valid one. */
export interface Case<Props = object> {
  readonly name: string;
  /** Options that come over those of the smallest mapping. */
  readonly props?: (f: Fixtures) => Partial<Props>;
  /** Properties, as a template writes them, that come over those of the smallest mapping. */
  readonly properties?: Properties;
  /** @default - a stack for any Region, and a template of which no Region is known */
  readonly region?: string;
  readonly problems: readonly string[];
  /**
   * The problems that the rendered properties still show.
   *
   * @default - all but those that only the construct can know
   */
  readonly inProperties?: readonly string[];
}

export interface Smallest<Props> {
  readonly props: (f: Fixtures) => Props;
  readonly properties: Properties;
}

/** A folder under `src/sources`, and its cases. */
export interface Source {
  readonly folder: string;
  readonly contract: Contract<object>;
  readonly Mapping: new (scope: IConstruct, id: string, props: object) => IConstruct;
  readonly smallest: Smallest<object>;
  readonly fullest: (f: Fixtures) => object;
  readonly cases: readonly Case[];
}

const SOURCES_ROOM = join(__dirname, '..', 'src', 'sources');

export const SOURCES: readonly Source[] = readdirSync(SOURCES_ROOM, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => load(name));

function load(folder: string): Source {
  const { CONTRACT } = jest.requireActual<{ CONTRACT: Contract<object> }>(join(SOURCES_ROOM, folder, 'contract'));
  const classes = jest.requireActual<{ [name: string]: Source['Mapping'] }>(join(SOURCES_ROOM, folder, 'mapping'));
  const name = Object.keys(classes).find((exported) => exported.endsWith('EventSourceMapping'))!;
  const { smallest, fullest, cases } = jest.requireActual<Source>(join(__dirname, 'sources', `${folder}.cases`));
  return { folder, contract: CONTRACT, Mapping: classes[name], smallest, fullest, cases };
}
