import { dirname } from 'path';
import { findFiles } from './files';
import { Progress } from './progress';
import { firstLine, readTemplate, TemplateFile, Unreadable } from './templates';
import { membersIn } from '../checks/cloud-assembly';
import { Template } from '../template/template';

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
  const failures: Failure[] = [];
  const attempt = <Value>(file: string, named: boolean, make: () => Value[]): Value[] => {
    try {
      return make();
    } catch (error) {
      const isOther = error instanceof Unreadable && error.message.startsWith('is not a CloudFormation template');
      if (named || !isOther) failures.push({ file, reason: reasonOf(error) });
      return [];
    }
  };
  const templates = found.flatMap(({ file, named, region: own }) => {
    progress.step(file);
    return attempt(file, named, () => [readTemplate(file, region ?? own)]);
  });
  byFolder(templates).forEach((together, folder) => attempt(together[0].file, true, () => {
    if (together.length > 1) Template.connect(membersIn(folder, together));
    return [];
  }));
  const results = templates.flatMap((template) => attempt(template.file, true, () => look(template)));
  progress.end();
  return { files: templates.length, results, failures };
}

/** Templates of one folder may be of one app. */
function byFolder(templates: readonly TemplateFile[]): ReadonlyMap<string, readonly TemplateFile[]> {
  const folders = new Map<string, TemplateFile[]>();
  for (const template of templates) {
    const folder = dirname(template.file);
    if (!folders.has(folder)) folders.set(folder, []);
    folders.get(folder)!.push(template);
  }
  return folders;
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  return error instanceof RangeError ? 'is nested too deep' : `can't be checked: ${firstLine(error)}`;
}
