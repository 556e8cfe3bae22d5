import type { ConstructRule } from './construct-rules';
import { ruleNamed } from './problem';

const METRICS_PAGE = 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html';

export const METRIC_GROUP_IS_OFF: ConstructRule = {
  ...ruleNamed('metric-group-is-off'),
  severity: 'error',
  says: 'A metric is used whose group is not turned on',
  reason: 'Lambda sends a group of metrics only where it is turned on, at a price for each metric',
  docs: METRICS_PAGE,
};

export const METRIC_WITHOUT_SETTING: ConstructRule = {
  ...ruleNamed('metric-without-setting'),
  severity: 'error',
  says: 'A metric is used that Lambda sends with another setting only',
  reason: 'an alarm on a metric that is never sent stays silent',
  docs: METRICS_PAGE,
};

export const METRIC_OF_UNKNOWN_QUEUE: ConstructRule = {
  ...ruleNamed('metric-of-unknown-queue'),
  severity: 'error',
  says: 'A metric is used of a resource that is not known, or is of another account',
  reason: 'CloudWatch has the metrics of a resource in the account of the resource only',
  docs: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html',
};

/** The rules of those who use a metric. */
export const METRIC_RULES: readonly ConstructRule[] = [
  METRIC_GROUP_IS_OFF,
  METRIC_WITHOUT_SETTING,
  METRIC_OF_UNKNOWN_QUEUE,
];
