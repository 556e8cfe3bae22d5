import { Review } from './reviews';
import { harmlessJson } from '../harmless';

/** For programs. */
export function reviewJson(reviews: readonly Review[]): string {
  return harmlessJson(reviews.map(reviewForPrograms));
}

function reviewForPrograms({ row, findings, explanation, change }: Review) {
  return {
    ...row,
    findings: findings.map(({ rule, severity, path, message, docs }) => ({
      rule,
      severity,
      path,
      message,
      page: docs,
    })),
    ...(explanation === undefined ? {} : { explanation }),
    ...(change === undefined
      ? {}
      : {
          change: {
            state: change.state,
            ...(change.before === undefined ? {} : { before: change.before }),
            outcomes: change.outcomes.map(({ outcome, properties, explanation: happens }) => ({
              outcome,
              properties,
              explanation: happens,
            })),
          },
        }),
  };
}
