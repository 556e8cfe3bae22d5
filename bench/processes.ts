import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';
import type { Measurement } from './worker';
import { ROOT, run } from '../test/languages/commands';

/** Compiled beside the library's own code, so that what is measured is not a compiler. */
export const COMPILED = join(ROOT, 'coverage/bench');

export function compileWorker(): void {
  mkdirSync(COMPILED, { recursive: true });
  for (const name of ['worker', 'variants']) {
    const { outputText } = ts.transpileModule(readFileSync(join(__dirname, `${name}.ts`), 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
    });
    writeFileSync(join(COMPILED, `${name}.js`), outputText.replace('require("../src")', `require(${JSON.stringify(ROOT)})`));
  }
}

/** Medians of several processes of each of the workers, which take turns, so that what slows the machine slows them all. */
export function measure(workers: readonly (readonly string[])[], rounds: number): Measurement[] {
  const taken: Measurement[][] = workers.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    workers.forEach((args, index) => taken[index].push(JSON.parse(lastLine(run(COMPILED, ['node', 'worker.js', ...args]))) as Measurement));
  }
  return taken.map((all) => Object.fromEntries(Object.keys(all[0]).map((key) => [
    key, median(all.map((one) => one[key as keyof Measurement])),
  ])) as unknown as Measurement);
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
