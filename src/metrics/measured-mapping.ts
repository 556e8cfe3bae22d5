import { Resource } from 'aws-cdk-lib';
import { MathExpression, MathExpressionOptions, Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type { IEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Measurable } from './measurable';
import {
  isMeasuredBeside,
  nameOf,
  NamedResource,
  l1NumberAt,
  resourceAt,
  measuredSourceOf,
  l1ValuesAt,
} from './source-resource';
import { ConstructRule, constructProblem } from '../model/construct-rules';
import type { PropertyReader, SourceContract } from '../model/contract';
import { METRIC_GROUP_IS_OFF, METRIC_OF_UNKNOWN_QUEUE, METRIC_WITHOUT_SETTING } from '../model/metric-rules';
import { MetricFact, ResourceMetrics } from '../model/metrics';
import { readerAt } from '../model/paths';
import type { Problem } from '../model/problem';
import { FAILURE_DESTINATION, METRIC_GROUPS, SOURCE_ARN } from '../model/property-paths';
import { isUnknown } from '../model/tokens';

/**
 * A mapping, as those see it who measure it.
 *
 * @internal
 */
export class MeasuredMapping {
  /** Whether a construct is a mapping of this library. */
  public static is(construct: unknown): construct is IEventSourceMapping & { readonly _measurable: Measurable } {
    return Resource.isResource(construct as Resource) && '_measurable' in (construct as Resource);
  }

  public static of(mapping: IEventSourceMapping): MeasuredMapping {
    if (MeasuredMapping.is(mapping)) return new MeasuredMapping(mapping, mapping._measurable);
    const path = mapping.node.path;
    throw new Error(`${path} is not a mapping of this library, so its source and its settings are not known`);
  }

  public readonly contract: SourceContract;
  public readonly reader: PropertyReader;
  private readonly source?: NamedResource;
  private readonly deadLetterQueue?: NamedResource;

  private constructor(
    public readonly mapping: IEventSourceMapping,
    private readonly measurable: Measurable,
  ) {
    this.contract = measurable.contract;
    this.reader = readerAt(measurable.properties);
    const polled = resourceAt(this.value(SOURCE_ARN));
    this.source = polled && measuredSourceOf(polled, this.contract.metrics);
    this.deadLetterQueue = this.findDeadLetterQueue();
  }

  /** The value of a property, where it is known that there is one. */
  public value(path: string): unknown {
    return this.reader.values(path)[0];
  }

  public number(path: string): number | undefined {
    const value = this.value(path);
    return isUnknown(value) || value === undefined ? undefined : Number(value);
  }

  /** A number, or what Lambda takes without it; `undefined` where that is not known at synthesis. */
  public numberOrDefault(path: string): number | undefined {
    if (this.reader.has(path) !== false) return this.number(path);
    const byDefault = this.contract.properties.find(({ property }) => property === path)?.default;
    return typeof byDefault === 'number' ? byDefault : undefined;
  }

  /**
   * The time, in seconds, for which the source keeps a record that nobody has processed; and whether that is only
   * assumed, from the default.
   */
  public get retention(): { readonly seconds: number; readonly isAssumed: boolean } | undefined {
    const { retention } = this.contract.metrics;
    if (retention === undefined) return undefined;
    const { l1 } = this.source ?? {};
    const at = l1 && retention.at[l1.cfnResourceType];
    const amount = at && l1NumberAt(l1!, at.property);
    if (amount !== undefined) return { seconds: amount * at!.seconds, isAssumed: false };
    const isKnown = retention.isFixed === true || (at !== undefined && l1ValuesAt(l1!, at.property).length === 0);
    return { seconds: retention.default, isAssumed: !isKnown };
  }

  public fact(name: string, of?: MetricFact['of']): MetricFact | undefined {
    return this.contract.metrics.facts.find((fact) => fact.name === name && (of === undefined || fact.of === of));
  }

  /** Whether Lambda or the source sends a metric, with the settings that the mapping has. */
  public sends(name: string, of?: MetricFact['of']): boolean {
    const fact = this.fact(name, of);
    return fact !== undefined && this.missingFor(fact).length === 0;
  }

  public metric(name: string, options: MetricOptions = {}, of?: MetricFact['of']): Metric {
    const fact = this.fact(name, of);
    if (fact === undefined) {
      throw new Error(`${this.mapping.node.path}: the mapping of ${this.contract.title} has no metric ${name}`);
    }
    this.measurable.throwErrors(this.missingFor(fact));
    const { target } = this.measurable;
    const statistic = { statistic: fact.statistic, ...options };
    if (fact.of === 'function') return target.metric(name, statistic);
    return new Metric({ metricName: name, ...this.placeOf(fact), ...statistic }).attachTo(this.mapping);
  }

  /** A part of another metric, in percent; without data while the other one is 0. */
  public percentage(part: string, whole: string, options: MathExpressionOptions = {}): MathExpression {
    const usingMetrics = { part: this.metric(part), whole: this.metric(whole) };
    const label = `${part} of ${whole} (%)`;
    return new MathExpression({ expression: '100 * part / whole', label, usingMetrics, ...options });
  }

  private placeOf({ of }: MetricFact) {
    if (of === 'mapping') {
      const dimensionsMap = { EventSourceMappingUUID: this.mapping.eventSourceMappingId };
      return { namespace: 'AWS/Lambda', dimensionsMap };
    }
    const { source, deadLetters } = this.contract.metrics;
    const place = (of === 'source' ? source : deadLetters)!;
    const resource = of === 'source' ? this.source : this.deadLetterQueue;
    // To acknowledge the rule does not tell the name.
    if (resource === undefined) throw new Error(`${this.mapping.node.path}: its ${of} is not known`);
    return { namespace: place.namespace, dimensionsMap: { [place.dimension]: nameOf(resource, place) } };
  }

  /** The problems that keep a metric from being sent. */
  private missingFor(fact: MetricFact): Problem[] {
    const { name, of, group, needs } = fact;
    if (group !== undefined && this.reader.any(`${METRIC_GROUPS}[]`, (on) => on === group) === false) {
      const says = `has no ${group}, the group of ${name}`;
      return [this.problem(METRIC_GROUP_IS_OFF, METRIC_GROUPS, says, this.value(METRIC_GROUPS))];
    }
    if (needs !== undefined && this.reader.has(needs) === false) {
      return [this.problem(METRIC_WITHOUT_SETTING, needs, `is not set, and Lambda does not send ${name} without it`)];
    }
    if (of === 'source') return this.missingFrom(fact, this.source, SOURCE_ARN);
    return of === 'dead-letter queue' ? this.missingFrom(fact, this.deadLetterQueue, this.deadLettersAt) : [];
  }

  private missingFrom({ name, of }: MetricFact, resource: NamedResource | undefined, property: string): Problem[] {
    if (resource === undefined) {
      const says = `has no known ${of}, so there is no ${name}`;
      return [this.problem(METRIC_OF_UNKNOWN_QUEUE, property, says)];
    }
    if (isMeasuredBeside(resource, this.mapping)) return [];
    const says = `has its ${of} in another account or Region, and ${name} there`;
    return [this.problem(METRIC_OF_UNKNOWN_QUEUE, property, says)];
  }

  private problem(rule: ConstructRule, path: string, says: string, value?: unknown): Problem {
    const property = path.replace('[]', '');
    const options = this.contract.properties.filter((spec) => spec.property === property).map(({ option }) => option);
    // A destination has an option of its own, and one for topics among those of pollers.
    const [option] = options.sort((one, other) => one.split('.').length - other.split('.').length);
    return { ...constructProblem(rule, { property, option, says, form: 'verbatim' }), value };
  }

  private get deadLettersAt(): string {
    return this.contract.metrics.deadLettersAt === undefined ? FAILURE_DESTINATION : SOURCE_ARN;
  }

  /** The queue that the source's redrive policy names, or the failure destination where that is a queue. */
  private findDeadLetterQueue(): NamedResource | undefined {
    const { deadLetters, deadLettersAt } = this.contract.metrics;
    if (deadLettersAt !== undefined) {
      const { l1 } = this.source ?? {};
      const path = l1 && deadLettersAt[l1.cfnResourceType];
      return path === undefined ? undefined : resourceAt(l1ValuesAt(l1!, path)[0]);
    }
    const destination = resourceAt(this.value(FAILURE_DESTINATION));
    return destination && deadLetters && isOne(destination, deadLetters) ? destination : undefined;
  }
}

function isOne({ arn, l1 }: NamedResource, { type, service }: ResourceMetrics): boolean {
  return l1 ? l1.cfnResourceType === type : arn.split(':')[2] === service;
}
