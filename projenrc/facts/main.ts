import { changesBetween } from './changes';
import { DIFFERENCES } from './differences';
import { disagreements } from './disagreements';
import { Baseline, factsIn, land, Landed, Package, PACKAGES, readBaseline, writeBaseline } from './facts';
import { Release, take } from './newest';
import { changesReport, disagreementsReport } from './report';
import { traceReport } from './trace';
import { CONTRACTS } from '../../src/sources/contracts';

const USAGE = `npx projen facts [--land] [--wording] [package[==version] ...]
npx projen facts --of property ...

Compares the newest releases with test/facts/baseline.json: ${PACKAGES.join(', ')}.
  --land     makes what was found the new baseline
  --wording  shows also sentences in other words with the same facts
  --of       shows where the facts of properties were seen, such as ProvisionedPollerConfig.MaximumPollers`;

/** A package to look at, and its release where it is not the newest. */
interface Wanted {
  readonly name: Package;
  readonly version?: string;
}

function wantedOf(text: string): Wanted {
  const [name, version] = text.split('==');
  const known = PACKAGES.find((one) => one === name);
  if (known === undefined) throw new Error(`${name} is none of ${PACKAGES.join(', ')}`);
  return { name: known, version };
}

function main(args: readonly string[]): void {
  const unknown = args.filter((arg) => arg.startsWith('-') && !['--land', '--wording', '--of'].includes(arg));
  const names = args.filter((arg) => !arg.startsWith('-'));
  if (unknown.length > 0) {
    console.log(USAGE);
    process.exitCode = unknown.includes('--help') ? 0 : 2;
  } else if (args.includes('--of')) {
    names.forEach((name) => console.log(traceReport(name, readBaseline(), CONTRACTS)));
  } else {
    compare(names.map(wantedOf), args.includes('--land'), args.includes('--wording'));
  }
}

function compare(named: readonly Wanted[], lands: boolean, withWording: boolean): void {
  const wanted: readonly Wanted[] = named.length > 0 ? named : PACKAGES.map((name) => ({ name }));
  const before = readBaseline();
  let after: Baseline = before;
  for (const { name, version } of wanted) {
    const release = take(name, version);
    const landed = before[name];
    console.log(`${reportOf(release, name, landed, withWording)}\n`);
    after = { ...after, [name]: land(release.version, release.facts, landed) };
  }
  if (PACKAGES.every((name) => name in after)) reportDisagreements(after);
  if (lands) writeBaseline(after);
}

function reportOf(
  { version, facts }: Release,
  name: Package,
  landed: Landed | undefined,
  withWording: boolean,
): string {
  if (landed === undefined) {
    return `${name} ${version}: ${Object.keys(facts).length} places, and nothing to compare them with`;
  }
  return changesReport(
    `${name} ${landed.version} -> ${version}`,
    changesBetween(landed.facts, facts),
    CONTRACTS,
    withWording,
  );
}

function reportDisagreements(baseline: Baseline): void {
  const all = disagreements(factsIn(baseline), CONTRACTS);
  const found = all.filter(({ id }) => !(id in DIFFERENCES));
  console.log(disagreementsReport(found, all.length - found.length));
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
