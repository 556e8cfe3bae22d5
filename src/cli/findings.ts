import { placeOf } from './lines';
import { TemplateFile } from './templates';
import { checkMapping, pathOf } from '../checks/check-mapping';
import { SourceContract } from '../engine/contract';
import type { Severity } from '../engine/problem';
import { textOf } from '../engine/problem-text';
import { cloudFormationPath } from '../template/names';

/** What is wrong, and where. */
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
  readonly page: string;
  /** Where the mapping begins in its file. */
  readonly line: number;
}

/** What the check found of one mapping. */
export interface Checked {
  readonly file: string;
  readonly logicalId: string;
  readonly title: string;
  readonly findings: readonly Finding[];
}

export function checkFile({ file, template, region, lines }: TemplateFile, ignored: ReadonlySet<string>): Checked[] {
  return template.mappings.map((mapping) => {
    const { contracts, problems } = checkMapping(template, mapping, { region });
    const { logicalId } = mapping;
    const source = contracts.length === 1 ? contracts[0].id : 'unknown';
    const told = problems.filter(({ rule }) => !ignored.has(rule));
    const line = told.length > 0 ? lines.of(placeOf(mapping)) : 1;
    const findings = told.map((problem): Finding => {
      const { rule, name, severity, page } = problem;
      const path = `Resources.${logicalId}.${pathOf(mapping, problem)}`;
      const message = textOf(problem, cloudFormationPath);
      return { file, logicalId, source, rule, name, severity, path, message, page, line };
    });
    return { file, logicalId: mapping.id, title: titleOf(contracts), findings };
  });
}

export function titleOf(contracts: readonly SourceContract[]): string {
  return contracts.length <= 2 ? contracts.map(({ title }) => title).join(' or ') : 'source not known';
}
