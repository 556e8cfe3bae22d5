import { CfnResource, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { Access } from '../engine/contract';

/** Where the L1 of an encrypted resource names its key. */
const KEY_PROPERTIES: { readonly [type: string]: (l1: any) => unknown } = { // the L1s have no type in common
  'AWS::SQS::Queue': (queue) => queue.kmsMasterKeyId,
  'AWS::SNS::Topic': (topic) => topic.kmsMasterKeyId,
  'AWS::Kinesis::Stream': (stream) => stream.streamEncryption?.keyId,
  'AWS::DynamoDB::Table': (table) => table.sseSpecification?.kmsMasterKeyId,
  'AWS::SecretsManager::Secret': (secret) => secret.kmsKeyId,
  'AWS::S3::Bucket': (bucket) => bucket.bucketEncryption?.serverSideEncryptionConfiguration?.[0]?.serverSideEncryptionByDefault?.kmsMasterKeyId,
};

/** A key, or an alias that knows its key. */
interface KeyOrAlias {
  readonly keyArn: string;
  readonly aliasTargetKey?: KeyOrAlias;
}

/** How L2s call the key that they were given. */
interface MaybeEncrypted {
  readonly encryptionKey?: KeyOrAlias;
  readonly encryptionMasterKey?: KeyOrAlias;
}

/** The ARN of the customer managed key of a resource, as far as its construct tells. */
export function keyArnOf(resource: IConstruct): string | undefined {
  const { encryptionKey, encryptionMasterKey } = resource as MaybeEncrypted;
  const key = encryptionKey ?? encryptionMasterKey;
  if (key) return keyArnIn(key.aliasTargetKey ?? key);
  const l1 = CfnResource.isCfnResource(resource) ? resource : resource.node.defaultChild;
  return CfnResource.isCfnResource(l1) ? arnOfKeyId(l1, KEY_PROPERTIES[l1.cfnResourceType]?.(l1)) : undefined;
}

/** A property can name a key by its id, its ARN, an alias, or a reference to the resource. */
function arnOfKeyId(owner: CfnResource, keyId: unknown): string | undefined {
  if (typeof keyId !== 'string') return undefined;
  if (!Token.isUnresolved(keyId)) return literalKeyArn(owner, keyId);
  const { tokens: [token] } = Tokenization.reverseString(keyId);
  if (!Reference.isReference(token)) return undefined;
  // What is no key of this app may turn out to be an alias or an id, which a policy can't name.
  return token.displayName === 'Arn' ? keyId : (token.target as { attrArn?: string }).attrArn;
}

/** The ARN of an alias is no resource of a policy, which knows keys only. */
function keyArnIn({ keyArn }: KeyOrAlias): string | undefined {
  return keyArn.includes(':alias/') ? undefined : keyArn;
}

/** Keys that AWS manages need no permission, and an alias does not tell its key. */
function literalKeyArn(owner: CfnResource, keyId: string): string | undefined {
  if (keyId.includes('alias/')) return undefined;
  return keyId.startsWith('arn:') ? keyId : Stack.of(owner).formatArn({ service: 'kms', resource: 'key', resourceName: keyId });
}

/** What it takes to use the customer managed key of a resource, where it has one. */
export function keyAccess(resource: IConstruct, actions: readonly string[], why: string): Access[] {
  const arn = keyArnOf(resource);
  return arn === undefined ? [] : [{ actions, resources: [arn], why }];
}
