import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import type { SecretType } from '../../options/secret';

/** The property that says how Lambda reaches a registry. */
export const REGISTRY_ACCESS = 'accessConfigs';
/** Each way to authenticate to a registry. */
export const REGISTRY_AUTHENTICATION_TYPES: readonly SecretType[] = [
  'BASIC_AUTH',
  'CLIENT_CERTIFICATE_TLS_AUTH',
  'OAUTHBEARER_AUTH',
];

/**
 * The way in which Lambda authenticates to a Confluent schema registry.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-consume-kafka-events.html
 * @example
 * import {
 *   KafkaRecordFormat, SchemaRegistry, SchemaRegistryAuthentication, SchemaValidationAttribute,
 * } from 'cdk-event-source-mappings';
 *
 * const registry = SchemaRegistry.confluent('https://registry.example.com', {
 *   format: KafkaRecordFormat.JSON,
 *   validate: [SchemaValidationAttribute.VALUE],
 *   authentication: SchemaRegistryAuthentication.basic(credentials),
 * });
 */
export class SchemaRegistryAuthentication {
  /**
   * With a user name and a password.
   *
   * @param secret a JSON object with `username` and `password`
   */
  public static basic(secret: aws_secretsmanager.ISecretRef): SchemaRegistryAuthentication {
    return new SchemaRegistryAuthentication('BASIC_AUTH', secret);
  }

  /**
   * With a client certificate (mutual TLS).
   *
   * @param secret a JSON object with `certificate`, `privateKey` and, where the key is encrypted, `privateKeyPassword`
   */
  public static clientCertificateTls(secret: aws_secretsmanager.ISecretRef): SchemaRegistryAuthentication {
    return new SchemaRegistryAuthentication('CLIENT_CERTIFICATE_TLS_AUTH', secret);
  }

  /**
   * With an OAuth token.
   *
   * @param secret the client's credentials, as the AWS page says
   */
  public static oauthBearer(secret: aws_secretsmanager.ISecretRef): SchemaRegistryAuthentication {
    return new SchemaRegistryAuthentication('OAUTHBEARER_AUTH', secret);
  }

  private constructor(
    /** @internal */
    public readonly _type: SecretType,
    /** @internal */
    public readonly _secret: aws_secretsmanager.ISecretRef,
  ) {}
}
