import { Fn } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import { sameAccountCases } from './accounts.cases';
import { batchingCases } from './batching.cases';
import { COMMON_CASES } from './common.cases';
import { foreignAccessCases, foreignOptionCases, malformedCases } from './other-sources.cases';
import { secretCases, secretRegionCases } from './secrets.cases';
import { sourceArnCases } from './source-arn.cases';
import { BrokerQueueMappingOptions, MappingTargetProps, MqAuthentication, MqBroker } from '../../../src';
import type { Properties } from '../../../src/model/contract';
import type { Case } from '../../cases';

type Props = BrokerQueueMappingOptions & MappingTargetProps & { broker: ReturnType<typeof MqBroker.fromBrokerArn> };

/** Credentials of which only the deployment knows the Region. */
export const ANY_CREDENTIALS = { Type: 'BASIC_AUTH', URI: { Ref: 'Credentials' } };

const CREDENTIALS = {
  Type: 'BASIC_AUTH',
  URI: 'arn:aws:secretsmanager:us-west-2:111122223333:secret:MQBrokerUserPassword-xPBMTt',
};

const brokerIn = (partition: string, region: string) =>
  `arn:${partition}:mq:${region}:123456789012:broker:pizzaBroker:b-9bcfa592-423a-4942-879d-eb284b418fc8`;

export const BROKER_ARN = brokerIn('aws', 'us-west-2');

/** The cases that the queues of both engines of Amazon MQ share. */
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
    ...authenticationCases(source, MqAuthentication),
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
export function authenticationCases<Authentication>(
  source: string,
  { basic }: { basic(secret: aws_secretsmanager.ISecretRef): Authentication },
): Case<{ authentication: Authentication }>[] {
  const rule = `${source}-authentication`;
  const access = (...list: unknown[]) => ({ SourceAccessConfigurations: list });
  return [
    ...secretCases({ rule, name: 'authentication', properties: (uri) => access({ Type: 'BASIC_AUTH', URI: uri }) }),
    ...secretRegionCases({
      rule: `${source}-secret-in-region`,
      name: 'authentication',
      properties: (uri) => access({ Type: 'BASIC_AUTH', URI: uri }),
    }),
    {
      name: 'authentication imported from another Region',
      region: 'eu-west-1',
      props: (f) => ({
        authentication: basic(secretsmanager.Secret.fromSecretCompleteArn(f.stack, 'Imported', CREDENTIALS.URI)),
      }),
      problems: [`${source}-secret-in-region`],
    },
    {
      name: 'authentication imported',
      props: (f) => ({
        authentication: basic(secretsmanager.Secret.fromSecretCompleteArn(f.stack, 'Imported', CREDENTIALS.URI)),
      }),
      problems: [],
    },
    {
      name: 'authentication imported by name',
      props: (f) => ({
        authentication: basic(secretsmanager.Secret.fromSecretNameV2(f.stack, 'Imported', 'prod/broker')),
      }),
      problems: [],
    },
    { name: 'authentication missing', properties: access(), problems: [`${rule}-required`] },
    {
      name: 'authentication without a list',
      properties: { SourceAccessConfigurations: undefined },
      problems: [`${rule}-required`],
    },
    {
      name: 'authentication of no address',
      properties: access({ Type: 'BASIC_AUTH' }),
      problems: [`${rule}-required`],
    },
    {
      name: 'authentication empty',
      properties: access({ Type: 'BASIC_AUTH', URI: '' }),
      problems: [`${rule}-length`],
    },
    {
      name: 'authentication two',
      properties: access(CREDENTIALS, { ...CREDENTIALS, URI: { Ref: 'Other' } }),
      problems: [`${source}-one-authentication`],
    },
    {
      name: 'authentication of an unknown type',
      properties: access({ Type: { Ref: 'AccessType' }, URI: CREDENTIALS.URI }),
      problems: [],
    },
    {
      name: 'authentication that may be',
      properties: access({ 'Fn::If': ['A', CREDENTIALS, { Ref: 'AWS::NoValue' }] }),
      problems: [],
    },
    {
      name: 'authentication in a list of a condition',
      properties: { SourceAccessConfigurations: { 'Fn::If': ['A', [CREDENTIALS], []] } },
      problems: [],
    },
    {
      name: 'authentication of which one is taken away',
      properties: access(CREDENTIALS, { Ref: 'AWS::NoValue' }),
      problems: [],
    },
  ];
}
