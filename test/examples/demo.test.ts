import { execFileSync } from 'child_process';
import { readFileSync } from 'fs';
import { App } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { EventSourcesStack } from '../../examples/typescript/event-sources-stack';

test('the example app has no warning', () => {
  // The tests with the newest aws-cdk-lib do without its validation of templates otherwise.
  delete process.env.CDK_VALIDATION;
  const stack = new EventSourcesStack(
    new App({ context: { '@aws-cdk/core:strictCfnValidateErrors': true } }),
    'EventSources',
  );
  expect(Annotations.fromStack(stack).findWarning('*', Match.anyValue())).toEqual([]);
});

describe('the demo', () => {
  const COMMAND = ['tsx', '--tsconfig', 'examples/typescript/tsconfig.json', 'examples/typescript/demo.ts'];
  const printed = execFileSync('npx', COMMAND, {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
  });

  test('prints the table of the command review, with a mapping of each source', () =>
    expect(printed).toMatchSnapshot());

  test('fits into 120 characters', () => {
    expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  test('writes the page of the command review, and says where', () => {
    const [, path] = /: (\S+\.html)\n/.exec(printed)!;
    const page = readFileSync(path, 'utf8');
    expect(page).toMatch(/^<!DOCTYPE html>/);
    expect(page.match(/<article>/g)).toHaveLength(10);
    expect(page).toContain('What happens to its records');
  });
});
