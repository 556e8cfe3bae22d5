import { Fn } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { sameAccountCases } from './accounts.cases';
import { batchingCases } from './batching.cases';
import { COMMON_CASES } from './common.cases';
import { foreignAccessCases, foreignOptionCases, malformedCases } from './other-sources.cases';
import { secretCases, secretRegionCases } from './secrets.cases';
import { sourceArnCases } from './source-arn.cases';
import { BasicAuthOptions, BrokerQueueMappingOptions, MappingTarget, MqBroker } from '../../../src';
import type { Properties } from '../../../src/model/contract';
import type { Case } from '../../cases';

type Props = BrokerQueueMappingOptions & MappingTarget & { broker: ReturnType<typeof MqBroker.fromBrokerArn> };

/** Credentials of which only the deployment knows the Region. */
export const ANY_CREDENTIALS = { Type: 'BASIC_AUTH', URI: { Ref: 'Credentials' } };

const CREDENTIALS = {
  Type: 'BASIC_AUTH',
  URI: 'arn:aws:secretsmanager:us-west-2:111122223333:secret:MQBrokerUserPassword-xPBMTt',
};

const brokerIn = (partition: string, region: string) =>
  `arn:${partition}:mq:${region}:123456789012:broker:pizzaBroker:b-9bcfa592-423a-4942-879d-eb284b418fc8`;

export const BROKER_ARN = brokerIn('aws', 'us-west-2');

/** What the queues of both engines of Amazon MQ share. */
export function brokerQueueCases(source: string, smallest: Properties, access: readonly string[]): Case<Props>[] {
  return [
    ...COMMON_CASES,
    ...sameAccountCases(`${source}-broker-in-account`, BROKER_ARN),
    ...sourceArnCases<Props>({
      rule: `${source}-broker`,
      arn: brokerIn,
      others: [
        'arn:aws:kafka:us-west-2:111122223333:cluster/pizza/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2',
        'arn:aws:mq:us-west-2:111122223333:configuration:c-9bcfa592-423a-4942-879d-eb284b418fc8',
        'arn:aws:mq:us-west-2:111122223333:broker:pizzaBroker',
        'arn:aws:sqs:us-west-2:111122223333:tickets',
        'b-9bcfa592-423a-4942-879d-eb284b418fc8',
      ],
      props: (f, arn) => ({ broker: MqBroker.fromBrokerArn(f.stack, 'Imported', arn) }),
    }),
    {
      name: 'broker of another stack',
      props: (f) => ({ broker: MqBroker.fromBrokerArn(f.stack, 'Imported', Fn.importValue('BrokerArn')) }),
      problems: [],
    },
    ...queueNameCases(source),
    ...credentialsCases(source),
    ...batchingCases(source),
    ...foreignOptionCases(source, [
      'ParallelizationFactor',
      'StartingPosition',
      'StartingPositionTimestamp',
      'OnFailure',
      'OnSuccess',
      'MaximumRecordAgeInSeconds',
      'BisectBatchOnFunctionError',
      'MaximumRetryAttempts',
      'TumblingWindowInSeconds',
      'Topics',
      'SelfManagedEventSource',
      'FunctionResponseTypes',
      'AmazonManagedKafkaEventSourceConfig',
      'SelfManagedKafkaEventSourceConfig',
      'ScalingConfig',
      'DocumentDBEventSourceConfig',
      'MetricsConfig',
      'LoggingConfig',
      'ProvisionedPollerConfig',
    ]),
    ...foreignAccessCases(source, smallest, access),
    ...malformedCases(source),
  ];
}

