import { Token } from 'aws-cdk-lib';
import { KAFKA_AUTHENTICATION_MODES, KAFKA_AUTHENTICATION_PERMISSIONS, KafkaAuthentication } from './authentication';
import type { SelfManagedKafkaEventSourceMappingProps } from './mapping';
import { IAM, IAM_PERMISSIONS, iamMode, iamValues } from '../../families/kafka/permissions';
import { ModeTest } from '../../model/contract';
import { Permission, PermissionValues } from '../../model/permissions';
import { SOURCE_ACCESS } from '../../options/secret';

/** A cluster with IAM authentication is one of Amazon MSK, whose topics and groups have ARNs. */
export const AUTHENTICATION_PERMISSIONS: readonly Permission[] = [
  ...KAFKA_AUTHENTICATION_PERMISSIONS,
  ...IAM_PERMISSIONS,
];

/** The modes of the authentication of Lambda, as a template shows them. */
export const AUTHENTICATION_MODES: { readonly [mode: string]: ModeTest } = {
  ...KAFKA_AUTHENTICATION_MODES,
  [IAM]: iamMode((reader) => reader.has(`${SOURCE_ACCESS}[IAM_AUTH]`)),
};

export function authenticationValues(
  { _permissionValues, _clusterArn }: KafkaAuthentication,
  props: SelfManagedKafkaEventSourceMappingProps,
): PermissionValues {
  return { ..._permissionValues, ...(_clusterArn ? iamValues(_clusterArn, props) : {}) };
}

/** The ports at which the brokers listen, as far as their addresses tell. */
export function portsOfBrokers(bootstrapServers: readonly string[]): number[] {
  const ports = bootstrapServers
    .filter((server) => !Token.isUnresolved(server))
    .map((server) => Number(/:(?<port>\d+)$/.exec(server)?.groups!.port));
  return ports.filter((port, index) => port && ports.indexOf(port) === index);
}
