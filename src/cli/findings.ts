import { templatePathOf } from './lines';
import { TemplateFile } from './templates';
import { checkMapping, pathOf } from '../analysis/check-mapping';
import { checkAcknowledgedIds } from '../analysis/unknown-rules';
import { acknowledgementIn, acknowledgedIdsIn, noteOf } from '../graph/acknowledgement-metadata';
import { cloudFormationPath } from '../graph/names';
import { namingOf } from '../graph/template';
import { SourceContract } from '../model/contract';
import type { Problem, Severity } from '../model/problem';
import { problemText } from '../model/problem-text';

/** A problem of a mapping, and its place. */
export interface Finding {
  readonly file: string;
  readonly logicalId: string;
  /** The kind of source, by its id in documents. */
  readonly source: string;
  readonly rule: string;
  /** The id of the rule without the source. */
  readonly name: string;
  readonly severity: Severity;
  readonly path: string;
  readonly message: string;
  readonly docs: string;
  /** The line on which the mapping begins. */
  readonly line: number;
}

/** The result of the check for one mapping. */
export interface CheckedMapping {
  readonly file: string;
  readonly logicalId: string;
  readonly title: string;
  readonly findings: readonly Finding[];
  /** The findings that do not count: the template's metadata acknowledges them. Their messages say so. */
  readonly acknowledged: readonly Finding[];
  /** The rules of findings that `--ignore` leaves out. */
  readonly ignored: readonly string[];
}

export function checkFile(
  { file, template, region, account, lines }: TemplateFile,
  ignored: ReadonlySet<string>,
): CheckedMapping[] {
  return template.mappings.map((mapping) => {
    const { contracts, problems } = checkMapping(template, mapping, { region, account });
    const { logicalId } = mapping;
    const source = contracts.length === 1 ? contracts[0].id : 'unknown';
    const told = problems.filter(({ rule }) => !ignored.has(rule));
    const line = told.length > 0 ? lines.of(templatePathOf(mapping)) : 1;
    const findingOf = (problem: Problem): Finding => {
      const { rule, name, severity, docs } = problem;
      const path = `Resources.${logicalId}.${pathOf(mapping, problem)}`;
      const message = problemText(problem, namingOf(mapping));
      return { file, logicalId, source, rule, name, severity, path, message, docs, line };
    };
    const findings: Finding[] = [];
    const acknowledged: Finding[] = [];
    for (const finding of told.map(findingOf)) {
      const acknowledgement = acknowledgementIn(template.metadataOf(logicalId), finding.rule);
      if (acknowledgement === undefined) findings.push(finding);
      else acknowledged.push({ ...finding, message: noteOf(acknowledgement, finding.message) });
    }
    return {
      file,
      logicalId: mapping.id,
      title: sourceTitle(contracts),
      findings,
      acknowledged,
      ignored: problems.map(({ rule }) => rule).filter((rule) => ignored.has(rule)),
    };
  });
}

/** Warnings of ids that a file's metadata acknowledges, and that no rule has. */
export function unknownRulesIn({ file, template }: TemplateFile): string[] {
  const resources = [...new Set(template.mappings.map(({ logicalId }) => logicalId))];
  const acknowledged = resources.flatMap((id) => acknowledgedIdsIn(template.metadataOf(id), id));
  return checkAcknowledgedIds(acknowledged).map((problem) => `${file}: ${problemText(problem, cloudFormationPath)}`);
}

export function sourceTitle(contracts: readonly SourceContract[]): string {
  return contracts.length <= 2 ? contracts.map(({ title }) => title).join(' or ') : 'source not known';
}
