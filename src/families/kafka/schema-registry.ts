import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import { SCHEMA_REGISTRY_DOCS } from './docs';
import { gluePermissions, glueValues } from './glue-permissions';
import {
  REGISTRY_ACCESS,
  REGISTRY_AUTHENTICATION_TYPES,
  SchemaRegistryAuthentication,
} from './schema-registry-authentication';
import { characters, choice, length, pattern, unique } from '../../model/constraints';
import { BindHook, OptionSpec, Properties, PropertySpec, Rule } from '../../model/contract';
import { propertySpec } from '../../model/option-specs';
import { instance } from '../../model/option-types';
import { at } from '../../model/paths';
import { PermissionValues } from '../../model/permissions';
import { excludes, given, matching, needs, oneOf } from '../../model/rules';
import { secretPath, secretSpec, SecretRules, secretsGiven, SecretType } from '../../options/secret';
import { secretHooks, secretPermissions, secretValues } from '../../permissions/secret-permissions';

/** How the function gets a record that a schema describes. */
export enum KafkaRecordFormat {
  /** As JSON, whatever the producer wrote. */
  JSON = 'JSON',
  /** The format in which the producer wrote it. */
  SOURCE = 'SOURCE',
}

/** The part of a Kafka record that a schema describes. */
export enum SchemaValidationAttribute {
  /** The record's key. */
  KEY = 'KEY',
  /** The record's value. */
  VALUE = 'VALUE',
}

/** Options of a schema registry. */
export interface SchemaRegistryOptions {
  /**
   * The format in which the function receives a record.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-consume-kafka-events.html
   */
  readonly format: KafkaRecordFormat;

  /**
   * The parts of a record that Lambda validates: the key, the value, or both.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-consume-kafka-events.html
   */
  readonly validate: SchemaValidationAttribute[];
}

/** How Lambda reaches a Confluent schema registry. */
export interface ConfluentSchemaRegistryOptions extends SchemaRegistryOptions {
  /**
   * The way in which Lambda authenticates to the registry.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-consume-kafka-events.html
   * @default - Lambda does not authenticate
   */
  readonly authentication?: SchemaRegistryAuthentication;

  /**
   * The secret with the certificate of the authority that signed the registry's own: a JSON object with `certificate`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-consume-kafka-events.html
   * @default - an authority that Amazon trusts
   */
  readonly rootCaCertificate?: aws_secretsmanager.ISecretRef;
}

/**
 * The registry that holds the schemas of a topic's records. Lambda validates records against it, and can turn them into
 * JSON.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-consume-kafka-events.html
 * @example
 * import {
 *   KafkaRecordFormat, MskAuthentication, MskCluster, MskEventSourceMapping, SchemaRegistry, SchemaValidationAttribute,
 * StreamStartingPosition, } from 'cdk-event-source-mappings';
 *
 * new MskEventSourceMapping(this, 'Clicks', {
 *   cluster: MskCluster.provisioned(cluster),
 *   topic: 'clicks',
 *   target: handler,
 *   startingPosition: StreamStartingPosition.trimHorizon(),
 *   authentication: MskAuthentication.iam(),
 *   provisionedMode: {
 *     minimumPollers: 1,
 *     schemaRegistry: SchemaRegistry.glue(registryArn, {
 *       format: KafkaRecordFormat.JSON,
 *       validate: [SchemaValidationAttribute.VALUE],
 *     }),
 *   },
 * });
 */
export class SchemaRegistry {
  /**
   * A registry of AWS Glue, in the function's account and Region.
   *
   * @param registryArn the registry's ARN
   * @param options what Lambda does with a schema
   */
  public static glue(registryArn: string, options: SchemaRegistryOptions): SchemaRegistry {
    return new SchemaRegistry(registryArn, options, {}, glueValues(registryArn));
  }

  /**
   * A registry of Confluent, or one that speaks its protocol.
   *
   * @param url the registry's address, which starts with https://
   * @param options what Lambda does with a schema, and how it reaches the registry
   */
  public static confluent(url: string, options: ConfluentSchemaRegistryOptions): SchemaRegistry {
    const { authentication, rootCaCertificate } = options;
    const secrets: { readonly type: SecretType; readonly secret: aws_secretsmanager.ISecretRef }[] = [
      ...(authentication ? [{ type: authentication._type, secret: authentication._secret }] : []),
      ...(rootCaCertificate ? [{ type: 'SERVER_ROOT_CA_CERTIFICATE' as const, secret: rootCaCertificate }] : []),
    ];
    return new SchemaRegistry(
      url,
      options,
      secrets.length > 0
        ? { [REGISTRY_ACCESS]: secrets.map(({ type, secret }) => ({ type, uri: secret.secretRef.secretId })) }
        : {},
      Object.assign({}, ...secrets.map(({ type, secret }) => secretValues(type, secret))) as PermissionValues,
      secrets.flatMap(({ type, secret }) => secretHooks(type, secret)),
    );
  }

  /** @internal */
  public readonly _properties: Properties;

  private constructor(
    uri: string,
    { format, validate }: SchemaRegistryOptions,
    accessConfigs: Properties,
    /** @internal */
    public readonly _permissionValues: PermissionValues,
    /** @internal */
    public readonly _hooks: readonly BindHook[] = [],
  ) {
    this._properties = {
      schemaRegistryUri: uri,
      eventRecordFormat: format,
      schemaValidationConfigs: validate.map((attribute) => ({ attribute })),
      ...accessConfigs,
    };
  }
}

