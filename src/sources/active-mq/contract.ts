import { ActiveMqFilter } from './filter';
import type { ActiveMqEventSourceMappingProps } from './mapping';
import { ACTIVE_MQ_MESSAGE } from './record-shape';
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
import { BROKER_AUTHENTICATION_RULE, brokerRelatedRules } from '../../families/broker/related';
import { defineContract } from '../../model/contract';
import { guide } from '../../model/docs';
import { filterSpec } from '../../options/filter-criteria';
import { FUNCTION_METRICS } from '../../options/function-metrics';
import { sourceSpec } from '../../options/source';

/** Brokers of this engine listen here. */
const ACTIVE_MQ_PORT = 61617;

export const CONTRACT = defineContract<ActiveMqEventSourceMappingProps>({
  id: 'active-mq',
  title: 'Amazon MQ for ActiveMQ',
  docs: guide('services-mq-params'),
  recognition: brokerRecognition('ACTIVEMQ'),
  behaviour: brokerBehaviour(5),
  metrics: { facts: FUNCTION_METRICS },
  options: {
    broker: sourceSpec(
      { of: 'an Amazon MQ broker', pattern: BROKER_ARN, example: BROKER_ARN_EXAMPLE },
      {
        type: BROKER,
        rules: BROKER_RULES,
        arnOf: (broker) => broker.brokerRef.brokerArn,
        access: brokerAccess(ACTIVE_MQ_PORT),
      },
    ),
    ...BROKER_QUEUE_SPECS,
    filters: filterSpec(ActiveMqFilter, ACTIVE_MQ_MESSAGE),
  },
  rules: BROKER_QUEUE_RULES,
  relatedRules: [...brokerRelatedRules('ActiveMQ', 'RabbitMqEventSourceMapping'), BROKER_AUTHENTICATION_RULE],
  unsupported: {
    ...BROKER_QUEUE_UNSUPPORTED,
    'sourceAccessConfigurations[VIRTUAL_HOST]': { reason: 'only RabbitMQ has virtual hosts' },
  },
});
