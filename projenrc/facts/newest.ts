import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { gunzipSync } from 'zlib';
import { Assembly, factsOfAssembly } from './cdk';
import { factsOfSchema, Schema } from './cloudformation';
import { factOf, Facts, Package } from './facts';
import { RESOURCE_TYPES } from './rests-on';
import { factsOfSamDocs, factsOfTranslator, SamDocs } from './sam';
import { factsOfServiceModel, ServiceModel } from './service-model';

/** A release, and its facts. */
export interface Release {
  readonly version: string;
  readonly facts: Facts;
}

/** The properties of a function that the rules rest on, as a template has them. */
const FUNCTION_PROPERTIES = [
  'CapacityProviderConfig',
  'DurableConfig',
  'FunctionName',
  'ReservedConcurrentExecutions',
  'TenancyConfig',
  'Timeout',
];

/** Services of which a new type of resource may be a new kind of source or target. */
const SERVICES = /^AWS::(AmazonMQ|DocDB|DocDBElastic|DynamoDB|Kinesis|Lambda|MSK|SQS)::/;

/** The reader of each package, once it is unpacked. */
const READERS: { readonly [name in Package]: (folder: string) => Facts } = {
  botocore: (folder) =>
    factsOfServiceModel(json(folder, 'botocore/data/lambda/2015-03-31/service-2.json') as ServiceModel),
  'cfn-lint': (folder) => factsOfSchemas(join(folder, 'cfnlint/data/schemas')),
  'aws-sam-translator': (folder) => ({
    ...factsOfTranslator(readFileSync(join(folder, 'samtranslator/model/eventsources/pull.py'), 'utf8')),
    ...factsOfSamDocs(json(folder, 'samtranslator/internal/schema_source/sam-docs.json') as SamDocs),
  }),
  'aws-cdk-lib': (folder) => factsOfAssembly(json(folder, 'package/.jsii') as Assembly),
};

/** Takes a release from its registry, by the registry's client; the newest one where no version is given. */
export function take(name: Package, version?: string): Release {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'));
  try {
    const found = name === 'aws-cdk-lib' ? unpackNpm(folder, name, version) : unpackPip(folder, name, version);
    const facts = READERS[name](folder);
    if (Object.keys(facts).length === 0) {
      throw new Error(`${name} ${found} has no facts where they were until now: see projenrc/facts/newest.ts`);
    }
    return { version: found, facts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function unpackPip(folder: string, name: string, version?: string): string {
  const wheels = join(folder, 'wheels');
  const wanted = version === undefined ? name : `${name}==${version}`;
  run('python3', '-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:', '--dest', wheels, wanted);
  const [wheel] = readdirSync(wheels);
  run('python3', '-m', 'zipfile', '-e', join(wheels, wheel), folder);
  return wheel.split('-')[1];
}

function unpackNpm(folder: string, name: string, version = 'latest'): string {
  const [{ filename, version: found }] = JSON.parse(
    run('npm', 'pack', `${name}@${version}`, '--json', '--pack-destination', folder),
  ) as { filename: string; version: string }[];
  mkdirSync(join(folder, 'package'), { recursive: true });
  run('tar', '-xzf', join(folder, filename), '-C', folder, 'package/.jsii.gz');
  return found;
}

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 });
}

/** A file of a package, which may be compressed. */
function json(folder: string, path: string): unknown {
  const [directory, name] = [join(folder, path, '..'), path.split('/').at(-1)!];
  const compressed = readdirSync(directory).includes(`${name}.gz`);
  return JSON.parse(
    compressed
      ? gunzipSync(readFileSync(join(directory, `${name}.gz`))).toString()
      : readFileSync(join(directory, name), 'utf8'),
  );
}

function factsOfSchemas(folder: string): Facts {
  const schemas = schemasIn(folder);
  const types = [...new Set(schemas.map(({ typeName }) => String(typeName)))];
  return {
    [RESOURCE_TYPES]: factOf({ types: types.filter((type) => SERVICES.test(type)) }),
    ...factsOfSchema(schemaOf('AWS::Lambda::EventSourceMapping', schemas)),
    ...factsOfSchema(schemaOf('AWS::Lambda::Function', schemas), FUNCTION_PROPERTIES),
  };
}

/** Files are named by what is in them. */
function schemasIn(folder: string): Schema[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.json') && !/extensions|patches/.test(name),
  );
  return files
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Schema)
    .filter(({ typeName }) => typeName !== undefined);
}

/** The schema of a type; if Regions differ, the one that allows most. */
function schemaOf(type: string, schemas: readonly Schema[]): Schema {
  const [schema] = schemas
    .filter(({ typeName }) => typeName === type)
    .sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
  if (schema === undefined) throw new Error(`There is no schema of ${type} in cfn-lint: see where its schemas are now`);
  return schema;
}
