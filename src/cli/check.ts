import { Checked, checkFile, unknownRulesIn } from './findings';
import { github } from './formats/github';
import { human } from './formats/human';
import { json } from './formats/json';
import { findingsOf, Report } from './formats/report';
import { sarif } from './formats/sarif';
import { Output, STATUS, wantsColors } from './output';
import { Failure, scan } from './scan';
import { version } from './version';

export const CHECK_FORMATS = ['human', 'json', 'sarif', 'github'];

export interface CheckOptions {
  readonly format: string;
  readonly region?: string;
  readonly ignore?: readonly string[];
  /** Whether a warning counts as an error does. */
  readonly strict?: boolean;
}

/** The command `check`: says what is wrong with the mappings of templates. */
export function check(paths: readonly string[], { format, region, ignore, strict }: CheckOptions, output: Output): number {
  const ignored = new Set(ignore ?? []);
  const { files, results, failures } = scan<Checked>(paths, region, (file) => {
    unknownRulesIn(file).forEach((warning) => output.stderr.write(`warning: ${warning}\n`));
    return checkFile(file, ignored);
  });
  const report: Report = { files, checked: results, failures };
  tellFailures(failures, output);
  const text = textOf(report, format, wantsColors(output.stdout));
  if (text !== '') output.stdout.write(`${text}\n`);
  return statusOf(findingsOf(report).some(({ severity }) => strict || severity === 'error'), failures);
}

function textOf(report: Report, format: string, withColors: boolean): string {
  switch (format) {
    case 'json': return json(report);
    case 'sarif': return sarif(report, version());
    case 'github': return github(report);
    default: return human(report, withColors);
  }
}

export function tellFailures(failures: readonly Failure[], { stderr }: Output): void {
  failures.forEach(({ file, reason }) => stderr.write(`${file}: ${reason}\n`));
}

/** What could not be looked at may hide what is wrong. */
export function statusOf(isWrong: boolean, failures: readonly Failure[]): number {
  if (failures.length > 0) return STATUS.unreadable;
  return isWrong ? STATUS.wrong : STATUS.fine;
}
