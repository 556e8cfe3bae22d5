import { Duration } from 'aws-cdk-lib';
import { ANY_CREDENTIALS, BROKER_ARN, brokerQueueCases } from './shared/brokers.cases';
import { filterEncryptionCases } from './shared/filter-encryption.cases';
import { filterCases, Filters } from './shared/filters.cases';
import { MqAuthentication, RabbitMqEventSourceMappingProps as Props, RabbitMqFilter } from '../../src';
import type { Case, Smallest } from '../cases';
import type { Fixtures } from '../fixtures';

const SOURCE = 'rabbit-mq';
const FILTERS: Filters<RabbitMqFilter> = {
  source: SOURCE,
  fromPattern: RabbitMqFilter.fromPattern,
  fromJson: RabbitMqFilter.fromJson,
  key: 'data',
  otherKeys: ['body', 'messageID', 'value'],
  unseenKey: 'eventSource',
};

export const smallest: Smallest<Props> = {
  props: (f) => ({
    broker: f.rabbitBroker,
    queueName: 'mails',
    authentication: MqAuthentication.basic(f.secret),
    target: f.target,
  }),
  properties: {
    EventSourceArn: BROKER_ARN,
    FunctionName: 'handler',
    Queues: ['mails'],
    SourceAccessConfigurations: [ANY_CREDENTIALS],
  },
};

/** All but the virtual host, which is never without a warning. */
export const fullest = (f: Fixtures): Props => ({
  broker: f.rabbitBroker,
  queueName: 'mails',
  authentication: MqAuthentication.basic(f.secret),
  virtualHost: '/',
  target: f.target,
  enabled: true,
  grantAccess: true,
  restrictNetworkInterfacesToLambda: true,
  tags: { team: 'mails' },
  batchSize: 10_000,
  maxBatchingWindow: Duration.seconds(300),
  filters: [
    RabbitMqFilter.fromPattern({ data: { type: ['created'] } }),
    RabbitMqFilter.fromPattern({ basicProperties: { appId: ['shop'] } }),
  ],
  filterEncryption: f.key,
});

const RULE = 'rabbit-mq-virtual-host';
const blocked = `${RULE}-blocks-updates`;

const host = (...uris: unknown[]) => ({
  SourceAccessConfigurations: [ANY_CREDENTIALS, ...uris.map((uri) => ({ Type: 'VIRTUAL_HOST', URI: uri }))],
});

function named(what: string, virtualHost: string, problems: string[]): Case<Props> {
  return { name: `virtual host ${what}`, props: () => ({ virtualHost }), properties: host(virtualHost), problems };
}

const VIRTUAL_HOSTS: Case<Props>[] = [
  { name: 'virtual host the default, which is better left out', props: () => ({ virtualHost: '/' }), problems: [] },
  { name: 'virtual host the default, written out', properties: host('/'), problems: [blocked] },
  named('of a name', 'prod', []),
  named('of a path', '/prod/mails', []),
  named('of 200 characters', 'v'.repeat(200), []),
  named('of 201 characters', 'v'.repeat(201), [`${RULE}-length`]),
  named('with a space', 'my host', []),
  named('with a forbidden character', 'prod#1', [`${RULE}-pattern`]),
  {
    name: 'virtual host a token',
    props: (f) => ({ virtualHost: f.text }),
    problems: [`${RULE}-unknown-identity`],
  },
  { name: 'virtual host a parameter', properties: host({ Ref: 'VirtualHost' }), problems: [] },
  { name: 'virtual host taken away', properties: host({ Ref: 'AWS::NoValue' }), problems: ['rabbit-mq-malformed'] },
  { name: 'virtual hosts two', properties: host('a', 'b'), problems: ['rabbit-mq-one-virtual-host'] },
];

export const cases: readonly Case<Props>[] = [
  ...brokerQueueCases(SOURCE, smallest.properties, ['BASIC_AUTH', 'VIRTUAL_HOST']),
  ...VIRTUAL_HOSTS,
  ...filterCases(FILTERS),
  ...filterEncryptionCases(FILTERS),
];
