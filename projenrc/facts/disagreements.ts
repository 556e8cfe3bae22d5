import { pathIn } from './changes';
import { SAM_ITSELF, SAMPLES } from './differences';
import { AllFacts, Fact, Facts } from './facts';
import { CHARACTERS, expression, hasSize, ITEMS, Measure, NUMBER, varied, verdictOf } from './probes';
import { l1Path, rowsAtPlace, withoutTypes } from './rests-on';
import { cloudFormationPath } from '../../src/graph/names';
import { PropertySpec, SourceContract } from '../../src/model/contract';

/** A statement of a contract that disagrees with AWS. */
export interface Disagreement {
  /** The place, and what differs: the name of a difference that is meant. */
  readonly id: string;
  readonly says: string;
}

const TYPE = 'AWS::Lambda::EventSourceMapping';
const OPERATION = 'CreateEventSourceMapping';

/** The limits of one property in CloudFormation's schema and in the service model. */
interface Property {
  readonly place: string;
  readonly schema: Fact['limits'];
  readonly model: Fact['limits'];
  /** Whether a change of it makes a new mapping: it is create-only, or a part of what is. */
  readonly isReplaced: boolean;
  /** The rows for exactly this, of each contract, and of each type of item. */
  readonly rows: readonly (readonly PropertySpec[])[];
  readonly contracts: readonly SourceContract[];
}

/** The name of a difference, and its description. */
type Difference = readonly [what: string, says: string];

/** Compares the contracts with the schema and the model: what these allow, some contract allows, and nothing else. */
export function disagreements(facts: AllFacts, contracts: readonly SourceContract[]): Disagreement[] {
  return [
    ...propertiesOf(facts, contracts).flatMap(differencesOf),
    ...unknownRows(facts['cfn-lint'], contracts),
    ...unknownInSam(facts['aws-sam-translator'], contracts),
  ];
}

const COMPARISONS: readonly ((property: Property) => readonly Difference[])[] = [
  existence,
  sizes,
  values,
  letters,
  types,
  uniqueness,
  replacement,
  requirements,
];

function differencesOf(property: Property): Disagreement[] {
  const differences = COMPARISONS.flatMap((compare) => compare(property));
  return differences.map(([what, says]) => ({ id: `${pathIn(property.place)} ${what}`, says }));
}

function propertiesOf(facts: AllFacts, contracts: readonly SourceContract[]): Property[] {
  const schema = facts['cfn-lint'];
  const [contract] = contracts;
  const members = Object.keys(facts.botocore).filter((place) => place.startsWith(`${OPERATION}.`));
  const model = new Map(members.map((place) => [l1Path(place, contract), facts.botocore[place].limits]));
  const places = Object.keys(schema).filter((place) => place.startsWith(`${TYPE}.`) && !schema[place].limits.readOnly);
  return places.map((place) => {
    const path = l1Path(place, contract);
    return {
      place,
      schema: schema[place].limits,
      model: model.get(path) ?? {},
      isReplaced: places.some((other) => schema[other].limits.createOnly === true && isWithin(place, other)),
      rows: contracts.flatMap(({ properties: rows }) =>
        byProperty(rows.filter(({ property }) => withoutTypes(property) === path)),
      ),
      contracts,
    };
  });
}

function isWithin(place: string, other: string): boolean {
  return place === other || place.startsWith(`${other}.`) || place.startsWith(`${other}[`);
}

function byProperty(rows: readonly PropertySpec[]): PropertySpec[][] {
  const properties = [...new Set(rows.map(({ property }) => property))];
  return properties.map((one) => rows.filter(({ property }) => property === one));
}

function existence({ place, contracts }: Property): Difference[] {
  const isKnown = contracts.some((contract) => rowsAtPlace(contract, place).length > 0);
  return isKnown ? [] : [['unknown', 'no contract has it']];
}

function measureOf(type: unknown): Measure {
  if (type === 'array') return ITEMS;
  return type === 'string' ? CHARACTERS : NUMBER;
}

