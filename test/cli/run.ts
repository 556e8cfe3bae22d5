import { mkdtempSync, mkdirSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { run } from '../../src/cli/program';

/** A folder of its own, with these files. */
export function folderWith(files: { readonly [name: string]: string | Buffer | object }): string {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(
      join(folder, name),
      typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
    );
  }
  return folder;
}

/** The output of the command, and its exit status. */
export function command(...args: string[]): {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
} {
  const written = { stdout: '', stderr: '' };
  const status = run(args, {
    stdout: { write: (text) => void (written.stdout += text) },
    stderr: { write: (text) => void (written.stderr += text) },
  });
  return { status, ...written };
}

export const MAPPING = 'AWS::Lambda::EventSourceMapping';

/** A template of one mapping. */
export function templateOf(Properties: object, resources: object = {}): object {
  return { Resources: { Mapping: { Type: MAPPING, Properties }, ...resources } };
}

export const QUEUE = { EventSourceArn: 'arn:aws:sqs:eu-west-1:123456789012:jobs', FunctionName: 'handler' };
