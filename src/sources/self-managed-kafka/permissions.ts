import { Token } from 'aws-cdk-lib';
import { KafkaAuthentication, KAFKA_AUTHENTICATION_PERMISSIONS } from './authentication';
import type { SelfManagedKafkaEventSourceMappingProps } from './mapping';
import { IAM_PERMISSIONS, iamValues } from '../../families/kafka/permissions';
import { Permission, PermissionValues } from '../../model/permissions';

/** A cluster that asks IAM is one of Amazon MSK, whose topics and groups have ARNs. */
export const AUTHENTICATION_PERMISSIONS: readonly Permission[] = [
  ...KAFKA_AUTHENTICATION_PERMISSIONS, ...IAM_PERMISSIONS,
];

export function authenticationValues(
  { _permissionValues, _clusterArn }: KafkaAuthentication,
  props: SelfManagedKafkaEventSourceMappingProps,
): PermissionValues {
  return { ..._permissionValues, ...(_clusterArn ? iamValues(_clusterArn, props) : {}) };
}

/** Where the brokers listen, as far as their addresses tell. */
export function portsOf(bootstrapServers: readonly string[]): number[] {
  const ports = bootstrapServers.filter((server) => !Token.isUnresolved(server)).map((server) => Number(/:(?<port>\d+)$/.exec(server)?.groups!.port));
  return ports.filter((port, index) => port && ports.indexOf(port) === index);
}
