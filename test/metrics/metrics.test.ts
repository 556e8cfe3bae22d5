import { Annotations, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Alarm, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Alias, EventSourceMapping, IEventSourceMapping, Version } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  KafkaMetricGroup,
  KafkaMappingMetrics,
  KinesisEventSourceMapping,
  MetricGroup,
  MskEventSourceMapping,
  MskCluster,
  QueueMappingMetrics,
  SqsEventSourceMapping,
  SqsFilter,
  SqsScaling,
  StreamStartingPosition,
  FailureDestination,
} from '../../src';
import { SOURCES } from '../cases';
import { Fixtures } from '../fixtures';

interface Metrics {
  readonly [method: string]: () => Metric | MathExpression;
}

const metricsOf = (mapping: unknown) => (mapping as { readonly metrics: Metrics }).metrics;

/** The methods of an accessor, those of its bases too. */
function methodsOf(metrics: object): string[] {
  const names: string[] = [];
  for (let one = metrics; one !== Object.prototype; one = Object.getPrototypeOf(one) as object) {
    names.push(...Object.getOwnPropertyNames(one));
  }
  return [...new Set(names)].filter((name) => name.startsWith('metric')).sort();
}

const RATES = ['metricFailedInvokeRate', 'metricFilteredOutRate'];

describe.each(SOURCES.map((source) => [source.folder, source] as const))(
  'the metrics of %s',
  (_, { contract, Mapping, smallest, fullest }) => {
    test('are those of the contract, one method each', () => {
      const f = new Fixtures();
      const methods = methodsOf(metricsOf(new Mapping(f.stack, 'Mapping', smallest.props(f)))).filter(
        (name) => !RATES.includes(name),
      );
      const expected = contract.metrics.facts.map(({ name, of }) =>
        of === 'dead-letter queue' ? 'metricDeadLetterQueueMessagesVisible' : `metric${name}`,
      );
      expect(methods).toEqual(expected.sort());
    });

    test(
      'that Lambda does not send with the settings of the smallest mapping are refused, and the others are ' + 'given',
      () => {
        const f = new Fixtures();
        const metrics = metricsOf(new Mapping(f.stack, 'Mapping', smallest.props(f)));
        for (const { name, of, group, needs } of contract.metrics.facts) {
          const method = of === 'dead-letter queue' ? 'metricDeadLetterQueueMessagesVisible' : `metric${name}`;
          if (group !== undefined || needs !== undefined || of === 'dead-letter queue') {
            expect(() => metrics[method]()).toThrow(
              /\[mapping-metric-(group-is-off|without-setting|of-unknown-queue)\]/,
            );
          } else {
            expect(metrics[method]()).toBeInstanceOf(Metric);
          }
        }
      },
    );

    test('of the mapping with all settings have names, namespace, dimension and statistic of AWS', () => {
      const f = new Fixtures();
      const mapping = new Mapping(f.stack, 'Mapping', fullest(f)) as IEventSourceMapping;
      const metrics = metricsOf(mapping);
      const provisioned = (needs?: string) => needs === 'provisionedPollerConfig' && contract.id.startsWith('sqs');
      for (const { name, of, needs, statistic } of contract.metrics.facts.filter(
        (fact) => fact.of === 'mapping' && !provisioned(fact.needs),
      )) {
        const metric = metrics[`metric${name}`]() as Metric;
        expect([of, needs, metric.namespace, metric.metricName, metric.statistic]).toEqual([
          of,
          needs,
          'AWS/Lambda',
          name,
          statistic,
        ]);
        expect(metric.dimensions).toEqual({ EventSourceMappingUUID: mapping.eventSourceMappingId });
      }
    });
  },
);