/** A smallest or a largest size: a template has to pass both CloudFormation's schema and the API. */
interface Bound {
  readonly what: string;
  readonly ofSchema?: number;
  readonly ofModel?: number;
  /** The step from the bound to a size outside of it. */
  readonly step: 1 | -1;
  /** The narrower one of both. */
  readonly within: (...bounds: number[]) => number;
}

function boundsOf(schema: Fact['limits'], model: Fact['limits']): Bound[] {
  const limit = (...limits: unknown[]) => limits.find((one) => one !== undefined) as number | undefined;
  const smallest = limit(schema.minimum, schema.minLength, schema.minItems);
  const largest = limit(schema.maximum, schema.maxLength, schema.maxItems);
  return [
    { what: 'minimum', ofSchema: smallest, ofModel: limit(model.min), step: -1, within: Math.max },
    { what: 'maximum', ofSchema: largest, ofModel: limit(model.max), step: 1, within: Math.min },
  ];
}

function sizes({ schema, model, rows }: Property): Difference[] {
  const measure = measureOf(schema.type);
  return rows.length === 0 ? [] : boundsOf(schema, model).flatMap((bound) => sizeDifferences(rows, measure, bound));
}

function sizeDifferences(rows: Property['rows'], measure: Measure, bound: Bound): Difference[] {
  const { what, ofSchema, ofModel, step, within } = bound;
  const verdicts = (size: number, kinds: RegExp) =>
    hasSize(measure, size) ? rows.map((some) => verdictOf(some, measure.of(size), kinds)) : [];
  // Too little of anything is refused by other constraints too.
  const beyond = (size: number) => verdicts(size + step, step < 0 ? /./ : measure.beyond);
  const known = [ofSchema, ofModel].filter((size) => size !== undefined);
  const differences: Difference[] = [];
  if (known.length > 0 && verdicts(within(...known), measure.kinds).every((verdict) => verdict === 'error')) {
    differences.push([`${what} narrow`, `AWS allows ${within(...known)}, and no contract does`]);
  }
  if (ofSchema !== undefined && beyond(ofSchema).some((verdict) => verdict !== 'error')) {
    differences.push([`${what} wide`, `CloudFormation refuses ${ofSchema + step}, and a contract does not`]);
  }
  if (ofModel !== undefined && beyond(ofModel).includes('accepted')) {
    differences.push([`${what} wide for Lambda`, `Lambda refuses ${ofModel + step}, and a contract does not`]);
  }
  return differences;
}

/** A text that is none of the values of any property. */
const NO_VALUE = 'NO_SUCH_VALUE';

function values({ place, schema, rows, contracts }: Property): Difference[] {
  if (!Array.isArray(schema.enum)) return [];
  const allowed = schema.enum as readonly string[];
  const areTypes = place.endsWith('[].Type');
  const accepts = (value: string) => rows.some((some) => verdictOf(some, value) !== 'error');
  const missing = allowed.filter((value) => (areTypes ? !hasType(place, value, contracts) : !accepts(value)));
  const differences = missing.map((value): Difference => [`value ${value}`, 'AWS allows it, and no contract does']);
  return !areTypes && accepts(NO_VALUE)
    ? [...differences, ['values wide', `a contract accepts values other than ${allowed.join(', ')}`]]
    : differences;
}

/** Whether a list of items with a type has a row for one. */
function hasType(place: string, type: string, contracts: readonly SourceContract[]): boolean {
  const list = l1Path(place.replace('[].Type', ''), contracts[0]);
  return contracts.some(({ properties: rows }) => rows.some(({ property }) => property.startsWith(`${list}[${type}]`)));
}

