import { cpSync, readdirSync, readFileSync, rmSync } from 'fs';
import { join } from 'path';
import { Journey, Step } from './journeys';
import { legible } from './legible';
import { Project } from './projects';
import { typed } from '../languages/commands';
import { replaceIn } from '../languages/project';

/** The most that the CDK may write into a template about the constructs in it: more is a burden to the user. */
const LONGEST_ANALYTICS = 2500;

/**
 * Goes a journey in a project, and writes down what its user types and reads; throws where a command does not end as it
 * should.
 */
export async function transcribe(project: Project, journey: Journey, folder: string): Promise<string> {
  rmSync(join(folder, 'cdk.out'), { recursive: true, force: true });
  cpSync(join(__dirname, 'apps', project.folder, project.appOf(journey.name)), join(folder, project.app));
  const paragraphs = [journey.about];
  for (const step of journey.steps.filter(({ only }) => only === undefined || only === project.name)) {
    paragraphs.push(await paragraphOf(project, step, folder, paragraphs));
  }
  checkAnalytics(join(folder, 'cdk.out'));
  return `${paragraphs.join('\n\n')}\n`;
}

async function paragraphOf(project: Project, step: Step, folder: string, before: readonly string[]): Promise<string> {
  if ('edit' in step) {
    const [from, to] = step.edit[project.name]!;
    replaceIn(join(folder, project.app), from, to);
    return `${project.app}: ${from} → ${to}`;
  }
  if ('look' in step) return step.look(folder);
  const { status, output } = await typed(folder, step.type, project.environment?.(folder));
  const read = legible(output, folder);
  const paragraph = (text: string) =>
    [`$ ${step.type}`, text, `exit status ${status}`].filter((part) => part !== '').join('\n');
  const reason = typeof step.fails === 'object' ? step.fails[project.name] : step.fails;
  const isExpected = reason === undefined ? status === 0 : status === 1 && output.includes(reason);
  if (!isExpected) {
    throw new Error(
      [`expected ${reason === undefined ? 'success' : `failure with: ${reason}`}`, ...before, paragraph(read)].join(
        '\n\n',
      ),
    );
  }
  return paragraph(step.hide ? '' : read);
}

function checkAnalytics(folder: string): void {
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.template.json'))
    .forEach((name) => {
      const {
        Resources: { CDKMetadata },
      } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const length = CDKMetadata?.Properties.Analytics.length ?? 0;
      if (length > LONGEST_ANALYTICS) throw new Error(`${name} has ${length} characters of analytics`);
    });
}
