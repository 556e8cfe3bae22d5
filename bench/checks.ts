import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { hasCfnLint, lint } from './cfn-lint';
import { measure, median } from './processes';
import { Project, runNode } from './projects';
import { Targets } from './targets';
import { table } from '../projenrc/docs/markdown';

const TEMPLATES = 1000;
/** Mappings that their constructs have checked are none of the plugin's business. */
const MAKERS = [
  { of: 'mappings of this library', way: 'this library' },
  { of: 'mappings that others made', way: 'L1 and statement' },
];
const SIZES = [
  [1, 450],
  [20, 100],
];
/** The number of them for cfn-lint, which takes minutes for all. */
const LINTED = 100;

/** The time of the validation plugin for mappings, and of the command for templates. */
export function checks(project: Project, rounds: number, targets: Targets): string {
  const plugin = MAKERS.flatMap(({ of, way }) =>
    SIZES.map(([stacks, mappings]) => {
      const [{ pluginMs }] = measure(project, [['sqs', way, String(stacks), String(mappings), 'plugin']], rounds);
      const where = `${stacks} × ${mappings} ${of}, with the loading of its code`;
      const ms = pluginMs / stacks / mappings;
      targets.note('plugin', where, ms);
      return [`the plugin for ${where}, ms a mapping`, ms.toFixed(2)];
    }),
  );
  const folder = thousandTemplates();
  const seconds = median(Array.from({ length: rounds }, () => secondsOfCheck(project, folder)));
  targets.note('check', `${TEMPLATES} templates, from the start of the process to its end`, TEMPLATES / seconds);
  const linted = readdirSync(folder).slice(0, LINTED);
  const lintMs = hasCfnLint() ? (lint(linted.map((name) => join(folder, name))) * 1000) / LINTED : undefined;
  const checkMs = (seconds * 1000) / TEMPLATES;
  rmSync(folder, { recursive: true });
  return table(
    ['what', 'taken'],
    [
      ...plugin,
      [`\`check\` of ${TEMPLATES} templates, s`, seconds.toFixed(2)],
      ['templates a second', (TEMPLATES / seconds).toFixed(0)],
      ['`check`, ms a template', checkMs.toFixed(2)],
      [`cfn-lint over ${LINTED} of them, ms a template`, lintMs?.toFixed(0) ?? 'skipped: no python3'],
      ['cfn-lint, of what `check` takes for a template', lintMs ? (lintMs / checkMs).toFixed(0) : ''],
    ],
  );
}

function thousandTemplates(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  for (let index = 0; index < TEMPLATES; index += 1) {
    writeFileSync(join(folder, `${index}.json`), JSON.stringify(template(index)));
  }
  return folder;
}

/** From the start of the process to its end. */
function secondsOfCheck(project: Project, folder: string): number {
  const start = performance.now();
  runNode(project, ['node_modules/.bin/cdk-event-source-mappings', 'check', folder]);
  return (performance.now() - start) / 1000;
}

function template(index: number) {
  return {
    Resources: {
      DeadLetters: { Type: 'AWS::SQS::Queue' },
      Jobs: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          VisibilityTimeout: 60,
          RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] }, maxReceiveCount: 5 },
        },
      },
      Handler: {
        Type: 'AWS::Lambda::Function',
        Properties: { Timeout: 10, Handler: 'index.handler', Code: { ZipFile: `// ${index}` } },
      },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': ['Jobs', 'Arn'] },
          FunctionName: { Ref: 'Handler' },
          BatchSize: 10,
        },
      },
    },
  };
}
