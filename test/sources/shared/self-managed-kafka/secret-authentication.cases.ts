import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { KafkaAuthentication, SelfManagedKafkaEventSourceMappingProps as Props } from '../../../../src';
import type { Case } from '../../../cases';
import { secretCases } from '../secrets.cases';

const SOURCE = 'self-managed-kafka';
const SECRET = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:brokers-AbCdEf';
const TYPES = ['BASIC_AUTH', 'SASL_SCRAM_256_AUTH', 'SASL_SCRAM_512_AUTH', 'CLIENT_CERTIFICATE_TLS_AUTH'];
const ONE = [`${SOURCE}-one-authentication`];

const access = (...list: unknown[]) => ({ SourceAccessConfigurations: list });
const basic = { Type: 'BASIC_AUTH', URI: SECRET };

/** The cases of a mapping without any way to authenticate, or with several. */
export function secretAuthenticationCases(): Case<Props>[] {
  return [...wayCases(), ...oneWayCases(), ...someWayCases(), ...rootCaCases(), ...regionCases()];
}

function wayCases(): Case<Props>[] {
  return [
    {
      name: 'authentication basic',
      props: (f) => ({ authentication: KafkaAuthentication.basic(f.secret) }),
      problems: [],
    },
    {
      name: 'authentication SCRAM-256',
      props: (f) => ({ authentication: KafkaAuthentication.saslScram256(f.secret) }),
      problems: [],
    },
    {
      name: 'authentication SCRAM-512',
      props: (f) => ({ authentication: KafkaAuthentication.saslScram512(f.secret) }),
      problems: [],
    },
    {
      name: 'authentication with a certificate',
      props: (f) => ({ authentication: KafkaAuthentication.clientCertificateTls(f.secret) }),
      problems: [],
    },
    ...TYPES.flatMap((Type) =>
      secretCases({
        rule: `${SOURCE}-authentication`,
        name: `authentication ${Type}`,
        properties: (uri) => access({ Type, URI: uri }),
        inRegion: true,
      }),
    ),
  ];
}

function oneWayCases(): Case<Props>[] {
  return [
    ...TYPES.slice(1).map((Type): Case<Props> => ({
      name: `authentication basic and ${Type}`,
      properties: access(basic, { Type, URI: SECRET }),
      problems: ONE,
    })),
    {
      name: 'authentication basic, twice',
      properties: access(basic, { ...basic, URI: { Ref: 'Secret' } }),
      problems: ONE,
    },
    {
      name: 'authentication basic and of a condition',
      properties: access(basic, { 'Fn::If': ['A', basic, { Ref: 'AWS::NoValue' }] }),
      problems: [],
    },
    {
      name: 'authentication basic and of an unknown type',
      properties: access(basic, { Type: { Ref: 'AccessType' }, URI: SECRET }),
      problems: [],
    },
  ];
}

function someWayCases(): Case<Props>[] {
  const none = [`${SOURCE}-access`];
  return [
    {
      name: 'authentication missing',
      props: () => ({ authentication: undefined }),
      properties: { SourceAccessConfigurations: undefined },
      problems: none,
    },
    {
      name: 'authentication of no list',
      properties: { SourceAccessConfigurations: { Ref: 'AWS::NoValue' } },
      problems: none,
    },
    {
      name: 'authentication of an authority only',
      properties: access({ Type: 'SERVER_ROOT_CA_CERTIFICATE', URI: SECRET }),
      problems: none,
    },
    {
      name: 'authentication taken away',
      properties: access({ Ref: 'AWS::NoValue' }),
      problems: [...none, `${SOURCE}-authentication-count`],
    },
    ...TYPES.map((Type): Case<Props> => ({
      name: `authentication ${Type} of no secret`,
      properties: access({ Type }),
      problems: [`${SOURCE}-access-needs-secret`],
    })),
    {
      name: 'authentication that may be',
      properties: access({ 'Fn::If': ['A', basic, { Ref: 'AWS::NoValue' }] }),
      problems: [],
    },
    {
      name: 'authentication of an unknown list',
      properties: { SourceAccessConfigurations: { Ref: 'Access' } },
      problems: [],
    },
    {
      name: 'authentication of an unknown type',
      properties: access({ Type: { Ref: 'AccessType' }, URI: SECRET }),
      problems: [],
    },
  ];
}

function rootCaCases(): Case<Props>[] {
  return [
    { name: 'authority', props: (f) => ({ rootCaCertificate: f.otherSecret }), problems: [] },
    ...secretCases({
      rule: `${SOURCE}-root-ca-certificate`,
      name: 'authority',
      properties: (uri) => access(basic, { Type: 'SERVER_ROOT_CA_CERTIFICATE', URI: uri }),
    }),
  ];
}

function regionCases(): Case<Props>[] {
  const elsewhere = [`${SOURCE}-secret-in-region`];
  return [
    {
      name: 'secret of another Region',
      region: 'eu-west-1',
      props: (f) => ({
        authentication: KafkaAuthentication.basic(
          secretsmanager.Secret.fromSecretCompleteArn(f.stack, 'Imported', SECRET),
        ),
      }),
      properties: access(basic),
      problems: elsewhere,
    },
    {
      name: 'secret of the Region',
      region: 'us-east-1',
      props: (f) => ({
        authentication: KafkaAuthentication.basic(
          secretsmanager.Secret.fromSecretCompleteArn(f.stack, 'Imported', SECRET),
        ),
      }),
      properties: access(basic),
      problems: [],
    },
    {
      name: 'secret of another Region than the function',
      properties: { ...access(basic), FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:handler' },
      problems: elsewhere,
    },
    {
      name: 'secret of an unknown Region',
      region: 'eu-west-1',
      properties: access({ ...basic, URI: { Ref: 'Secret' } }),
      problems: [],
    },
    {
      name: 'authority of another Region',
      region: 'us-east-1',
      properties: access(basic, { Type: 'SERVER_ROOT_CA_CERTIFICATE', URI: SECRET.replace('us-east-1', 'us-east-2') }),
      problems: elsewhere,
    },
  ];
}
