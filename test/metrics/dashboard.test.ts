import { App, Duration, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { widgetsOf } from './dashboard-body';
import { drawing, Widget } from './drawing';
import { watchedMapping } from './watched';
import { EventSourceMappingDashboard, EventSourceMappingWidgets, SqsEventSourceMapping } from '../../src';
import { SOURCES } from '../cases';
import { Fixtures } from '../fixtures';

const titlesOf = (widgets: readonly Widget[]) =>
  widgets.map(({ properties: { title, markdown } }) => title ?? markdown);

function queueMapping(stack: Stack, id: string, options: object = {}): SqsEventSourceMapping {
  const target = new Function(stack, `${id}Handler`, {
    code: Code.fromInline('exports.handler = async () => {};'),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_22_X,
  });
  const props = {
    queue: new Queue(stack, `${id}Queue`, { visibilityTimeout: Duration.minutes(5) }),
    target,
    ...options,
  };
  return new SqsEventSourceMapping(stack, id, props);
}

describe.each(SOURCES.map(({ folder }) => folder))('the graphs of %s', (source) => {
  test.each(['free', 'all'] as const)('are those of what it sends, in one row: settings %s', (settings) => {
    const { f } = watchedMapping(source, settings);
    new EventSourceMappingDashboard(f.stack, 'Dashboard');
    const [heading, title, ...graphs] = widgetsOf(f.stack);
    expect([heading.properties.markdown, heading.width, title.width]).toEqual([expect.stringMatching(/^## /), 24, 24]);
    expect(graphs.map(({ properties }) => properties.metrics!.length)).not.toContain(0);
    expect(new Set(graphs.map(({ y }) => y)).size).toBe(1);
    const wide = graphs.reduce((sum, { width }) => sum + width, 0);
    expect(wide).toBeLessThanOrEqual(24);
    expect(wide).toBeGreaterThan(24 - graphs.length);
  });
});

test('a mapping that sends all has six graphs, with lines where its alarms go off', () => {
  const { f } = watchedMapping('sqs', 'all');
  new EventSourceMappingDashboard(f.stack, 'Dashboard');
  const widgets = widgetsOf(f.stack);
  expect(titlesOf(widgets)).toEqual([
    '## SQS standard queue',
    '**MyStack/Mapping** (SQS standard queue)',
    'Arrivals',
    'Batches',
    'Failures',
    'Lag',
    'Scaling',
    'Dead letters',
  ]);
  const lines = widgets.flatMap(({ properties }) => properties.annotations?.horizontal ?? []);
  expect(lines.map(({ label, value }) => [label, value])).toEqual([
    ['late', 43_200],
    ['all pollers', 20],
  ]);
});

describe('a dashboard', () => {
  test('has a section for each kind of source, in order', () => {
    const f = new Fixtures();
    watchedMapping('rabbit-mq', 'free', f);
    queueMapping(f.stack, 'Jobs');
    new EventSourceMappingDashboard(f.stack, 'Dashboard');
    expect(titlesOf(widgetsOf(f.stack)).filter((title) => title?.startsWith('#'))).toEqual([
      '## Amazon MQ for RabbitMQ',
      '## SQS standard queue',
    ]);
  });

  test('has mappings that are made after it, and what its user puts before them', () => {
    const stack = new Stack(new App({ analyticsReporting: false }), 'Stack');
    const { dashboard } = new EventSourceMappingDashboard(stack, 'Dashboard', {
      dashboardName: 'shop',
      defaultInterval: Duration.days(1),
    });
    dashboard.addWidgets(new TextWidget({ markdown: 'mine' }));
    queueMapping(stack, 'Jobs', { enabled: false });
    expect(titlesOf(widgetsOf(stack)).slice(0, 3)).toEqual([
      'mine',
      '## SQS standard queue',
      '**Stack/Jobs** (SQS standard queue), disabled',
    ]);
    Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Dashboard', { DashboardName: 'shop' });
  });

  test('of an app has the mappings of the stacks of its own account and Region', () => {
    const app = new App({ analyticsReporting: false });
    const env = { account: '111111111111', region: 'eu-west-1' };
    const [one, two, far] = ['One', 'Two']
      .map((id) => new Stack(app, id, { env }))
      .concat(new Stack(app, 'Far', { env: { ...env, region: 'us-east-1' } }));
    [one, two, far].forEach((stack) => queueMapping(stack, 'Jobs'));
    new EventSourceMappingDashboard(two, 'Dashboard', { within: app });
    const titles = titlesOf(widgetsOf(two)).filter((title) => title?.startsWith('**'));
    expect(titles).toEqual(['**One/Jobs** (SQS standard queue)', '**Two/Jobs** (SQS standard queue)']);
  });

  test('of a stage has those of the stage', () => {
    const app = new App({ analyticsReporting: false });
    const stage = new Stage(app, 'Test', { env: { account: '111111111111', region: 'eu-west-1' } });
    const stack = new Stack(stage, 'Stack');
    queueMapping(stack, 'Jobs');
    queueMapping(new Stack(app, 'Other'), 'Jobs');
    new EventSourceMappingDashboard(stack, 'Dashboard', { within: stage });
    expect(titlesOf(widgetsOf(stack)).filter((title) => title?.startsWith('**'))).toEqual([
      '**Test/Stack/Jobs** (SQS standard queue)',
    ]);
  });

  test('shows the mappings that it is given', () => {
    const stack = new Stack(new App({ analyticsReporting: false }), 'Stack');
    const [first] = [queueMapping(stack, 'First'), queueMapping(stack, 'Second')];
    new EventSourceMappingDashboard(stack, 'Dashboard', { mappings: [first] });
    expect(titlesOf(widgetsOf(stack)).filter((title) => title?.startsWith('**'))).toEqual([
      '**Stack/First** (SQS standard queue)',
    ]);
  });

  test('can be empty', () => {
    const stack = new Stack(new App({ analyticsReporting: false }), 'Stack');
    new EventSourceMappingDashboard(stack, 'Dashboard');
    expect(widgetsOf(stack)).toEqual([]);
  });

  test('with more widgets than CloudWatch takes is refused', () => {
    const stack = new Stack(new App({ analyticsReporting: false }), 'Stack');
    const mapping = queueMapping(stack, 'Jobs');
    new EventSourceMappingDashboard(stack, 'Dashboard', { mappings: Array.from({ length: 90 }, () => mapping) });
    expect(() => widgetsOf(stack)).toThrow(
      'Stack/Dashboard: has 541 widgets, and a dashboard has at most 500: make several',
    );
  });
});

test('widgets have the size that their user wants', () => {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Stack');
  const widgets = new EventSourceMappingWidgets({ mapping: queueMapping(stack, 'Jobs'), width: 12, height: 8 });
  const all = [widgets.arrivals, widgets.batches, widgets.failures, widgets.lag, widgets.scaling];
  expect(all.map((one) => [one?.width, one?.height])).toEqual(Array.from({ length: 5 }, () => [12, 8]));
  expect(widgets.deadLetters).toBeUndefined();
  expect(widgets.title.width).toBe(24);
});

test('a drawing has each widget where CloudWatch puts it', () => {
  const { f } = watchedMapping('kinesis', 'all');
  new EventSourceMappingDashboard(f.stack, 'Dashboard');
  const picture = drawing(widgetsOf(f.stack));
  expect(picture).toContain('Dead letters');
  expect(picture).toContain('Iterator age (ms)');
});
