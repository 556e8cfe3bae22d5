import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import { KAFKA_AUTHENTICATION_SPEC } from './authentication';
import type { SelfManagedKafkaEventSourceMappingProps } from './mapping';
import { AUTHENTICATION_MODES, AUTHENTICATION_PERMISSIONS, authenticationValues, portsOf } from './permissions';
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
import { defineContract, OptionSpec } from '../../model/contract';
import { CLOUDFORMATION, guide } from '../../model/docs';
import { propertySpec, value } from '../../model/option-specs';
import { construct, listOf, OptionType, struct, TEXT } from '../../model/option-types';
import { at } from '../../model/paths';
import { filterSpec } from '../../options/filter-criteria';
import {
  accessUri,
  SECRET,
  secretAccess,
  secretPath,
  secretSpec,
  SecretRules,
  SOURCE_ACCESS,
  UriRules,
} from '../../options/secret';
import { STARTING_POSITION_RULES, startingPositionSpec } from '../../options/starting-position';
import { NETWORK_INTERFACE_PERMISSION } from '../../permissions/network';
import { reachAt } from '../../permissions/reach';
import { secretHooks, secretPermissions, secretValues } from '../../permissions/secret-permissions';

const BLOCK: KafkaBlock = 'selfManagedKafkaEventSourceConfig';
const BOOTSTRAP_SERVERS = 'selfManagedEventSource.endpoints.kafkaBootstrapServers';
const HOST_AND_PORT =
  /^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]):[0-9]{1,5}$/;

const VPC = construct(['selectSubnets'], 'a VPC of aws-ec2', "import it with Vpc.fromLookup(this, 'Vpc', { vpcId })");
const SECURITY_GROUP = construct(
  ['securityGroupRef'],
  'a security group of aws-ec2',
  "import it with SecurityGroup.fromSecurityGroupId(this, 'Pollers', id)",
);

type Props = SelfManagedKafkaEventSourceMappingProps;

const CERTIFICATE_RULES: SecretRules = {
  length: 'root-ca-certificate-length',
  pattern: 'root-ca-certificate-pattern',
  service: 'root-ca-certificate-secret',
  arn: 'root-ca-certificate-secret-arn',
};

/** Lambda's page writes subnets and security groups with a prefix. */
function networkSpec<Value>(
  entry: string,
  prefix: string,
  rules: UriRules,
  type: OptionType,
  idsOf: (value: Value, props: Props) => string[],
) {
  const optionSpec: OptionSpec<Value, Props> = {
    properties: [
      propertySpec(`${SOURCE_ACCESS}[${entry}].uri`, {
        constraints: accessUri(rules),
        inEachItem: true,
        onlyInTemplates: true,
      }),
    ],
    type,
    render: (given, props) =>
      at(
        SOURCE_ACCESS,
        idsOf(given, props).map((id) => ({ type: entry, uri: `${prefix}:${id}` })),
      ),
  };
  return optionSpec;
}

export const CONTRACT = defineContract<Props>({
  id: 'self-managed-kafka',
  title: 'self-managed Apache Kafka',
  docs: guide('kafka-esm-parameters'),
  recognition: {
    resources: {},
    samEvent: {
      type: 'SelfManagedKafka',
      places: { ...samPlaces(BLOCK), ConsumptionMode: CONSUMPTION_MODE, KafkaBootstrapServers: BOOTSTRAP_SERVERS },
    },
    ownProperty: 'selfManagedEventSource',
  },
  behaviour: KAFKA_BEHAVIOUR,
  metrics: kafkaMetrics(BLOCK),
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
          docs: guide('kafka-cluster-auth'),
        }),
      ],
      type: SECRET,
      render: (secret) => secretAccess(SOURCE_ACCESS, 'SERVER_ROOT_CA_CERTIFICATE', secret),
      permissions: secretPermissions('certificate', secretPath(SOURCE_ACCESS, 'SERVER_ROOT_CA_CERTIFICATE')),
      permissionValues: (secret) => secretValues('certificate', secret),
      bind: (secret) => secretHooks('certificate', secret),
    },
    vpc: {
      ...networkSpec(
        'VPC_SUBNET',
        'subnet',
        { length: 'vpc-length', pattern: 'vpc-pattern' },
        VPC,
        (vpc: IVpc, { vpcSubnets }) => vpc.selectSubnets(vpcSubnets).subnetIds,
      ),
      permissions: [{ ...NETWORK_INTERFACE_PERMISSION, at: `${SOURCE_ACCESS}[VPC_SUBNET].uri` }],
    },
    vpcSubnets: { properties: [], type: struct(), render: () => ({}) },
    securityGroups: {
      ...networkSpec(
        'VPC_SECURITY_GROUP',
        'security_group',
        { length: 'security-groups-length', pattern: 'security-groups-pattern' },
        listOf(SECURITY_GROUP),
        (groups) => groups.map((one) => one.securityGroupRef.securityGroupId),
      ),
      bind: (groups, { bootstrapServers }) => [reachAt(portsOf(bootstrapServers), groups)],
    },
    ...kafkaSpecs(BLOCK),
    filters: filterSpec(KafkaFilter, KAFKA_RECORD),
  },
  rules: [...SELF_MANAGED_KAFKA_RULES, ...kafkaRules(BLOCK), ...STARTING_POSITION_RULES],
  modes: AUTHENTICATION_MODES,
  relatedRules: SELF_MANAGED_KAFKA_RELATED_RULES,
  usage: [
    ...KAFKA_USAGE,
    {
      name: 'subnets-need-vpc',
      option: 'vpcSubnets',
      severity: 'error',
      says: 'needs {vpc}',
      reason: 'it chooses among the subnets of a VPC',
      isBroken: ({ vpc, vpcSubnets }) => vpcSubnets !== undefined && vpc === undefined,
    },
  ],
  unsupported: {
    eventSourceArn: { reason: 'a cluster that AWS does not run has no ARN: its address is in SelfManagedEventSource' },
  },
});
