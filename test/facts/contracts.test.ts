import { CONTRACT_FACTS, Fact, pathOf, rowsAt } from './facts';
import { checkProperties } from '../../src/analysis/check-properties';
import { cloudFormationPath } from '../../src/graph/names';
import { PropertySpec, SourceContract } from '../../src/model/contract';
import type { Severity } from '../../src/model/problem';

/** The facts from which a contract differs on purpose, and the reasons. */
const OTHERWISE: { readonly [optionAndFact: string]: string } = {
  'SchemaRegistryConfig.EventRecordFormat required': 'only with a registry, which is up to a rule',
  'SchemaRegistryConfig.SchemaRegistryURI required': 'only with a registry, which is up to a rule',
  'SchemaRegistryConfig.SchemaValidationConfigs required': 'only with a registry, which is up to a rule',
  'SchemaRegistryConfig.AccessConfigs range': 'one way to sign in and one certificate are never more than two',
  'SchemaRegistryConfig.AccessConfigs values': 'each type is a row',
  'DocumentDBEventSourceConfig required': 'its DatabaseName is',
  'FunctionResponseTypes default': 'an option that is on or off spells the empty list as false',
};

const differs = (option: string, what: string) => `${option} ${what}` in OTHERWISE;

/** Every option that AWS accepts somewhere, in the words of a template, to be refused elsewhere. */
const SAMPLES: { readonly [option: string]: object } = {
  AmazonManagedKafkaEventSourceConfig: { AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: 'group' } },
  BisectBatchOnFunctionError: { BisectBatchOnFunctionError: true },
  ConsumerGroupId: { AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: 'group' } },
  ConsumptionMode: { SelfManagedKafkaEventSourceConfig: { ConsumptionMode: 'Queue' } },
  DocumentDBEventSourceConfig: { DocumentDBEventSourceConfig: { DatabaseName: 'shop' } },
  EventSourceArn: { EventSourceArn: 'arn:aws:kinesis:us-east-1:123456789012:stream/orders' },
  FilterCriteria: { FilterCriteria: { Filters: [{ Pattern: '{"a":["b"]}' }] } },
  FunctionResponseTypes: { FunctionResponseTypes: ['ReportBatchItemFailures'] },
  KmsKeyArn: { KmsKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/a1' },
  LoggingConfig: { LoggingConfig: { SystemLogLevel: 'INFO' } },
  MaximumBatchingWindowInSeconds: { MaximumBatchingWindowInSeconds: 5 },
  MaximumRecordAgeInSeconds: { MaximumRecordAgeInSeconds: 60 },
  MaximumRetryAttempts: { MaximumRetryAttempts: 5 },
  OnSuccess: { DestinationConfig: { OnSuccess: { Destination: 'arn:aws:sqs:us-east-1:123456789012:done' } } },
  'OnFailure.kafka_topic': onFailure('kafka://failures'),
  'OnFailure.s3': onFailure('arn:aws:s3:::failures'),
  'OnFailure.sns_fifo': onFailure('arn:aws:sns:us-east-1:123456789012:failures.fifo'),
  'OnFailure.sns_standard': onFailure('arn:aws:sns:us-east-1:123456789012:failures'),
  'OnFailure.sqs_fifo': onFailure('arn:aws:sqs:us-east-1:123456789012:failures.fifo'),
  'OnFailure.sqs_standard': onFailure('arn:aws:sqs:us-east-1:123456789012:failures'),
  ParallelizationFactor: { ParallelizationFactor: 2 },
  ProvisionedPollerConfig: { ProvisionedPollerConfig: { MinimumPollers: 2 } },
  'ProvisionedPollerConfig.PollerGroupName': { ProvisionedPollerConfig: { PollerGroupName: 'group' } },
  Queues: { Queues: ['mails'] },
  ScalingConfig: { ScalingConfig: { MaximumConcurrency: 2 } },
  SchemaRegistryConfig: {
    AmazonManagedKafkaEventSourceConfig: { SchemaRegistryConfig: { SchemaRegistryURI: 'https://example.com' } },
  },
  SelfManagedEventSource: {
    SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: ['broker-1.example.com:9096'] } },
  },
  SelfManagedKafkaEventSourceConfig: { SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: 'group' } },
  StartingPosition: { StartingPosition: 'LATEST' },
  StartingPositionTimestamp: { StartingPositionTimestamp: 1_700_000_000 },
  Topics: { Topics: ['clicks'] },
  TumblingWindowInSeconds: { TumblingWindowInSeconds: 5 },
};

