import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import { BindHook, OptionSpec, ModeTest } from '../../model/contract';
import { guide } from '../../model/docs';
import { propertySpec } from '../../model/option-specs';
import { instance } from '../../model/option-types';
import { at } from '../../model/paths';
import { Permission, PermissionValues } from '../../model/permissions';
import {
  ACCESS_LIST,
  accessUri,
  AUTHENTICATION_RULES,
  secretPath,
  secretSpec,
  SecretType,
  SOURCE_ACCESS,
} from '../../options/secret';
import { secretHooks, secretPermissions, secretValues } from '../../permissions/secret-permissions';

/** The page on how Lambda authenticates to a cluster that Amazon MSK does not run. */
export const KAFKA_AUTHENTICATION_DOCS = guide('kafka-cluster-auth');

/** Options of the request for an OAuth token. */
export interface KafkaOauthBearerOptions {
  /**
   * The scope of the token.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-cluster-auth.html
   * @default - no scope
   */
  readonly scope?: string;

  /**
   * The audience of the token.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-cluster-auth.html
   * @default - no audience
   */
  readonly audience?: string;

  /**
   * The logical cluster, on Confluent Cloud.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-cluster-auth.html
   * @default - no logical cluster
   */
  readonly logicalCluster?: string;

  /**
   * The identity pool, on Confluent Cloud.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-cluster-auth.html
   * @default - no identity pool
   */
  readonly identityPool?: string;
}

/** The mode in which Lambda authenticates with a token that AWS issues for the role. */
const TOKEN = 'token of the role';

/** An entry of the source access configurations. */
interface AccessConfiguration {
  readonly type: string;
  readonly uri?: string;
}

/**
 * The way in which Lambda authenticates to a Kafka cluster that Amazon MSK does not run.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-cluster-auth.html
 * @example
 * import { KafkaAuthentication, SelfManagedKafkaEventSourceMapping } from 'cdk-event-source-mappings';
 *
 * new SelfManagedKafkaEventSourceMapping(this, 'Payments', {
 *   bootstrapServers: ['broker-1.example.com:9096'],
 *   topic: 'payments',
 *   target: handler,
 *   authentication: KafkaAuthentication.saslScram512(credentials),
 * });
 */
export class KafkaAuthentication {
  /**
   * With a user name and a password (SASL/PLAIN).
   *
   * @param secret a JSON object with `username` and `password`
   */
  public static basic(secret: aws_secretsmanager.ISecretRef): KafkaAuthentication {
    return KafkaAuthentication.withSecret('BASIC_AUTH', secret);
  }

  /**
   * With a user name and a password (SASL/SCRAM, SHA-256).
   *
   * @param secret a JSON object with `username` and `password`
   */
  public static saslScram256(secret: aws_secretsmanager.ISecretRef): KafkaAuthentication {
    return KafkaAuthentication.withSecret('SASL_SCRAM_256_AUTH', secret);
  }

  /**
   * With a user name and a password (SASL/SCRAM, SHA-512).
   *
   * @param secret a JSON object with `username` and `password`
   */
  public static saslScram512(secret: aws_secretsmanager.ISecretRef): KafkaAuthentication {
    return KafkaAuthentication.withSecret('SASL_SCRAM_512_AUTH', secret);
  }

  /**
   * With a certificate (mutual TLS).
   *
   * @param secret a JSON object with `certificate`, `privateKey` and, where the key is encrypted, `privateKeyPassword`
   */
  public static clientCertificateTls(secret: aws_secretsmanager.ISecretRef): KafkaAuthentication {
    return KafkaAuthentication.withSecret('CLIENT_CERTIFICATE_TLS_AUTH', secret);
  }

  /**
   * With an OAuth token that a provider gives for a client's credentials.
   *
   * @param secret the client's credentials, as the AWS page says
   * @param options the options of the request for the token
   */
  public static oauthBearer(
    secret: aws_secretsmanager.ISecretRef,
    options: KafkaOauthBearerOptions = {},
  ): KafkaAuthentication {
    const literals: [string, string | undefined][] = [
      ['OAUTHBEARER_SCOPE', options.scope],
      ['OAUTHBEARER_AUDIENCE', options.audience],
      ['OAUTHBEARER_LOGICAL_CLUSTER', options.logicalCluster],
      ['OAUTHBEARER_IDENTITY_POOL', options.identityPool],
    ];
    return KafkaAuthentication.withSecret(
      'OAUTHBEARER_AUTH',
      secret,
      literals.flatMap(([type, uri]) => (uri === undefined ? [] : [{ type, uri }])),
    );
  }

