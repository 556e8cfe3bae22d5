import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import { guide } from './pages';
import { ACCESS_URI, secretRow, SOURCE_ACCESS } from './secret';
import { secretReadAccess } from '../access/secrets';
import { Access, Field, Wiring } from '../engine/contract';
import { row } from '../engine/fields';
import { instance } from '../engine/option-types';
import { at } from '../engine/paths';

const PAGE = guide('kafka-cluster-auth');

/** What Lambda says of itself when it asks for an OAuth token. */
export interface OauthBearerOptions {
  /**
   * The scope that the token is asked for.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-cluster-auth.html
   * @default - no scope
   */
  readonly scope?: string;

  /**
   * The audience that the token is asked for.
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

/**
 * How Lambda signs in with a token. Not in every Region yet.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-cluster-auth.html
 */
export class KafkaTokenAuthentication {
  /**
   * With an OAuth token that a provider gives for a client's credentials.
   *
   * @param secret the client's credentials, as the AWS page says
   * @param options what Lambda says when it asks for the token
   */
  public static oauthBearer(secret: aws_secretsmanager.ISecretRef, options: OauthBearerOptions = {}): KafkaTokenAuthentication {
    const literals: [string, string | undefined][] = [
      ['OAUTHBEARER_SCOPE', options.scope],
      ['OAUTHBEARER_AUDIENCE', options.audience],
      ['OAUTHBEARER_LOGICAL_CLUSTER', options.logicalCluster],
      ['OAUTHBEARER_IDENTITY_POOL', options.identityPool],
    ];
    return new KafkaTokenAuthentication([
      { type: 'OAUTHBEARER_AUTH', uri: secret.secretRef.secretId },
      ...literals.filter(([, uri]) => uri !== undefined).map(([type, uri]) => ({ type, uri })),
    ], secretReadAccess(secret));
  }

  /**
   * With the role of the function, at an Amazon MSK cluster that is reached like a foreign one.
   *
   * @param clusterArn the ARN of the Amazon MSK cluster, for which the role gets permissions
   */
  public static iam(clusterArn: string): KafkaTokenAuthentication {
    return new KafkaTokenAuthentication([{ type: 'IAM_AUTH' }], [], clusterArn);
  }

  /**
   * With an OAuth token that AWS gives for the role of the function.
   *
   * @param audience the audience that the token is asked for
   */
  public static iamOauthBearer(audience: string): KafkaTokenAuthentication {
    return new KafkaTokenAuthentication([{ type: 'IAM_OAUTHBEARER_AUTH' }, { type: 'OAUTHBEARER_AUDIENCE', uri: audience }], [{
      actions: ['sts:GetWebIdentityToken'],
      resources: ['*'],
      conditions: { StringEquals: { 'sts:IdentityTokenAudience': audience } },
      why: 'Lambda asks for a token, of which AWS knows no narrower resource',
    }]);
  }

  private constructor(
    /** @internal */
    public readonly _configurations: readonly { readonly type: string; readonly uri?: string }[],
    /** @internal */
    public readonly _access: readonly (Access | Wiring)[],
    /** @internal */
    public readonly _clusterArn?: string,
  ) {}
}

const OAUTH_LITERALS = ['OAUTHBEARER_SCOPE', 'OAUTHBEARER_AUDIENCE', 'OAUTHBEARER_LOGICAL_CLUSTER', 'OAUTHBEARER_IDENTITY_POOL'];
const ROLE_TYPES = ['IAM_AUTH', 'IAM_OAUTHBEARER_AUTH'];

/** Each way to sign in with a token. */
export const TOKEN_TYPES = ['OAUTHBEARER_AUTH', ...ROLE_TYPES];
/** All that is not in every Region yet. */
export const LIMITED_ACCESS_TYPES = [...TOKEN_TYPES, ...OAUTH_LITERALS];

export const KAFKA_TOKEN_AUTHENTICATION_FIELD: Field<KafkaTokenAuthentication> = {
  rows: [
    secretRow(SOURCE_ACCESS, 'OAUTHBEARER_AUTH', { page: PAGE }),
    ...OAUTH_LITERALS.map((type) => row(`${SOURCE_ACCESS}[${type}].uri`, { constraints: ACCESS_URI, page: PAGE })),
    ...ROLE_TYPES.map((type) => row(`${SOURCE_ACCESS}[${type}]`, { page: PAGE })),
  ],
  type: instance(KafkaTokenAuthentication, 'oauthBearer(secret)'),
  render: ({ _configurations }) => at(SOURCE_ACCESS, _configurations),
  access: ({ _access }) => _access,
};
