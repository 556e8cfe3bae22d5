import { code, table, unique } from './markdown';
import { cloudFormationPath } from '../../src/graph/names';
import { ALARM_RECIPES } from '../../src/metrics/alarms/recipes';
import { SourceContract } from '../../src/model/contract';
import { MetricFact } from '../../src/model/metrics';

const HEAD = ['metric', 'of', 'statistic', 'unit', 'needs', 'sources', 'what it says'];

const OWNERS: readonly MetricFact['of'][] = ['mapping', 'function', 'source', 'dead-letter queue'];

/** Each metric once, with the sources that have it. */
export function metricsTable(contracts: readonly SourceContract[]): string {
  const all = contracts.flatMap(({ id, metrics }) => metrics.facts.map((fact) => ({ id, fact, key: keyOf(fact) })));
  const sorted = [...all].sort((one, other) => OWNERS.indexOf(one.fact.of) - OWNERS.indexOf(other.fact.of));
  const rows = unique(sorted.map(({ key }) => key)).map((key) => {
    const same = sorted.filter((one) => one.key === key);
    const { fact } = same[0];
    const sources = same.length === contracts.length ? 'all' : same.map(({ id }) => id).join(', ');
    const needs = [fact.group && code(fact.group), ...unique(same.map((one) => settingOf(one.fact)))].filter(Boolean);
    return [code(fact.name), fact.of, fact.statistic, fact.unit, needs.join(', '), sources, fact.says];
  });
  return table(HEAD, rows);
}

function keyOf({ name, of }: MetricFact): string {
  return `${name} of ${of}`;
}

/** The property that has to be set, without the block that the two kinds of Kafka call differently. */
function settingOf({ needs }: MetricFact): string | undefined {
  return needs && code(cloudFormationPath(needs.replace('[]', '')).replace(/^\w+KafkaEventSourceConfig\./, ''));
}

/** The metrics that each alarm can be made of. */
export function alarmsTable(contracts: readonly SourceContract[]): string {
  const rows = ALARM_RECIPES.map(({ kind, uses, usesOf }) => {
    const isUsed = ({ name, of }: MetricFact) => uses.includes(name) && (usesOf === undefined || usesOf === of);
    const having = contracts.filter(({ metrics }) => metrics.facts.some(isUsed));
    const sources = having.length === contracts.length ? 'all' : having.map(({ id }) => id).join(', ');
    return [code(kind), uses.map(code).join(' or '), sources];
  });
  return table(['option', 'made of', 'sources'], rows);
}
