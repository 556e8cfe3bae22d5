import { measure } from './processes';
import { Project } from './projects';
import { Targets } from './targets';
import { WAYS } from './variants';
import type { Measurement } from './worker';
import { table } from '../projenrc/docs/markdown';

/** Stacks, and mappings in each. */
type Size = readonly [number, number];

const FEW: Size = [1, 100];
const MANY: Size = [1, 450];

export const LARGE_SIZES: readonly Size[] = [MANY, [20, 100]];
export const ALL_SIZES: readonly Size[] = [[1, 10], FEW, ...LARGE_SIZES];

const NONE = 'none';
const UNCHECKED = 'L1 and statement';
const REFERENCE = 'event-sources';
const OURS = 'this library';

/** What apps of one size took, by the way in which they are written. */
class Apps {
  private readonly taken: ReadonlyMap<string, Measurement>;

  constructor(
    project: Project,
    kind: string,
    private readonly size: Size,
    rounds: number,
  ) {
    const measured = measure(
      project,
      WAYS.map((way) => [kind, way, ...size.map(String)]),
      rounds,
    );
    this.taken = new Map(WAYS.map((way, index) => [way, measured[index]]));
  }

  /** What a mapping takes of it. */
  public cost(way: string, unit: 'wallMs' | 'cpuMs'): number {
    const [stacks, mappings] = this.size;
    return (this.taken.get(way)![unit] - this.taken.get(NONE)![unit]) / (stacks * mappings);
  }

  public costRatio(way: string, unit: 'wallMs' | 'cpuMs'): number {
    return this.cost(way, unit) / this.cost(REFERENCE, unit);
  }

  public memoryRatio(way: string): number {
    return this.taken.get(way)!.peakMb / this.taken.get(REFERENCE)!.peakMb;
  }

  public row(way: string): string[] {
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

/** What apps of one kind of source take, in each way to write them. */
export function synthesis(
  project: Project,
  kind: string,
  sizes: readonly Size[],
  rounds: number,
  targets: Targets,
): string {
  const where = `${kind}, aws-cdk-lib ${project.cdkVersion}`;
  const measured = new Map(sizes.map((size) => [size, new Apps(project, kind, size, rounds)]));
  for (const size of LARGE_SIZES) {
    const apps = measured.get(size)!;
    targets.note(
      'cost',
      `${size.join(' × ')} ${where}`,
      apps.costRatio(OURS, 'wallMs'),
      apps.costRatio(UNCHECKED, 'wallMs'),
    );
    targets.note('memory', `${size.join(' × ')} ${where}`, apps.memoryRatio(OURS), apps.memoryRatio(UNCHECKED));
  }
  const few = measured.get(FEW);
  if (few) targets.note('growth', where, measured.get(MANY)!.cost(OURS, 'wallMs') / few.cost(OURS, 'wallMs'));
  const rows = [...measured.values()].flatMap((apps) => WAYS.map((way) => apps.row(way)));
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
    rows,
  );
}
