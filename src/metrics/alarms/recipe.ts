import type { Duration } from 'aws-cdk-lib';
import type { ComparisonOperator, IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { MetricFact } from '../../model/metrics';
import type { MeasuredMapping } from '../measured-mapping';

/** Of what a mapping can have an alarm: the names of the options that tune them. */
export type AlarmKind =
  | 'lag'
  | 'stalled'
  | 'failures'
  | 'throttles'
  | 'dropped'
  | 'filteredOut'
  | 'failureDestination'
  | 'deadLetters'
  | 'pollers'
  | 'polling'
  | 'commits'
  | 'schemas';

/**
 * The text of an alarm, for one who is woken by it.
 *
 * @internal
 */
export interface AlarmText {
  /** The fault, as a sentence. */
  readonly wrong: string;
  /** The things to look at first, after 'Look first at'. */
  readonly firstLook: string;
  /** The outcome if nobody does, as a sentence. */
  readonly otherwise: string;
}

/**
 * An alarm, but for what its user tunes.
 *
 * @internal
 */
export interface AlarmDefinition {
  readonly minutes: number;
  readonly threshold: number;
  /** @default - at least the threshold */
  readonly comparison?: keyof typeof ComparisonOperator;
  /** How many periods are looked at. */
  readonly periods: number;
  /** How many of them have to be as bad as that; all by default. */
  readonly badPeriods?: number;
  /** The meaning of missing data: all is well, nothing works, or nobody knows. */
  readonly noData: 'NOT_BREACHING' | 'BREACHING' | 'IGNORE';
  readonly text: AlarmText;
  metric(period: Duration): IMetric;
}

/**
 * The choices that an alarm needs besides the mapping.
 *
 * @internal
 */
export interface AlarmChoices {
  readonly lagShare: number;
}

/**
 * The recipe for a mapping's alarm of one kind.
 *
 * @internal
 */
export interface AlarmRecipe {
  readonly kind: AlarmKind;
  /** The metrics that it can be made of, the best one first. */
  readonly uses: readonly string[];
  /** Whose they are, where there are others of the same name. */
  readonly usesOf?: MetricFact['of'];
  /** Why there is none, although its metric is there. */
  readonly unless?: string;
  /** `undefined` where the mapping does not send what it takes. */
  of(mapping: MeasuredMapping, choices: AlarmChoices): AlarmDefinition | undefined;
}

/** Three periods of five minutes: what comes and goes by itself is shorter. */
export const FIFTEEN_MINUTES = { minutes: 5, periods: 3 };

/** The first of some metrics that the mapping sends. */
export function firstSent(mapping: MeasuredMapping, names: readonly string[]): string | undefined {
  return names.find((name) => mapping.sends(name));
}