const GLUE_OR_HTTPS = /^arn:[^:]+:glue:[^:]+:\d{12}:registry\/|^https:\/\//;

/** All kinds of secrets that a registry can have. */
const REGISTRY_SECRET_TYPES: readonly SecretType[] = [...REGISTRY_AUTHENTICATION_TYPES, 'SERVER_ROOT_CA_CERTIFICATE'];

/** An option for a registry, in the block of the mapping's properties that is for Kafka. */
const REGISTRY_AUTHENTICATION_RULES: SecretRules = {
  length: 'schema-registry-authentication-length',
  pattern: 'schema-registry-authentication-pattern',
  service: 'schema-registry-authentication-secret',
  arn: 'schema-registry-authentication-secret-arn',
};

const REGISTRY_CERTIFICATE_RULES: SecretRules = {
  length: 'schema-registry-root-ca-certificate-length',
  pattern: 'schema-registry-root-ca-certificate-pattern',
  service: 'schema-registry-root-ca-certificate-secret',
  arn: 'schema-registry-root-ca-certificate-secret-arn',
};

const LONGEST_URI = 10_000;

function registrySecretSpec(access: string, type: SecretType, rules: SecretRules, option: string): PropertySpec {
  return secretSpec(access, type, rules, { option, docs: SCHEMA_REGISTRY_DOCS }, LONGEST_URI);
}

export function schemaRegistrySpec(block: string): OptionSpec<SchemaRegistry> {
  const registry = `${block}.schemaRegistryConfig`;
  const access = `${registry}.${REGISTRY_ACCESS}`;
  const part = (name: string, option: string, facts: Partial<PropertySpec>) =>
    propertySpec(`${registry}.${name}`, { option, docs: SCHEMA_REGISTRY_DOCS, ...facts });
  return {
    properties: [
      propertySpec(registry, { docs: SCHEMA_REGISTRY_DOCS }),
      part('schemaRegistryUri', 'uri', {
        constraints: [
          length('schema-registry-uri-length', 1, LONGEST_URI),
          characters(
            'schema-registry-uri-characters',
            /^[a-zA-Z0-9-/*:_+=.@]*$/,
            'letters, digits and - / * : _ + = . @',
          ),
          pattern(
            'schema-registry-uri-address',
            GLUE_OR_HTTPS,
            'the ARN of a Glue registry, or an address that starts with https://',
            'is neither the ARN of a Glue registry nor an address that starts with https://',
          ),
        ],
      }),
      part('eventRecordFormat', 'format', {
        constraints: [choice('schema-registry-format-choice', Object.values(KafkaRecordFormat))],
      }),
      part('schemaValidationConfigs', 'validate', {
        constraints: [
          length('schema-registry-validate-length', 1, 2, 'attributes'),
          unique('schema-registry-validate-unique'),
        ],
      }),
      part('schemaValidationConfigs[].attribute', 'validate[]', {
        inEachItem: true,
        constraints: [choice('schema-registry-validate-choice', Object.values(SchemaValidationAttribute))],
      }),
      ...REGISTRY_AUTHENTICATION_TYPES.map((type) =>
        registrySecretSpec(access, type, REGISTRY_AUTHENTICATION_RULES, 'authentication'),
      ),
      registrySecretSpec(access, 'SERVER_ROOT_CA_CERTIFICATE', REGISTRY_CERTIFICATE_RULES, 'rootCaCertificate'),
    ],
    type: instance(SchemaRegistry, 'glue(registryArn, { format, validate })'),
    render: ({ _properties }) => at(registry, _properties),
    permissions: [
      ...gluePermissions(`${registry}.schemaRegistryUri`),
      ...REGISTRY_SECRET_TYPES.flatMap((type) =>
        secretPermissions(type, secretPath(`${registry}.${REGISTRY_ACCESS}`, type)),
      ),
    ],
    permissionValues: ({ _permissionValues }) => _permissionValues,
    bind: ({ _hooks }) => _hooks,
  };
}

export function schemaRegistryRules(block: string): Rule[] {
  const registry = `${block}.schemaRegistryConfig`;
  const required = (id: string, name: string) =>
    needs(id, given(registry), given(`${registry}.${name}`), {
      reason: 'Lambda takes a registry only with all three',
      docs: SCHEMA_REGISTRY_DOCS,
    });
  return [
    required('schema-registry-needs-uri', 'schemaRegistryUri'),
    required('schema-registry-needs-format', 'eventRecordFormat'),
    required('schema-registry-needs-validation', 'schemaValidationConfigs'),
    excludes(
      'glue-registry-without-access',
      matching(`${registry}.schemaRegistryUri`, /^arn:/, 'of a Glue registry'),
      given(`${registry}.${REGISTRY_ACCESS}[]`),
      {
        reason: 'Lambda reaches a Glue registry with the role of the function',
        docs: SCHEMA_REGISTRY_DOCS,
      },
    ),
    secretsGiven(
      'schema-registry-access-needs-secret',
      `${registry}.${REGISTRY_ACCESS}`,
      REGISTRY_SECRET_TYPES,
      SCHEMA_REGISTRY_DOCS,
    ),
    oneOf('schema-registry-one-authentication', `${registry}.${REGISTRY_ACCESS}`, REGISTRY_AUTHENTICATION_TYPES, {
      reason: 'Lambda uses one authentication method',
      docs: SCHEMA_REGISTRY_DOCS,
    }),
  ];
}
