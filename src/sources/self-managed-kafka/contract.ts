import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import { KAFKA_AUTHENTICATION_FIELD } from './authentication';
import type { SelfManagedKafkaEventSourceMappingProps } from './mapping';
import { AUTHENTICATION_MODES, AUTHENTICATION_PERMISSIONS, authenticationValues, portsOf } from './permissions';
import { SELF_MANAGED_KAFKA_NEIGHBOURS } from './related';
import { SELF_MANAGED_KAFKA_RULES } from './rules';
import { ConsumptionMode } from '../../families/kafka/consumption-mode';
import { KafkaFilter } from '../../families/kafka/filter';
import { kafkaMetrics } from '../../families/kafka/metrics';
import { KAFKA_BEHAVIOUR, KAFKA_USAGE, KafkaBlock, kafkaFields, samPlaces } from '../../families/kafka/options';
import { CONSUMPTION_MODE } from '../../families/kafka/places';
import { KAFKA_RECORD } from '../../families/kafka/record-shape';
import { kafkaRules } from '../../families/kafka/rules';
import { choice, length, pattern, unique } from '../../model/constraints';
import { defineContract, Field } from '../../model/contract';
import { CLOUDFORMATION, guide } from '../../model/docs';
import { row, value } from '../../model/fields';
import { construct, listOf, OptionType, struct, TEXT } from '../../model/option-types';
import { at } from '../../model/paths';
import { filterField } from '../../options/filter-criteria';
import { accessUri, SECRET, secretAccess, secretPath, secretRow, SecretRules, SOURCE_ACCESS, UriRules } from '../../options/secret';
import { STARTING_POSITION_RULES, startingPositionField } from '../../options/starting-position';
import { NETWORK_INTERFACE_PERMISSION } from '../../permissions/network';
import { reachAt } from '../../permissions/reach';
import { secretHooks, secretPermissions, secretValues } from '../../permissions/secret-permissions';

const BLOCK: KafkaBlock = 'selfManagedKafkaEventSourceConfig';
const BOOTSTRAP_SERVERS = 'selfManagedEventSource.endpoints.kafkaBootstrapServers';
const HOST_AND_PORT = /^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]):[0-9]{1,5}$/;

const VPC = construct(['selectSubnets'], 'a VPC of aws-ec2', "import it with Vpc.fromLookup(this, 'Vpc', { vpcId })");
const SECURITY_GROUP = construct(['securityGroupRef'], 'a security group of aws-ec2', "import it with SecurityGroup.fromSecurityGroupId(this, 'Pollers', id)");

type Props = SelfManagedKafkaEventSourceMappingProps;

const CERTIFICATE_RULES: SecretRules = {
  length: 'root-ca-certificate-length',
  pattern: 'root-ca-certificate-pattern',
  service: 'root-ca-certificate-secret',
  arn: 'root-ca-certificate-secret-arn',
};

/** Lambda's page writes subnets and security groups with a prefix. */
function networkField<Value>(
  entry: string, prefix: string, rules: UriRules, type: OptionType, idsOf: (value: Value, props: Props) => string[],
) {
  const field: Field<Value, Props> = {
    rows: [row(`${SOURCE_ACCESS}[${entry}].uri`, {
      constraints: accessUri(rules),
      inEachItem: true,
      onlyInTemplates: true,
    })],
    type,
    render: (given, props) => at(SOURCE_ACCESS, idsOf(given, props).map((id) => ({ type: entry, uri: `${prefix}:${id}` }))),
  };
  return field;
}

