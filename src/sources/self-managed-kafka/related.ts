import { destinationNetworkRule } from '../../families/kafka/destination-network';
import { kafkaNeighbours } from '../../families/kafka/related';
import { Look, Rule } from '../../model/contract';
import { guide } from '../../model/docs';
import { networkRule } from '../../related/network';

const SUBNETS = 'sourceAccessConfigurations[VPC_SUBNET].uri';

const subnetsOf = (look: Look) => look.values(SUBNETS);

export const SELF_MANAGED_KAFKA_NEIGHBOURS: readonly Rule[] = [
  ...kafkaNeighbours('selfManagedKafkaEventSourceConfig.consumerGroupId'),
  destinationNetworkRule(SUBNETS, subnetsOf),
  networkRule(SUBNETS, guide('with-kafka-cluster-network'), subnetsOf),
];
