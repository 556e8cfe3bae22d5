import { Checked, checkFile, unknownRulesIn } from './findings';
import { github } from './formats/github';
import { human } from './formats/human';
import { json } from './formats/json';
import { findingsOf, Report, Unread, unreadText } from './formats/report';
import { sarif } from './formats/sarif';
import { harmless, harmlessIn } from './harmless';
import { Output, STATUS, wantsColors } from './output';
import { Failure, scan } from './scan';
import { version } from './version';
import { unreadIn } from '../analysis/unread';

export const CHECK_FORMATS = ['human', 'json', 'sarif', 'github'];

export interface CheckOptions {
  readonly format: string;
  readonly region?: string;
  readonly ignore?: readonly string[];
  /** Whether a warning counts as an error does. */
  readonly strict?: boolean;
}

/** The command `check`: says what is wrong with the mappings of templates. */
export function check(
  paths: readonly string[],
  { format, region, ignore, strict }: CheckOptions,
  output: Output,
): number {
  const ignored = new Set(ignore ?? []);
  const unread: Unread[] = [];
  const { files, results, failures } = scan<Checked>(paths, region, (file) => {
    unread.push(...unreadIn(file.template).map((what) => ({ file: file.file, what })));
    unknownRulesIn(file).forEach((warning) => output.stderr.write(`warning: ${harmless(warning)}\n`));
    return checkFile(file, ignored);
  });
  const report: Report = { files, checked: results, failures, unread };
  tellFailures(failures, output);
  // An array of findings has no place for it.
  if (format === 'json') unread.forEach((one) => output.stderr.write(`${unreadText(one)}\n`));
  const text = textOf(report, format, wantsColors(output.stdout));
  if (text !== '') output.stdout.write(`${text}\n`);
  return statusOf(
    findingsOf(report).some(({ severity }) => strict || severity === 'error'),
    failures,
  );
}

function textOf(report: Report, format: string, withColors: boolean): string {
  switch (format) {
    case 'json':
      return json(report);
    case 'sarif':
      return sarif(report, version());
    case 'github':
      return github(harmlessIn(report));
    default:
      return human(harmlessIn(report), withColors);
  }
}

export function tellFailures(failures: readonly Failure[], { stderr }: Output): void {
  failures.forEach(({ file, reason }) => stderr.write(`${harmless(`${file}: ${reason}`)}\n`));
}

/** What could not be looked at may hide what is wrong, and what is wrong what could not be looked at. */
export function statusOf(isWrong: boolean, failures: readonly Failure[]): number {
  if (failures.length === 0) return isWrong ? STATUS.wrong : STATUS.fine;
  return isWrong ? STATUS.wrongAndUnreadable : STATUS.unreadable;
}
