import type { KafkaBlockName, KafkaProps } from './kafka.cases';
import { REGIONS } from './regions';
import { secretCases, secretRegionCases } from './secrets.cases';
import {
  KafkaRecordFormat,
  SchemaRegistry,
  SchemaRegistryAuthentication,
  SchemaValidationAttribute,
} from '../../../src';
import type { Properties } from '../../../src/model/contract';
import type { Case } from '../../cases';
import type { Fixtures } from '../../fixtures';

const GLUE = 'arn:aws:glue:us-east-1:123456789012:registry/clicks';
const CONFLUENT = 'https://registry.example.com:8081';
const SECRET = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:registry-AbCdEf';
const OPTIONS = {
  format: KafkaRecordFormat.JSON,
  validate: [SchemaValidationAttribute.KEY, SchemaValidationAttribute.VALUE],
};

export function schemaRegistryCases(source: string, block: KafkaBlockName): Case<KafkaProps>[] {
  const properties = (config: Properties) => ({
    ProvisionedPollerConfig: { MinimumPollers: 1 },
    [block]: {
      SchemaRegistryConfig: {
        SchemaRegistryURI: CONFLUENT,
        EventRecordFormat: 'JSON',
        SchemaValidationConfigs: [{ Attribute: 'VALUE' }],
        ...config,
      },
    },
  });
  return [
    ...constructCases(source),
    ...addressCases(source, properties),
    ...fieldCases(source, block, properties),
    ...accessCases(source, properties),
  ];
}

type Write = (config: Properties) => Properties;

function constructCases(source: string): Case<KafkaProps>[] {
  const registry = (
    name: string,
    make: (f: Fixtures) => SchemaRegistry,
    problems: string[] = [],
  ): Case<KafkaProps> => ({
    name: `registry ${name}`,
    props: (f) => ({ provisionedMode: { minimumPollers: 1, schemaRegistry: make(f) } }),
    problems,
  });
  const confluent = (name: string, authentication: (f: Fixtures) => SchemaRegistryAuthentication) =>
    registry(`of Confluent, ${name}`, (f) =>
      SchemaRegistry.confluent(CONFLUENT, { ...OPTIONS, authentication: authentication(f) }),
    );
  return [
    registry('of Glue', () => SchemaRegistry.glue(GLUE, OPTIONS)),
    registry('of Glue, a token', (f) => SchemaRegistry.glue(f.text, OPTIONS)),
    registry('of Glue, records as they are', () =>
      SchemaRegistry.glue(GLUE, { ...OPTIONS, format: KafkaRecordFormat.SOURCE }),
    ),
    registry('of Glue, at an address', () => SchemaRegistry.glue('glue.us-east-1.amazonaws.com', OPTIONS), [
      `${source}-schema-registry-uri-address`,
    ]),
    registry('of Glue, nothing validated', () => SchemaRegistry.glue(GLUE, { ...OPTIONS, validate: [] }), [
      `${source}-schema-registry-validate-length`,
    ]),
    registry(
      'of Glue, twice the same validated',
      () =>
        SchemaRegistry.glue(GLUE, {
          ...OPTIONS,
          validate: [SchemaValidationAttribute.KEY, SchemaValidationAttribute.KEY],
        }),
      [`${source}-schema-registry-validate-unique`],
    ),
    registry('of Confluent', () => SchemaRegistry.confluent(CONFLUENT, OPTIONS)),
    registry(
      'of Confluent, without encryption',
      () => SchemaRegistry.confluent('http://registry.example.com', OPTIONS),
      [`${source}-schema-registry-uri-address`],
    ),
    confluent('with a password', (f) => SchemaRegistryAuthentication.basic(f.secret)),
    confluent('with a certificate', (f) => SchemaRegistryAuthentication.clientCertificateTls(f.secret)),
    confluent('with OAuth', (f) => SchemaRegistryAuthentication.oauthBearer(f.secret)),
    registry('of Confluent, with an authority', (f) =>
      SchemaRegistry.confluent(CONFLUENT, {
        ...OPTIONS,
        authentication: SchemaRegistryAuthentication.basic(f.secret),
        rootCaCertificate: f.otherSecret,
      }),
    ),
  ];
}

