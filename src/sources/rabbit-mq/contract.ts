import { RabbitMqFilter } from './filter';
import type { RabbitMqEventSourceMappingProps } from './mapping';
import { RABBIT_MQ_MESSAGE } from './record-shape';
import {
  BROKER,
  BROKER_ARN,
  BROKER_ARN_EXAMPLE,
  BROKER_QUEUE_SPECS,
  BROKER_QUEUE_UNSUPPORTED,
  BROKER_QUEUE_RULES,
  BROKER_RULES,
  brokerBehaviour,
  brokerRecognition,
} from '../../families/broker/options';
import { brokerAccess } from '../../families/broker/permissions';
import { brokerRelatedRules } from '../../families/broker/related';
import { defineContract } from '../../model/contract';
import { api, guide } from '../../model/docs';
import { propertySpec } from '../../model/option-specs';
import { TEXT } from '../../model/option-types';
import { at } from '../../model/paths';
import { oneOf, rule } from '../../model/rules';
import { filterSpec } from '../../options/filter-criteria';
import { FUNCTION_METRICS } from '../../options/function-metrics';
import { accessUri, SOURCE_ACCESS } from '../../options/secret';
import { sourceSpec } from '../../options/source';

const VIRTUAL_HOST = `${SOURCE_ACCESS}[VIRTUAL_HOST].uri`;
const DEFAULT_VIRTUAL_HOST = '/';
const SOURCE_ACCESS_DOCS = api('API_SourceAccessConfiguration');

/** Brokers of this engine listen here. */
const RABBIT_MQ_PORT = 5671;

export const CONTRACT = defineContract<RabbitMqEventSourceMappingProps>({
  id: 'rabbit-mq',
  title: 'Amazon MQ for RabbitMQ',
  docs: guide('services-mq-params'),
  recognition: brokerRecognition('RABBITMQ'),
  behaviour: brokerBehaviour(1),
  metrics: { facts: FUNCTION_METRICS },
  options: {
    broker: sourceSpec(
      { of: 'an Amazon MQ broker', pattern: BROKER_ARN, example: BROKER_ARN_EXAMPLE },
      {
        type: BROKER,
        rules: BROKER_RULES,
        arnOf: (broker) => broker.brokerRef.brokerArn,
        access: brokerAccess(RABBIT_MQ_PORT),
      },
    ),
    ...BROKER_QUEUE_SPECS,
    virtualHost: {
      properties: [
        propertySpec(VIRTUAL_HOST, {
          constraints: accessUri({ length: 'virtual-host-length', pattern: 'virtual-host-pattern' }),
          inEachItem: true,
          default: DEFAULT_VIRTUAL_HOST,
          identity: { rule: 'virtual-host-unknown-identity', outcome: 'refused', says: 'Lambda refuses the update' },
          blocksUpdates: true,
          docs: SOURCE_ACCESS_DOCS,
        }),
      ],
      type: TEXT,
      // Lambda refuses every later update of a mapping that names its virtual host, so that the default is better left
      // out.
      render: (host) => (host === DEFAULT_VIRTUAL_HOST ? {} : at(VIRTUAL_HOST, host)),
    },
    filters: filterSpec(RabbitMqFilter, RABBIT_MQ_MESSAGE),
  },
  rules: [
    ...BROKER_QUEUE_RULES,
    oneOf('one-virtual-host', SOURCE_ACCESS, ['VIRTUAL_HOST'], {
      reason: 'a queue is in one virtual host',
      docs: SOURCE_ACCESS_DOCS,
    }),
    rule(
      'virtual-host-blocks-updates',
      VIRTUAL_HOST,
      'keeps the mapping from being updated',
      {
        reason:
          `CloudFormation sends it with every update, which Lambda answers with "Invalid parameters: ` +
          `VIRTUAL_HOST"; Lambda takes ${DEFAULT_VIRTUAL_HOST} by itself, so leave it out`,
        docs: SOURCE_ACCESS_DOCS,
        severity: 'warning',
      },
      // Another one can't be left out: what becomes of its updates, diff says.
      (reader) => reader.any(VIRTUAL_HOST, (host) => host === DEFAULT_VIRTUAL_HOST),
    ),
  ],
  relatedRules: brokerRelatedRules('RabbitMQ', 'ActiveMqEventSourceMapping'),
  unsupported: BROKER_QUEUE_UNSUPPORTED,
});
