import { ASSEMBLY, Member, memberAt, propertiesOf, STRUCTS, textOf, Type, typeNamed, TYPES } from './assembly';
import * as library from '../src';
import { CONTRACT_FACTS, pathOf, rowsAt } from './facts/facts';
import { PropertySpec, SourceContract } from '../src/model/contract';

const SOURCE_CLASSES = Object.entries(library)
  .filter(([name]) => name.endsWith('EventSourceMapping'))
  .map(([name]) => name);

/** Options that are not a row's, and why. */
const WITHOUT_ROW: { readonly [option: string]: string } = {
  adopts: 'it is for the logical id, and not for the mapping',
  grantAccess: 'it is for the role, and not for the mapping',
  restrictNetworkInterfacesToLambda: 'it is for the role, and not for the mapping',
  'network.subnets': 'it only chooses among the subnets of vpc',
};

/** Parameters that have the names of what they are: a registry's ARN or its address. */
const PARAMETERS = ['provisionedMode.schemaRegistry.uri'];

function members(type: Type): Member[] {
  return [...(type.methods ?? []), ...(type.properties ?? [])];
}

function basesOf({ base }: Type): string[] {
  return base === undefined ? [] : [base, ...(ASSEMBLY.types[base] ? basesOf(ASSEMBLY.types[base]) : [])];
}

describe('each type', () => {
  test('is meant to be public', () => {
    expect(
      TYPES.map(({ locationInModule }) => locationInModule.filename).filter((file) =>
        /^src\/(engine|base|checks)\//.test(file),
      ),
    ).toEqual([]);
    expect(
      TYPES.flatMap((type) => [type.name, ...members(type).map(({ name }) => name)]).filter((name) =>
        name.startsWith('_'),
      ),
    ).toEqual([]);
    expect(TYPES.flatMap(members).filter((member) => member.protected)).toEqual([]);
  });

  test('that a source folder exports is there', () => {
    expect(SOURCE_CLASSES).toHaveLength(CONTRACT_FACTS.length);
    expect(Object.keys(library).filter((name) => typeNamed(name) === undefined)).toEqual([]);
  });
});

describe.each(SOURCE_CLASSES)('%s', (name) => {
  const type = typeNamed(name)!;

  test('is a resource and an event source mapping in every language', () => {
    expect(type.kind).toBe('class');
    expect(basesOf(type).at(-1)).toBe('aws-cdk-lib.Resource');
    expect(type.interfaces).toContain('aws-cdk-lib.aws_lambda.IEventSourceMapping');
  });

  test('has all that the hidden base gives it', () => {
    expect(
      members(type)
        .map((member) => member.name)
        .sort(),
    ).toEqual([
      'PROPERTY_INJECTION_ID',
      'accessPolicy',
      'asEventSource',
      'eventSourceMappingArn',
      'eventSourceMappingId',
      'eventSourceMappingRef',
      'explain',
      'grantPauseAndResume',
      'grantRead',
      'metrics',
      'rolePolicies',
    ]);
  });

  test('has an example, and is not called stable yet', () => {
    expect(type.docs).toMatchObject({
      stability: 'experimental',
      example: expect.stringContaining(`new ${name}(this, '`),
    });
  });

  test('takes the options that its event source takes, and a target', () => {
    const optionsOf = (struct: string) =>
      propertiesOf(typeNamed(struct)!)
        .map((property) => property.name)
        .sort();
    expect(optionsOf(`${name}Props`)).toEqual([...optionsOf(`${name}Options`), 'target'].sort());
  });
});

describe('the docs of each option', () => {
  const options = STRUCTS.flatMap((struct) =>
    (struct.properties ?? []).map((property): [string, Member] => [`${struct.name}.${property.name}`, property]),
  );
  const without = (wanted: (member: Member) => unknown) =>
    options.filter(([, member]) => !wanted(member)).map(([name]) => name);

  test('say what it is', () => expect(without(({ docs }) => docs?.summary)).toEqual([]));
  test('name the page of AWS', () =>
    expect(without(({ docs }) => docs?.see?.startsWith('https://docs.aws.amazon.com/'))).toEqual([]));
  test('say what happens without it', () =>
    expect(without(({ optional, docs }) => !optional || docs?.default)).toEqual([]));
});

const RANGE = /(-?\d[\d,]*)(?: seconds)? to (\d[\d,]*)( days)?/;
const SECONDS_A_DAY = 86_400;

/** The numbers of '0 (not at all) to 900' or '0 to 10,000, or `RetryAttempts.INFINITE`'. */
function rangeIn(text: string): string | undefined {
  const [, min, max, days] = RANGE.exec(text.replace(/ \([^)]*\)/g, '')) ?? [];
  if (min === undefined) return undefined;
  const number = (digits: string) => Number(digits.replace(/,/g, ''));
  return [
    /or (-1\b|`RetryAttempts\.INFINITE`)/.test(text) ? -1 : number(min),
    number(max) * (days ? SECONDS_A_DAY : 1),
  ].join(' to ');
}

