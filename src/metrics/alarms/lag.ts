import { AlarmDefinition, AlarmRecipe, FIFTEEN_MINUTES, firstSent } from './recipe';
import { DAY, HOUR } from '../../model/time';
import type { MeasuredMapping } from '../measured-mapping';

/** So many full batches behind is more than what comes and goes. */
const BATCHES_BEHIND = 10;
/** Three quarters of the time are left to do something. */
export const DEFAULT_LAG_SHARE = 0.25;

const LAG_TEXT = {
  firstLook:
    'errors and throttles of the function, and then at how long it runs: a record that keeps failing blocks those ' +
    'behind it, and a function that is too slow never catches up',
  otherwise: 'The lag grows until records are too old, and are lost.',
};

/** The mapping is behind its source: in time, by the age of what it gets, or in records where no age is known. */
export const LAG: AlarmRecipe = {
  kind: 'lag',
  uses: ['IteratorAge', 'ApproximateAgeOfOldestMessage', 'SumOffsetLag', 'OffsetLag'],
  unless: 'how long the source keeps what nobody processed is not known',
  of: (mapping, { lagShare }) => inTime(mapping, lagShare) ?? inRecords(mapping),
};

function inTime(mapping: MeasuredMapping, share: number): AlarmDefinition | undefined {
  const name = firstSent(mapping, ['IteratorAge', 'ApproximateAgeOfOldestMessage']);
  const limit = limitOf(mapping);
  if (name === undefined || limit === undefined) return undefined;
  const isAge = name === 'IteratorAge';
  const threshold = Math.max(1, Math.floor(limit.seconds * share));
  return {
    ...FIFTEEN_MINUTES,
    metric: (period) => mapping.metric(name, { period }),
    threshold: isAge ? threshold * 1000 : threshold,
    // A queue in which nothing happens is empty; an age comes only with an invocation.
    noData: isAge ? 'IGNORE' : 'NOT_BREACHING',
    text: {
      ...LAG_TEXT,
      wrong: `Records wait for more than ${inLargestUnit(threshold)}, a part of the ${limit.words}.`,
    },
  };
}

interface Limit {
  readonly seconds: number;
  readonly words: string;
}

/** The age at which a record is lost: the limit of the mapping, or that of the source. */
function limitOf(mapping: MeasuredMapping): Limit | undefined {
  const maxAge = mapping.number('maximumRecordAgeInSeconds');
  const own = maxAge !== undefined && maxAge > 0 ? maxAge : Infinity;
  const { retention } = mapping;
  const kept = retention?.seconds ?? Infinity;
  if (own <= kept && own < Infinity) {
    return { seconds: own, words: `${inLargestUnit(own)} that the mapping retries a record` };
  }
  if (retention === undefined) return undefined;
  const assumed = retention.isAssumed ? ' by default' : '';
  return { seconds: kept, words: `${inLargestUnit(kept)} that the source keeps them${assumed}` };
}

function inRecords(mapping: MeasuredMapping): AlarmDefinition | undefined {
  const name = firstSent(mapping, ['SumOffsetLag', 'OffsetLag']);
  if (name === undefined) return undefined;
  const batch = mapping.numberOrDefault('batchSize') ?? 100;
  return {
    ...FIFTEEN_MINUTES,
    // The smallest lag: a peak that is worked off is no lag.
    metric: (period) => mapping.metric(name, { period, statistic: 'Minimum' }),
    threshold: BATCHES_BEHIND * batch,
    noData: 'IGNORE',
    text: { ...LAG_TEXT, wrong: `The mapping is always at least ${BATCHES_BEHIND} full batches behind its topic.` },
  };
}

const LARGE_UNITS = [
  { name: 'days', seconds: DAY },
  { name: 'hours', seconds: HOUR },
  { name: 'minutes', seconds: 60 },
];

/** In the largest unit of which there are two: '36 hours'. */
function inLargestUnit(seconds: number): string {
  const unit = LARGE_UNITS.find((one) => seconds >= 2 * one.seconds);
  return unit ? `${Math.round((10 * seconds) / unit.seconds) / 10} ${unit.name}` : `${seconds} seconds`;
}
