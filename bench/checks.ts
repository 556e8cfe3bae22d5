import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { measure, median } from './processes';
import { table } from '../projenrc/docs/markdown';
import { ROOT, run } from '../test/languages/commands';

const MAPPINGS = 450;
const TEMPLATES = 1000;

/** What the validation plugin takes for mappings that others made, and the command for templates. */
export function checks(rounds: number): string {
  const [{ pluginMs }] = measure([['sqs', 'L1 and statement', '1', String(MAPPINGS), 'plugin']], rounds);
  const seconds = median(Array.from({ length: rounds }, () => secondsForTemplates()));
  return table(['what', 'taken'], [
    ['the plugin, ms a mapping, with the loading of its code', (pluginMs / MAPPINGS).toFixed(2)],
    [`\`check\` of ${TEMPLATES} templates, s`, seconds.toFixed(2)],
    ['templates a second', (TEMPLATES / seconds).toFixed(0)],
  ]);
}

/** From the start of the process to its end. */
function secondsForTemplates(): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  for (let index = 0; index < TEMPLATES; index += 1) writeFileSync(join(folder, `${index}.json`), JSON.stringify(template(index)));
  const start = performance.now();
  run(ROOT, ['node', 'lib/cli/main.js', 'check', folder]);
  const seconds = (performance.now() - start) / 1000;
  rmSync(folder, { recursive: true });
  return seconds;
}

function template(index: number) {
  return {
    Resources: {
      DeadLetters: { Type: 'AWS::SQS::Queue' },
      Jobs: {
        Type: 'AWS::SQS::Queue',
        Properties: { VisibilityTimeout: 60, RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] }, maxReceiveCount: 5 } },
      },
      Handler: { Type: 'AWS::Lambda::Function', Properties: { Timeout: 10, Handler: 'index.handler', Code: { ZipFile: `// ${index}` } } },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { EventSourceArn: { 'Fn::GetAtt': ['Jobs', 'Arn'] }, FunctionName: { Ref: 'Handler' }, BatchSize: 10 },
      },
    },
  };
}
