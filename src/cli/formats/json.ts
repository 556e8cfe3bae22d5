import { CheckReport, findingsOf } from './report';
import { harmlessJson } from '../harmless';

/** One array, for other programs. */
export function checkJson(report: CheckReport): string {
  const findings = findingsOf(report).map(({ file, logicalId, source, rule, severity, path, message, docs }) => ({
    file,
    logicalId,
    source,
    rule,
    severity,
    path,
    message,
    page: docs,
  }));
  return harmlessJson(findings);
}
