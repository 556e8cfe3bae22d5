import { findingsOf, Report } from './report';

/** Workflow commands, which GitHub shows beside the lines of a pull request. */
export function github(report: Report): string {
  const failures = report.failures.map(({ file, reason }) => `::error file=${property(file)}::${data(`${file} ${reason}`)}`);
  const findings = findingsOf(report).map(({ file, line, severity, rule, logicalId, message, page }) =>
    `::${severity} file=${property(file)},line=${line},title=${property(rule)}::${data(`${logicalId}: ${message} ${page}`)}`);
  return [...failures, ...findings].join('\n');
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
