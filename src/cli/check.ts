import { CheckedMapping, checkFile, unknownRulesIn } from './findings';
import { checkAnnotations } from './formats/github';
import { checkText } from './formats/human';
import { checkJson } from './formats/json';
import { CheckReport, findingsOf, Unread, unreadText } from './formats/report';
import { sarif } from './formats/sarif';
import { harmless, harmlessIn } from './harmless';
import { CommandOutput, STATUS, wantsColors } from './output';
import { scan, ScanFailure } from './scan';
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
export function checkTemplates(
  paths: readonly string[],
  { format, region, ignore, strict }: CheckOptions,
  output: CommandOutput,
): number {
  const ignored = new Set(ignore ?? []);
  const unread: Unread[] = [];
  const { files, results, failures } = scan<CheckedMapping>(paths, region, (file) => {
    unread.push(...unreadIn(file.template).map((what) => ({ file: file.file, what })));
    unknownRulesIn(file).forEach((warning) => output.stderr.write(`warning: ${harmless(warning)}\n`));
    return checkFile(file, ignored);
  });
  const report: CheckReport = { files, checked: results, failures, unread };
  tellFailures(failures, output);
  // An array of findings has no place for it.
  if (format === 'json') unread.forEach((one) => output.stderr.write(`${unreadText(one)}\n`));
  const text = formattedReport(report, format, wantsColors(output.stdout));
  if (text !== '') output.stdout.write(`${text}\n`);
  return statusOf(
    findingsOf(report).some(({ severity }) => strict || severity === 'error'),
    failures,
  );
}

function formattedReport(report: CheckReport, format: string, withColors: boolean): string {
  switch (format) {
    case 'json':
      return checkJson(report);
    case 'sarif':
      return sarif(report, version());
    case 'github':
      return checkAnnotations(harmlessIn(report));
    default:
      return checkText(harmlessIn(report), withColors);
  }
}

export function tellFailures(failures: readonly ScanFailure[], { stderr }: CommandOutput): void {
  failures.forEach(({ file, reason }) => stderr.write(`${harmless(`${file}: ${reason}`)}\n`));
}

/** A failure may hide errors, and errors may hide a failure, so both together have their own status. */
export function statusOf(isWrong: boolean, failures: readonly ScanFailure[]): number {
  if (failures.length === 0) return isWrong ? STATUS.wrong : STATUS.fine;
  return isWrong ? STATUS.wrongAndUnreadable : STATUS.unreadable;
}
