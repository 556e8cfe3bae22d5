import { mkdtempSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { hasCfnLint, lint } from './cfn-lint';
import { measure, median } from './processes';
import { PREFLIGHT, Project, runNode } from './projects';
import { table } from '../projenrc/docs/markdown';

const APP = ['1', '450'];

/** The time of an app with 450 SQS mappings that something checks, with the default settings. */
export function equalSafety(project: Project, rounds: number): string {
  const workers = [
    ['sqs', 'this library', ...APP],
    ['sqs', 'event-sources', ...APP],
    ['sqs', 'event-sources', ...APP, 'preflight'],
  ];
  const [ours, unchecked, preflight] = measure(project, workers, rounds, 'default').map(({ wallMs }) => wallMs);
  const row = (way: string, ms: number) => [way, ms.toFixed(0), (ms / ours).toFixed(2)];
  return table(
    ['way', 'ms', 'of this library'],
    [
      row('**this library**', ours),
      row('event-sources, whose mappings nothing checks', unchecked),
      row(`event-sources and ${PREFLIGHT.replace('@', ' ')}`, preflight),
      hasCfnLint()
        ? row('event-sources, and cfn-lint over the template', unchecked + lintMs(project, rounds))
        : ['event-sources, and cfn-lint over the template', 'skipped: no python3', ''],
    ],
  );
}

function lintMs(project: Project, rounds: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  runNode(project, ['worker.js', 'sqs', 'event-sources', ...APP, folder]);
  const templates = readdirSync(folder)
    .filter((name) => name.endsWith('.template.json'))
    .map((name) => join(folder, name));
  const taken = Array.from({ length: rounds }, () => lint(templates));
  rmSync(folder, { recursive: true });
  return median(taken) * 1000;
}