function queueNameCases(source: string): Case<Props>[] {
  const rule = `${source}-queue-name`;
  const named = (what: string, name: string, problems: string[]): Case<Props> => ({
    name: `queue name ${what}`,
    props: () => ({ queueName: name }),
    properties: { Queues: [name] },
    problems,
  });
  return [
    named('of 1 character', 'q', []),
    named('of 1,000 characters', 'q'.repeat(1000), []),
    named('of 1,001 characters', 'q'.repeat(1001), [`${rule}-length`]),
    named('of no character', '', [`${rule}-length`]),
    named('of any characters', 'tickets / für alle #1', []),
    { name: 'queue name a token', props: (f) => ({ queueName: f.text }), problems: [`${rule}-unknown-identity`] },
    { name: 'queue name a parameter', properties: { Queues: [{ Ref: 'QueueName' }] }, problems: [] },
    { name: 'queue names of a parameter', properties: { Queues: { Ref: 'QueueNames' } }, problems: [] },
    {
      name: 'queue names of a condition',
      properties: { Queues: [{ 'Fn::If': ['A', 'tickets', 'others'] }] },
      problems: [],
    },
    { name: 'queue names two', properties: { Queues: ['tickets', 'others'] }, problems: [`${rule}-count`] },
    { name: 'queue names none', properties: { Queues: [] }, problems: [`${rule}-count`] },
    { name: 'queue names missing', properties: { Queues: undefined }, problems: [`${rule}-required`] },
  ];
}

/** The one secret of brokers and databases. */
export function credentialsCases(source: string): Case<BasicAuthOptions>[] {
  const rule = `${source}-credentials`;
  const access = (...list: unknown[]) => ({ SourceAccessConfigurations: list });
  return [
    ...secretCases({ rule, name: 'credentials', properties: (uri) => access({ Type: 'BASIC_AUTH', URI: uri }) }),
    ...secretRegionCases({
      rule: `${source}-secret-in-region`,
      name: 'credentials',
      properties: (uri) => access({ Type: 'BASIC_AUTH', URI: uri }),
    }),
    {
      name: 'credentials imported from another Region',
      region: 'eu-west-1',
      props: (f) => ({
        credentials: secretsmanager.Secret.fromSecretCompleteArn(f.stack, 'Imported', CREDENTIALS.URI),
      }),
      problems: [`${source}-secret-in-region`],
    },
    {
      name: 'credentials imported',
      props: (f) => ({
        credentials: secretsmanager.Secret.fromSecretCompleteArn(f.stack, 'Imported', CREDENTIALS.URI),
      }),
      problems: [],
    },
    {
      name: 'credentials imported by name',
      props: (f) => ({ credentials: secretsmanager.Secret.fromSecretNameV2(f.stack, 'Imported', 'prod/broker') }),
      problems: [],
    },
    { name: 'credentials missing', properties: access(), problems: [`${rule}-required`] },
    {
      name: 'credentials without a list',
      properties: { SourceAccessConfigurations: undefined },
      problems: [`${rule}-required`],
    },
    { name: 'credentials of no address', properties: access({ Type: 'BASIC_AUTH' }), problems: [`${rule}-required`] },
    {
      name: 'credentials empty',
      properties: access({ Type: 'BASIC_AUTH', URI: '' }),
      problems: [`${rule}-length`],
    },
    {
      name: 'credentials two',
      properties: access(CREDENTIALS, { ...CREDENTIALS, URI: { Ref: 'Other' } }),
      problems: [`${source}-one-credentials`],
    },
    {
      name: 'credentials of an unknown type',
      properties: access({ Type: { Ref: 'AccessType' }, URI: CREDENTIALS.URI }),
      problems: [],
    },
    {
      name: 'credentials that may be',
      properties: access({ 'Fn::If': ['A', CREDENTIALS, { Ref: 'AWS::NoValue' }] }),
      problems: [],
    },
    {
      name: 'credentials in a list of a condition',
      properties: { SourceAccessConfigurations: { 'Fn::If': ['A', [CREDENTIALS], []] } },
      problems: [],
    },
    {
      name: 'credentials of which one is taken away',
      properties: access(CREDENTIALS, { Ref: 'AWS::NoValue' }),
      problems: [],
    },
  ];
}
