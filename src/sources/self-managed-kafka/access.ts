import { Token } from 'aws-cdk-lib';
import type { SelfManagedKafkaEventSourceMappingProps } from './mapping';
import { iamAccess } from '../../access/kafka';
import { Access, Wiring } from '../../engine/contract';
import { KafkaAuthentication } from '../../values/kafka-authentication';

/** A cluster that asks IAM is one of Amazon MSK, whose topics and groups have ARNs. */
export function authenticationAccess(
  { _access, _clusterArn }: KafkaAuthentication,
  props: SelfManagedKafkaEventSourceMappingProps,
): (Access | Wiring)[] {
  return [..._access, ...(_clusterArn ? iamAccess(_clusterArn, props) : [])];
}

/** Where the brokers listen, as far as their addresses tell. */
export function portsOf(bootstrapServers: readonly string[]): number[] {
  const ports = bootstrapServers.filter((server) => !Token.isUnresolved(server)).map((server) => Number(/:(?<port>\d+)$/.exec(server)?.groups!.port));
  return ports.filter((port, index) => port && ports.indexOf(port) === index);
}
