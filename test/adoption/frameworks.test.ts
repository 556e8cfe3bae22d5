import { readFileSync } from 'fs';
import { join } from 'path';
import { FUNCTIONS, LogicalIds, synthesizeMoved } from './frameworks';
import { command, folderWith, MAPPING } from '../cli/run';

const TEMPLATES = join(__dirname, 'templates');

interface Framework {
  readonly template: string;
  readonly ids: LogicalIds;
  readonly functions: readonly string[];
}

const SAM: LogicalIds = { consumer: { id: 'Consumer', name: 'reader' }, function: (name) => name };
const SAM_ALIAS: LogicalIds = { ...SAM, alias: { name: 'live', id: (name) => `${name}Aliaslive` } };
const SERVERLESS: LogicalIds = {
  consumer: { id: 'ReadConsumerStreamConsumerStreamConsumer', name: 'readConsumerStreamConsumer' },
  function: (name) => `${name}LambdaFunction`,
};
const SERVERLESS_ALIAS: LogicalIds = {
  ...SERVERLESS,
  alias: { name: 'provisioned', id: (name) => `${name}ProvConcLambdaAlias` },
};

/** Serverless Framework has no event for it. */
const OF_SERVERLESS = FUNCTIONS.filter((name) => name !== 'ReadDocumentDb');

const fileOf = (name: string) => join(TEMPLATES, name);

/** The template of AWS SAM with an alias for each function. */
function withAliases(): string {
  const text = readFileSync(fileOf('sam.yaml'), 'utf8');
  const changed = text.replace('  Function:\n', '  Function:\n    AutoPublishAlias: live\n');
  return join(folderWith({ 'sam.yaml': changed }), 'sam.yaml');
}

const FRAMEWORKS: { readonly [name: string]: Framework } = {
  'AWS SAM': { template: fileOf('sam.yaml'), ids: SAM, functions: FUNCTIONS },
  'AWS SAM, with aliases': { template: withAliases(), ids: SAM_ALIAS, functions: FUNCTIONS },
  'AWS SAM, transformed': { template: fileOf('sam-function.json'), ids: SAM, functions: FUNCTIONS },
  'AWS SAM, transformed, with aliases': { template: fileOf('sam-alias.json'), ids: SAM_ALIAS, functions: FUNCTIONS },
  'Serverless Framework': { template: fileOf('serverless-function.json'), ids: SERVERLESS, functions: OF_SERVERLESS },
  'Serverless Framework, with aliases': {
    template: fileOf('serverless-alias.json'),
    ids: SERVERLESS_ALIAS,
    functions: OF_SERVERLESS,
  },
};

interface Resource {
  readonly Type: string;
  readonly DependsOn?: string | readonly string[];
}

function resourcesIn(file: string): { readonly [logicalId: string]: Resource } {
  const { Resources } = JSON.parse(readFileSync(file, 'utf8')) as { Resources: { [logicalId: string]: Resource } };
  return Resources;
}

interface Step {
  readonly construct: string;
  readonly adopts: string | null;
}

function migrate(old: string, young: string): { readonly status: number; readonly steps: Step[] } {
  const { stdout, status } = command('migrate', old, young, '--format', 'json');
  return { status, steps: JSON.parse(stdout) as Step[] };
}

describe.each(Object.entries(FRAMEWORKS))('from %s', (_, { template, ids, functions }) => {
  const found = migrate(template, synthesizeMoved(functions, ids));
  const texts = new Map(found.steps.map(({ construct, adopts }) => [construct.split('/')[1], adopts ?? '']));
  const adopted = synthesizeMoved(functions, ids, texts);

  test('each mapping is left to adopt', () => {
    expect([...texts.keys()].sort()).toEqual([...functions].sort());
    expect([...texts].filter(([, text]) => text === '')).toEqual([]);
    expect(found.status).toBe(1);
  });

  test('with the option each is updated in place, and nothing is left', () => {
    expect(migrate(template, adopted)).toEqual({ status: 0, steps: [] });
    const { stdout, status } = command('diff', template, adopted, '--format', 'json');
    const outcomes = (JSON.parse(stdout) as { outcome: string }[]).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome !== 'updated')).toEqual([]);
    expect(status).toBe(0);
  });

  test('with the option each waits for a new policy, so that CloudFormation makes it first', () => {
    const resources = resourcesIn(adopted);
    const mappings = Object.values(resources).filter(({ Type }) => Type === MAPPING);
    const waitsFor = ({ DependsOn }: Resource) => [DependsOn ?? []].flat().map((id) => resources[id].Type);
    expect(mappings.map(waitsFor).filter((types) => !types.includes('AWS::IAM::Policy'))).toEqual([]);
    expect(mappings).toHaveLength(functions.length);
  });
});
