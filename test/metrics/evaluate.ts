import { calculate } from './math';
import { AlarmProperties } from './watched';

/** A number for each minute; none where nothing is sent. */
export type Minutes = readonly (number | undefined)[];

/** By metric; those of a dead-letter queue begin with `DeadLetters.`. */
export type Series = { readonly [metric: string]: Minutes };

interface Stat {
  readonly MetricName: string;
  readonly Dimensions: readonly { readonly Name: string; readonly Value: unknown }[];
}

interface Query {
  readonly Id: string;
  readonly Expression?: string;
  readonly Period?: number;
  readonly MetricStat?: { readonly Metric: Stat; readonly Period: number; readonly Stat: string };
  readonly ReturnData?: boolean;
}

const STATISTICS: { readonly [statistic: string]: (data: readonly number[]) => number } = {
  Sum: (data) => data.reduce((sum, one) => sum + one, 0),
  Maximum: (data) => Math.max(...data),
  Minimum: (data) => Math.min(...data),
  SampleCount: (data) => data.length,
};

function keyOf({ MetricName, Dimensions }: Stat): string {
  return /"Dead|queue:dead|-dead/i.test(JSON.stringify(Dimensions)) ? `DeadLetters.${MetricName}` : MetricName;
}

/** The value of a metric in each period. */
function periodsOf(stat: Stat, statistic: string, period: number, series: Series): (number | undefined)[] {
  const minutes = series[keyOf(stat)] ?? [];
  const length = period / 60;
  const count = Math.floor(Math.max(...Object.values(series).map((one) => one.length)) / length);
  return Array.from({ length: count }, (_, index) => {
    const data = minutes.slice(index * length, (index + 1) * length).filter((one) => one !== undefined);
    return data.length === 0 ? undefined : STATISTICS[statistic](data);
  });
}

function valuesOf(alarm: AlarmProperties, series: Series): (number | undefined)[] {
  const queries = alarm.Metrics as readonly Query[] | undefined;
  if (queries === undefined) {
    return periodsOf(alarm as unknown as Stat, String(alarm.Statistic), Number(alarm.Period), series);
  }
  const inputs = queries
    .filter(({ MetricStat }) => MetricStat)
    .map(
      ({ Id, MetricStat }) =>
        [Id, periodsOf(MetricStat!.Metric, MetricStat!.Stat, MetricStat!.Period, series)] as const,
    );
  const returned = queries.find(({ ReturnData }) => ReturnData !== false)!;
  if (returned.Expression === undefined) return inputs.find(([id]) => id === returned.Id)![1];
  return inputs[0][1].map((_, index) =>
    calculate(returned.Expression!, Object.fromEntries(inputs.map(([id, values]) => [id, values[index]]))),
  );
}

const COMPARISONS: { readonly [operator: string]: (value: number, threshold: number) => boolean } = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
};

const NO_DATA: { readonly [treatment: string]: boolean | undefined } = {
  breaching: true,
  notBreaching: false,
  ignore: undefined,
};

/** The periods at whose end the alarm is on, as CloudWatch evaluates its definition over the series. */
export function alarmingPeriods(alarm: AlarmProperties, series: Series): number[] {
  const {
    EvaluationPeriods,
    DatapointsToAlarm = EvaluationPeriods,
    Threshold,
    ComparisonOperator,
    TreatMissingData,
  } = alarm;
  const isBad = (value: number | undefined) =>
    value === undefined ? NO_DATA[TreatMissingData] : COMPARISONS[ComparisonOperator](value, Threshold);
  const bad = valuesOf(alarm, series).map(isBad);
  const alarming: number[] = [];
  let isOn = false;
  for (let end = EvaluationPeriods; end <= bad.length; end++) {
    const window = bad.slice(end - EvaluationPeriods, end);
    const count = window.filter((one) => one === true).length;
    if (count >= DatapointsToAlarm) isOn = true;
    // An ignored period keeps the alarm as it is.
    else if (!window.includes(undefined)) isOn = false;
    if (isOn) alarming.push(end);
  }
  return alarming;
}
