import { measure } from './processes';
import { WAYS } from './variants';
import type { Measurement } from './worker';
import { table } from '../projenrc/docs/markdown';

const SIZES = [[1, 10], [1, 100], [1, 450], [20, 100]] as const;
const NONE = 'none';
const REFERENCE = 'event-sources';
const OURS = 'this library';

/** What apps of one kind of source take, in each way to write them; and what a mapping takes of it. */
export function synthesis(kind: string, rounds: number): string {
  const rows = SIZES.flatMap(([stacks, mappings]) => {
    const measured = measure(WAYS.map((way) => [kind, way, String(stacks), String(mappings)]), rounds);
    const of = (way: string) => measured[WAYS.indexOf(way)];
    const perMapping = (way: string) => (of(way).cpuMs - of(NONE).cpuMs) / (stacks * mappings);
    console.log(`${kind} ${stacks} x ${mappings}: ${ratio(perMapping(OURS), perMapping(REFERENCE))}`);
    return WAYS.map((way) => row(`${stacks} × ${mappings}`, way, of(way), of(REFERENCE), way === NONE ? undefined : perMapping(way), perMapping(REFERENCE)));
  });
  return table(['stacks × mappings', 'way', 'ms', 'CPU ms', 'CPU ms a mapping', 'ratio', 'peak MB', 'memory ratio', 'template kB', 'resources'], rows);
}

function row(size: string, way: string, taken: Measurement, reference: Measurement, each: number | undefined, referenceEach: number): string[] {
  return [
    size,
    way === OURS ? `**${way}**` : way,
    taken.wallMs.toFixed(0),
    taken.cpuMs.toFixed(0),
    each === undefined ? '' : each.toFixed(2),
    each === undefined ? '' : ratio(each, referenceEach),
    taken.peakMb.toFixed(0),
    ratio(taken.peakMb, reference.peakMb),
    taken.templateKb.toFixed(0),
    String(taken.resources),
  ];
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(2);
}
