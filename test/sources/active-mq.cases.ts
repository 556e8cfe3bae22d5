import { Duration } from 'aws-cdk-lib';
import { ANY_CREDENTIALS, BROKER_ARN, brokerQueueCases } from './shared/brokers.cases';
import { filterEncryptionCases } from './shared/filter-encryption.cases';
import { filterCases, Filters } from './shared/filters.cases';
import { ActiveMqEventSourceMappingProps as Props, ActiveMqFilter, MqAuthentication } from '../../src';
import type { Case, Smallest } from '../cases';
import type { Fixtures } from '../fixtures';

const SOURCE = 'active-mq';
const FILTERS: Filters<ActiveMqFilter> = {
  source: SOURCE,
  fromPattern: ActiveMqFilter.fromPattern,
  fromJson: ActiveMqFilter.fromJson,
  key: 'data',
  otherKeys: ['body', 'basicProperties', 'value'],
  unseenKey: 'eventSourceArn',
};

export const smallest: Smallest<Props> = {
  props: (f) => ({
    broker: f.broker,
    queueName: 'tickets',
    authentication: MqAuthentication.basic(f.secret),
    target: f.target,
  }),
  properties: {
    EventSourceArn: BROKER_ARN,
    FunctionName: 'handler',
    Queues: ['tickets'],
    SourceAccessConfigurations: [ANY_CREDENTIALS],
  },
};

export const fullest = (f: Fixtures): Props => ({
  broker: f.broker,
  queueName: 'tickets',
  authentication: MqAuthentication.basic(f.secret),
  target: f.target,
  enabled: true,
  grantAccess: true,
  restrictNetworkInterfacesToLambda: true,
  tags: { team: 'tickets' },
  batchSize: 10_000,
  maxBatchingWindow: Duration.seconds(300),
  filters: [ActiveMqFilter.fromPattern({ data: { type: ['created'] } })],
  filterEncryption: f.key,
});

export const cases: readonly Case<Props>[] = [
  ...brokerQueueCases(SOURCE, smallest.properties, ['BASIC_AUTH']),
  ...filterCases(FILTERS),
  ...filterEncryptionCases(FILTERS),
];
