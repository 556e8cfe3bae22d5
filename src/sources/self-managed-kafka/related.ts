import { destinationNetworkRule } from '../../families/kafka/destination-network';
import { kafkaRelatedRules } from '../../families/kafka/related';
import { PropertyReader, Rule } from '../../model/contract';
import { guide } from '../../model/docs';
import { networkRule } from '../../related/network';
import { outboundRule } from '../../related/outbound';

const SUBNETS = 'sourceAccessConfigurations[VPC_SUBNET].uri';

const GROUPS = 'sourceAccessConfigurations[VPC_SECURITY_GROUP].uri';

const subnetsOf = (reader: PropertyReader) => reader.values(SUBNETS);

export const SELF_MANAGED_KAFKA_RELATED_RULES: readonly Rule[] = [
  ...kafkaRelatedRules('selfManagedKafkaEventSourceConfig.consumerGroupId'),
  destinationNetworkRule(SUBNETS, subnetsOf),
  networkRule(SUBNETS, guide('with-kafka-cluster-network'), subnetsOf),
  outboundRule(GROUPS, guide('with-kafka-cluster-network'), (reader) => reader.values(GROUPS)),
];
