import { existsSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

export type Limit = string | number | boolean | readonly string[];

/** The facts in a package about one place, such as a property. */
export interface Fact {
  /** By the keyword of the schema or model: `maximum`, `enum`, `createOnly`. */
  readonly limits: { readonly [keyword: string]: Limit };
  /** The sentences of the documentation, without markup and links. */
  readonly sentences: readonly string[];
}

/** By place: `CreateEventSourceMapping.BatchSize`. */
export type Facts = { readonly [place: string]: Fact };

/** The packages whose facts are watched, in the order of reports. */
export const PACKAGES = ['botocore', 'cfn-lint', 'aws-sam-translator', 'aws-cdk-lib'] as const;
export type Package = (typeof PACKAGES)[number];

/** A fact that landed, with the release that it was seen in first. */
export interface SeenFact extends Fact {
  readonly seen: string;
}

export interface Landed {
  readonly version: string;
  readonly facts: { readonly [place: string]: SeenFact };
}

export type Baseline = { readonly [name in Package]?: Landed };

/** The facts of all packages. */
export type AllFacts = { readonly [name in Package]: Facts };

const FILE = join(__dirname, '../../test/facts/baseline.json');

export function readBaseline(): Baseline {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Baseline) : {};
}

export function writeBaseline(baseline: Baseline): void {
  writeFileSync(FILE, `${JSON.stringify(baseline, undefined, 1)}\n`);
}

/** The facts of a baseline; a package that has not landed has none. */
export function factsIn(baseline: Baseline): AllFacts {
  return {
    botocore: baseline.botocore?.facts ?? {},
    'cfn-lint': baseline['cfn-lint']?.facts ?? {},
    'aws-sam-translator': baseline['aws-sam-translator']?.facts ?? {},
    'aws-cdk-lib': baseline['aws-cdk-lib']?.facts ?? {},
  };
}

/** The facts of a release as they land: what has not changed keeps the release that it was seen in first. */
export function land(version: string, facts: Facts, before?: Landed): Landed {
  const places = Object.keys(facts).sort();
  const seen = places.map((place) => [
    place,
    { seen: seenIn(version, facts[place], before?.facts[place]), ...facts[place] },
  ]);
  return { version, facts: Object.fromEntries(seen) as Landed['facts'] };
}

function seenIn(version: string, fact: Fact, before?: SeenFact): string {
  return before !== undefined && isSame(before, fact) ? before.seen : version;
}

function isSame(one: Fact, other: Fact): boolean {
  return JSON.stringify([one.limits, one.sentences]) === JSON.stringify([other.limits, other.sentences]);
}

/** A fact whose limits and sentences are in an order that does not depend on the one in the package. */
export function factOf(limits: { readonly [keyword: string]: unknown }, sentences: readonly string[] = []): Fact {
  const known = Object.entries(limits)
    .filter((limit) => !saysNothing(limit, limits.type))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    limits: Object.fromEntries(known.map(([keyword, limit]) => [keyword, limitOf(limit)])),
    sentences: [...new Set(sentences)].sort(),
  };
}

/** A text or a list can't have fewer than none. */
function saysNothing([keyword, limit]: readonly [string, unknown], type: unknown): boolean {
  return (
    limit === undefined ||
    (limit === 0 &&
      ['min', 'minItems', 'minLength'].includes(keyword) &&
      ['array', 'list', 'map', 'string'].includes(String(type)))
  );
}

/** A list in these packages is a set: its order has no meaning. */
function limitOf(value: unknown): Limit {
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? item : ordered(item))).sort();
  return typeof value === 'object' ? ordered(value) : (value as Limit);
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** An object inside of one, or an empty one where there is none. */
export function objectAt(value: unknown, name: string): { readonly [name: string]: unknown } {
  const child = (value as { readonly [name: string]: unknown } | undefined)?.[name];
  return typeof child === 'object' && child !== null ? (child as { readonly [name: string]: unknown }) : {};
}