describe('a metric', () => {
  const queueMapping = (f: Fixtures, props: object = {}) =>
    new SqsEventSourceMapping(f.stack, 'Mapping', { queue: f.queue, target: f.target, ...props });

  test('is looked at as the caller says', () => {
    const mapping = queueMapping(new Fixtures(), { metricGroups: [MetricGroup.EVENT_COUNT] });
    const metric = mapping.metrics.metricPolledEventCount({
      period: Duration.minutes(1),
      statistic: 'Average',
      label: 'Polled',
    });
    expect([metric.period.toSeconds(), metric.statistic, metric.label]).toEqual([60, 'Average', 'Polled']);
  });

  test('of the function has the dimensions of the alias or version that is invoked', () => {
    const f = new Fixtures();
    const alias = new Alias(f.stack, 'Live', {
      aliasName: 'live',
      version: new Version(f.stack, 'Version', { lambda: f.target }),
    });
    const { metrics } = queueMapping(f, { target: alias });
    expect(metrics.metricErrors().dimensions).toMatchObject({ Resource: `${f.target.functionName}:live` });
    expect(metrics.metricErrors().statistic).toBe('Sum');
  });

  test('of the queue is found by its name', () => {
    const f = new Fixtures();
    new Alarm(f.stack, 'Alarm', {
      metric: queueMapping(f).metrics.metricApproximateAgeOfOldestMessage(),
      threshold: 1,
      evaluationPeriods: 1,
    });
    Template.fromStack(f.stack).hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateAgeOfOldestMessage',
      Statistic: 'Maximum',
      Dimensions: [
        {
          Name: 'QueueName',
          Value: { 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::GetAtt': [Match.anyValue(), 'Arn'] }] }] },
        },
      ],
    });
  });

  test('of an imported queue of this account is found too, and of another account is refused', () => {
    const f = new Fixtures();
    const stack = new Stack(f.stack.node.root as never, 'There', {
      env: { account: '111111111111', region: 'eu-west-1' },
    });
    const of = (id: string, account: string) =>
      new SqsEventSourceMapping(stack, id, {
        queue: Queue.fromQueueArn(stack, `Queue${id}`, `arn:aws:sqs:eu-west-1:${account}:jobs`),
        target: f.target,
        grantAccess: false,
      });
    expect(of('Own', '111111111111').metrics.metricApproximateAgeOfOldestMessage().dimensions).toEqual({
      QueueName: 'jobs',
    });
    expect(() => of('Other', '222222222222').metrics.metricApproximateAgeOfOldestMessage()).toThrow(
      'has its source in another account or Region, and ApproximateAgeOfOldestMessage there',
    );
  });

  test('of the dead-letter queue is that of the redrive policy', () => {
    const f = new Fixtures();
    const queue = new Queue(f.stack, 'Jobs', { deadLetterQueue: { queue: f.deadLetters, maxReceiveCount: 3 } });
    const metric = queueMapping(f, { queue }).metrics.metricDeadLetterQueueMessagesVisible();
    expect(f.stack.resolve(metric.dimensions)).toEqual({
      QueueName: {
        'Fn::Select': [
          5,
          {
            'Fn::Split': [
              ':',
              { 'Fn::GetAtt': [f.stack.getLogicalId(f.deadLetters.node.defaultChild as never), 'Arn'] },
            ],
          },
        ],
      },
    });
  });

  test('of the dead-letter queue is that of the failure destination, where it is a queue', () => {
    const f = new Fixtures();
    const of = (id: string, onFailure: FailureDestination) =>
      new KinesisEventSourceMapping(f.stack, `To${id}`, {
        stream: f.stream,
        target: f.target,
        startingPosition: StreamStartingPosition.latest(),
        onFailure,
      });
    expect(
      of('Queue', FailureDestination.queue(f.deadLetters)).metrics.metricDeadLetterQueueMessagesVisible(),
    ).toBeInstanceOf(Metric);
    expect(() => of('Topic', FailureDestination.topic(f.topic)).metrics.metricDeadLetterQueueMessagesVisible()).toThrow(
      'onFailure has no known dead-letter queue',
    );
  });

  test('whose group is off is refused in the names of the options', () => {
    const { metrics } = queueMapping(new Fixtures());
    expect(() => metrics.metricPolledEventCount()).toThrow(
      [
        'Invalid SQS standard queue event source mapping at MyStack/Mapping:',
        '  - metricGroups has no EventCount, the group of PolledEventCount (Lambda sends a group of metrics only ' +
          'where it is turned on, at a price ' +
          'for each metric) [mapping-metric-group-is-off] ' +
          'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html',
      ].join('\n'),
    );
  });

  test('that needs another setting is refused with the option to set', () => {
    const { metrics } = queueMapping(new Fixtures(), { metricGroups: [MetricGroup.EVENT_COUNT] });
    expect(() => metrics.metricProvisionedPollers()).toThrow(
      'scaling.provisioned is not set, and Lambda does not send ProvisionedPollers without it',
    );
    expect(() => metrics.metricFilteredOutRate()).toThrow(
      'filters is not set, and Lambda does not send FilteredOutEventCount without it',
    );
  });

  test('of a group that only the deployment knows is given', () => {
    const f = new Fixtures();
    const group = new CfnParameter(f.stack, 'Group').valueAsString as MetricGroup;
    expect(queueMapping(f, { metricGroups: [group] }).metrics.metricPolledEventCount()).toBeInstanceOf(Metric);
  });

  test('is given if its rule is acknowledged', () => {
    const mapping = queueMapping(new Fixtures());
    Annotations.of(mapping).acknowledgeWarning('mapping-metric-group-is-off', 'turned on by an Aspect');
    expect(mapping.metrics.metricPolledEventCount()).toBeInstanceOf(Metric);
  });

  test('of a dead-letter queue that is not known is refused all the same', () => {
    const mapping = queueMapping(new Fixtures());
    expect(() => mapping.metrics.metricDeadLetterQueueMessagesVisible()).toThrow('[mapping-metric-of-unknown-queue]');
    Annotations.of(mapping).acknowledgeWarning('mapping-metric-of-unknown-queue', 'it is of another team');
    expect(() => mapping.metrics.metricDeadLetterQueueMessagesVisible()).toThrow(
      'MyStack/Mapping: its dead-letter queue is not known',
    );
  });

  test('as a rate is a percentage of what it is a part of', () => {
    const f = new Fixtures();
    const mapping = queueMapping(f, {
      metricGroups: [MetricGroup.EVENT_COUNT],
      filters: [SqsFilter.fromPattern({ body: { a: ['b'] } })],
    });
    const rate = mapping.metrics.metricFilteredOutRate({ period: Duration.minutes(1) });
    expect(rate.expression).toBe('100 * part / whole');
    expect(Object.values(rate.usingMetrics).map((one) => (one as Metric).metricName)).toEqual([
      'FilteredOutEventCount',
      'PolledEventCount',
    ]);
    expect(rate.period.toSeconds()).toBe(60);
  });

  test('is refused of a mapping that this library did not make, and of one of another kind', () => {
    const f = new Fixtures();
    const imported = EventSourceMapping.fromEventSourceMappingId(f.stack, 'Imported', 'a-b-c');
    expect(() => new QueueMappingMetrics(imported)).toThrow('MyStack/Imported is not a mapping of this library');
    expect(() => new KafkaMappingMetrics(queueMapping(f)).metricOffsetLag()).toThrow(
      'the mapping of SQS standard queue has no metric OffsetLag',
    );
  });

  test('of provisioned mode needs no group', () => {
    const f = new Fixtures();
    expect(
      queueMapping(f, { scaling: SqsScaling.provisioned({ maximumPollers: 5 }) }).metrics.metricProvisionedPollers(),
    ).toBeInstanceOf(Metric);
    const msk = new MskEventSourceMapping(f.stack, 'Msk', {
      cluster: MskCluster.provisioned(f.cluster),
      topic: 'clicks',
      target: f.target,
      startingPosition: StreamStartingPosition.latest(),
      provisionedMode: { minimumPollers: 1 },
      metricGroups: [KafkaMetricGroup.ERROR_COUNT],
    });
    expect(msk.metrics.metricEventPollerUnit().statistic).toBe('Sum');
    expect(() => msk.metrics.metricSchemaRegistryErrorCount()).toThrow('provisionedMode.schemaRegistry is not set');
    expect(() => msk.metrics.metricMaxOffsetLag()).toThrow('metricGroups: ErrorCount has no KafkaMetrics');
  });
});
