import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { AlarmDefinition, AlarmRecipe, FIFTEEN_MINUTES } from './recipe';
import type { MeasuredMapping } from '../measured-mapping';

const STALLED_TEXT = {
  firstLook:
    "whether the mapping is enabled, at its LastProcessingResult, and at the permissions of the function's role",
  otherwise: 'Nothing is processed, and what waits is lost when the source no longer keeps it.',
};

/**
 * The mapping does not work at all: somebody has disabled it, the role lost a permission, or the source can't be
 * reached.
 */
export const STALLED: AlarmRecipe = {
  kind: 'stalled',
  uses: ['PolledEventCount'],
  unless: 'the mapping is disabled',
  of: (mapping) => {
    if (mapping.reader.any('enabled', (enabled) => enabled === false)) return undefined;
    return notPolling(mapping) ?? waitingInVain(mapping) ?? notInvoked(mapping);
  },
};

/** Lambda counts each poll, also one that finds nothing: without data, there is no poll. */
function notPolling(mapping: MeasuredMapping): AlarmDefinition | undefined {
  if (!mapping.sends('PolledEventCount')) return undefined;
  return {
    ...FIFTEEN_MINUTES,
    metric: (period) => mapping.metric('PolledEventCount', { period, statistic: 'SampleCount' }),
    threshold: 1,
    comparison: 'LESS_THAN_THRESHOLD',
    noData: 'BREACHING',
    text: { ...STALLED_TEXT, wrong: 'Lambda does not poll the source.' },
  };
}

/** The queue is never empty, and the function never invoked. */
function waitingInVain(mapping: MeasuredMapping): AlarmDefinition | undefined {
  const waiting = 'ApproximateNumberOfMessagesVisible';
  if (!mapping.sends(waiting, 'source')) return undefined;
  return {
    ...FIFTEEN_MINUTES,
    metric: (period) =>
      new MathExpression({
        expression: 'IF(waiting > 0 AND FILL(invoked, 0) == 0, 1, 0)',
        label: 'Messages wait, and nothing is invoked',
        period,
        usingMetrics: {
          waiting: mapping.metric(waiting, { period, statistic: 'Minimum' }, 'source'),
          invoked: mapping.metric('Invocations', { period }),
        },
      }),
    threshold: 1,
    noData: 'NOT_BREACHING',
    text: { ...STALLED_TEXT, wrong: 'Messages wait in the queue, and the function is not invoked.' },
  };
}

/** Records come in, and the function is not invoked: with filters, that may be as it should. */
function notInvoked(mapping: MeasuredMapping): AlarmDefinition | undefined {
  if (!mapping.sends('IncomingRecords') || mapping.reader.has('filterCriteria.filters[]') !== false) return undefined;
  return {
    ...FIFTEEN_MINUTES,
    metric: (period) =>
      new MathExpression({
        expression: 'IF(FILL(incoming, 0) > 0 AND FILL(invoked, 0) == 0, 1, 0)',
        label: 'Records come in, and nothing is invoked',
        period,
        usingMetrics: {
          incoming: mapping.metric('IncomingRecords', { period }),
          invoked: mapping.metric('Invocations', { period }),
        },
      }),
    threshold: 1,
    noData: 'NOT_BREACHING',
    text: { ...STALLED_TEXT, wrong: 'Records arrive in the stream, but the function is not invoked.' },
  };
}
