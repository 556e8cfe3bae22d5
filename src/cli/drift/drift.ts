import { Answers, readAnswers } from './answers';
import { DriftFinding, driftOf } from './findings';
import { driftAnnotations } from './github';
import { driftText } from './human';
import { driftJson } from './json';
import { driftMarkdown } from './markdown';
import { failsCommand } from './report';
import { statusOf, tellFailures } from '../check';
import { harmlessIn } from '../harmless';
import { CommandOutput, wantsColors } from '../output';
import { scan, ScanFailure } from '../scan';
import { fileName, TemplateFile } from '../templates';

export const DRIFT_FORMATS = ['human', 'json', 'markdown', 'github'];

export interface DriftOptions {
  readonly format: string;
  /** The files that the AWS CLI has written about deployed resources. */
  readonly deployed: readonly string[];
  readonly region?: string;
  /** Whether all fails that is not known to be the same. */
  readonly strict?: boolean;
}

const NO_LIST = 'no file has the answer of "aws lambda list-event-source-mappings"';

/** The command `drift`: says which mappings are deployed otherwise than templates have them. */
export function drift(paths: readonly string[], options: DriftOptions, output: CommandOutput): number {
  const { deployed, region, strict } = options;
  const scanned = scan<TemplateFile>(paths, region, (file) => [file]);
  const failures: ScanFailure[] = [...scanned.failures];
  const fail = (file: string, fault: string) => {
    failures.push({ file: fileName(file), reason: fault });
  };
  const answers = readAnswers(deployed, fail);
  if (failures.length === 0 && !answers.hasMappings) fail(deployed.join(', '), NO_LIST);
  tellFailures(failures, output);
  // If a side can't be read, all mappings of the other would look deleted or new.
  const findings = failures.length > 0 ? [] : driftFindings(scanned.results, answers, output);
  const text = formattedFindings(findings, failures, options, wantsColors(output.stdout));
  if (text !== '') output.stdout.write(`${text}\n`);
  return statusOf(
    findings.some((finding) => failsCommand(finding, strict)),
    failures,
  );
}

const INCOMPLETE =
  'warning: the last list of mappings is not complete, and its next page is in no file: ' +
  'what is not listed is not known to be gone\n';

function driftFindings(files: readonly TemplateFile[], answers: Answers, { stderr }: CommandOutput): DriftFinding[] {
  if (!answers.isComplete) stderr.write(INCOMPLETE);
  return driftOf(files, answers);
}

function formattedFindings(
  findings: readonly DriftFinding[],
  failures: readonly ScanFailure[],
  { format, strict }: DriftOptions,
  withColors: boolean,
): string {
  switch (format) {
    case 'json':
      return driftJson(findings);
    case 'github':
      return driftAnnotations(harmlessIn(findings), harmlessIn(failures));
    case 'markdown':
      return failures.length > 0 ? '' : driftMarkdown(harmlessIn(findings));
    default:
      return failures.length > 0 ? '' : driftText(harmlessIn(findings), strict, withColors);
  }
}