function addressCases(source: string, properties: Write): Case<KafkaProps>[] {
  const at = (name: string, uri: unknown, problems: string[]): Case<KafkaProps> => ({
    name: `registry at ${name}`,
    properties: properties({ SchemaRegistryURI: uri }),
    problems,
  });
  return [
    ...REGIONS.map(({ partition, region }) =>
      at(`Glue in ${region}`, `arn:${partition}:glue:${region}:123456789012:registry/clicks`, []),
    ),
    at('a schema of Glue', 'arn:aws:glue:us-east-1:123456789012:schema/clicks/click', [
      `${source}-schema-registry-uri-address`,
    ]),
    at('another service', 'arn:aws:secretsmanager:us-east-1:123456789012:secret:registry', [
      `${source}-schema-registry-uri-address`,
    ]),
    at('an address with a question', 'https://registry.example.com?a=b', [`${source}-schema-registry-uri-characters`]),
    at('an address with a path', 'https://registry.example.com:8081/a_b/c+d=e.f@g*', []),
    at('an address of 10,000 characters', 'https://'.padEnd(10_000, 'r'), []),
    at('an address of 10,001 characters', 'https://'.padEnd(10_001, 'r'), [`${source}-schema-registry-uri-length`]),
    at('a parameter', { Ref: 'Registry' }, []),
    at('a resource', { 'Fn::GetAtt': ['Registry', 'Arn'] }, []),
  ];
}

function fieldCases(source: string, block: KafkaBlockName, properties: Write): Case<KafkaProps>[] {
  const config = (name: string, given: Properties, problems: string[]): Case<KafkaProps> => ({
    name: `registry ${name}`,
    properties: properties(given),
    problems,
  });
  const validate = (name: string, attributes: readonly unknown[], problems: string[]) =>
    config(
      `that validates ${name}`,
      { SchemaValidationConfigs: attributes.map((attribute) => ({ Attribute: attribute })) },
      problems,
    );
  return [
    config('without an address', { SchemaRegistryURI: undefined }, [`${source}-schema-registry-needs-uri`]),
    config('without a format', { EventRecordFormat: undefined }, [`${source}-schema-registry-needs-format`]),
    config('without validation', { SchemaValidationConfigs: { Ref: 'AWS::NoValue' } }, [
      `${source}-schema-registry-needs-validation`,
    ]),
    config(
      'of what may be',
      {
        SchemaRegistryURI: { 'Fn::If': ['A', GLUE, { Ref: 'AWS::NoValue' }] },
        EventRecordFormat: { 'Fn::If': ['A', 'JSON', { Ref: 'AWS::NoValue' }] },
        SchemaValidationConfigs: { 'Fn::If': ['A', [], { Ref: 'AWS::NoValue' }] },
      },
      [],
    ),
    config('in a format', { EventRecordFormat: 'SOURCE' }, []),
    config('in a format of its own', { EventRecordFormat: 'AVRO' }, [`${source}-schema-registry-format-choice`]),
    config('in a format of a parameter', { EventRecordFormat: { Ref: 'Format' } }, []),
    validate('a key', ['KEY'], []),
    validate('a key and a value', ['KEY', 'VALUE'], []),
    validate('a header', ['HEADER'], [`${source}-schema-registry-validate-choice`]),
    validate('what a parameter says', [{ Ref: 'Attribute' }], []),
    config('that validates an item of nothing', { SchemaValidationConfigs: [{}] }, [`${source}-malformed`]),
    config('that is null', { EventRecordFormat: null }, [`${source}-malformed`]),
    validate('nothing', [], [`${source}-schema-registry-validate-length`]),
    validate(
      'a key, a value and a key',
      ['KEY', 'VALUE', 'KEY'],
      [`${source}-schema-registry-validate-length`, `${source}-schema-registry-validate-unique`],
    ),
    {
      name: 'registry of a condition',
      properties: {
        ProvisionedPollerConfig: { MinimumPollers: 1 },
        [block]: { SchemaRegistryConfig: { 'Fn::If': ['A', {}, { Ref: 'AWS::NoValue' }] } },
      },
      problems: [],
    },
    config('with a field of its own', { Name: 'clicks' }, [`${source}-unsupported`]),
  ];
}

