import { CONTRACT_FACTS, pathOf } from './facts';
import { DIFFERENCES } from '../../projenrc/facts/differences';
import { disagreements } from '../../projenrc/facts/disagreements';
import { AllFacts, Fact, factsIn, readBaseline } from '../../projenrc/facts/facts';
import { l1Path } from '../../projenrc/facts/rests-on';
import { CONTRACTS } from '../../src/sources/contracts';

const FACTS = factsIn(readBaseline());
const PLACE = 'AWS::Lambda::EventSourceMapping';

/** The facts with another limit of CloudFormation's schema at a place. */
function changed(place: string, limits: Fact['limits']): AllFacts {
  const schema = FACTS['cfn-lint'];
  const { limits: known, sentences } = schema[`${PLACE}.${place}`] ?? { limits: {}, sentences: [] };
  return { ...FACTS, 'cfn-lint': { ...schema, [`${PLACE}.${place}`]: { limits: { ...known, ...limits }, sentences } } };
}

function newIn(facts: AllFacts): string[] {
  return disagreements(facts, CONTRACTS)
    .map(({ id }) => id)
    .filter((id) => !(id in DIFFERENCES));
}

test('the contracts say what the schema and the service model say, except where it is meant', () => {
  expect(disagreements(FACTS, CONTRACTS).filter(({ id }) => !(id in DIFFERENCES))).toEqual([]);
});

test('each difference that is meant is still one', () => {
  const ids = disagreements(FACTS, CONTRACTS).map(({ id }) => id);
  expect(Object.keys(DIFFERENCES).filter((id) => !ids.includes(id))).toEqual([]);
});

describe('a contract disagrees', () => {
  const CHANGES: readonly [what: string, place: string, limits: Fact['limits'], ids: readonly string[]][] = [
    [
      'with a larger range',
      'ScalingConfig.MaximumConcurrency',
      { maximum: 100 },
      ['ScalingConfig.MaximumConcurrency maximum wide'],
    ],
    ['with a smaller range', 'TumblingWindowInSeconds', { minimum: 1 }, ['TumblingWindowInSeconds minimum wide']],
    ['with a longer text', 'Queues[]', { maxLength: 80 }, ['Queues[] maximum wide']],
    [
      'with more items',
      'SelfManagedEventSource.Endpoints.KafkaBootstrapServers',
      { maxItems: 5 },
      ['SelfManagedEventSource.Endpoints.KafkaBootstrapServers maximum wide'],
    ],
    [
      'without a value',
      'LoggingConfig.SystemLogLevel',
      { enum: ['DEBUG', 'ERROR', 'INFO', 'WARN'] },
      ['LoggingConfig.SystemLogLevel value ERROR'],
    ],
    [
      'without a way to sign in',
      'SourceAccessConfigurations[].Type',
      { enum: ['BASIC_AUTH', 'KERBEROS_AUTH'] },
      ['SourceAccessConfigurations[].Type value KERBEROS_AUTH'],
    ],
    [
      'with other letters',
      'ProvisionedPollerConfig.PollerGroupName',
      { pattern: '^[a-z0-9]*$' },
      ['ProvisionedPollerConfig.PollerGroupName letters wide'],
    ],
    [
      'with a change in place',
      'FilterCriteria',
      { createOnly: true },
      ['FilterCriteria.Filters create-only', 'FilterCriteria.Filters[].Pattern create-only'],
    ],
    ['with a replacement', 'StartingPosition', { createOnly: false }, ['StartingPosition create-only']],
    [
      'with fewer needs',
      'ProvisionedPollerConfig',
      { required: ['MinimumPollers'] },
      ['ProvisionedPollerConfig required MinimumPollers'],
    ],
    ['without a property', 'RetryDelayInSeconds', { type: 'integer' }, ['RetryDelayInSeconds unknown']],
    [
      'with another type',
      'SelfManagedKafkaEventSourceConfig.ConsumerGroupId',
      { type: 'boolean' },
      [
        'SelfManagedKafkaEventSourceConfig.ConsumerGroupId minimum wide',
        'SelfManagedKafkaEventSourceConfig.ConsumerGroupId minimum wide for Lambda',
        'SelfManagedKafkaEventSourceConfig.ConsumerGroupId maximum wide',
        'SelfManagedKafkaEventSourceConfig.ConsumerGroupId maximum wide for Lambda',
        'SelfManagedKafkaEventSourceConfig.ConsumerGroupId type',
      ],
    ],
  ];

  test.each(CHANGES)('%s', (_, place, limits, ids) => expect(newIn(changed(place, limits))).toEqual(ids));

  test('with a smaller range than both allow', () => {
    const place = 'CreateEventSourceMapping.ParallelizationFactor';
    const larger = {
      ...changed('ParallelizationFactor', { maximum: 20 }),
      botocore: { ...FACTS.botocore, [place]: { limits: { max: 20 }, sentences: [] } },
    };
    expect(newIn(larger)).toEqual(['ParallelizationFactor maximum narrow']);
  });

  test('with a property that is gone', () => {
    const { [`${PLACE}.Topics[]`]: gone, ...others } = FACTS['cfn-lint'];
    expect(gone).toBeDefined();
    expect(newIn({ ...FACTS, 'cfn-lint': others })).toEqual(['Topics gone']);
  });

  test('with a property of AWS SAM that no contract knows', () => {
    const facts = { ...FACTS['aws-sam-translator'], 'SQS.Visibility': { limits: { required: false }, sentences: [] } };
    expect(newIn({ ...FACTS, 'aws-sam-translator': facts })).toEqual(['SAM SQS.Visibility unknown']);
  });
});

/** The matrix of each source lies within the schema, which is for all sources. */
describe.each(CONTRACT_FACTS)('the matrix of %s', (source, contract, { accepted }) => {
  const schema = new Map(
    Object.entries(FACTS['cfn-lint']).map(([place, { limits }]) => [l1Path(place, contract), limits]),
  );
  const limitsOf = (option: string) => schema.get(pathOf(source, option)) ?? {};

  test('has no range outside of the one of the schema', () => {
    const outside = Object.entries(accepted).filter(([option, { min, max }]) => {
      const { minimum, maximum, maxItems, maxLength } = limitsOf(option);
      return Number(min) < Number(minimum) || Number(max) > Number(maximum ?? maxItems ?? maxLength);
    });
    expect(outside).toEqual([]);
  });

  test('has no value that the schema does not have', () => {
    const unknown = Object.entries(accepted).flatMap(([option, { values = [] }]) => {
      const { enum: known } = limitsOf(option);
      return Array.isArray(known) ? values.filter((value) => !(known as string[]).includes(value)) : [];
    });
    expect(unknown).toEqual([]);
  });
});
