import { Project, Run, runNode } from './projects';
import type { Measurement } from './worker';

/** Medians of several processes of each of the workers. */
export function measure(
  project: Project,
  workers: readonly (readonly string[])[],
  rounds: number,
  how?: Run,
): Measurement[] {
  const taken = inTurn(
    workers,
    rounds,
    (args) => JSON.parse(lastLine(runNode(project, ['worker.js', ...args], how))) as Measurement,
  );
  return taken.map(
    (all) =>
      Object.fromEntries(
        Object.keys(all[0]).map((key) => [key, median(all.map((one) => one[key as keyof Measurement]))]),
      ) as unknown as Measurement,
  );
}

/** The measurements of each way, by round. The ways take turns, so that a busy machine slows all of them. */
export function inTurn<Way, Taken>(ways: readonly Way[], rounds: number, take: (way: Way) => Taken): Taken[][] {
  const taken: Taken[][] = ways.map(() => []);
  for (let round = 0; round < rounds; round += 1) ways.forEach((way, index) => taken[index].push(take(way)));
  return taken;
}

/** The validation of policies speaks on the standard output too. */
function lastLine(output: string): string {
  return output.trimEnd().split('\n').at(-1)!;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