export const CONTRACT = defineContract<Props>({
  id: 'self-managed-kafka',
  title: 'self-managed Apache Kafka',
  page: guide('kafka-esm-parameters'),
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
  fields: {
    bootstrapServers: {
      rows: [
        row(BOOTSTRAP_SERVERS, {
          required: { rule: 'bootstrap-servers-required', says: 'is required: it is where Lambda finds the brokers' },
          createOnly: true,
          constraints: [length('bootstrap-servers-count', 1, 10, 'servers'), unique('bootstrap-servers-unique')],
          page: CLOUDFORMATION,
        }),
        row(`${BOOTSTRAP_SERVERS}[]`, {
          option: '[]',
          isKey: 'by any item',
          constraints: [
            length('bootstrap-servers-length', 1, 300),
            pattern('bootstrap-servers-pattern', HOST_AND_PORT, 'a host and a port: broker-1.example.com:9096'),
          ],
          page: CLOUDFORMATION,
        }),
      ],
      type: listOf(TEXT),
      render: (servers) => at(BOOTSTRAP_SERVERS, servers),
    },
    startingPosition: startingPositionField({ default: 'TRIM_HORIZON' }),
    authentication: {
      ...KAFKA_AUTHENTICATION_FIELD,
      permissions: AUTHENTICATION_PERMISSIONS,
      permissionValues: authenticationValues,
    },
    consumptionMode: value(CONSUMPTION_MODE, {
      constraints: [choice('consumption-mode-choice', Object.values(ConsumptionMode))],
      default: ConsumptionMode.STREAM,
      identity: { rule: 'consumption-mode-unknown-identity', outcome: 'refused', says: 'Lambda refuses the update' },
      newerThanL1: 'SelfManagedKafkaEventSourceConfig.ConsumptionMode',
      page: guide('polling-kafka-queue'),
    }),
    rootCaCertificate: {
      rows: [secretRow(SOURCE_ACCESS, 'SERVER_ROOT_CA_CERTIFICATE', CERTIFICATE_RULES, { page: guide('kafka-cluster-auth') })],
      type: SECRET,
      render: (secret) => secretAccess(SOURCE_ACCESS, 'SERVER_ROOT_CA_CERTIFICATE', secret),
      permissions: secretPermissions('certificate', secretPath(SOURCE_ACCESS, 'SERVER_ROOT_CA_CERTIFICATE')),
      permissionValues: (secret) => secretValues('certificate', secret),
      bind: (secret) => secretHooks('certificate', secret),
    },
    vpc: {
      ...networkField(
        'VPC_SUBNET',
        'subnet',
        { length: 'vpc-length', pattern: 'vpc-pattern' },
        VPC,
        (vpc: IVpc, { vpcSubnets }) => vpc.selectSubnets(vpcSubnets).subnetIds,
      ),
      permissions: [{ ...NETWORK_INTERFACE_PERMISSION, at: `${SOURCE_ACCESS}[VPC_SUBNET].uri` }],
    },
    vpcSubnets: { rows: [], type: struct(), render: () => ({}) },
    securityGroups: {
      ...networkField(
        'VPC_SECURITY_GROUP',
        'security_group',
        { length: 'security-groups-length', pattern: 'security-groups-pattern' },
        listOf(SECURITY_GROUP),
        (groups) => groups.map((one) => one.securityGroupRef.securityGroupId),
      ),
      bind: (groups, { bootstrapServers }) => [reachAt(portsOf(bootstrapServers), groups)],
    },
    ...kafkaFields(BLOCK),
    filters: filterField(KafkaFilter, KAFKA_RECORD),
  },
  rules: [...SELF_MANAGED_KAFKA_RULES, ...kafkaRules(BLOCK), ...STARTING_POSITION_RULES],
  modes: AUTHENTICATION_MODES,
  neighbours: SELF_MANAGED_KAFKA_NEIGHBOURS,
  usage: [...KAFKA_USAGE, {
    name: 'subnets-need-vpc',
    option: 'vpcSubnets',
    severity: 'error',
    says: 'needs {vpc}',
    why: 'it chooses among the subnets of a VPC',
    isBroken: ({ vpc, vpcSubnets }) => vpcSubnets !== undefined && vpc === undefined,
  }],
  refusals: {
    eventSourceArn: { why: 'a cluster that AWS does not run has no ARN: its address is in SelfManagedEventSource' },
  },
});