function onFailure(destination: string): object {
  return { DestinationConfig: { OnFailure: { Destination: destination } } };
}

function sampleOf(option: string): object {
  const [root, part] = option.split('.');
  if (root === 'SourceAccessConfigurations') return { SourceAccessConfigurations: [{ Type: part, URI: 'a-text' }] };
  return root === 'MetricsConfig' ? { MetricsConfig: { Metrics: [part] } } : SAMPLES[option];
}

const DESTINATION_RULES: { readonly [option: string]: string } = {
  'OnFailure.sqs_fifo': 'on-failure-fifo',
  'OnFailure.sns_fifo': 'on-failure-fifo',
  'OnFailure.kafka_topic': 'on-failure-service',
};

/** The rules that refuse a part of something that a source accepts; all else has to be refused as unsupported. */
function refusalsOf(contract: SourceContract, option: string): string[] {
  const path = pathOf(contract.id, option);
  const rows = contract.properties.filter(({ property }) => property === path);
  if (rows.length === 0) return [`${contract.id}-unsupported`];
  const choices = rows.flatMap(({ constraints }) =>
    constraints.filter(({ kind }) => kind === 'choice').map(({ rule }) => rule),
  );
  return (option in DESTINATION_RULES ? [DESTINATION_RULES[option]] : choices).map((name) => `${contract.id}-${name}`);
}

/** The rows whose values the fact is about: those of the items where they are a list. */
function rowsFor(contract: SourceContract, option: string, about: 'range' | 'values'): PropertySpec[] {
  const path = pathOf(contract.id, option);
  const items = contract.properties.filter(({ property }) => property.startsWith(`${path}[]`));
  return about === 'values' && items.length > 0
    ? items
    : contract.properties.filter(({ property }) => property === path);
}

function finds({ constraints }: PropertySpec, value: unknown, wanted: Severity): boolean {
  return constraints.some(({ severity = 'error', fault }) => severity === wanted && fault(value) !== undefined);
}

function refuses(row: PropertySpec, value: unknown): boolean {
  return finds(row, value, 'error');
}

/** Something as large as the fact counts: a number, or as many letters or items. */
function sizes(option: string, count: number): unknown {
  if (/(SchemaValidationConfigs|SourceAccessConfigurations)$/.test(option)) {
    return Array.from({ length: Math.max(count, 0) }, (_, index) => ({ attribute: index }));
  }
  return /Name$/.test(option) ? 'a'.repeat(Math.max(count, 0)) : count;
}

function choicesOf({ constraints }: PropertySpec): string[] {
  return constraints.filter(({ kind }) => kind === 'choice').flatMap(({ allowed }) => allowed.split(', '));
}

