import { Fact, factOf, Facts } from './facts';
import { htmlSentences } from './sentences';

interface Reference {
  readonly shape: string;
  readonly documentation?: string;
}

interface Shape {
  readonly type: string;
  readonly documentation?: string;
  readonly members?: { readonly [name: string]: Reference };
  readonly member?: Reference;
  readonly key?: Reference;
  readonly value?: Reference;
  readonly [keyword: string]: unknown;
}

interface Operation {
  readonly input?: Reference;
  readonly output?: Reference;
  readonly errors?: readonly Reference[];
  readonly documentation?: string;
}

export interface ServiceModel {
  readonly operations: { readonly [name: string]: Operation };
  readonly shapes: { readonly [name: string]: Shape };
}

/** The keywords for the transport of a value, which do not limit the value. */
const TRANSPORT = [
  'box',
  'documentation',
  'exception',
  'flattened',
  'hostLabel',
  'idempotencyToken',
  'jsonvalue',
  'key',
  'location',
  'locationName',
  'member',
  'members',
  'payload',
  'sensitive',
  'streaming',
  'value',
  'wrapper',
  'xmlNamespace',
  'xmlAttribute',
  'synthetic',
  'shape',
];

/** The members of a function that our rules rest on. */
const FUNCTION_MEMBERS = ['CapacityProviderConfig', 'DurableConfig', 'FunctionName', 'TenancyConfig', 'Timeout'];

/** The operations that concern mappings, and of which parts of their input and output; all others are left alone. */
const OPERATIONS: readonly {
  readonly name: RegExp;
  readonly input?: readonly string[];
  readonly hasOutput?: boolean;
}[] = [
  // The answers of all of them are the same.
  { name: /^GetEventSourceMapping$/, hasOutput: true },
  { name: /EventSourceMapping/ },
  { name: /^(CreateFunction|UpdateFunctionConfiguration)$/, input: FUNCTION_MEMBERS },
  { name: /^PutFunctionConcurrency$/, input: ['ReservedConcurrentExecutions'] },
];

/** The facts of a service model about mappings, by operation and the path of members. Names of shapes play no part. */
export function factsOfServiceModel(model: ServiceModel): Facts {
  const facts: { [place: string]: Fact } = {};
  for (const [name, operation] of Object.entries(model.operations)) {
    const watched = OPERATIONS.find((one) => one.name.test(name));
    if (watched === undefined) continue;
    const { input, hasOutput } = watched;
    if (input === undefined) {
      facts[name] = factOf(
        { errors: operation.errors?.map(({ shape }) => shape) },
        htmlSentences(operation.documentation),
      );
    }
    Object.assign(facts, membersOf(model, operation.input, name, input));
    if (hasOutput) Object.assign(facts, membersOf(model, operation.output, `${name} answer`));
  }
  return facts;
}

function membersOf(model: ServiceModel, root: Reference | undefined, place: string, names?: readonly string[]): Facts {
  if (root === undefined) return {};
  const { members = {}, required } = model.shapes[root.shape];
  const facts: { [place: string]: Fact } =
    names || required === undefined ? {} : { [`${place} input`]: factOf({ required }) };
  for (const [name, member] of Object.entries(members)) {
    if (names === undefined || names.includes(name)) walk(model, member, `${place}.${name}`, [], facts);
  }
  return facts;
}

function walk(
  model: ServiceModel,
  reference: Reference,
  place: string,
  above: readonly string[],
  facts: { [place: string]: Fact },
): void {
  const shape = model.shapes[reference.shape];
  const limits = Object.fromEntries(
    Object.entries({ ...shape, ...reference }).filter(([keyword]) => !TRANSPORT.includes(keyword)),
  );
  facts[place] = factOf(limits, [...htmlSentences(reference.documentation), ...htmlSentences(shape.documentation)]);
  if (above.includes(reference.shape)) return;
  const parts: [string, Reference | undefined][] = [
    ...Object.entries(shape.members ?? {}).map(([name, member]): [string, Reference] => [`${place}.${name}`, member]),
    [`${place}[]`, shape.member],
    [`${place} key`, shape.key],
    [`${place}[]`, shape.value],
  ];
  for (const [path, part] of parts) {
    if (part !== undefined) walk(model, part, path, [...above, reference.shape], facts);
  }
}