function rangesOf(row: PropertySpec): string[] {
  return row.constraints
    .filter(({ kind }) => kind === 'range' || kind === 'length')
    .map(({ allowed }) => {
      const [min, max] = RANGE.exec(allowed)?.slice(1) ?? [];
      return min === undefined ? allowed : [min, max].map((digits) => Number(digits.replace(/,/g, ''))).join(' to ');
    });
}

/** A default as the row of a contract has it. */
function literal(text: string): unknown {
  const [, owner, name] = /^(\w+)\.(\w+)(?:\(\))?$/.exec(text) ?? [];
  if (['RecordAge.INFINITE', 'RetryAttempts.INFINITE'].includes(text)) return -1;
  if (/^Duration\.seconds\((\d+)\)$/.test(text)) return Number(/\d+/.exec(text)![0]);
  if (owner === 'StreamStartingPosition') return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  if (owner !== undefined) return (library as unknown as Record<string, Record<string, unknown>>)[owner][name];
  return /^(-?[\d.]+|true|false)$/.test(text) ? (JSON.parse(text) as unknown) : text.replace(/^- /, '');
}

const optionOf = (row: PropertySpec) => row.option.replace(/\[.*$/, '');

describe.each(CONTRACT_FACTS)('the props of %s', (source, contract, facts) => {
  const props = propsOf(contract);
  const memberOf = (row: PropertySpec) => memberAt(props, optionOf(row).split('.'));

  test('can write each option that AWS accepts', () => {
    const missing = Object.keys(facts.accepted).filter(
      (option) =>
        !rowsAt(contract, pathOf(source, option)).some(
          (row) => memberOf(row) !== undefined || PARAMETERS.includes(optionOf(row)),
        ),
    );
    expect(missing).toEqual([]);
  });

  test('are those of the rows', () => {
    const rows = contract.properties.filter((row) => !PARAMETERS.includes(optionOf(row)));
    expect(rows.filter((row) => memberOf(row) === undefined).map(({ option }) => option)).toEqual([]);
    const written = contract.properties.map(({ option }) => option);
    const unwritten = optionsIn(props).filter(
      (option) =>
        !written.some((one) => one === option || ([...'.['].includes(one[option.length]) && one.startsWith(option))),
    );
    expect(unwritten.filter((option) => !(option in WITHOUT_ROW))).toEqual([]);
  });

  test('need what the rows require', () => {
    const needed = contract.properties.filter((row) => row.required !== undefined).map((row) => optionOf(row));
    expect(needed.filter((option) => memberAt(props, option.split('.'))?.optional)).toEqual([]);
  });

  test('tell the defaults of the rows', () => {
    const told = contract.properties
      .filter((row) => row.default !== undefined)
      .map((row) => [row.option, literal(memberOf(row)?.docs?.default ?? 'nothing')]);
    expect(told).toEqual(
      contract.properties.filter((row) => row.default !== undefined).map((row) => [row.option, row.default]),
    );
  });

  test('tell no default that no row has', () => {
    const told = optionsIn(props).filter((option) =>
      /^[^-]/.test(memberAt(props, option.split('.'))?.docs?.default ?? '-'),
    );
    const unfounded = told.filter(
      (option) => !contract.properties.some((row) => optionOf(row) === option && row.default !== undefined),
    );
    expect(unfounded.filter((option) => !(option in WITHOUT_ROW))).toEqual([]);
  });

  test('tell the ranges of the rows', () => {
    const ranged = contract.properties.filter((row) => row.constraints.some(({ kind }) => kind === 'range'));
    const wrong = ranged.filter((row) => rangeIn(textOf(memberOf(row)!)) !== rangesOf(row)[0]);
    expect(wrong.map((row) => [row.option, rangesOf(row)])).toEqual([]);
  });

  test('tell no range that no row has', () => {
    const told = optionsIn(props)
      .map((option) => [option, rangeIn(textOf(memberAt(props, option.split('.'))!))])
      .filter(([, range]) => range !== undefined);
    const rangesIn = (option: string) =>
      contract.properties.filter((row) => optionOf(row) === option).flatMap(rangesOf);
    expect(told.filter(([option, range]) => !rangesIn(option!).includes(range!))).toEqual([]);
  });
});

function propsOf(contract: SourceContract): Type {
  const plain = (text: string) => text.replace(/-/g, '').toLowerCase();
  const name = SOURCE_CLASSES.find((one) => plain(one) === `${plain(contract.id)}eventsourcemapping`)!;
  return typeNamed(`${name}Props`)!;
}

/** The paths of all options of a struct, and of the structs in it. */
function optionsIn(struct: Type): string[] {
  return propertiesOf(struct).flatMap(({ name, type }) => {
    const inner = ASSEMBLY.types[type?.fqn ?? ''];
    return inner?.datatype ? [name, ...optionsIn(inner).map((option) => `${name}.${option}`)] : [name];
  });
}