/** The letters of a text: what both patterns match, some contract accepts, and nothing else. */
function letters({ place, schema, model, rows }: Property): Difference[] {
  const sample = SAMPLES[pathIn(place)];
  if (sample === undefined || rows.length === 0) return [];
  const expressions = [
    ...(schema.pattern === undefined ? [] : [expression(String(schema.pattern), false)]),
    ...(model.pattern === undefined ? [] : [expression(String(model.pattern), true)]),
  ];
  const ours = (text: string) => rows.map((some) => verdictOf(some, text));
  const theirs = (text: string) => expressions.every((one) => one.test(text));
  const narrow = varied(sample).filter((text) => theirs(text) && ours(text).every((verdict) => verdict === 'error'));
  const wide = varied(sample).filter((text) => !theirs(text) && ours(text).includes('accepted'));
  const differences: Difference[] = [
    ['letters narrow', `AWS allows ${quoted(narrow)}, and no contract does`],
    ['letters wide', `AWS refuses ${quoted(wide)}, and a contract does not`],
  ];
  return differences.filter((_, index) => [narrow, wide][index].length > 0);
}

function quoted(texts: readonly string[]): string {
  const shown = texts
    .slice(0, 5)
    .map((text) => JSON.stringify(text))
    .join(', ');
  return texts.length > 5 ? `${shown} and ${texts.length - 5} more` : shown;
}

/** A value that is of no such type. */
const OTHER_TYPES: { readonly [type: string]: unknown } = { integer: 1.5, boolean: 'maybe' };

function types({ schema: { type }, rows }: Property): Difference[] {
  const other = OTHER_TYPES[String(type)];
  const isOpen = other !== undefined && rows.some((one) => verdictOf(one, other) !== 'error');
  return isOpen ? [['type', `CloudFormation refuses ${String(other)}, and a contract does not`]] : [];
}

function uniqueness({ schema: { uniqueItems }, rows }: Property): Difference[] {
  const isOpen = rows.some((one) => verdictOf(one, ['a', 'a'], /(^|-)(unique|count|length)$/) === 'accepted');
  const says = 'CloudFormation refuses an item that is there twice, and a contract does not';
  return uniqueItems === true && isOpen ? [['unique', says]] : [];
}

function replacement({ place, isReplaced, rows }: Property): Difference[] {
  const differs = !place.endsWith('[]') && rows.flat().some(({ createOnly = false }) => createOnly !== isReplaced);
  const does = isReplaced ? 'replaces the mapping on a change' : 'changes it in place';
  return differs ? [['create-only', `CloudFormation ${does}, and a contract says otherwise`]] : [];
}

function requirements({ place, schema, contracts }: Property): Difference[] {
  const names = Array.isArray(schema.required) ? (schema.required as readonly string[]) : [];
  const isOptional = (name: string) =>
    contracts.some((contract) => {
      const path = l1Path(`${place}.${name}`, contract);
      return contract.properties.some(
        ({ property, required, inEachItem }) => property === path && required === undefined && !inEachItem,
      );
    });
  const says = 'CloudFormation requires it, and a contract does not';
  return names.filter(isOptional).map((name) => [`required ${name}`, says]);
}

/** Rows of properties that CloudFormation does not have. */
function unknownRows(schema: Facts, contracts: readonly SourceContract[]): Disagreement[] {
  const known = new Set(Object.keys(schema).map((place) => l1Path(place, contracts[0])));
  const ours = new Set(contracts.flatMap(({ properties: rows }) => rows.map(({ property }) => property)));
  const unknown = [...ours].filter((property) => !known.has(property) && !known.has(withoutTypes(property)));
  const says = 'a contract has it, and CloudFormation does not';
  return unknown.map((property) => ({ id: `${cloudFormationPath(property)} gone`, says }));
}

/** Properties of events that would become properties of a mapping which no contract knows. */
function unknownInSam(facts: Facts, contracts: readonly SourceContract[]): Disagreement[] {
  const places = Object.keys(facts).filter((place) => place.includes('.') && !SAM_ITSELF.includes(pathIn(place)));
  const unknown = places.filter((place) => contracts.every((contract) => rowsAtPlace(contract, place).length === 0));
  return unknown.map((place) => ({ id: `SAM ${place} unknown`, says: 'AWS SAM has it, and no contract does' }));
}
