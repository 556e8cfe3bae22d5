import { measure } from './processes';
import { Project, Run } from './projects';
import { Targets } from './targets';
import { WAYS } from './variants';
import type { Measurement } from './worker';
import { table } from '../projenrc/docs/markdown';

/** Stacks, and mappings in each. */
type Size = readonly [number, number];
type Unit = 'wallMs' | 'cpuMs';

const SMALL: Size = [1, 10];
const FEW: Size = [1, 100];
/** The cost of a few mappings is a small difference, and their apps are quick. */
const ROUNDS_OF_SMALL_APPS = 3;
const MANY: Size = [1, 450];

export const TARGET_SIZES: readonly Size[] = [SMALL, MANY, [20, 100]];
export const ALL_SIZES: readonly Size[] = [...TARGET_SIZES, FEW];

const NONE = 'none';
const REFERENCE = 'event-sources';
const OURS = 'this library';
const BESIDE_EACH_OTHER = [NONE, REFERENCE, OURS];

/** The cost of apps of one size, by the way in which they are written. */
class Apps {
  private readonly taken: ReadonlyMap<string, Measurement>;

  constructor(
    project: Project,
    kind: string,
    private readonly size: Size,
    rounds: number,
    private readonly ways: readonly string[] = WAYS,
    how?: Run,
  ) {
    const workers = ways.map((way) => [kind, way, ...size.map(String)]);
    const measured = measure(project, workers, rounds, how);
    this.taken = new Map(ways.map((way, index) => [way, measured[index]]));
  }

  /** The share of one mapping in the cost. */
  public cost(way: string, unit: Unit): number {
    const [stacks, mappings] = this.size;
    return (this.taken.get(way)![unit] - this.taken.get(NONE)![unit]) / (stacks * mappings);
  }

  /** Not a number where the reference seems to cost nothing. */
  public costRatio(way: string, unit: Unit): number {
    const reference = this.cost(REFERENCE, unit);
    return reference > 0 ? this.cost(way, unit) / reference : NaN;
  }

  public memoryRatio(way: string): number {
    return this.taken.get(way)!.peakMb / this.taken.get(REFERENCE)!.peakMb;
  }

  public rows(): string[][] {
    return this.ways.map((way) => this.row(way));
  }

  private row(way: string): string[] {
    const { wallMs, peakMb, templateKb, resources } = this.taken.get(way)!;
    const costs = (['wallMs', 'cpuMs'] as const).flatMap((unit) =>
      way === NONE ? ['', ''] : [this.cost(way, unit).toFixed(2), this.costRatio(way, unit).toFixed(2)],
    );
    return [
      this.size.join(' × '),
      way === OURS ? `**${way}**` : way,
      wallMs.toFixed(0),
      ...costs,
      peakMb.toFixed(0),
      this.memoryRatio(way).toFixed(2),
      templateKb.toFixed(0),
      String(resources),
    ];
  }
}

/** The cost of apps of one kind of source with the default settings, in each way to write them. */
export function defaultSettings(project: Project, kind: string, rounds: number, targets: Targets): string {
  const apps = [SMALL, MANY].map((size) => {
    const app = new Apps(project, kind, size, rounds, BESIDE_EACH_OTHER, 'default');
    targets.note('default', `${size.join(' × ')} ${kind}`, app.costRatio(OURS, 'wallMs'));
    return app;
  });
  return tableOf(apps);
}

/** The cost of apps of one kind of source without validation of templates, in each way to write them. */
export function synthesis(
  project: Project,
  kind: string,
  sizes: readonly Size[],
  rounds: number,
  targets: Targets,
): string {
  const where = `${kind}, aws-cdk-lib ${project.cdkVersion}`;
  const measured = new Map(sizes.map((size) => [size, new Apps(project, kind, size, roundsOf(size, rounds))]));
  for (const size of TARGET_SIZES) noteCosts(measured.get(size)!, size, where, targets);
  const few = measured.get(FEW);
  if (few) targets.note('growth', where, measured.get(MANY)!.cost(OURS, 'wallMs') / few.cost(OURS, 'wallMs'));
  return tableOf([...measured.values()]);
}

/** The cost of apps of one kind of source as a test makes them, without what the CDK CLI gives an app. */
export function inTests(project: Project, kind: string, rounds: number, targets: Targets): string {
  const apps = [SMALL, MANY].map((size) => {
    const app = new Apps(project, kind, size, roundsOf(size, rounds), BESIDE_EACH_OTHER, 'in a test');
    noteCosts(app, size, `${kind}, in a test`, targets);
    return app;
  });
  return tableOf(apps);
}

function roundsOf(size: Size, rounds: number): number {
  return size === SMALL ? rounds * ROUNDS_OF_SMALL_APPS : rounds;
}

function noteCosts(apps: Apps, size: Size, where: string, targets: Targets): void {
  const place = `${size.join(' × ')} ${where}`;
  const isSmall = size === SMALL;
  targets.note(isSmall ? 'smallCost' : 'cost', place, apps.costRatio(OURS, 'wallMs'));
  targets.note(isSmall ? 'smallCpu' : 'cpu', place, apps.costRatio(OURS, 'cpuMs'));
  targets.note('memory', place, apps.memoryRatio(OURS));
}

function tableOf(apps: readonly Apps[]): string {
  return table(
    [
      'stacks × mappings',
      'way',
      'ms',
      'ms a mapping',
      'ratio',
      'CPU ms a mapping',
      'ratio',
      'peak MB',
      'ratio',
      'template kB',
      'resources',
    ],
    apps.flatMap((app) => app.rows()),
  );
}
