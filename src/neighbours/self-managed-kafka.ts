import { destinationNetworkRule } from './destination-network';
import { kafkaNeighbours } from './kafka';
import { networkRule } from './network';
import { Rule } from '../engine/contract';
import { guide } from '../values/pages';

const SUBNETS = 'sourceAccessConfigurations[VPC_SUBNET].uri';

export const SELF_MANAGED_KAFKA_NEIGHBOURS: readonly Rule[] = [
  ...kafkaNeighbours('selfManagedKafkaEventSourceConfig.consumerGroupId'),
  destinationNetworkRule(SUBNETS, (look) => look.values(SUBNETS)),
  networkRule(SUBNETS, guide('with-kafka-cluster-network'), (look) => look.values(SUBNETS)),
];
