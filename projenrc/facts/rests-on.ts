import { pathIn } from './changes';
import { catalog } from '../../src/analysis/catalog';
import { cloudFormationPath, l1Name } from '../../src/graph/names';
import { PropertySpec, SourceContract } from '../../src/model/contract';

/** A place of a function, by its name, and the rules that know what is there. */
const FUNCTION_RULES: { readonly [name: string]: RegExp } = {
  CapacityProviderConfig: /function-timeout|durable-execution/,
  DurableConfig: /durable-execution/,
  FunctionName: /target-(length|name-length|pattern)/,
  ReservedConcurrentExecutions: /reserved-concurrency|function-without-concurrency/,
  TenancyConfig: /tenant-isolated/,
  Timeout: /function-timeout|durable-execution|visibility-timeout/,
};

const FUNCTION_PLACE =
  /^(CreateFunction|UpdateFunctionConfiguration|PutFunctionConcurrency|AWS::Lambda::Function)\.(\w+)/;

/** The properties that have another name in the API than in CloudFormation, and so in the L1. */
const API_NAMES: { readonly [path: string]: string } = {
  'SelfManagedEventSource.Endpoints key': 'selfManagedEventSource.endpoints',
  'SelfManagedEventSource.Endpoints[]': 'selfManagedEventSource.endpoints.kafkaBootstrapServers',
  'SelfManagedEventSource.Endpoints[][]': 'selfManagedEventSource.endpoints.kafkaBootstrapServers[]',
  KMSKeyArn: 'kmsKeyArn',
  'Tags key': 'tags[].key',
  'Tags[]': 'tags[].value',
};

/** The path of L1 names that a place stands for in a contract; undefined where it is no property of its mappings. */
export function l1Path(place: string, { recognition: { samEvent } }: SourceContract): string | undefined {
  const path = pathIn(place);
  if (path === '' || FUNCTION_PLACE.test(place)) return undefined;
  if (!place.startsWith('AWS::') && path in API_NAMES) return API_NAMES[path];
  const event = /^(?:page )?(\w+)\.\w+$/.exec(place)?.[1].toLowerCase();
  if (samEvent !== undefined && (event === samEvent.type.toLowerCase() || event === 'pulleventsource')) {
    return path === samEvent.source ? 'eventSourceArn' : (samEvent.places?.[path] ?? l1Name(path));
  }
  return path.split('.').map(l1Name).join('.');
}

/** Items of each type may be a row by themselves, such as ways to sign in. */
export function withoutTypes(property: string): string {
  return property.replace(/\[[A-Z_\d]+\]/, '[]');
}

function isAt(property: string, path: string): boolean {
  const generic = withoutTypes(property);
  const isTypeOf = path.endsWith('[].type') && generic.startsWith(path.slice(0, -'.type'.length));
  return generic === path || generic.startsWith(`${path}.`) || generic.startsWith(`${path}[`) || isTypeOf;
}

/** The rows of a contract at a place, or below it. */
export function rowsAtPlace(contract: SourceContract, place: string): PropertySpec[] {
  // Structs of the L1 say their name, not where they are.
  const [, member] = /^CfnEventSourceMapping\.\w+Property\.(\w+)$/.exec(place) ?? [];
  if (member !== undefined) return contract.properties.filter(({ property }) => property.endsWith(`.${member}`));
  // An event of AWS SAM as a whole: the ways to sign in that it knows.
  const path = place === contract.recognition.samEvent?.type ? 'sourceAccessConfigurations' : l1Path(place, contract);
  return path === undefined ? [] : contract.properties.filter(({ property }) => isAt(property, path));
}

/** The paths that the words of each rule name, as `{path}`. */
function pathsOfRules(contract: SourceContract): { readonly rule: string; readonly paths: readonly string[] }[] {
  return (
    catalog(contract, (path) => `{${path}}`)
      // A row is shown by itself.
      .filter(({ says }) => !/^\{[^}]+\}:/.test(says))
      .map(({ rule, says, reason = '' }) => ({ rule, paths: pathsIn(`${says} ${reason}`) }))
  );
}

function pathsIn(words: string): string[] {
  return [...words.matchAll(/\{([^}]+)\}/g)].map(([, path]) => path);
}

function rulesAtPlace(contract: SourceContract, place: string): string[] {
  const [, , name] = FUNCTION_PLACE.exec(place) ?? [];
  const path = l1Path(place, contract);
  const ofFunction = FUNCTION_RULES[name];
  if (ofFunction !== undefined) {
    return catalog(contract)
      .map(({ rule }) => rule)
      .filter((rule) => ofFunction.test(rule));
  }
  if (path === undefined) return [];
  return pathsOfRules(contract)
    .filter(({ paths }) => paths.some((one) => isAt(one, path)))
    .map(({ rule }) => rule);
}

/** The place of the list of CloudFormation's types. */
export const RESOURCE_TYPES = 'resource types';

/** The parts of our contracts that rest on a place. */
export interface Resting {
  /** `batchSize 1 to 10,000 (sqs, msk)` */
  readonly rows: readonly string[];
  readonly rules: readonly string[];
}

export function restingOn(place: string, contracts: readonly SourceContract[]): Resting {
  if (place === RESOURCE_TYPES) return { rows: contracts.map(resourcesOf), rules: [] };
  const rows = new Map<string, string[]>();
  for (const contract of contracts) {
    for (const row of rowsAtPlace(contract, place)) {
      rows.set(rowWords(row), [...(rows.get(rowWords(row)) ?? []), contract.id]);
    }
  }
  const rules = contracts.flatMap((contract) => rulesAtPlace(contract, place));
  return { rows: [...rows].map(([words, ids]) => `${words} (${ids.join(', ')})`), rules: [...new Set(rules)].sort() };
}

function resourcesOf({ id, recognition }: SourceContract): string {
  return `${Object.keys(recognition.resources).join(', ')} (${id})`;
}

/** A row in a line, without the examples of ARNs. */
function rowWords({ property, constraints }: PropertySpec): string {
  const allowed = constraints.map((constraint) => constraint.allowed.replace(/: `[^`]*`$/, ''));
  return [cloudFormationPath(property), allowed.join('; ')].filter((words) => words !== '').join(': ');
}