describe.each(CONTRACT_FACTS)('the contract of %s', (source, contract, facts) => {
  const accepted = Object.entries(facts.accepted);
  const withFact = (name: keyof Fact) => accepted.filter(([, fact]) => fact[name] !== undefined);

  test('has a row for each option that AWS accepts', () => {
    expect(
      accepted.map(([option]) => option).filter((option) => rowsAt(contract, pathOf(source, option)).length === 0),
    ).toEqual([]);
  });

  test('has no row for anything else', () => {
    const paths = accepted.flatMap(([option]) => [
      pathOf(source, option),
      pathOf(source, option).replace(/\[\w*\]$/, ''),
    ]);
    expect(
      contract.properties
        .map(({ property }) => property)
        .filter(
          (property) =>
            !paths.some(
              (path) => property === path || property.startsWith(`${path}.`) || property.startsWith(`${path}[]`),
            ),
        ),
    ).toEqual([]);
  });

  test('requires what AWS requires', () => {
    const required = accepted.filter(([option, { status }]) => status === 'required' && !differs(option, 'required'));
    const paths = contract.properties
      .filter((row) => row.required !== undefined)
      .map(({ property }) => property.replace(/\.uri$/, ''));
    expect(paths.sort()).toEqual(required.map(([option]) => pathOf(source, option)).sort());
  });

  test('refuses what AWS refuses', () => {
    const answers = facts.forbidden.map((option) => {
      const rules = checkProperties(contract, sampleOf(option) as Record<string, unknown>).map(({ rule }) => rule);
      return [option, rules.filter((rule) => refusalsOf(contract, option).includes(rule))];
    });
    expect(answers.filter(([, rules]) => rules.length !== 1)).toEqual([]);
  });

  test('has the ranges', () => {
    const wrong = withFact('max')
      .filter(([option]) => !differs(option, 'range'))
      .filter(([option, { min = 0, max, also }]) => {
        const [row, ...more] = rowsFor(contract, option, 'range');
        const outside = [min - 1, max! + 1].filter((count) => typeof sizes(option, count) === 'number' || count >= 0);
        const inside = also === undefined ? [min, max!] : [min, max!, also];
        return (
          row === undefined ||
          more.length > 0 ||
          inside.some((count) => refuses(row, sizes(option, count))) ||
          outside.some((count) => !refuses(row, sizes(option, count)))
        );
      });
    expect(wrong).toEqual([]);
  });

  test('warns of more than is documented', () => {
    const wrong = withFact('documented').filter(([option, { documented }]) => {
      const [row] = rowsFor(contract, option, 'range');
      return (
        finds(row, sizes(option, documented!), 'warning') || !finds(row, sizes(option, documented! + 1), 'warning')
      );
    });
    expect(wrong).toEqual([]);
  });

  test('has the values', () => {
    const known = withFact('values').filter(([option]) => !differs(option, 'values'));
    const choices = known.map(([option]) => [option, rowsFor(contract, option, 'values').flatMap(choicesOf).sort()]);
    expect(choices).toEqual(known.map(([option, { values }]) => [option, [...values!].sort()]));
  });

  test('has the metrics', () => {
    const metrics = accepted
      .map(([option]) => option.split('.'))
      .filter(([root]) => root === 'MetricsConfig')
      .map(([, name]) => name);
    const row = contract.properties.find(({ property }) => property === 'metricsConfig.metrics[]');
    expect(['EventCount', 'ErrorCount', 'KafkaMetrics'].filter((name) => row && !refuses(row, name)).sort()).toEqual(
      metrics.sort(),
    );
  });

  test('has the destinations', () => {
    const destinations = accepted.map(([option]) => option).filter((option) => option.startsWith('OnFailure.'));
    const refused = destinations.filter((option) =>
      checkProperties(contract, sampleOf(option) as Record<string, unknown>).some(({ rule }) =>
        /-on-failure-(?!topic)|-unsupported$/.test(rule),
      ),
    );
    expect(refused).toEqual([]);
  });

  test('has the defaults', () => {
    const known = withFact('default').map(([option, fact]) => [pathOf(source, option), fact.default]);
    const rows = contract.properties.filter(
      (row) => row.default !== undefined && !differs(cloudFormationPath(row.property), 'default'),
    );
    expect(Object.fromEntries(rows.map((row) => [row.property.replace(/\.uri$/, ''), row.default]))).toEqual(
      Object.fromEntries(known),
    );
  });
});

test('each difference is still one', () => {
  const options = new Set(CONTRACT_FACTS.flatMap(([, , { accepted }]) => Object.keys(accepted)));
  expect(Object.keys(OTHERWISE).filter((name) => !options.has(name.split(' ')[0]))).toEqual([]);
});
