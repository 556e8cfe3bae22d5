import { findingsOf, Report } from './report';

/** One array, for other programs. */
export function json(report: Report): string {
  const findings = findingsOf(report).map(({ file, logicalId, source, rule, severity, path, message, page }) =>
    ({ file, logicalId, source, rule, severity, path, message, page }));
  return JSON.stringify(findings, undefined, 2);
}
