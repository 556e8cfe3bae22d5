import { ArnFormat, CfnParameter, Resource, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { IStreamConsumer, Stream, StreamConsumer } from 'aws-cdk-lib/aws-kinesis';
import * as msk from 'aws-cdk-lib/aws-msk';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import needed from './permissions.json';
import { ARNS, granted, linesOf, policiesIn, statementsOf } from './template';
import {
  KafkaRecordFormat,
  FailureDestination,
  KafkaAuthentication,
  KinesisConsumerEventSourceMapping,
  KinesisEventSourceMapping,
  MskAuthentication,
  MskCluster,
  MskEventSourceMapping,
  MskEventSourceMappingProps,
  SchemaRegistry,
  SchemaRegistryAuthentication,
  SchemaValidationAttribute,
  SelfManagedKafkaEventSourceMapping,
  SelfManagedKafkaEventSourceMappingProps,
  StreamStartingPosition,
} from '../../src';
import { MAKE, SMALLEST } from '../construct/world';
import { warningsOf } from '../doors';
import { Fixtures } from '../fixtures';

type Need = keyof typeof needed.needs;

function lines(names: readonly Need[]): string[] {
  return names.flatMap((name) => {
    const { actions, resources, conditions } = needed.needs[name] as {
      actions: string[];
      resources: string[];
      conditions?: {};
    };
    const arns = resources.map((resource) => resource.replace(/\$\{(\w+)\}/g, (_, id: string) => ARNS[id]));
    return linesOf({ Action: actions, Resource: arns, Condition: conditions });
  });
}

type World = (f: Fixtures) => void;

/** A reference to a secret as others may make it, of which only the name is known. */
class NamedSecret extends Resource implements aws_secretsmanager.ISecretRef {
  public readonly secretRef = { secretId: 'named' };
}

const mskMapping =
  (props: (f: Fixtures) => Partial<MskEventSourceMappingProps>): World =>
  (f) =>
    void new MskEventSourceMapping(f.stack, 'Mapping', { ...SMALLEST.msk(f), target: f.target, ...props(f) });

const kafkaMapping =
  (props: (f: Fixtures) => Partial<SelfManagedKafkaEventSourceMappingProps>): World =>
  (f) =>
    void new SelfManagedKafkaEventSourceMapping(f.stack, 'Mapping', {
      ...SMALLEST.selfManagedKafka(f),
      target: f.target,
      ...props(f),
    });

const inVpc = (f: Fixtures) => ({ network: { vpc: f.vpc, securityGroups: [f.securityGroup] } });

const streamMapping =
  (onFailure: (f: Fixtures) => FailureDestination): World =>
  (f) =>
    void new KinesisEventSourceMapping(f.stack, 'Mapping', {
      ...SMALLEST.kinesis(f),
      target: f.target,
      onFailure: onFailure(f),
    });

const consumerMapping =
  (consumerOf: (f: Fixtures) => IStreamConsumer): World =>
  (f) =>
    void new KinesisConsumerEventSourceMapping(f.stack, 'Mapping', {
      startingPosition: StreamStartingPosition.latest(),
      target: f.target,
      consumer: consumerOf(f),
    });

/** A connection of this account to a cluster of another. */
function connection(f: Fixtures): msk.CfnVpcConnection {
  return new msk.CfnVpcConnection(f.stack, 'VpcConnection', {
    authentication: 'SASL_IAM',
    clientSubnets: ['subnet-0a1b2c3d'],
    securityGroups: ['sg-1'],
    targetClusterArn: ARNS.ForeignCluster,
    vpcId: 'vpc-0a1b2c3d',
  });
}

const PROVISIONED = { minimumPollers: 1 };
const JSON_VALUES = { format: KafkaRecordFormat.JSON, validate: [SchemaValidationAttribute.VALUE] };

const SOURCES: [string, World, Need[]][] = [
  ['kinesis', MAKE.kinesis, ['stream']],
  ['kinesis consumer', MAKE.kinesisConsumer, ['stream', 'consumer']],
  [
    'kinesis consumer, an L2',
    consumerMapping(
      (f) =>
        new StreamConsumer(f.stack, 'Consumer', {
          streamConsumerName: 'reader',
          stream: Stream.fromStreamArn(f.stack, 'Stream', ARNS.Stream),
        }),
    ),
    ['stream', 'consumer'],
  ],
  [
    'kinesis consumer, of which only the ARN is known',
    consumerMapping((f) => StreamConsumer.fromStreamConsumerArn(f.stack, 'Consumer', ARNS.Consumer)),
    ['stream', 'consumer'],
  ],
  ['dynamodb', MAKE.dynamoDb, ['table']],
  ['sqs', MAKE.sqs, ['queue']],
  ['sqs fifo', MAKE.sqsFifo, ['fifoQueue']],
  ['active mq', MAKE.activeMq, ['broker', 'secret', 'network']],
  ['rabbit mq', MAKE.rabbitMq, ['rabbitBroker', 'secret', 'network']],
  ['documentdb', MAKE.documentDb, ['documents', 'parameterGroups', 'subnetGroups', 'secret', 'network']],
];

const MSK: [string, World, Need[]][] = [
  ['without authentication', MAKE.msk, ['cluster', 'network']],
  [
    'by a literal ARN',
    mskMapping(() => ({ cluster: MskCluster.arn(ARNS.Cluster), authentication: MskAuthentication.iam() })),
    ['cluster', 'network', 'connect', 'readTopic', 'anyGroup'],
  ],
  [
    'with SCRAM',
    mskMapping((f) => ({ authentication: MskAuthentication.saslScram512(f.secret) })),
    ['cluster', 'scram', 'secret', 'network'],
  ],
  [
    'with mutual TLS',
    mskMapping((f) => ({ authentication: MskAuthentication.clientCertificateTls(f.secret) })),
    ['cluster', 'secret', 'network'],
  ],
  [
    'with IAM',
    mskMapping(() => ({ authentication: MskAuthentication.iam() })),
    ['cluster', 'network', 'connect', 'readTopic', 'anyGroup'],
  ],
  [
    'with IAM as a group',
    mskMapping(() => ({ authentication: MskAuthentication.iam(), consumerGroupId: 'readers' })),
    ['cluster', 'network', 'connect', 'readTopic', 'oneGroup'],
  ],
  [
    'serverless',
    mskMapping((f) => ({ cluster: MskCluster.serverless(f.serverlessCluster) })),
    ['serverlessCluster', 'network', 'serverlessConnect', 'serverlessTopic', 'serverlessGroup'],
  ],
  [
    'through a VPC connection',
    mskMapping((f) => ({ cluster: MskCluster.vpcConnection(connection(f)) })),
    ['foreignCluster', 'vpcConnection', 'network'],
  ],
  [
    'through a VPC connection with IAM',
    mskMapping((f) => ({ cluster: MskCluster.vpcConnection(connection(f)), authentication: MskAuthentication.iam() })),
    ['foreignCluster', 'vpcConnection', 'network', 'foreignConnect', 'foreignTopic', 'foreignGroup'],
  ],
  [
    'with IAM to a failure topic',
    mskMapping(() => ({
      authentication: MskAuthentication.iam(),
      provisionedMode: { ...PROVISIONED, onFailureTopic: 'failed-clicks' },
    })),
    ['cluster', 'network', 'connect', 'readTopic', 'anyGroup', 'writeTopic'],
  ],
  [
    'with mutual TLS to a failure topic',
    mskMapping((f) => ({
      authentication: MskAuthentication.clientCertificateTls(f.secret),
      provisionedMode: { ...PROVISIONED, onFailureTopic: 'failed-clicks' },
    })),
    ['cluster', 'secret', 'network'],
  ],
];

const KAFKA: [string, World, Need[]][] = [
  ['over the Internet', MAKE.selfManagedKafka, ['secret']],
  ['in a VPC without authentication', kafkaMapping((f) => ({ ...inVpc(f), authentication: undefined })), ['network']],
  ...[
    KafkaAuthentication.basic,
    KafkaAuthentication.saslScram256,
    KafkaAuthentication.saslScram512,
    KafkaAuthentication.clientCertificateTls,
  ].map((authentication): [string, World, Need[]] => [
    `in a VPC with ${authentication.name}`,
    kafkaMapping((f) => ({ ...inVpc(f), authentication: authentication(f.secret) })),
    ['network', 'secret'],
  ]),
  ['with a root CA', kafkaMapping((f) => ({ rootCaCertificate: f.otherSecret })), ['secret', 'otherSecret']],
  [
    'with OAUTHBEARER',
    kafkaMapping((f) => ({
      authentication: KafkaAuthentication.oauthBearer(f.secret, { scope: 'clicks' }),
    })),
    ['secret'],
  ],
  [
    'with IAM',
    kafkaMapping((f) => ({
      ...inVpc(f),
      authentication: KafkaAuthentication.iam(ARNS.Cluster),
    })),
    ['network', 'connect', 'readTopic', 'anyGroup'],
  ],
  [
    'with IAM as a group to a failure topic',
    kafkaMapping((f) => ({
      ...inVpc(f),
      consumerGroupId: 'readers',
      authentication: KafkaAuthentication.iam(f.cluster.attrArn),
      provisionedMode: { ...PROVISIONED, onFailureTopic: 'failed-clicks' },
    })),
    ['network', 'connect', 'readTopic', 'oneGroup', 'writeTopic'],
  ],
  [
    'with a token of AWS',
    kafkaMapping(() => ({
      authentication: KafkaAuthentication.iamOauthBearer('kafka'),
    })),
    ['identityToken'],
  ],
  [
    'with a secret by name',
    kafkaMapping((f) => ({
      authentication: KafkaAuthentication.basic(Secret.fromSecretNameV2(f.stack, 'Named', 'named')),
    })),
    ['namedSecret'],
  ],
  [
    'with a secret by its whole ARN',
    kafkaMapping((f) => ({
      authentication: KafkaAuthentication.basic(Secret.fromSecretCompleteArn(f.stack, 'Complete', ARNS.Secret)),
    })),
    ['secret'],
  ],
  [
    'with a secret by a part of its ARN',
    kafkaMapping((f) => ({
      authentication: KafkaAuthentication.basic(
        Secret.fromSecretPartialArn(f.stack, 'Partial', 'arn:aws:secretsmanager:us-east-1:111122223333:secret:named'),
      ),
    })),
    ['namedSecret'],
  ],
  [
    'with a secret by a name that ends as an ARN does',
    kafkaMapping((f) => ({
      authentication: KafkaAuthentication.basic(Secret.fromSecretNameV2(f.stack, 'Named', 'db-master')),
    })),
    ['secretLikeAnArn'],
  ],
  [
    'with a secret by a part of its ARN that ends as a whole one',
    kafkaMapping((f) => ({
      authentication: KafkaAuthentication.basic(
        Secret.fromSecretPartialArn(
          f.stack,
          'Partial',
          'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-master',
        ),
      ),
    })),
    ['secretLikeAnArn'],
  ],
  [
    'with a secret of another library, by its name',
    kafkaMapping((f) => ({
      authentication: KafkaAuthentication.basic(new NamedSecret(f.stack, 'Own')),
    })),
    ['namedSecret'],
  ],
];

const REGISTRIES: [string, World, Need[]][] = [
  [
    'Glue, by a literal ARN',
    kafkaMapping(() => ({
      provisionedMode: { ...PROVISIONED, schemaRegistry: SchemaRegistry.glue(ARNS.Registry, JSON_VALUES) },
    })),
    ['secret', 'registry', 'schemas'],
  ],
  [
    'Glue, by a token',
    kafkaMapping((f) => ({
      provisionedMode: {
        ...PROVISIONED,
        schemaRegistry: SchemaRegistry.glue(new CfnParameter(f.stack, 'Registry').valueAsString, JSON_VALUES),
      },
    })),
    ['secret', 'registry', 'schemas'],
  ],
  [
    'Glue, by the ARN that a stack makes',
    kafkaMapping((f) => ({
      provisionedMode: {
        ...PROVISIONED,
        schemaRegistry: SchemaRegistry.glue(
          Stack.of(f.stack).formatArn({
            service: 'glue',
            resource: 'registry',
            resourceName: 'clicks',
            arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
          }),
          JSON_VALUES,
        ),
      },
    })),
    ['secret', 'registry', 'schemas'],
  ],
  [
    'Confluent',
    kafkaMapping((f) => ({
      authentication: undefined,
      ...inVpc(f),
      provisionedMode: {
        ...PROVISIONED,
        schemaRegistry: SchemaRegistry.confluent('https://schemas.example.com', {
          ...JSON_VALUES,
          authentication: SchemaRegistryAuthentication.basic(f.secret),
          rootCaCertificate: f.otherSecret,
        }),
      },
    })),
    ['network', 'secret', 'otherSecret'],
  ],
];

const DESTINATIONS: [string, World, Need[]][] = [
  ['a queue', streamMapping((f) => FailureDestination.queue(f.deadLetters)), ['stream', 'toQueue']],
  ['a topic', streamMapping((f) => FailureDestination.topic(f.topic)), ['stream', 'toTopic']],
  ['a bucket', streamMapping((f) => FailureDestination.bucket(f.bucket)), ['stream', 'bucket', 'objects']],
  [
    'a bucket of a Kafka topic',
    kafkaMapping((f) => ({ onFailure: FailureDestination.bucket(f.bucket) })),
    ['secret', 'bucket', 'objects'],
  ],
];

describe.each([
  ['source', SOURCES],
  ['Amazon MSK', MSK],
  ['self-managed Kafka', KAFKA],
  ['registry', REGISTRIES],
  ['destination', DESTINATIONS],
])('%s: the role is allowed what the mapping needs, and nothing else', (_, cases) => {
  test.each(cases)('%s', (__, make, names) => {
    const f = new Fixtures();
    make(f);
    expect(granted(f.stack)).toEqual(lines(names).sort());
  });
});

const ALL = [...SOURCES, ...MSK, ...KAFKA, ...REGISTRIES, ...DESTINATIONS].map(([, make]) => {
  const f = new Fixtures();
  make(f);
  return f.stack;
});

test('all resources are allowed only where AWS has no narrower ones', () => {
  const onAll = ALL.flatMap(granted).filter((line) => / on \*( |$)/.test(line));
  expect([...new Set(onAll)].sort()).toEqual(lines(needed.neededOnAll as Need[]).sort());
});

test('what AWS lists, or CDK grants, and no mapping needs is not allowed', () => {
  const actions = ALL.flatMap(granted).map((line) => line.split(' ')[0]);
  expect(actions.filter((action) => needed.notNeeded.includes(action) || action.includes('*'))).toEqual([]);
});

test('a stream has no subscribers, only its consumers have', () => {
  const subscribed = ALL.flatMap(granted).filter((line) => line.startsWith('kinesis:SubscribeToShard '));
  expect([...new Set(subscribed)]).toEqual(lines(['consumer']));
});

test("statements allow, and the role is the function's", () => {
  const f = new Fixtures();
  MAKE.documentDb(f);
  const [[, policy], ...others] = policiesIn(f.stack);
  expect(others).toEqual([]);
  expect(policy.Properties.Roles).toEqual([f.stack.resolve(f.target.role!.roleName)]);
  expect(statementsOf(policy).map((statement) => (statement as unknown as { Effect: string }).Effect)).toEqual(
    statementsOf(policy).map(() => 'Allow'),
  );
});

test.each<[string, (f: Fixtures) => aws_secretsmanager.ISecretRef, boolean]>([
  ['a name', (f) => Secret.fromSecretNameV2(f.stack, 'Imported', 'prod/broker'), false],
  ['a name that ends as an ARN does', (f) => Secret.fromSecretNameV2(f.stack, 'Imported', 'db-master'), true],
  ['a whole ARN', (f) => Secret.fromSecretCompleteArn(f.stack, 'Imported', ARNS.Secret), false],
  ['a secret of the app', (f) => f.secret, false],
])('a secret that Secrets Manager may not find is warned of: %s', (_, secretOf, isTold) => {
  const f = new Fixtures();
  kafkaMapping(() => ({ authentication: KafkaAuthentication.basic(secretOf(f)) }))(f);
  Template.fromStack(f.stack);
  const rules = warningsOf(f.stack.node.findChild('Mapping')).map(({ rule }) => rule);
  expect(rules.includes('mapping-secret-arn-ambiguous')).toBe(isTold);
});
