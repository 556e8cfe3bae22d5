import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Journey, JOURNEYS, journeysOf } from './journeys';
import { Project, PROJECTS } from './projects';
import { checkSnapshot, forgotten } from './snapshots';
import { transcribe } from './transcript';
import { hasTool } from '../../projenrc/package/pack';
import { packOnce } from '../../projenrc/package/pack-once';
import { Checks } from '../languages/checks';

/** `-u` writes the snapshots; names of languages and journeys limit what is run. */
const [update, names] = [process.argv.includes('-u'), process.argv.slice(2).filter((argument) => argument !== '-u')];
const chosen = (kind: readonly { readonly name: string }[]) => {
  const named = kind.filter(({ name }) => names.includes(name));
  return named.length > 0 ? named : kind;
};

/**
 * Goes the ways of users, from `cdk init` on, with the packed library and the CDK CLI, and compares what they read with
 * snapshots.
 */
async function main() {
  const checks = new Checks();
  const projects = (chosen(PROJECTS) as Project[]).filter(({ name, needs }) => {
    if (!hasTool(needs)) checks.skip(`${name}: journeys`, `no ${needs}`);
    return hasTool(needs);
  });
  if (await checks.check('journeys: packages', () => void packOnce(projects.map(({ target }) => target)))) {
    await Promise.all(projects.map((project) => checkProject(checks, project)));
  }
  await checks.check('journeys: each snapshot belongs to a journey', () => forgotten(PROJECTS));
  checks.report();
}

async function checkProject(checks: Checks, project: Project) {
  const parent = mkdtempSync(join(tmpdir(), 'journeys-'));
  const folder = join(parent, 'shop');
  try {
    if (!(await checks.check(`${project.name}: a project as \`cdk init\` makes it`, () => project.make(folder)))) {
      return;
    }
    for (const journey of journeysOf(project, chosen(JOURNEYS) as Journey[])) {
      await checks.check(`${project.name}: ${journey.name}`, async () =>
        checkSnapshot(project, journey, await transcribe(project, journey, folder), update),
      );
    }
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

void main();
