import type { SelfManagedKafkaEventSourceMappingProps, SelfManagedKafkaLimitedAvailability } from './mapping';
import { iamReadAccess, iamWriteAccess } from '../../access/kafka-arns';
import { Access } from '../../engine/contract';

/** A cluster that asks IAM is one of Amazon MSK, whose topics and groups have ARNs. */
export function limitedAvailabilityAccess(
  { authentication }: SelfManagedKafkaLimitedAvailability,
  props: SelfManagedKafkaEventSourceMappingProps,
): Access[] {
  const clusterArn = authentication?._clusterArn;
  const failureTopic = props.provisionedMode?.onFailureTopic;
  return [
    ...(authentication?._access ?? []),
    ...(clusterArn ? iamReadAccess(clusterArn, props.topic, props.consumerGroupId) : []),
    ...(clusterArn && failureTopic ? iamWriteAccess(clusterArn, failureTopic) : []),
  ];
}
