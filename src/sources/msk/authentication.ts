import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import { OptionSpec, Rule } from '../../model/contract';
import { guide } from '../../model/docs';
import { instance } from '../../model/option-types';
import {
  ACCESS_LIST,
  AUTHENTICATION_RULES,
  oneAuthentication,
  secretAccess,
  secretPath,
  secretSpec,
  secretsGiven,
  SecretType,
  SOURCE_ACCESS,
} from '../../options/secret';
import { secretHooks, secretPermissions, secretValues } from '../../permissions/secret-permissions';

/** The page on how Lambda authenticates to a cluster of Amazon MSK. */
export const MSK_AUTHENTICATION_DOCS = guide('msk-cluster-auth');

/**
 * The way in which Lambda authenticates to an Amazon MSK cluster.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/msk-cluster-auth.html
 * @example
 * import {
 *   MskAuthentication,
 *   MskCluster,
 *   MskEventSourceMapping,
 *   StreamStartingPosition,
 * } from 'cdk-event-source-mappings';
 *
 * new MskEventSourceMapping(this, 'Clicks', {
 *   cluster: MskCluster.provisioned(cluster),
 *   topic: 'clicks',
 *   target: handler,
 *   startingPosition: StreamStartingPosition.trimHorizon(),
 *   authentication: MskAuthentication.iam(),
 * });
 */
export class MskAuthentication {
  /** With the role of the function. */
  public static iam(): MskAuthentication {
    return new MskAuthentication();
  }

  /**
   * With a user name and a password (SASL/SCRAM).
   *
   * @param secret a JSON object with `username` and `password`; Amazon MSK requires a name that starts with
   * `AmazonMSK_`, and a customer managed key
   */
  public static saslScram512(secret: aws_secretsmanager.ISecretRef): MskAuthentication {
    return new MskAuthentication('SASL_SCRAM_512_AUTH', secret);
  }

  /**
   * With a certificate (mutual TLS).
   *
   * @param secret a JSON object with `certificate`, `privateKey` and, where the key is encrypted, `privateKeyPassword`
   */
  public static clientCertificateTls(secret: aws_secretsmanager.ISecretRef): MskAuthentication {
    return new MskAuthentication('CLIENT_CERTIFICATE_TLS_AUTH', secret);
  }

  private constructor(
    /** @internal */
    public readonly _type?: SecretType,
    /** @internal */
    public readonly _secret?: aws_secretsmanager.ISecretRef,
  ) {}
}

const TYPES: readonly SecretType[] = ['SASL_SCRAM_512_AUTH', 'CLIENT_CERTIFICATE_TLS_AUTH'];

export const MSK_AUTHENTICATION_SPEC: OptionSpec<MskAuthentication> = {
  properties: [
    ACCESS_LIST,
    ...TYPES.map((type) => secretSpec(SOURCE_ACCESS, type, AUTHENTICATION_RULES, { docs: MSK_AUTHENTICATION_DOCS })),
  ],
  type: instance(MskAuthentication, 'iam()'),
  render: ({ _type, _secret }) => (_type && _secret ? secretAccess(SOURCE_ACCESS, _type, _secret) : {}),
  permissions: TYPES.flatMap((type) => secretPermissions(type, secretPath(SOURCE_ACCESS, type))),
  permissionValues: ({ _type, _secret }) => (_type && _secret ? secretValues(_type, _secret) : {}),
  bind: ({ _type, _secret }) => (_type && _secret ? secretHooks(_type, _secret) : []),
};

export const MSK_AUTHENTICATION_RULES: readonly Rule[] = [
  oneAuthentication(TYPES, MSK_AUTHENTICATION_DOCS),
  secretsGiven('authentication-needs-secret', SOURCE_ACCESS, TYPES, MSK_AUTHENTICATION_DOCS),
];
