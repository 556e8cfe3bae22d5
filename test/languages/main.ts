import { deepStrictEqual } from 'assert';
import { readFileSync, rmSync } from 'fs';
import { join } from 'path';
import { Checks } from './checks';
import { cdk, ROOT, run } from './commands';
import { Language, LANGUAGES } from './languages';
import { checkTarball } from './npm-package';
import { checkCommand } from './packed-command';
import { copyExample, copyProgram } from './project';
import { hasTool, sizesOf } from '../../projenrc/package/pack';
import { packOnce } from '../../projenrc/package/pack-once';

const TEMPLATE = 'cdk.out/EventSources.template.json';

/** In the first language: what the others are compared with. */
let template: unknown;
let complaint: string[] | undefined;

/**
 * Packs the library, installs it in an empty project of each language as a user would, and synthesizes the same app
 * there.
 */
async function main() {
  const checks = new Checks();
  const packed = await checks.check('packages', () =>
    packOnce()
      .map(({ target, missing, files }) =>
        missing
          ? `${target} skipped (no ${missing})`
          : `${target} ${sizesOf(files)
              .map(({ kilobytes }) => kilobytes)
              .join(' + ')} kB`,
      )
      .join(', '),
  );
  if (packed) {
    await checks.check('the npm package holds what users need', checkTarball);
    await checks.check('the command runs in an empty project', checkCommand);
    await checks.check('the examples ask for one version of aws-cdk-lib', oneVersion);
    for (const language of LANGUAGES) {
      if (hasTool(language.needs)) await checkLanguage(checks, language);
      else checks.skip(language.name, `no ${language.needs}`);
    }
  }
  checks.report();
}

async function checkLanguage(checks: Checks, language: Language) {
  const folder = copyExample(language);
  try {
    const environment = language.environment?.(folder);
    if (
      !(await checks.check(`${language.name}: installs`, () =>
        language.install(folder).forEach((command) => run(folder, command, environment)),
      ))
    ) {
      return;
    }
    for (const { says, check } of language.checksInstalled ?? []) {
      await checks.check(`${language.name}: ${says}`, () => check(folder));
    }
    await checks.check(`${language.name}: the CDK CLI synthesizes the same template`, () => {
      run(folder, cdk('synth', '--quiet'), environment);
      return compareTemplate(JSON.parse(readFileSync(join(folder, TEMPLATE), 'utf8')));
    });
    const { startPage } = language;
    if (startPage !== undefined) {
      await checks.check(`${language.name}: the program of docs/getting-started/${startPage.page} is right`, () => {
        copyProgram(folder, startPage);
        run(folder, startPage.command, environment);
      });
    }
    await checks.check(`${language.name}: says what is wrong`, () =>
      compareComplaint(language, run(folder, language.runBadInput, environment)),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function oneVersion(): string {
  const versions = LANGUAGES.map(({ example, manifest }) => {
    const [, version] =
      /aws-?cdk[^\d]*?(?:v2 v|==|": "|<version>)(2\.\d+\.\d+)/i.exec(
        readFileSync(join(ROOT, 'examples', example, manifest), 'utf8'),
      ) ?? [];
    return version;
  });
  if (versions.includes(undefined!) || new Set(versions).size !== 1) {
    throw new Error(`they ask for ${versions.join(', ')}`);
  }
  return versions[0];
}

function compareTemplate(synthesized: { readonly Resources: object }): string {
  template ??= synthesized;
  deepStrictEqual(synthesized, template);
  return `${Object.keys(synthesized.Resources).length} resources`;
}

/**
 * The words are the library's, whatever an exception of the language adds before and after; Java says them a second
 * time. The options are the language's.
 */
function compareComplaint({ badOptions }: Language, output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const start = lines.findIndex((line) =>
    line.includes('Invalid SQS standard queue event source mapping at MyStack/Jobs:'),
  );
  if (start < 0) throw new Error(`in the output there is no line with what is wrong:\n${output}`);
  const after = lines.slice(start + 1);
  const problems = after.slice(
    0,
    after.findIndex((line) => !/^- .*\[[a-z-]+\] https:/.test(line)),
  );
  deepStrictEqual(
    problems.map((problem) => /^- (?<option>[^:]*): /.exec(problem)?.groups!.option),
    badOptions,
  );
  const words = problems.map((problem) => problem.replace(/^[^:]*/, ''));
  complaint ??= words;
  deepStrictEqual(words, complaint);
  return `${problems.length} problems`;
}

void main();
