import { basename, dirname } from 'path';
import { findFiles, FoundFile } from './files';
import { Progress } from './progress';
import { firstLine, fileName, NoTemplate, readFile, TemplateFile, Unreadable } from './templates';
import { constructPathsIn, membersIn } from '../analysis/cloud-assembly';
import { fileOfNested } from '../graph/nested-stacks';
import { Template } from '../graph/template';

/** A file or a folder that could not be looked at, and why. */
export interface ScanFailure {
  readonly file: string;
  readonly reason: string;
}

export interface Scan<Result> {
  readonly files: number;
  readonly results: readonly Result[];
  readonly failures: readonly ScanFailure[];
}

const NOTHING_FOUND = 'has no CloudFormation template with resources; for an AWS CDK app, run cdk synth first';

/** Looks at each template of files and folders; what can't be read does not keep it from the rest. */
export function scan<Result>(
  paths: readonly string[],
  region: string | undefined,
  reader: (file: TemplateFile) => Result[],
): Scan<Result> {
  const found = paths.map((path) => ({ path, files: findFiles(path) }));
  const progress = new Progress(found.reduce((sum, { files }) => sum + files.length, 0));
  const failures: ScanFailure[] = [];
  const attempt = <Value>(file: string, make: () => Value[], isPassedOver?: (error: unknown) => boolean): Value[] => {
    try {
      return make();
    } catch (error) {
      if (!isPassedOver?.(error)) failures.push({ file, reason: reasonOf(error) });
      return [];
    }
  };
  const read = ({ file, named, region: own, account }: FoundFile): TemplateFile[] => {
    progress.step(file);
    return attempt(
      fileName(file),
      () => [readFile(file, { region: region ?? own, account })],
      (error) => !named && error instanceof NoTemplate,
    );
  };
  const templates = found.flatMap(({ path, files }) => {
    const before = failures.length;
    const own = files.flatMap(read);
    if (own.length === 0 && failures.length === before) failures.push({ file: path, reason: NOTHING_FOUND });
    return own;
  });
  const folders = byFolder(templates);
  connectedFolders(folders).forEach((together) =>
    attempt(folders.get(together[0])![0].file, () => {
      const members = together.flatMap((folder) => membersIn(folder, folders.get(folder)!));
      if (members.length > 1) Template.connect(members);
      together.forEach((folder) => tellPaths(folder, folders.get(folder)!));
      return [];
    }),
  );
  const results = templates.flatMap((template) => attempt(template.file, () => reader(template)));
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

/** The folders whose templates are nested in each other are of one app too. */
function connectedFolders(folders: ReadonlyMap<string, readonly TemplateFile[]>): readonly (readonly string[])[] {
  const groups = new Map([...folders.keys()].map((folder) => [folder, new Set([folder])]));
  for (const [folder, templates] of folders) {
    for (const { file, template } of templates) {
      const nested = template.nestedStacks.map((stack) => dirname(fileOfNested(file, stack) ?? file));
      for (const other of nested.filter((one) => groups.has(one))) {
        const together = new Set([...groups.get(folder)!, ...groups.get(other)!]);
        together.forEach((one) => groups.set(one, together));
      }
    }
  }
  return [...new Set(groups.values())].map((group) => [...group]);
}

/** The manifest of a cloud assembly tells where constructs made the resources. */
function tellPaths(folder: string, files: readonly TemplateFile[]): void {
  const paths = constructPathsIn(folder);
  files.forEach(({ file, template }) => {
    template.constructPaths = paths.get(basename(file)) ?? template.constructPaths;
  });
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  return error instanceof RangeError ? 'is nested too deep' : `can't be checked: ${firstLine(error)}`;
}
