import { REFUSE_NOTHING, refusedBy, SHAPE } from './refusals';
import { pathIn } from '../../projenrc/facts/changes';
import { readBaseline } from '../../projenrc/facts/facts';
import { l1Path } from '../../projenrc/facts/rests-on';
import { checkProperties } from '../../src/analysis/check-properties';
import { UNSUPPORTED } from '../../src/analysis/shape';
import { Properties, SourceContract } from '../../src/model/contract';
import { Problem } from '../../src/model/problem';
import { SOURCES } from '../cases';

const TYPE = 'AWS::Lambda::EventSourceMapping';
const SCHEMA = readBaseline()['cfn-lint']!.facts;
const REFUSED = refusedBy(SCHEMA);

/** Patterns without anchors that match the empty text, and so find themselves in any text; and the length of a list. */
const REFUSING_NO_TEXT = [
  'AmazonManagedKafkaEventSourceConfig.ConsumerGroupId pattern',
  'AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig.SchemaRegistryURI pattern',
  'FilterCriteria.Filters[].Pattern pattern',
  'FunctionResponseTypes maxLength',
  'KmsKeyArn pattern',
  'Queues[] pattern',
  'SelfManagedKafkaEventSourceConfig.ConsumerGroupId pattern',
  'SelfManagedKafkaEventSourceConfig.SchemaRegistryConfig.SchemaRegistryURI pattern',
  'SourceAccessConfigurations[].URI pattern',
];

/** The values that CloudFormation's schema refuses and we do not yet, with the reason. */
const NOT_YET: readonly { readonly gap: RegExp; readonly why: string }[] = [
  {
    gap: /^(msk|self-managed-kafka) .*\.AccessConfigs\[\]\.URI: the text "/,
    why: 'a warning: Lambda takes the name of a secret in other places',
  },
  { gap: /^(msk|self-managed-kafka) Topics\[\]: the text "\$"/, why: 'a warning: a topic can have one character' },
];

function errorsOf(contract: SourceContract, properties: Properties) {
  return checkProperties(contract, properties).filter(({ severity }) => severity === 'error');
}

/** Each contract, with each value that the schema refuses in a mapping which is right without it. */
const ALL = SOURCES.flatMap(({ folder, contract, smallest }) =>
  REFUSED.map(({ place, keyword, what, properties }) => {
    const path = l1Path(`${TYPE}.${place}`, contract)!;
    const errors = errorsOf(contract, { ...smallest.properties, ...properties });
    const isAbove = ({ property, name }: Problem) => name === UNSUPPORTED && isWithin(path, generic(property));
    return {
      name: `${folder} ${place}: ${what}`,
      contract,
      keyword,
      // Errors at other places are another matter.
      errors: errors.filter((problem) => isWithin(generic(problem.property), path) || isAbove(problem)),
    };
  }),
);

/** Without the indexes of lists, and the types of their items. */
function generic(property: string): string {
  return property.replace(/\[\w+\]/g, '[]');
}

function isWithin(property: string, path: string): boolean {
  return property === path || property.startsWith(`${path}.`) || property.startsWith(`${path}[`);
}

const ACCEPTED = ALL.filter(({ errors }) => errors.length === 0).map(({ name }) => name);

test('each keyword of the schema has a case, or refuses nothing', () => {
  const places = Object.keys(SCHEMA).filter((place) => place.startsWith(`${TYPE}.`));
  const without = places.flatMap((place) =>
    Object.keys(SCHEMA[place].limits)
      .filter((keyword) => !REFUSE_NOTHING.includes(keyword) && !SCHEMA[place].limits.readOnly)
      .filter((keyword) => !REFUSED.some((one) => one.place === pathIn(place) && one.keyword === keyword))
      .map((keyword) => `${pathIn(place)} ${keyword}`),
  );
  expect(without).toEqual(REFUSING_NO_TEXT);
});

test('what CloudFormation refuses, each contract refuses', () => {
  expect(ACCEPTED.filter((name) => !NOT_YET.some(({ gap }) => gap.test(name)))).toEqual([]);
});

test('what is not refused yet is not refused', () => {
  expect(NOT_YET.filter(({ gap }) => !ACCEPTED.some((name) => gap.test(name)))).toEqual([]);
});

test('a value with a wrong shape is one finding', () => {
  const found = ALL.filter(({ keyword }) => SHAPE.includes(keyword)).map(({ name, contract, errors }) => {
    // Other rules check whether the value, or another one beside it, is needed.
    const others = [
      ...contract.rules.map((rule) => rule.name),
      ...contract.properties.flatMap(({ required }) => required?.rule ?? []),
    ];
    return { name, rules: errors.filter((error) => !others.includes(error.name)).map(({ rule }) => rule) };
  });
  expect(found.filter(({ rules }) => rules.length > 1)).toEqual([]);
});
