import { KafkaAuthentication, SelfManagedKafkaEventSourceMappingProps as Props } from '../../../../src';
import type { Case } from '../../../cases';
import type { Fixtures } from '../../../fixtures';
import { secretCases } from '../secrets.cases';

const SOURCE = 'self-managed-kafka';
const SECRET = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:oauth-AbCdEf';

const OAUTH = { Type: 'OAUTHBEARER_AUTH', URI: SECRET };
const BASIC = { Type: 'BASIC_AUTH', URI: SECRET };
const IAM_OAUTH = { Type: 'IAM_OAUTHBEARER_AUTH' };
const PARTS = {
  SCOPE: 'kafka.read',
  AUDIENCE: 'https://kafka.example.com',
  LOGICAL_CLUSTER: 'lkc-1a2b3c',
  IDENTITY_POOL: 'pool-4d5e',
};

const part = (name: keyof typeof PARTS, uri: unknown = PARTS[name]) => ({ Type: `OAUTHBEARER_${name}`, URI: uri });

function written(name: string, list: readonly unknown[], problems: string[]): Case<Props> {
  return { name: `token ${name}, written`, properties: { SourceAccessConfigurations: list }, problems };
}

function asked(
  name: string,
  authentication: (f: Fixtures) => KafkaAuthentication,
  problems: string[] = [],
): Case<Props> {
  return {
    name: `token ${name}`,
    props: (f) => ({ authentication: authentication(f) }),
    problems,
  };
}

export function tokenAuthenticationCases(): Case<Props>[] {
  return [...constructCases(), ...combinationCases(), ...partCases(), ...roleCases()];
}

function constructCases(): Case<Props>[] {
  const { oauthBearer, iam, iamOauthBearer } = KafkaAuthentication;
  return [
    asked('of OAuth', (f) => oauthBearer(f.secret)),
    asked('of OAuth with all parts', (f) =>
      oauthBearer(f.secret, { scope: 'read', audience: 'kafka', logicalCluster: 'lkc-1', identityPool: 'pool-1' }),
    ),
    asked('of OAuth with tokens', (f) =>
      oauthBearer(f.secret, { scope: f.text, audience: f.lazyText, logicalCluster: f.text, identityPool: f.text }),
    ),
    asked('of the role', () =>
      iam('arn:aws:kafka:us-east-1:123456789012:cluster/audit/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2'),
    ),
    asked('of OAuth of the role', () => iamOauthBearer('https://kafka.example.com')),
    asked('of OAuth of the role, a token', (f) => iamOauthBearer(f.text)),
    asked('of OAuth of the role, for nobody', () => iamOauthBearer(''), [`${SOURCE}-authentication-length`]),
    asked('of OAuth with a long scope', (f) => oauthBearer(f.secret, { scope: 's'.repeat(201) }), [
      `${SOURCE}-authentication-length`,
    ]),
    asked('of OAuth with a forbidden character', (f) => oauthBearer(f.secret, { audience: 'a#b' }), [
      `${SOURCE}-authentication-pattern`,
    ]),
  ];
}

function combinationCases(): Case<Props>[] {
  const needs = (name: string) => [`${SOURCE}-oauth-${name}-needs-oauth`];
  return [
    written('of OAuth', [OAUTH], []),
    written(
      'of OAuth with all parts',
      [OAUTH, part('SCOPE'), part('AUDIENCE'), part('LOGICAL_CLUSTER'), part('IDENTITY_POOL')],
      [],
    ),
    written('of the role', [{ Type: 'IAM_AUTH' }], []),
    written('of OAuth of the role', [IAM_OAUTH, part('AUDIENCE')], []),
    written('scope without OAuth', [BASIC, part('SCOPE')], needs('scope')),
    written('audience without OAuth', [BASIC, part('AUDIENCE')], needs('audience')),
    written('cluster without OAuth', [BASIC, part('LOGICAL_CLUSTER')], needs('logical-cluster')),
    written('pool without OAuth', [BASIC, part('IDENTITY_POOL')], needs('identity-pool')),
    written('scope with OAuth of the role', [IAM_OAUTH, part('AUDIENCE'), part('SCOPE')], needs('scope')),
    written('of OAuth of the role for nobody', [IAM_OAUTH], [`${SOURCE}-iam-oauth-needs-audience`]),
    written('audience of the role', [{ Type: 'IAM_AUTH' }, part('AUDIENCE')], needs('audience')),
    written('of OAuth and basic', [OAUTH, BASIC], [`${SOURCE}-one-authentication`]),
    written('of OAuth of both kinds', [OAUTH, IAM_OAUTH, part('AUDIENCE')], [`${SOURCE}-one-authentication`]),
    written('scope with an unknown type', [part('SCOPE'), { Type: { Ref: 'AccessType' }, URI: SECRET }], []),
    written(
      'of OAuth of the role with an audience that may be',
      [IAM_OAUTH, { 'Fn::If': ['A', part('AUDIENCE'), { Ref: 'AWS::NoValue' }] }],
      [],
    ),
  ];
}

function partCases(): Case<Props>[] {
  const names = Object.keys(PARTS) as (keyof typeof PARTS)[];
  const rule = `${SOURCE}-authentication`;
  return names.flatMap((name) => [
    written(`${name} of 200 characters`, [OAUTH, part(name, 'p'.repeat(200))], []),
    written(`${name} of 201 characters`, [OAUTH, part(name, 'p'.repeat(201))], [`${rule}-length`]),
    written(`${name} of no character`, [OAUTH, part(name, '')], [`${rule}-length`]),
    written(`${name} with a forbidden character`, [OAUTH, part(name, 'a?b')], [`${rule}-pattern`]),
    written(`${name} without a text`, [OAUTH, { Type: part(name).Type }], [`${SOURCE}-malformed`]),
    written(`${name} a parameter`, [OAUTH, part(name, { Ref: 'Part' })], []),
  ]);
}

function roleCases(): Case<Props>[] {
  return [
    written('of the role with an address', [{ Type: 'IAM_AUTH', URI: 'x' }], [`${SOURCE}-iam-auth-without-uri`]),
    written(
      'of OAuth of the role with an address',
      [{ ...IAM_OAUTH, URI: 'x' }, part('AUDIENCE')],
      [`${SOURCE}-iam-oauthbearer-auth-without-uri`],
    ),
    written('of the role with an address taken away', [{ Type: 'IAM_AUTH', URI: { Ref: 'AWS::NoValue' } }], []),
    written(
      'of the role with an address that may be',
      [{ Type: 'IAM_AUTH', URI: { 'Fn::If': ['A', 'x', { Ref: 'AWS::NoValue' }] } }],
      [],
    ),
    ...secretCases({
      rule: `${SOURCE}-authentication`,
      name: 'token of OAuth',
      properties: (uri) => ({ SourceAccessConfigurations: [{ ...OAUTH, URI: uri }] }),
    }),
  ];
}
