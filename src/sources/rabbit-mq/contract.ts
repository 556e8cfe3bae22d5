import { RabbitMqFilter } from './filter';
import type { RabbitMqEventSourceMappingProps } from './mapping';
import { RABBIT_MQ_MESSAGE } from './record-shape';
import {
  BROKER, BROKER_ARN, BROKER_ARN_EXAMPLE, BROKER_QUEUE_FIELDS, BROKER_QUEUE_REFUSALS, BROKER_QUEUE_RULES,
  BROKER_RULES, brokerBehaviour, brokerRecognition,
} from '../../families/broker/options';
import { brokerAccess } from '../../families/broker/permissions';
import { brokerNeighbours } from '../../families/broker/related';
import { defineContract } from '../../model/contract';
import { api, guide } from '../../model/docs';
import { row } from '../../model/fields';
import { TEXT } from '../../model/option-types';
import { at } from '../../model/paths';
import { given, oneOf, rule } from '../../model/rules';
import { filterField } from '../../options/filter-criteria';
import { FUNCTION_METRICS } from '../../options/function-metrics';
import { accessUri, SOURCE_ACCESS } from '../../options/secret';
import { sourceField } from '../../options/source';

const VIRTUAL_HOST = `${SOURCE_ACCESS}[VIRTUAL_HOST].uri`;
const DEFAULT_VIRTUAL_HOST = '/';
const PAGE = api('API_SourceAccessConfiguration');

/** Brokers of this engine listen here. */
const PORT = 5671;

export const CONTRACT = defineContract<RabbitMqEventSourceMappingProps>({
  id: 'rabbit-mq',
  title: 'Amazon MQ for RabbitMQ',
  page: guide('services-mq-params'),
  recognition: brokerRecognition('RABBITMQ'),
  behaviour: brokerBehaviour(1),
  metrics: { facts: FUNCTION_METRICS },
  fields: {
    broker: sourceField({ of: 'an Amazon MQ broker', pattern: BROKER_ARN, example: BROKER_ARN_EXAMPLE }, {
      type: BROKER,
      rules: BROKER_RULES,
      arnOf: (broker) => broker.brokerRef.brokerArn,
      access: brokerAccess(PORT),
    }),
    ...BROKER_QUEUE_FIELDS,
    virtualHost: {
      rows: [row(VIRTUAL_HOST, {
        constraints: accessUri({ length: 'virtual-host-length', pattern: 'virtual-host-pattern' }),
        inEachItem: true,
        default: DEFAULT_VIRTUAL_HOST,
        identity: { rule: 'virtual-host-unknown-identity', outcome: 'refused', says: 'Lambda refuses the update' },
        blocksUpdates: true,
        page: PAGE,
      })],
      type: TEXT,
      // Lambda refuses every later update of a mapping that names its virtual host, so that the default is better left out.
      render: (host) => (host === DEFAULT_VIRTUAL_HOST ? {} : at(VIRTUAL_HOST, host)),
    },
    filters: filterField(RabbitMqFilter, RABBIT_MQ_MESSAGE),
  },
  rules: [
    ...BROKER_QUEUE_RULES,
    oneOf('one-virtual-host', SOURCE_ACCESS, ['VIRTUAL_HOST'], { why: 'a queue is in one virtual host', page: PAGE }),
    rule('virtual-host-blocks-updates', VIRTUAL_HOST, 'keeps the mapping from being updated', {
      why: `CloudFormation sends it with every update, which Lambda answers with "Invalid parameters: VIRTUAL_HOST"; ${DEFAULT_VIRTUAL_HOST} is better left out`,
      page: PAGE,
      severity: 'warning',
    }, given(VIRTUAL_HOST).holds),
  ],
  neighbours: brokerNeighbours('RabbitMQ', 'ActiveMqEventSourceMapping'),
  refusals: BROKER_QUEUE_REFUSALS,
});
