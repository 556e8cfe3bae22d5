import { CfnResource, Stack } from 'aws-cdk-lib';
import type { CfnGlobalTable } from 'aws-cdk-lib/aws-dynamodb';

/** Where the L1 of an encrypted resource names its key. */
const KEY_PROPERTIES: { readonly [type: string]: (l1: any) => unknown } = { // the L1s have no type in common
  'AWS::SQS::Queue': (queue) => queue.kmsMasterKeyId,
  'AWS::SNS::Topic': (topic) => topic.kmsMasterKeyId,
  'AWS::Kinesis::Stream': (stream) => stream.streamEncryption?.keyId,
  'AWS::DynamoDB::Table': (table) => table.sseSpecification?.kmsMasterKeyId,
  'AWS::DynamoDB::GlobalTable': (table) => replicaHere(table)?.sseSpecification?.kmsMasterKeyId,
  'AWS::SecretsManager::Secret': (secret) => secret.kmsKeyId,
  'AWS::S3::Bucket': (bucket) => bucket.bucketEncryption?.serverSideEncryptionConfiguration?.[0]?.serverSideEncryptionByDefault?.kmsMasterKeyId,
};

/** What a resource says of its key: an id, an ARN, an alias, or a token. */
export function keyIdOf(l1: CfnResource): unknown {
  return KEY_PROPERTIES[l1.cfnResourceType]?.(l1);
}

/** What a replica says of its key. */
interface Replica {
  readonly region: string;
  readonly sseSpecification?: { readonly kmsMasterKeyId?: string };
}

/** Each replica has a key of its own, and Lambda reads the one of the stack's Region; a table has a replica there in any case. */
function replicaHere(table: CfnGlobalTable): Replica | undefined {
  const replicas = Array.isArray(table.replicas) ? table.replicas as Replica[] : [];
  return replicas.find(({ region }) => region === Stack.of(table).region) ?? (replicas.length === 1 ? replicas[0] : undefined);
}
