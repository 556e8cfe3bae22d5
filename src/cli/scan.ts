import { findFiles } from './files';
import { Progress } from './progress';
import { firstLine, readTemplate, TemplateFile, Unreadable } from './templates';

/** A file that could not be looked at, and why. */
export interface Failure {
  readonly file: string;
  readonly reason: string;
}

export interface Scan<Result> {
  readonly files: number;
  readonly results: readonly Result[];
  readonly failures: readonly Failure[];
}

/** Looks at each template of files and folders; what can't be read does not keep it from the rest. */
export function scan<Result>(paths: readonly string[], region: string | undefined, look: (file: TemplateFile) => Result[]): Scan<Result> {
  const found = findFiles(paths);
  const progress = new Progress(found.length);
  const results: Result[] = [];
  const failures: Failure[] = [];
  let files = 0;
  for (const { file, named, region: own } of found) {
    progress.step(file);
    try {
      const template = readTemplate(file, region ?? own);
      results.push(...look(template));
      files += 1;
    } catch (error) {
      const isOther = error instanceof Unreadable && error.message.startsWith('is not a CloudFormation template');
      if (named || !isOther) failures.push({ file, reason: reasonOf(error) });
    }
  }
  progress.end();
  return { files, results, failures };
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  return error instanceof RangeError ? 'is nested too deep' : `can't be checked: ${firstLine(error)}`;
}
