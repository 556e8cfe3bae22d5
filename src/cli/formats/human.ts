import { createColors } from 'picocolors';
import type { Colors } from 'picocolors/types';
import { CheckReport, findingsOf, notesOf, plural, unreadText } from './report';
import { CheckedMapping, Finding } from '../findings';

/** For people, grouped by file and mapping. */
export function checkText(report: CheckReport, withColors: boolean): string {
  const colors = createColors(withColors);
  const files = new Map<string, CheckedMapping[]>();
  for (const one of report.checked.filter((checked) => checked.findings.length + notesOf(checked).length > 0)) {
    if (!files.has(one.file)) files.set(one.file, []);
    files.get(one.file)!.push(one);
  }
  const sections = [...files].map(([file, mappings]) =>
    [colors.underline(file), ...mappings.flatMap((one) => mappingLines(one, colors))].join('\n'),
  );
  const unread = report.unread.map((one) => colors.cyan(unreadText(one))).join('\n');
  return report.files === 0
    ? ''
    : [...sections, ...(unread === '' ? [] : [unread]), summary(report, colors)].join('\n\n');
}

function mappingLines(checked: CheckedMapping, colors: Colors): string[] {
  const { logicalId, title, findings } = checked;
  return [
    `  ${colors.bold(logicalId)} (${title})`,
    ...findings.map((finding) => findingText(finding, severityLabel(finding, colors), colors)),
    ...notesOf(checked).map((finding) => findingText(finding, colors.cyan('note   '), colors)),
  ];
}

function severityLabel({ severity }: Finding, colors: Colors): string {
  return severity === 'error' ? colors.red('error  ') : colors.yellow('warning');
}

function findingText({ message, rule, docs }: Finding, kind: string, colors: Colors): string {
  return `    ${kind} ${message} ${colors.dim(`[${rule}]`)}\n            ${colors.dim(docs)}`;
}

function summary(report: CheckReport, colors: Colors): string {
  const findings = findingsOf(report);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const looked = `${plural(report.checked.length, 'mapping')} in ${plural(report.files, 'template')}`;
  const leftOut = leftOutOf(report);
  const isAll = report.unread.length === 0;
  const nothing = `${leftOut === '' ? 'nothing is wrong' : 'nothing else is wrong'}${
    isAll ? '' : ' with what was looked ' + 'into'
  }`;
  if (findings.length === 0) return `${looked}: ${colors.green(nothing)}${leftOut}`;
  const text = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
  return `${looked}: ${errors > 0 ? colors.red(text) : colors.yellow(text)}${leftOut}`;
}

/** The findings that do not count. They are listed so that nobody takes this for a check that found nothing. */
function leftOutOf({ checked }: CheckReport): string {
  const acknowledged = checked.flatMap((one) => one.acknowledged.map(({ rule }) => rule));
  return (
    leftOutWords(acknowledged, 'acknowledged') +
    leftOutWords(
      checked.flatMap(({ ignored }) => ignored),
      'ignored',
    )
  );
}

function leftOutWords(rules: readonly string[], fate: string): string {
  const ids = [...new Set(rules)].sort().join(', ');
  return rules.length === 0 ? '' : `; ${plural(rules.length, 'finding')} ${fate}: ${ids}`;
}
