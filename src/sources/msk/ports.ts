import type { CfnCluster } from 'aws-cdk-lib/aws-msk';
import { MskCluster } from './cluster';
import { l1Of } from '../../permissions/security-groups';

const PLAINTEXT_PORT = 9092;
const TLS_PORT = 9094;
const SCRAM_PORT = 9096;
const IAM_PORT = 9098;

type Cluster = NonNullable<MskCluster['_construct']>;

/** The properties of a provisioned cluster's L1 that say who may come in. */
interface Provisioned {
  readonly clientAuthentication?: { readonly sasl?: { readonly iam?: { readonly enabled?: unknown } } };
  readonly encryptionInfo?: { readonly encryptionInTransit?: { readonly clientBroker?: unknown } };
}

/** The port of Lambda: without authentication, that of IAM if the cluster has it, else of TLS, else of plain text. */
export function portOf(cluster: Cluster, authentication: string | undefined, asksIam: boolean): number {
  if (authentication !== undefined) return authentication === 'SASL_SCRAM_512_AUTH' ? SCRAM_PORT : TLS_PORT;
  const { clientAuthentication, encryptionInfo } = ((l1Of(cluster) as CfnCluster | undefined) ?? {}) as Provisioned;
  if (asksIam || clientAuthentication?.sasl?.iam?.enabled === true) return IAM_PORT;
  return encryptionInfo?.encryptionInTransit?.clientBroker === 'PLAINTEXT' ? PLAINTEXT_PORT : TLS_PORT;
}
