import { destinationNetworkRule } from '../../families/kafka/destination-network';
import { kafkaNeighbours } from '../../families/kafka/related';
import { Look, Rule } from '../../model/contract';
import { guide } from '../../model/docs';
import { networkRule } from '../../related/network';
import { outboundRule } from '../../related/outbound';

const SUBNETS = 'sourceAccessConfigurations[VPC_SUBNET].uri';

const GROUPS = 'sourceAccessConfigurations[VPC_SECURITY_GROUP].uri';

const subnetsOf = (look: Look) => look.values(SUBNETS);

export const SELF_MANAGED_KAFKA_NEIGHBOURS: readonly Rule[] = [
  ...kafkaNeighbours('selfManagedKafkaEventSourceConfig.consumerGroupId'),
  destinationNetworkRule(SUBNETS, subnetsOf),
  networkRule(SUBNETS, guide('with-kafka-cluster-network'), subnetsOf),
  outboundRule(GROUPS, guide('with-kafka-cluster-network'), (look) => look.values(GROUPS)),
];
