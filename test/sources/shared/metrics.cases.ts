import type { Case } from '../../cases';

const metrics = (value: unknown) => ({ MetricsConfig: { Metrics: value } });

/** The cases of metrics that are the same for all sources that have them. */
export function metricsCases<Group extends string>(
  source: string,
  eventCount: Group,
): Case<{ metricGroups?: Group[] }>[] {
  return [
    {
      name: 'metrics',
      props: () => ({ metricGroups: [eventCount] }),
      properties: metrics(['EventCount']),
      problems: [],
    },
    { name: 'metrics none', props: () => ({ metricGroups: [] }), properties: metrics([]), problems: [] },
    {
      name: 'metrics twice',
      props: () => ({ metricGroups: [eventCount, eventCount] }),
      properties: metrics(['EventCount', 'EventCount']),
      problems: [`${source}-metrics-unique`],
    },
    { name: 'metrics of another name', properties: metrics(['Events']), problems: [`${source}-metrics-choice`] },
    { name: 'metrics a parameter', properties: metrics([{ Ref: 'Metric' }, { Ref: 'OtherMetric' }]), problems: [] },
    { name: 'metrics a list of which nothing is known', properties: metrics({ Ref: 'Metrics' }), problems: [] },
    {
      name: 'metrics of a condition',
      properties: { MetricsConfig: { 'Fn::If': ['IsWatched', { Metrics: ['Events'] }, { Ref: 'AWS::NoValue' }] } },
      problems: [],
    },
  ];
}

/** The metrics that only Kafka sources have. */
export function noKafkaMetricsCases(source: string): Case[] {
  return ['ErrorCount', 'KafkaMetrics'].map((group) => ({
    name: `metrics ${group}`,
    properties: metrics([group]),
    problems: [`${source}-metrics-choice`],
  }));
}
