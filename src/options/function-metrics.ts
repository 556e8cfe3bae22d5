import { MetricFact } from '../model/metrics';

/** The metrics of each function: of all its invocations, whoever causes them. */
export const FUNCTION_METRICS: readonly MetricFact[] = [
  { name: 'Invocations', of: 'function', statistic: 'Sum', unit: 'Count', says: 'invocations of the function' },
  { name: 'Errors', of: 'function', statistic: 'Sum', unit: 'Count', says: 'invocations that ended in an error' },
  { name: 'Throttles', of: 'function', statistic: 'Sum', unit: 'Count', says: 'invocations that were throttled' },
  {
    name: 'ConcurrentExecutions',
    of: 'function',
    statistic: 'Maximum',
    unit: 'Count',
    says: 'instances of the function that process events',
  },
];

/** The age of records when they reach the function. */
export const ITERATOR_AGE: MetricFact = {
  name: 'IteratorAge',
  of: 'function',
  statistic: 'Maximum',
  unit: 'Milliseconds',
  says: 'age of the last record of a batch when the function gets it',
};
