import { measure } from './processes';
import { Project } from './projects';
import { Targets } from './targets';
import { WAYS } from './variants';
import type { Measurement } from './worker';
import { table } from '../projenrc/docs/markdown';

/** Stacks, and mappings in each. */
type Size = readonly [number, number];

export const ALL_SIZES: readonly Size[] = [[1, 10], [1, 100], [1, 450], [20, 100]];
export const LARGE_SIZES: readonly Size[] = [[1, 450], [20, 100]];

const NONE = 'none';
const REFERENCE = 'event-sources';
const OURS = 'this library';
const FEW = '1 × 100';
const MANY = '1 × 450';

interface Columns {
  readonly [way: string]: Measurement;
}

/** What apps of one kind of source take, in each way to write them; and what a mapping takes of it. */
export function synthesis(project: Project, kind: string, sizes: readonly Size[], rounds: number, targets: Targets): string {
  const rows: string[][] = [];
  const costs = new Map<string, number>();
  for (const [stacks, mappings] of sizes) {
    const size = `${stacks} × ${mappings}`;
    const measured = measure(project, WAYS.map((way) => [kind, way, String(stacks), String(mappings)]), rounds);
    const columns: Columns = Object.fromEntries(WAYS.map((way, index) => [way, measured[index]]));
    const cost = (way: string, unit: 'wallMs' | 'cpuMs') => (columns[way][unit] - columns[NONE][unit]) / (stacks * mappings);
    const memory = (way: string) => columns[way].peakMb / columns[REFERENCE].peakMb;
    costs.set(size, cost(OURS, 'wallMs'));
    if (mappings * stacks > 100) {
      const where = `${size} ${kind}, aws-cdk-lib ${project.cdkVersion}`;
      targets.note('cost', where, cost(OURS, 'wallMs') / cost(REFERENCE, 'wallMs'));
      targets.note('memory', where, memory(OURS));
    }
    rows.push(...WAYS.map((way) => [
      size,
      way === OURS ? `**${way}**` : way,
      columns[way].wallMs.toFixed(0),
      ...(['wallMs', 'cpuMs'] as const).flatMap((unit) => (way === NONE ? ['', ''] : [cost(way, unit).toFixed(2), (cost(way, unit) / cost(REFERENCE, unit)).toFixed(2)])),
      columns[way].peakMb.toFixed(0),
      memory(way).toFixed(2),
      columns[way].templateKb.toFixed(0),
      String(columns[way].resources),
    ]));
  }
  const growth = costs.get(MANY)! / (costs.get(FEW) ?? NaN);
  if (!Number.isNaN(growth)) targets.note('growth', `${kind}, aws-cdk-lib ${project.cdkVersion}`, growth);
  return table(['stacks × mappings', 'way', 'ms', 'ms a mapping', 'ratio', 'CPU ms a mapping', 'ratio', 'peak MB', 'ratio', 'template kB', 'resources'], rows);
}
