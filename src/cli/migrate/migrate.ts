import { migrationText } from './human';
import { migrationJson } from './json';
import { migrationOf } from './migration';
import { identifiersIn } from './resource-mapping';
import { AppVersion } from '../../analysis/app-version';
import { statusOf, tellFailures } from '../check';
import { EMPTY_TEMPLATE, pairs } from '../diff/diff';
import { harmlessIn } from '../harmless';
import { CommandOutput, wantsColors } from '../output';
import { scan, ScanFailure } from '../scan';
import { firstLine, TemplateFile } from '../templates';

export const MIGRATE_FORMATS = ['human', 'json'];

export interface MigrateOptions {
  readonly format: string;
  /** A file with the resources of the stacks, as the AWS CLI lists them. */
  readonly resources?: string;
}

/** The command `migrate`: says which construct adopts which live mapping. */
export function migrate(
  before: string,
  after: string,
  { format, resources }: MigrateOptions,
  output: CommandOutput,
): number {
  const [old, young] = [before, after].map((path) => scan<TemplateFile>([path], undefined, (file) => [file]));
  const failures: ScanFailure[] = [...old.failures, ...young.failures];
  const identifiers = readIdentifiers(resources, failures);
  tellFailures(failures, output);
  if (failures.length > 0) return statusOf(false, failures);
  const files = pairs(before, old.results, after, young.results);
  const [from, to] = [
    new AppVersion(new Map(files.map((pair) => [pair.file, pair.from?.template ?? EMPTY_TEMPLATE]))),
    new AppVersion(new Map(files.map((pair) => [pair.file, pair.to?.template ?? EMPTY_TEMPLATE]))),
  ];
  const migration = migrationOf(from, to);
  const text =
    format === 'json'
      ? migrationJson(migration)
      : migrationText(harmlessIn(migration), identifiers, wantsColors(output.stdout));
  output.stdout.write(`${text}\n`);
  return statusOf(migration.steps.length > 0, failures);
}

function readIdentifiers(file: string | undefined, failures: ScanFailure[]): ReadonlyMap<string, string> {
  if (file === undefined) return new Map();
  try {
    return identifiersIn(file);
  } catch (error) {
    const reason = `can't be read as the output of "aws cloudformation list-stack-resources": ${firstLine(error)}`;
    failures.push({ file, reason });
    return new Map();
  }
}
