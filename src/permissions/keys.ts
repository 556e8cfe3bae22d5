import { CfnResource, Lazy, Reference, Stack, Token } from 'aws-cdk-lib';
import type { CfnAlias, CfnKey } from 'aws-cdk-lib/aws-kms';
import type { IEnvironmentAware } from 'aws-cdk-lib/interfaces';
import { IConstruct } from 'constructs';
import { namedBy } from './named-by';
import { referenceIn } from './references';
import { NamedAt } from '../model/permissions';
import { isPresent, isUnknown } from '../model/tokens';

/** A customer managed key: what it is called, and its ARN where that is known; a policy knows keys by nothing else. */
export interface CustomerKey {
  readonly name: string;
  readonly arn?: string;
}

/** A key, or an alias. */
interface KeyOrAlias extends IConstruct, IEnvironmentAware {
  readonly keyArn: string;
  readonly aliasName?: string;
  readonly aliasTargetKey?: KeyOrAlias;
}

/** The properties in which L2s hold the key that they were given. */
interface MaybeEncrypted {
  readonly encryptionKey?: KeyOrAlias;
  readonly encryptionMasterKey?: KeyOrAlias;
}

/** The key construct that an L2 was given. */
export function keyGivenTo(resource: IConstruct): KeyOrAlias | undefined {
  const { encryptionKey, encryptionMasterKey } = resource as MaybeEncrypted;
  return encryptionKey ?? encryptionMasterKey;
}

/** The customer managed key of a resource, as far as its construct tells; an L1 names it at a property. */
export function customerKeyOf(resource: IConstruct, keyIn: NamedAt): CustomerKey | undefined {
  const key = keyGivenTo(resource);
  // An L1 key knows its ARN by another name, which the property tells too.
  if (key?.keyArn) return keyGiven(key);
  const l1 = CfnResource.isCfnResource(resource) ? resource : resource.node.defaultChild;
  return CfnResource.isCfnResource(l1) ? keyNamed(l1, namedBy(l1, keyIn)[0]) : undefined;
}

function keyGiven(key: KeyOrAlias): CustomerKey | undefined {
  const target = keyOfAlias(key);
  if (target) return keyGiven(target);
  return KEY_ALIAS.test(key.keyArn) ? aliasNamed(key.keyArn) : { name: key.node.path, arn: arnAnywhere(key) };
}

const arns = new WeakMap<IConstruct, string>();

/**
 * A key has no name by which another account could refer to it before it is made: there, all keys of its account and
 * Region stand for it.
 */
function arnAnywhere(key: KeyOrAlias): string {
  const {
    keyArn,
    env: { account },
  } = key;
  if (!Token.isUnresolved(keyArn) || Token.isUnresolved(account)) return keyArn;
  const all = () => Stack.of(key).formatArn({ service: 'kms', resource: 'key', resourceName: '*' });
  // The same text each time, so that a policy does not list it twice.
  const arn =
    arns.get(key) ??
    Lazy.uncachedString({
      produce: ({ scope }) => ([account, undefined].includes(literalAccountOf(scope)) ? keyArn : all()),
    });
  arns.set(key, arn);
  return arn;
}

function literalAccountOf(scope: IConstruct): string | undefined {
  const { account } = Stack.of(scope);
  return Token.isUnresolved(account) ? undefined : account;
}

/** An alias that was imported by its name throws when it is asked for its key. */
function keyOfAlias(alias: KeyOrAlias): KeyOrAlias | undefined {
  try {
    return alias.aliasTargetKey;
  } catch {
    return undefined;
  }
}

const KEY_ALIAS = /(^|:)alias\//;
const ALIAS_OF_AWS = /(^|:)alias\/aws\//;
const KEY_ARN = /^arn:.*:key\//;

/** A property can name a key by its id, its ARN, an alias, or a token. */
function keyNamed(owner: IConstruct, keyId: unknown): CustomerKey | undefined {
  const reference = referenceIn(keyId);
  if (reference) return keyReferred(reference, keyId as string);
  // A token may resolve already: to an intrinsic function, a text, or nothing.
  const said = typeof keyId === 'string' && KEY_ARN.test(keyId) ? keyId : (Stack.of(owner).resolve(keyId) as unknown);
  if (isPresent(said) === false) return undefined;
  if (typeof said !== 'string') return { name: UNKNOWN_KEY };
  if (KEY_ALIAS.test(said)) return aliasNamed(said);
  if (KEY_ARN.test(said)) return { name: said, arn: said };
  if (isUnknown(said)) return { name: UNKNOWN_KEY };
  return { name: said, arn: Stack.of(owner).formatArn({ service: 'kms', resource: 'key', resourceName: said }) };
}

const UNKNOWN_KEY = 'a key that is known only at deployment';

/** Keys that AWS manages need no permission. */
function aliasNamed(alias: string): CustomerKey | undefined {
  return ALIAS_OF_AWS.test(alias) ? undefined : { name: `the key of ${alias.slice(alias.search(/alias\//))}` };
}

function keyReferred({ target, displayName }: Reference, keyId: string): CustomerKey | undefined {
  if (displayName === 'Arn') return { name: target.node.path, arn: keyId };
  if (isOfType(target, /^AWS::KMS::(Replica)?Key$/)) return { name: target.node.path, arn: (target as CfnKey).attrArn };
  return isOfType(target, /^AWS::KMS::Alias$/)
    ? keyNamed(target, (target as CfnAlias).targetKeyId)
    : { name: UNKNOWN_KEY };
}

function isOfType(construct: IConstruct, type: RegExp): boolean {
  return CfnResource.isCfnResource(construct) && type.test(construct.cfnResourceType);
}
