import { createColors } from 'picocolors';
import { findingsOf, plural, Report } from './report';
import { Checked, Finding } from '../findings';

type Colors = ReturnType<typeof createColors>;

/** For people, grouped by file and mapping. */
export function human(report: Report, withColors: boolean): string {
  const colors = createColors(withColors);
  const files = new Map<string, Checked[]>();
  for (const one of report.checked.filter(({ findings }) => findings.length > 0)) {
    if (!files.has(one.file)) files.set(one.file, []);
    files.get(one.file)!.push(one);
  }
  const sections = [...files].map(([file, mappings]) => [colors.underline(file), ...mappings.flatMap((one) => linesOf(one, colors))].join('\n'));
  return report.files === 0 ? '' : [...sections, summary(report, colors)].join('\n\n');
}

function linesOf({ logicalId, title, findings }: Checked, colors: Colors): string[] {
  return [`  ${colors.bold(logicalId)} (${title})`, ...findings.map((finding) => lineOf(finding, colors))];
}

function lineOf({ severity, message, rule, page }: Finding, colors: Colors): string {
  const label = severity === 'error' ? colors.red('error  ') : colors.yellow('warning');
  return `    ${label} ${message} ${colors.dim(`[${rule}]`)}\n            ${colors.dim(page)}`;
}

function summary(report: Report, colors: Colors): string {
  const findings = findingsOf(report);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const looked = `${plural(report.checked.length, 'mapping')} in ${plural(report.files, 'template')}`;
  if (findings.length === 0) return `${looked}: ${colors.green('nothing is wrong')}`;
  const text = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
  return `${looked}: ${errors > 0 ? colors.red(text) : colors.yellow(text)}`;
}
