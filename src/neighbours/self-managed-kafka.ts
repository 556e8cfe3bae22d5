import { kafkaNeighbours } from './kafka';
import { networkRule } from './network';
import { Rule } from '../engine/contract';

const SUBNETS = 'sourceAccessConfigurations[VPC_SUBNET].uri';

export const SELF_MANAGED_KAFKA_NEIGHBOURS: readonly Rule[] = [
  ...kafkaNeighbours('selfManagedKafkaEventSourceConfig.consumerGroupId'),
  networkRule(SUBNETS, (look) => look.values(SUBNETS)),
];
