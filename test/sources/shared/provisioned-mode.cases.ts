import { Duration } from 'aws-cdk-lib';
import type { KafkaBlockName, KafkaProps } from './kafka.cases';
import { PollerLogLevel, RecordAge } from '../../../src';
import type { Properties } from '../../../src/model/contract';
import type { Case } from '../../cases';

const PROVISIONED = { ProvisionedPollerConfig: { MinimumPollers: 1 } };

/** The cases of options that Lambda accepts only with the mapping's own pollers. */
export function provisionedModeCases(source: string, block: KafkaBlockName): Case<KafkaProps>[] {
  return [
    ...pollerGroupCases(source),
    ...logLevelCases(source),
    ...gateCases(source, block),
    {
      name: 'provisioned mode of no pollers',
      props: () => ({ provisionedMode: { retryAttempts: 3, maxRecordAge: Duration.minutes(5) } }),
      problems: [`${source}-provisioned-mode-needs-pollers`],
    },
  ];
}

function pollerGroupCases(source: string): Case<KafkaProps>[] {
  const rule = `${source}-poller-group-name`;
  const group = (name: unknown) => ({ ProvisionedPollerConfig: { MinimumPollers: 1, PollerGroupName: name } });
  const named = (what: string, pollerGroupName: string, problems: string[], region?: string): Case<KafkaProps> => ({
    name: `poller group ${what}`,
    region,
    props: () => ({ provisionedMode: { minimumPollers: 1, pollerGroupName } }),
    properties: group(pollerGroupName),
    problems,
  });
  return [
    named('of 1 character', 'g', []),
    named('of 128 characters', 'g'.repeat(128), []),
    named('of 129 characters', 'g'.repeat(129), [`${rule}-length`]),
    named('of no character, which leaves the group', '', []),
    named('of all kinds of characters', 'aZ0-_', []),
    named('with a dot', 'my.group', [`${rule}-pattern`]),
    named('in us-east-1', 'group', [], 'us-east-1'),
    named('in cn-north-1', 'group', [], 'cn-north-1'),
    named('in il-central-1', 'group', [], 'il-central-1'),
    {
      name: 'poller group a token',
      props: (f) => ({
        provisionedMode: { minimumPollers: f.number, maximumPollers: f.number, pollerGroupName: f.text },
      }),
      properties: group({ Ref: 'Group' }),
      problems: [],
    },
  ];
}

function logLevelCases(source: string): Case<KafkaProps>[] {
  const level = (value: unknown) => ({ ...PROVISIONED, LoggingConfig: { SystemLogLevel: value } });
  const inRegion = (region: string): Case<KafkaProps> => ({
    name: `log level in ${region}`,
    region,
    props: () => ({ provisionedMode: { minimumPollers: 1, logLevel: PollerLogLevel.INFO } }),
    properties: level('INFO'),
    problems: [],
  });
  return [
    ...Object.values(PollerLogLevel).map((logLevel): Case<KafkaProps> => ({
      name: `log level ${logLevel}`,
      props: () => ({ provisionedMode: { minimumPollers: 1, logLevel } }),
      properties: level(logLevel),
      problems: [],
    })),
    { name: 'log level of a function', properties: level('ERROR'), problems: [`${source}-log-level-choice`] },
    { name: 'log level in lower case', properties: level('info'), problems: [`${source}-log-level-choice`] },
    { name: 'log level a parameter', properties: level({ Ref: 'Level' }), problems: [] },
    ...['eu-central-1', 'cn-northwest-1', 'il-central-1'].map(inRegion),
  ];
}

/** On demand each of these is refused; provisioned, or where it may be provisioned, it is not. */
function gateCases(source: string, block: KafkaBlockName): Case<KafkaProps>[] {
  const glue = {
    SchemaRegistryURI: 'arn:aws:glue:us-east-1:123456789012:registry/clicks',
    EventRecordFormat: 'JSON',
    SchemaValidationConfigs: [{ Attribute: 'VALUE' }],
  };
  const gated: { readonly [rule: string]: Properties } = {
    'retry-attempts-need-provisioned-mode': { MaximumRetryAttempts: 3 },
    'record-age-needs-provisioned-mode': { MaximumRecordAgeInSeconds: 3600 },
    'bisect-needs-provisioned-mode': { BisectBatchOnFunctionError: true },
    'partial-responses-need-provisioned-mode': { FunctionResponseTypes: ['ReportBatchItemFailures'] },
    'schema-registry-needs-provisioned-mode': { [block]: { SchemaRegistryConfig: glue } },
    'log-level-needs-provisioned-mode': { LoggingConfig: { SystemLogLevel: 'WARN' } },
    'failure-topic-needs-provisioned-mode': { DestinationConfig: { OnFailure: { Destination: 'kafka://failures' } } },
  };
  return [
    ...Object.entries(gated).flatMap(([rule, properties]): Case<KafkaProps>[] => [
      { name: `${rule} on demand`, properties, problems: [`${source}-${rule}`] },
      {
        name: `${rule} taken away`,
        properties: { ...properties, ProvisionedPollerConfig: { Ref: 'AWS::NoValue' } },
        problems: [`${source}-${rule}`],
      },
      // Lambda takes an empty object for the end of the provisioned mode.
      {
        name: `${rule} no longer provisioned`,
        properties: { ...properties, ProvisionedPollerConfig: {} },
        problems: [`${source}-${rule}`],
      },
      {
        name: `${rule} with a maximum`,
        properties: { ...properties, ProvisionedPollerConfig: { MaximumPollers: 5 } },
        problems: [],
      },
      {
        name: `${rule} of a condition`,
        properties: {
          ...properties,
          ProvisionedPollerConfig: { 'Fn::If': ['A', { MinimumPollers: 1 }, { Ref: 'AWS::NoValue' }] },
        },
        problems: [],
      },
    ]),
    {
      name: 'defaults that are written out, on demand',
      properties: {
        MaximumRetryAttempts: -1,
        MaximumRecordAgeInSeconds: -1,
        BisectBatchOnFunctionError: false,
        FunctionResponseTypes: [],
      },
      problems: [],
    },
    {
      name: 'options of which nothing is known, on demand',
      properties: {
        MaximumRetryAttempts: { Ref: 'Retries' },
        MaximumRecordAgeInSeconds: { Ref: 'Age' },
        BisectBatchOnFunctionError: { Ref: 'Bisect' },
        LoggingConfig: { 'Fn::If': ['A', { SystemLogLevel: 'INFO' }, { Ref: 'AWS::NoValue' }] },
      },
      problems: [],
    },
    {
      name: 'all that only pollers do',
      props: () => ({
        provisionedMode: {
          maximumPollers: 20,
          retryAttempts: 5,
          maxRecordAge: RecordAge.INFINITE,
          bisectBatchOnError: true,
          reportBatchItemFailures: true,
          onFailureTopic: 'failures',
          logLevel: PollerLogLevel.DEBUG,
        },
      }),
      problems: [],
    },
  ];
}
