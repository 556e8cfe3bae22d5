import { createColors } from 'picocolors';
import { AdoptionDifference } from './differences';
import { Migration, MigrationStep } from './migration';
import { resourceMappings } from './resource-mapping';
import { Loss } from '../../analysis/role-actions';
import { exactListWords } from '../../analysis/words';
import { plural } from '../formats/report';
import { harmlessJson } from '../harmless';

const NOTHING_LEFT = 'nothing is left to adopt';
const INTERRUPTIONS =
  'These rights move from one policy to another in the same update, and may be gone for some seconds in between. ' +
  'Keep the old grants in the app, such as grantConsumeMessages, and remove them in the next deployment.';
const LOSSES =
  'Roles lose what the new policies do not allow. A function whose own code calls these fails at run ' +
  'time: grant it what it needs.';
const MOVES =
  'CloudFormation moves no mapping to another stack. Keep the old one, and import it: ' +
  '(1) apply RemovalPolicy.RETAIN to the old mapping, and deploy; (2) take it out of its stack, and deploy; ' +
  '(3) give the new one `grantAccess: false` for the import, and run ' +
  '"cdk import <stack> --resource-mapping mapping.json"; (4) take `grantAccess: false` away, and deploy.';
const WHERE_IDS_ARE =
  'For mapping.json, save what "aws cloudformation list-stack-resources --stack-name <old stack>" ' +
  'prints, and add --resources <file>: of one old stack at a time, where several have the same logical id.';

const GO_BACK = 'Write the old value, and run migrate again';

type Identifiers = ReadonlyMap<string, string>;

/** For people, as text to copy. */
export function migrationText(
  { steps, losses, interruptions }: Migration,
  identifiers: Identifiers,
  withColors: boolean,
): string {
  const { bold, green, red } = createColors(withColors);
  const files = new Set(steps.map(({ file }) => file));
  const titleOf = ({ construct, file }: MigrationStep) => bold(`${construct}${files.size > 1 ? ` (${file})` : ''}`);
  const paragraphs = steps.map((step) => [titleOf(step), ...stepLines(step)].join('\n  '));
  const moved = steps.filter(({ movedFrom }) => movedFrom !== undefined);
  const summary = steps.length === 0 ? green(NOTHING_LEFT) : red(`${plural(steps.length, 'mapping')} left to adopt`);
  return [
    ...paragraphs,
    ...(moved.length > 0 ? [`${MOVES}\n${mappingFiles(moved, identifiers)}`] : []),
    ...(losses.length > 0 ? [[LOSSES, ...losses.map(lossLine)].join('\n')] : []),
    ...(interruptions.length > 0 ? [[INTERRUPTIONS, ...interruptions.map(lossLine)].join('\n')] : []),
    summary,
  ].join('\n\n');
}

function stepLines({ logicalId, adopts, fixed, differences, candidates, rivals, movedFrom }: MigrationStep): string[] {
  if (candidates.length > 0) {
    const others = rivals.length > 0 ? `, and so may ${rivals.join(', ')}` : '';
    return [`may be ${candidates.join(' or ')}${others}: write adopts where you know which one it is`];
  }
  return [
    ...(adopts === undefined ? [] : [`adopts: ${quoted(adopts)},`]),
    ...(movedFrom ? [`${logicalId} is ${movedFrom.logicalId} of ${movedFrom.file}, in another stack`] : []),
    ...(fixed.length > 0 ? [`can't adopt yet: Lambda can't change ${fixed.join(', ')}. ${GO_BACK}`] : []),
    ...differences.map(differenceLine),
  ];
}

/** A text as code has it, so that nothing in it ends the text. */
function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}

function differenceLine({ property, before, after, default: byDefault }: AdoptionDifference): string {
  const isDefault = byDefault !== undefined && [before, after].every((value) => (value ?? byDefault) === byDefault);
  const [was, is] = [before, after].map((value) => (value === undefined ? 'none' : exactListWords(value)));
  return `${property}: ${was} → ${is}${isDefault ? ' (the same: it is the default)' : ''}`;
}

function lossLine({ role, actions, managedPolicies }: Loss): string {
  const policies = managedPolicies.map((policy) => `all of the managed policy ${policy}`);
  return `  ${role}: ${[...actions, ...policies].join(', ')}`;
}

function mappingFiles(moved: readonly MigrationStep[], identifiers: Identifiers): string {
  const mappings = resourceMappings(moved, identifiers);
  if (mappings === undefined) return WHERE_IDS_ARE;
  const nameOf = (file: string) => (mappings.size > 1 ? `mapping.json of ${file}` : 'mapping.json');
  return [...mappings].map(([file, mapping]) => `${nameOf(file)}:\n${harmlessJson(mapping)}`).join('\n');
}
