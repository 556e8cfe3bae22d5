import { findingsOf, Report } from './report';
import { harmlessJson } from '../harmless';

/** One array, for other programs. */
export function json(report: Report): string {
  const findings = findingsOf(report).map(({ file, logicalId, source, rule, severity, path, message, page }) =>
    ({ file, logicalId, source, rule, severity, path, message, page }));
  return harmlessJson(findings);
}