  /**
   * With the role of the function, at an Amazon MSK cluster that is reached like a foreign one.
   *
   * @param clusterArn the ARN of the Amazon MSK cluster, for which the role gets permissions
   */
  public static iam(clusterArn: string): KafkaAuthentication {
    return new KafkaAuthentication([{ type: 'IAM_AUTH' }], {}, [], clusterArn);
  }

  /**
   * With an OAuth token that AWS gives for the role of the function.
   *
   * @param audience the audience of the token
   */
  public static iamOauthBearer(audience: string): KafkaAuthentication {
    const configurations = [{ type: 'IAM_OAUTHBEARER_AUTH' }, { type: 'OAUTHBEARER_AUDIENCE', uri: audience }];
    return new KafkaAuthentication(configurations, { [TOKEN]: true, audience });
  }

  private static withSecret(
    type: SecretType,
    secret: aws_secretsmanager.ISecretRef,
    others: readonly AccessConfiguration[] = [],
  ): KafkaAuthentication {
    const configurations = [{ type, uri: secret.secretRef.secretId }, ...others];
    return new KafkaAuthentication(configurations, secretValues(type, secret), secretHooks(type, secret));
  }

  private constructor(
    /** @internal */
    public readonly _configurations: readonly AccessConfiguration[],
    /** @internal */
    public readonly _permissionValues: PermissionValues,
    /** @internal */
    public readonly _hooks: readonly BindHook[] = [],
    /** @internal */
    public readonly _clusterArn?: string,
  ) {}
}

/** Each way to authenticate with its kind of secret. */
export const CREDENTIAL_TYPES: readonly SecretType[] = [
  'BASIC_AUTH',
  'SASL_SCRAM_256_AUTH',
  'SASL_SCRAM_512_AUTH',
  'CLIENT_CERTIFICATE_TLS_AUTH',
];
const TYPES_WITH_SECRET: readonly SecretType[] = [...CREDENTIAL_TYPES, 'OAUTHBEARER_AUTH'];
const ROLE_TYPES = ['IAM_AUTH', 'IAM_OAUTHBEARER_AUTH'];
/** Each way to authenticate with a token. */
export const TOKEN_TYPES = ['OAUTHBEARER_AUTH', ...ROLE_TYPES];
const OAUTH_LITERALS = [
  'OAUTHBEARER_SCOPE',
  'OAUTHBEARER_AUDIENCE',
  'OAUTHBEARER_LOGICAL_CLUSTER',
  'OAUTHBEARER_IDENTITY_POOL',
];

export const KAFKA_AUTHENTICATION_PERMISSIONS: readonly Permission[] = [
  ...TYPES_WITH_SECRET.flatMap((type) => secretPermissions(type, secretPath(SOURCE_ACCESS, type))),
  {
    actions: ['sts:GetWebIdentityToken'],
    on: '*',
    when: TOKEN,
    conditions: { StringEquals: { 'sts:IdentityTokenAudience': 'audience' } },
    reason: 'Lambda requests a token, and AWS offers no narrower resource',
  },
];

/** The mode in which Lambda requests a token, as a template shows it. */
export const KAFKA_AUTHENTICATION_MODES: { readonly [mode: string]: ModeTest } = {
  [TOKEN]: (reader) => reader.has(`${SOURCE_ACCESS}[IAM_OAUTHBEARER_AUTH]`),
};

export const KAFKA_AUTHENTICATION_SPEC: OptionSpec<KafkaAuthentication> = {
  properties: [
    ACCESS_LIST,
    ...TYPES_WITH_SECRET.map((type) =>
      secretSpec(SOURCE_ACCESS, type, AUTHENTICATION_RULES, { docs: KAFKA_AUTHENTICATION_DOCS }),
    ),
    ...OAUTH_LITERALS.map((type) =>
      propertySpec(`${SOURCE_ACCESS}[${type}].uri`, {
        constraints: accessUri(AUTHENTICATION_RULES),
        inEachItem: true,
        docs: KAFKA_AUTHENTICATION_DOCS,
      }),
    ),
    ...ROLE_TYPES.map((type) => propertySpec(`${SOURCE_ACCESS}[${type}]`, { docs: KAFKA_AUTHENTICATION_DOCS })),
  ],
  type: instance(KafkaAuthentication, 'basic(secret)'),
  render: ({ _configurations }) => at(SOURCE_ACCESS, _configurations),
  permissions: KAFKA_AUTHENTICATION_PERMISSIONS,
  permissionValues: ({ _permissionValues }) => _permissionValues,
  bind: ({ _hooks }) => _hooks,
};
