import { destinationNetworkRule } from './destination-network';
import { kafkaNeighbours } from './kafka';
import { networkRule } from './network';
import { Look, Rule } from '../engine/contract';
import { guide } from '../values/pages';

const SUBNETS = 'sourceAccessConfigurations[VPC_SUBNET].uri';

const subnetsOf = (look: Look) => look.values(SUBNETS);

export const SELF_MANAGED_KAFKA_NEIGHBOURS: readonly Rule[] = [
  ...kafkaNeighbours('selfManagedKafkaEventSourceConfig.consumerGroupId'),
  destinationNetworkRule(SUBNETS, subnetsOf),
  networkRule(SUBNETS, guide('with-kafka-cluster-network'), subnetsOf),
];
