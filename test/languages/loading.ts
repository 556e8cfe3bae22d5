import { deepStrictEqual } from 'assert';
import { run } from './commands';

const PACKAGE = 'cdk-event-source-mappings';

/** A program that uses more and more of the library, and prints what it has loaded of it and of aws-cdk-lib. */
const PROGRAM = `
const loaded = () => Object.keys(require.cache)
  .map((file) => file.replaceAll('\\\\', '/').replace(/^.*node_modules\\//, ''))
  .filter((file) => file.startsWith('${PACKAGE}/') || /^aws-cdk-lib\\/aws-/.test(file))
  .sort();
const ofLibrary = () => loaded().filter((file) => file.startsWith('${PACKAGE}/'));
const hasMetrics = () => loaded().some((file) => /aws-cloudwatch/.test(file));

const library = require('${PACKAGE}');
library.SqsEventSourceMapping;
const forClass = loaded();
const { App, Stack } = require('aws-cdk-lib');
const { Function } = require('aws-cdk-lib/aws-lambda');
const { Queue } = require('aws-cdk-lib/aws-sqs');
const app = new App();
const stack = new Stack(app, 'Stack');
const queue = Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:us-east-1:123456789012:queue');
const target = Function.fromFunctionArn(stack, 'Function', 'arn:aws:lambda:us-east-1:123456789012:function:name');
const hadMetrics = hasMetrics();
const filter = library.SqsFilter.of({ jsonBody: { status: library.FieldRule.exists() } });
const mapping = new library.SqsEventSourceMapping(stack, 'Mapping', { queue, target, filters: [filter] });
mapping.eventSourceMappingId;
app.synth();
const forMapping = ofLibrary();
const loadsMetrics = !hadMetrics && hasMetrics();
mapping.metrics.metricErrors();
const loadsMetricsWhenUsed = hasMetrics();
filter.evaluate(library.SqsFilter.record({ body: {} }));
const forTests = ofLibrary();
const exported = Object.keys(library).filter((name) => library[name] === undefined);
console.log(JSON.stringify({ forClass, exported, forMapping, loadsMetrics, loadsMetricsWhenUsed, forTests }));
`;

interface Loaded {
  readonly forClass: string[];
  readonly exported: string[];
  readonly forMapping: string[];
  readonly loadsMetrics: boolean;
  readonly loadsMetricsWhenUsed: boolean;
  readonly forTests: string[];
}

/** The files of a mapping's class and of what it extends. */
const FOR_CLASS = ['index', 'construct/mapping-base', 'sources/sqs/mapping'];
/** The files of its options, and of the filter that the program makes. */
const FOR_MAPPING = [
  ...FOR_CLASS,
  'construct/synthesis-check',
  'engine',
  'families/queue/filter',
  'families/queue/scaling',
  'filters/event-filter',
  'filters/field-rule',
  'options/metric-group',
];
const FOR_TESTS = [
  ...FOR_MAPPING,
  'filters/filter-verdict',
  'metrics/event-count-metrics',
  'metrics/mapping-metrics',
  'metrics/queue-mapping-metrics',
  'on-demand',
];

/**
 * Importing a class loads its file: what checks a mapping is loaded with the first one, and what only metrics and unit
 * tests need when they are used. Everything that is exported can be loaded.
 */
export function checkLoading(folder: string): string {
  const { forClass, ...others } = JSON.parse(run(folder, ['node', '-e', PROGRAM])) as Loaded;
  deepStrictEqual(forClass, filesOf(FOR_CLASS));
  deepStrictEqual(others, {
    exported: [],
    forMapping: filesOf(FOR_MAPPING),
    loadsMetrics: false,
    loadsMetricsWhenUsed: true,
    forTests: filesOf(FOR_TESTS),
  });
  return `${forClass.length} files`;
}

function filesOf(names: readonly string[]): string[] {
  return names.map((name) => `${PACKAGE}/lib/${name}.js`).sort();
}
