import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import { guide } from './pages';
import { ACCESS_LIST, secretAccess, secretRow, SOURCE_ACCESS } from './secret';
import { secretReadAccess } from '../access/secrets';
import { Field } from '../engine/contract';
import { instance } from '../engine/option-types';

const PAGE = guide('kafka-cluster-auth');

/**
 * How Lambda signs in to a Kafka cluster that Amazon MSK does not run.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-cluster-auth.html
 */
export class KafkaAuthentication {
  /**
   * With a user name and a password (SASL/PLAIN).
   *
   * @param secret a JSON object with `username` and `password`
   */
  public static basic(secret: aws_secretsmanager.ISecretRef): KafkaAuthentication {
    return new KafkaAuthentication('BASIC_AUTH', secret);
  }

  /**
   * With a user name and a password (SASL/SCRAM, SHA-256).
   *
   * @param secret a JSON object with `username` and `password`
   */
  public static saslScram256(secret: aws_secretsmanager.ISecretRef): KafkaAuthentication {
    return new KafkaAuthentication('SASL_SCRAM_256_AUTH', secret);
  }

  /**
   * With a user name and a password (SASL/SCRAM, SHA-512).
   *
   * @param secret a JSON object with `username` and `password`
   */
  public static saslScram512(secret: aws_secretsmanager.ISecretRef): KafkaAuthentication {
    return new KafkaAuthentication('SASL_SCRAM_512_AUTH', secret);
  }

  /**
   * With a certificate (mutual TLS).
   *
   * @param secret a JSON object with `certificate`, `privateKey` and, where the key is encrypted, `privateKeyPassword`
   */
  public static clientCertificateTls(secret: aws_secretsmanager.ISecretRef): KafkaAuthentication {
    return new KafkaAuthentication('CLIENT_CERTIFICATE_TLS_AUTH', secret);
  }

  private constructor(
    /** @internal */
    public readonly _type: string,
    /** @internal */
    public readonly _secret: aws_secretsmanager.ISecretRef,
  ) {}
}

/** Each way to sign in with a secret. */
export const SECRET_TYPES = ['BASIC_AUTH', 'SASL_SCRAM_256_AUTH', 'SASL_SCRAM_512_AUTH', 'CLIENT_CERTIFICATE_TLS_AUTH'];

export const KAFKA_AUTHENTICATION_FIELD: Field<KafkaAuthentication> = {
  rows: [ACCESS_LIST, ...SECRET_TYPES.map((type) => secretRow(SOURCE_ACCESS, type, { page: PAGE }))],
  type: instance(KafkaAuthentication, 'basic(secret)'),
  render: ({ _type, _secret }) => secretAccess(SOURCE_ACCESS, _type, _secret),
  access: ({ _secret }) => secretReadAccess(_secret),
};
