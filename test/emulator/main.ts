import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Adoption } from './adoption';
import { lintTemplates } from './cfn-lint';
import { compareMappings, Mapping, mappingOf } from './compare';
import { Drift } from './drift';
import { Emulator, installTools, readMappings, startEmulator } from './emulator';
import { EXPECTED, UPDATES } from './expected';
import { writeSnapshotTemplates } from './templates';
import { hasTool } from '../../projenrc/package/pack';
import { packOnce } from '../../projenrc/package/pack-once';
import { Checks } from '../languages/checks';
import { cdk, run } from '../languages/commands';
import { LANGUAGES } from '../languages/languages';
import { copyExample, replaceIn } from '../languages/project';

const [TYPESCRIPT] = LANGUAGES;
const DEPLOY = cdk('deploy', '--method=direct', '--require-approval', 'never');

/**
 * Deploys the example app to an emulator with the CDK CLI, reads the mappings back, changes some, and destroys them.
 */
async function main() {
  const checks = new Checks();
  if (!hasTool('python3')) {
    checks.skip('deployment and cfn-lint', 'no python3');
    return checks.report();
  }
  const folder = mkdtempSync(join(tmpdir(), 'deployment-'));
  const app = copyExample(TYPESCRIPT);
  let tools = '';
  try {
    const ready = await checks.check('deployment: moto, cfn-lint and the app are installed', () => {
      tools = installTools(folder);
      packOnce(['js']);
      TYPESCRIPT.install(app).forEach((command) => run(app, command));
    });
    if (ready) {
      const emulator = await startEmulator(tools);
      try {
        await deploy(checks, tools, app, emulator);
        await adopt(checks, new Adoption(tools, app, emulator));
        await checks.check('cfn-lint has nothing to say of the templates', async () =>
          lintTemplates(tools, [
            join(app, 'cdk.out/EventSources.template.json'),
            ...(await writeSnapshotTemplates(folder)),
          ]),
        );
        await checks.check('deployment: without access, the mapping is refused', () =>
          deployWithoutAccess(app, emulator),
        );
      } finally {
        emulator.stop();
      }
    }
  } finally {
    [folder, app].forEach((path) => rmSync(path, { recursive: true, force: true }));
  }
  checks.report();
}

async function deploy(checks: Checks, tools: string, app: string, emulator: Emulator) {
  const { environment } = emulator;
  let first: Mapping[] = [];
  await checks.check('deployment: the mappings are made, and are what the app asks for', () => {
    run(app, cdk('bootstrap'), environment);
    run(app, DEPLOY, environment);
    first = readMappings(tools, emulator);
    return compareMappings(first, EXPECTED);
  });
  await checks.check('deployment: an update changes mappings, and replaces one whose topic is another', () => {
    UPDATES.forEach(({ file, from, to }) => replaceIn(join(app, file), from, to));
    run(app, DEPLOY, environment);
    const second = readMappings(tools, emulator);
    compareMappings(second, {
      ...EXPECTED,
      ...Object.fromEntries(UPDATES.map(({ of, changed }) => [of, { ...EXPECTED[of], ...changed }])),
    });
    return checkReplaced(first, second);
  });
  const drift = new Drift(tools, app, emulator);
  await checks.check('deployment: drift finds nothing on mappings that nobody has touched', () =>
    drift.checkUntouched(),
  );
  await checks.check('deployment: drift finds each property that is changed by hand', () => drift.checkEdited());
  await checks.check('deployment: nothing is left of what was destroyed', () => {
    run(app, cdk('destroy', '--force'), environment);
    return compareMappings(readMappings(tools, emulator), {});
  });
}

/** Moves an app that is live, in the same folder, where all is installed. */
async function adopt(checks: Checks, adoption: Adoption) {
  const steps: [string, () => string][] = [
    ['each class of aws-lambda-event-sources makes a mapping', () => adoption.deployOld()],
    ['migrate finds what each construct adopts, and then nothing', () => adoption.writeTexts()],
    ['the moved app keeps each mapping', () => adoption.deployMoved()],
    ['a changed topic makes a new mapping', () => adoption.changeTopic()],
    ['without the option, the mapping is refused', () => adoption.deployWithoutOption()],
  ];
  for (const [name, step] of steps) {
    if (!(await checks.check(`adoption: ${name}`, step))) return;
  }
}

/** Shows that the deployments above were checked against the policies. */
function deployWithoutAccess(app: string, { environment }: Emulator): void {
  replaceIn(join(app, 'streams.ts'), 'target: live,', 'target: live, grantAccess: false,');
  try {
    run(app, DEPLOY, environment);
  } catch (error) {
    if ((error as Error).message.includes('does not have permissions to call kinesis:GetRecords')) return;
    throw error;
  }
  throw new Error('it was deployed');
}

/** An update in place keeps the mapping's id. */
function checkReplaced(before: readonly Mapping[], after: readonly Mapping[]): string {
  const replaced = Object.keys(EXPECTED).filter((name) => mappingOf(before, name).UUID !== mappingOf(after, name).UUID);
  if (replaced.join() !== 'CountClicks') throw new Error(`replaced: ${replaced.join(', ') || 'none'}`);
  return `replaced: ${replaced.join()}`;
}

void main();
