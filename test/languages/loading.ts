import { deepStrictEqual } from 'assert';
import { run } from './commands';

const PACKAGE = 'cdk-event-source-mappings';

/**
 * What of the library, and which services of aws-cdk-lib, a program has loaded when it has used the class of one
 * mapping.
 */
const PROGRAM = `
const library = require('${PACKAGE}');
library.SqsEventSourceMapping;
const files = Object.keys(require.cache).map((file) => file.replaceAll('\\\\', '/').replace(/^.*node_modules\\//, ''));
const loaded = files.filter((file) => file.startsWith('${PACKAGE}/') || /^aws-cdk-lib\\/aws-/.test(file)).sort();
const exported = Object.keys(library).filter((name) => library[name] === undefined);

const { App, Stack } = require('aws-cdk-lib');
const { Function } = require('aws-cdk-lib/aws-lambda');
const { Queue } = require('aws-cdk-lib/aws-sqs');
const stack = new Stack(new App(), 'Stack');
const queue = Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:us-east-1:123456789012:queue');
const target = Function.fromFunctionArn(stack, 'Function', 'arn:aws:lambda:us-east-1:123456789012:function:name');
const isForMetrics = (file) => /aws-cloudwatch|${PACKAGE}.lib.metrics/.test(file);
const before = Object.keys(require.cache).filter(isForMetrics);
const mapping = new library.SqsEventSourceMapping(stack, 'Mapping', {
  queue,
  target,
  filters: [library.SqsFilter.of({ jsonBody: { status: library.FieldRule.exists() } })],
});
mapping.eventSourceMappingId;
const after = Object.keys(require.cache).filter(isForMetrics);
const forMetrics = after.filter((file) => !before.includes(file));
mapping.metrics.metricErrors();
const isLoadedWhenUsed = Object.keys(require.cache).some((file) => /${PACKAGE}.lib.metrics/.test(file));
const isForTests = (file) => /filters.(evaluate|match|[a-z-]+-record)\\.js$/.test(file);
const forTests = Object.keys(require.cache).filter(isForTests);
console.log(JSON.stringify({ loaded, exported, forTests, forMetrics, isLoadedWhenUsed }));
`;

interface Loaded {
  readonly loaded: string[];
  readonly exported: string[];
  readonly forTests: string[];
  readonly forMetrics: string[];
  readonly isLoadedWhenUsed: boolean;
}

/**
 * Importing a class loads its file and those of its bases: what its constructor needs is loaded later. Everything that
 * is exported can be loaded. A mapping with filters does not load what unit tests of filters need; a mapping of which
 * nobody asks for metrics loads nothing for them.
 */
export function checkLoading(folder: string): string {
  const { loaded, exported, forTests, forMetrics, isLoadedWhenUsed } = JSON.parse(
    run(folder, ['node', '-e', PROGRAM]),
  ) as Loaded;
  deepStrictEqual(
    loaded,
    ['construct/mapping-base.js', 'index.js', 'sources/sqs/mapping.js'].map((file) => `${PACKAGE}/lib/${file}`),
  );
  deepStrictEqual(exported, []);
  deepStrictEqual(forTests, []);
  deepStrictEqual({ forMetrics, isLoadedWhenUsed }, { forMetrics: [], isLoadedWhenUsed: true });
  return `${loaded.length} files`;
}
