import { KAFKA_AUTHENTICATION_DOCS, KAFKA_AUTHENTICATION_SPEC } from './authentication';
import type { SelfManagedKafkaEventSourceMappingProps } from './mapping';
import { KAFKA_NETWORK_SPEC } from './network';
import { AUTHENTICATION_MODES, AUTHENTICATION_PERMISSIONS, authenticationValues } from './permissions';
import { SELF_MANAGED_KAFKA_RELATED_RULES } from './related';
import { SELF_MANAGED_KAFKA_RULES } from './rules';
import { ConsumptionMode } from '../../families/kafka/consumption-mode';
import { KafkaFilter } from '../../families/kafka/filter';
import { kafkaMetrics } from '../../families/kafka/metrics';
import { KAFKA_BEHAVIOUR, KAFKA_USAGE, KafkaBlock, kafkaSpecs, samPlaces } from '../../families/kafka/options';
import { CONSUMPTION_MODE } from '../../families/kafka/places';
import { KAFKA_RECORD } from '../../families/kafka/record-shape';
import { kafkaRules } from '../../families/kafka/rules';
import { choice, length, pattern, unique } from '../../model/constraints';
import { defineContract } from '../../model/contract';
import { CLOUDFORMATION, guide } from '../../model/docs';
import { propertySpec, value } from '../../model/option-specs';
import { listOf, TEXT } from '../../model/option-types';
import { at } from '../../model/paths';
import { filterSpec } from '../../options/filter-criteria';
import { SECRET, secretAccess, secretPath, secretSpec, SecretRules, SOURCE_ACCESS } from '../../options/secret';
import { STARTING_POSITION_RULES, startingPositionSpec } from '../../options/starting-position';
import { secretHooks, secretPermissions, secretValues } from '../../permissions/secret-permissions';

const SELF_MANAGED_BLOCK: KafkaBlock = 'selfManagedKafkaEventSourceConfig';
const BOOTSTRAP_SERVERS = 'selfManagedEventSource.endpoints.kafkaBootstrapServers';
const HOST_AND_PORT =
  /^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]):[0-9]{1,5}$/;

const CERTIFICATE_RULES: SecretRules = {
  length: 'root-ca-certificate-length',
  pattern: 'root-ca-certificate-pattern',
  service: 'root-ca-certificate-secret',
  arn: 'root-ca-certificate-secret-arn',
};

export const CONTRACT = defineContract<SelfManagedKafkaEventSourceMappingProps>({
  id: 'self-managed-kafka',
  title: 'self-managed Apache Kafka',
  docs: guide('kafka-esm-parameters'),
  recognition: {
    resources: {},
    samEvent: {
      type: 'SelfManagedKafka',
      places: {
        ...samPlaces(SELF_MANAGED_BLOCK),
        ConsumptionMode: CONSUMPTION_MODE,
        KafkaBootstrapServers: BOOTSTRAP_SERVERS,
      },
    },
    ownProperty: 'selfManagedEventSource',
  },
  behaviour: KAFKA_BEHAVIOUR,
  metrics: kafkaMetrics(SELF_MANAGED_BLOCK),
  options: {
    bootstrapServers: {
      properties: [
        propertySpec(BOOTSTRAP_SERVERS, {
          required: { rule: 'bootstrap-servers-required', says: 'is required: it is where Lambda finds the brokers' },
          createOnly: true,
          constraints: [length('bootstrap-servers-count', 1, 10, 'servers'), unique('bootstrap-servers-unique')],
          docs: CLOUDFORMATION,
        }),
        propertySpec(`${BOOTSTRAP_SERVERS}[]`, {
          option: '[]',
          isKey: 'by any item',
          constraints: [
            length('bootstrap-servers-length', 1, 300),
            pattern('bootstrap-servers-pattern', HOST_AND_PORT, 'a host and a port: broker-1.example.com:9096'),
          ],
          docs: CLOUDFORMATION,
        }),
      ],
      type: listOf(TEXT),
      render: (servers) => at(BOOTSTRAP_SERVERS, servers),
    },
    startingPosition: startingPositionSpec({ default: 'TRIM_HORIZON' }),
    authentication: {
      ...KAFKA_AUTHENTICATION_SPEC,
      permissions: AUTHENTICATION_PERMISSIONS,
      permissionValues: authenticationValues,
    },
    consumptionMode: value(CONSUMPTION_MODE, {
      constraints: [choice('consumption-mode-choice', Object.values(ConsumptionMode))],
      default: ConsumptionMode.STREAM,
      identity: { rule: 'consumption-mode-unknown-identity', outcome: 'refused', says: 'Lambda refuses the update' },
      newerThanL1: 'SelfManagedKafkaEventSourceConfig.ConsumptionMode',
      docs: guide('polling-kafka-queue'),
    }),
    rootCaCertificate: {
      properties: [
        secretSpec(SOURCE_ACCESS, 'SERVER_ROOT_CA_CERTIFICATE', CERTIFICATE_RULES, {
          docs: KAFKA_AUTHENTICATION_DOCS,
        }),
      ],
      type: SECRET,
      render: (secret) => secretAccess(SOURCE_ACCESS, 'SERVER_ROOT_CA_CERTIFICATE', secret),
      permissions: secretPermissions('certificate', secretPath(SOURCE_ACCESS, 'SERVER_ROOT_CA_CERTIFICATE')),
      permissionValues: (secret) => secretValues('certificate', secret),
      bind: (secret) => secretHooks('certificate', secret),
    },
    network: KAFKA_NETWORK_SPEC,
    ...kafkaSpecs(SELF_MANAGED_BLOCK),
    filters: filterSpec(KafkaFilter, KAFKA_RECORD),
  },
  rules: [...SELF_MANAGED_KAFKA_RULES, ...kafkaRules(SELF_MANAGED_BLOCK), ...STARTING_POSITION_RULES],
  modes: AUTHENTICATION_MODES,
  relatedRules: SELF_MANAGED_KAFKA_RELATED_RULES,
  usage: KAFKA_USAGE,
  unsupported: {
    eventSourceArn: { reason: 'a cluster that AWS does not run has no ARN: its address is in SelfManagedEventSource' },
  },
});
