import { destinationNetworkRule } from '../../families/kafka/destination-network';
import { kafkaRelatedRules } from '../../families/kafka/related';
import { PropertyReader, Rule } from '../../model/contract';
import { guide } from '../../model/docs';
import { networkRule } from '../../related/network';
import { outboundRule } from '../../related/outbound';

const SUBNET_URIS = 'sourceAccessConfigurations[VPC_SUBNET].uri';

const SECURITY_GROUP_URIS = 'sourceAccessConfigurations[VPC_SECURITY_GROUP].uri';

const subnetsOf = (reader: PropertyReader) => reader.values(SUBNET_URIS);

export const SELF_MANAGED_KAFKA_RELATED_RULES: readonly Rule[] = [
  ...kafkaRelatedRules('selfManagedKafkaEventSourceConfig.consumerGroupId'),
  destinationNetworkRule(SUBNET_URIS, subnetsOf),
  networkRule(SUBNET_URIS, guide('with-kafka-cluster-network'), subnetsOf),
  outboundRule(SECURITY_GROUP_URIS, guide('with-kafka-cluster-network'), (reader) =>
    reader.values(SECURITY_GROUP_URIS),
  ),
];