function accessCases(source: string, properties: Write): Case[] {
  const access = (name: string, list: unknown, problems: string[], more: Properties = {}): Case => ({
    name: `registry access ${name}`,
    properties: properties({ AccessConfigs: list, ...more }),
    problems,
  });
  const basic = { Type: 'BASIC_AUTH', URI: SECRET };
  return [
    ...['BASIC_AUTH', 'CLIENT_CERTIFICATE_TLS_AUTH', 'OAUTHBEARER_AUTH', 'SERVER_ROOT_CA_CERTIFICATE'].map((Type) =>
      access(Type, [{ Type, URI: SECRET }], []),
    ),
    ...secretCases({
      rule: `${source}-schema-registry-authentication`,
      name: 'registry access',
      properties: (uri) => properties({ AccessConfigs: [{ Type: 'BASIC_AUTH', URI: uri }] }),
      longest: 10_000,
    }),
    ...secretCases({
      rule: `${source}-schema-registry-root-ca-certificate`,
      name: 'registry authority',
      properties: (uri) => properties({ AccessConfigs: [basic, { Type: 'SERVER_ROOT_CA_CERTIFICATE', URI: uri }] }),
      longest: 10_000,
    }),
    ...secretRegionCases({
      rule: `${source}-schema-registry-secret-in-region`,
      name: 'registry access',
      properties: (uri) => properties({ AccessConfigs: [{ Type: 'BASIC_AUTH', URI: uri }] }),
    }),
    access('with an authority', [basic, { Type: 'SERVER_ROOT_CA_CERTIFICATE', URI: SECRET }], []),
    access('of no secret', [{ Type: 'BASIC_AUTH' }], [`${source}-schema-registry-access-needs-secret`]),
    access(
      'in two ways',
      [basic, { Type: 'CLIENT_CERTIFICATE_TLS_AUTH', URI: SECRET }],
      [`${source}-schema-registry-one-authentication`],
    ),
    access(
      'in one way, twice',
      [basic, { Type: 'BASIC_AUTH', URI: { Ref: 'Secret' } }],
      [`${source}-schema-registry-one-authentication`],
    ),
    access('of null', [null], [`${source}-malformed`]),
    access('without a type', [{ URI: SECRET }], [`${source}-malformed`]),
    access('with an unknown name', [{ ...basic, Name: 'registry' }], [`${source}-unsupported`]),
    access('through a VPC', [{ Type: 'VPC_SUBNET', URI: 'subnet:subnet-0a1b2c3d' }], [`${source}-unsupported`]),
    access('that may be', [{ 'Fn::If': ['A', basic, { Ref: 'AWS::NoValue' }] }], []),
    access('of an unknown type', [{ Type: { Ref: 'AccessType' }, URI: SECRET }], []),
    access('to Glue', [basic], [`${source}-glue-registry-without-access`], { SchemaRegistryURI: GLUE }),
    access('to Glue, taken away', { Ref: 'AWS::NoValue' }, [], { SchemaRegistryURI: GLUE }),
    access('to Glue that may be', { 'Fn::If': ['A', [basic], { Ref: 'AWS::NoValue' }] }, [], {
      SchemaRegistryURI: GLUE,
    }),
    access('to an unknown registry', [basic], [], { SchemaRegistryURI: { Ref: 'Registry' } }),
  ];
}
