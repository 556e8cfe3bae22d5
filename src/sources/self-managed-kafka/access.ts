import type { SelfManagedKafkaEventSourceMappingProps, SelfManagedKafkaLimitedAvailability } from './mapping';
import { iamAccess } from '../../access/kafka';
import { Access, Wiring } from '../../engine/contract';

/** A cluster that asks IAM is one of Amazon MSK, whose topics and groups have ARNs. */
export function limitedAvailabilityAccess(
  { authentication }: SelfManagedKafkaLimitedAvailability,
  props: SelfManagedKafkaEventSourceMappingProps,
): (Access | Wiring)[] {
  const clusterArn = authentication?._clusterArn;
  return [...(authentication?._access ?? []), ...(clusterArn ? iamAccess(clusterArn, props) : [])];
}
