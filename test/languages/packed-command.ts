import { deepStrictEqual } from 'assert';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ROOT, run, spawned } from './commands';

const TEMPLATE = (batchSize: number) => `
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Jobs: {Type: SQS, Properties: {Queue: 'arn:aws:sqs:eu-west-1:123456789012:jobs', BatchSize: ${batchSize}}}
`;

/** The commands that a user of AWS SAM runs, with the exit status and a part of the output. */
const CALLS: readonly [args: string, status: number, text: string][] = [
  ['--help', 0, 'Usage: cdk-event-source-mappings'],
  ['check new.yaml', 1, 'sqs-large-batch-needs-window'],
  ['check -', 1, '<stdin>'],
  ['review new.yaml', 0, 'SQS standard'],
  ['diff old.yaml new.yaml', 0, 'BatchSize: 1 → 11'],
];

/** Installs the packed library in an empty project, as a user of AWS SAM does, and runs its command. */
export function checkCommand(): string {
  const folder = mkdtempSync(join(tmpdir(), 'command-'));
  try {
    const [tarball] = readdirSync(join(ROOT, 'dist/js'));
    run(folder, ['npm', 'init', '--yes']);
    run(folder, ['npm', 'install', '--no-audit', '--no-fund', join(ROOT, 'dist/js', tarball)]);
    deepStrictEqual(
      readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['cdk-event-source-mappings'],
    );
    writeFileSync(join(folder, 'old.yaml'), TEMPLATE(1));
    writeFileSync(join(folder, 'new.yaml'), TEMPLATE(11));
    CALLS.forEach(([args, status, text]) => expectCall(folder, args, status, text));
    return `${CALLS.length} calls, without aws-cdk-lib`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function expectCall(folder: string, args: string, status: number, text: string): void {
  const result = spawned(folder, ['sh', '-c', `npx cdk-event-source-mappings ${args} < new.yaml`]);
  if (result.status === status && result.stdout.includes(text)) return;
  throw new Error(
    `${args} ended with ${result.status} and not with ${status}, or printed no ` +
      `${text}:\n${result.stdout}\n${result.stderr}`,
  );
}
