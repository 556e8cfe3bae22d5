import { ActiveMqFilter } from './filter';
import type { ActiveMqEventSourceMappingProps } from './mapping';
import { ACTIVE_MQ_MESSAGE } from './record-shape';
import {
  BROKER, BROKER_ARN, BROKER_ARN_EXAMPLE, BROKER_QUEUE_FIELDS, BROKER_QUEUE_REFUSALS, BROKER_QUEUE_RULES,
  BROKER_RULES, brokerBehaviour, brokerRecognition,
} from '../../families/broker/options';
import { brokerAccess } from '../../families/broker/permissions';
import { BROKER_AUTHENTICATION_RULE, brokerNeighbours } from '../../families/broker/related';
import { defineContract } from '../../model/contract';
import { guide } from '../../model/docs';
import { filterField } from '../../options/filter-criteria';
import { FUNCTION_METRICS } from '../../options/function-metrics';
import { sourceField } from '../../options/source';

/** Brokers of this engine listen here. */
const PORT = 61617;

export const CONTRACT = defineContract<ActiveMqEventSourceMappingProps>({
  id: 'active-mq',
  title: 'Amazon MQ for ActiveMQ',
  page: guide('services-mq-params'),
  recognition: brokerRecognition('ACTIVEMQ'),
  behaviour: brokerBehaviour(5),
  metrics: { facts: FUNCTION_METRICS },
  fields: {
    broker: sourceField({ of: 'an Amazon MQ broker', pattern: BROKER_ARN, example: BROKER_ARN_EXAMPLE }, {
      type: BROKER,
      rules: BROKER_RULES,
      arnOf: (broker) => broker.brokerRef.brokerArn,
      access: brokerAccess(PORT),
    }),
    ...BROKER_QUEUE_FIELDS,
    filters: filterField(ActiveMqFilter, ACTIVE_MQ_MESSAGE),
  },
  rules: BROKER_QUEUE_RULES,
  neighbours: [...brokerNeighbours('ActiveMQ', 'RabbitMqEventSourceMapping'), BROKER_AUTHENTICATION_RULE],
  refusals: {
    ...BROKER_QUEUE_REFUSALS,
    'sourceAccessConfigurations[VIRTUAL_HOST]': { why: 'only RabbitMQ has virtual hosts' },
  },
});
