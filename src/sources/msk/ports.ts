import type { CfnCluster } from 'aws-cdk-lib/aws-msk';
import { MskCluster } from './cluster';
import { l1Of } from '../../permissions/security-groups';

const PLAINTEXT = 9092;
const TLS = 9094;
const SCRAM = 9096;
const IAM = 9098;

type Cluster = NonNullable<MskCluster['_construct']>;

/** What the L1 of a provisioned cluster says of who may come in. */
interface Provisioned {
  readonly clientAuthentication?: { readonly sasl?: { readonly iam?: { readonly enabled?: unknown } } };
  readonly encryptionInfo?: { readonly encryptionInTransit?: { readonly clientBroker?: unknown } };
}

/** Where Lambda comes in: without authentication, by IAM if the cluster has it, else by TLS, else in plain text. */
export function portOf(cluster: Cluster, authentication: string | undefined, asksIam: boolean): number {
  if (authentication !== undefined) return authentication === 'SASL_SCRAM_512_AUTH' ? SCRAM : TLS;
  const { clientAuthentication, encryptionInfo } = ((l1Of(cluster) as CfnCluster | undefined) ?? {}) as Provisioned;
  if (asksIam || clientAuthentication?.sasl?.iam?.enabled === true) return IAM;
  return encryptionInfo?.encryptionInTransit?.clientBroker === 'PLAINTEXT' ? PLAINTEXT : TLS;
}
