import { PropertyReader, ModeTest, Context } from '../../model/contract';
import { Permission, PermissionValues } from '../../model/permissions';
import { FAILURE_DESTINATION } from '../../model/property-paths';
import { topicOf } from '../../options/kafka-topic';
import { arnPart } from '../../permissions/arn-parts';

/** The mode in which Lambda authenticates to a cluster of Amazon MSK with the function's role. */
export const IAM = 'IAM authentication';

const FAILURE_TOPIC = 'failure topic';

/** Permissions to read a topic of a cluster with IAM authentication, and to write to its failure topic. */
export const IAM_PERMISSIONS: readonly Permission[] = [
  { actions: ['kafka-cluster:Connect'], on: 'cluster', when: IAM, reason: 'Lambda authenticates with the role' },
  {
    actions: ['kafka-cluster:DescribeTopic', 'kafka-cluster:ReadData'],
    on: 'topic',
    when: IAM,
    reason: 'Lambda reads the topic',
  },
  {
    actions: ['kafka-cluster:AlterGroup', 'kafka-cluster:DescribeGroup'],
    on: 'consumer group',
    when: IAM,
    reason: "Lambda reads as a group, whose name is the mapping's own id, not known before, where none is given",
  },
  {
    actions: ['kafka-cluster:DescribeTopic', 'kafka-cluster:WriteData'],
    on: FAILURE_TOPIC,
    when: IAM,
    reason: 'Lambda writes to the failure topic',
  },
];

/** The mode in which Lambda authenticates with the role. A topic for failures is one of the same cluster. */
export function iamMode(signsInWithRole: (reader: PropertyReader, context: Context) => boolean | undefined): ModeTest {
  return (reader, context, on) => {
    const isNamed =
      on !== FAILURE_TOPIC || reader.values(FAILURE_DESTINATION).some((one) => topicOf(one) !== undefined);
    return isNamed && signsInWithRole(reader, context);
  };
}

/** The options of a mapping that name its topics. */
interface Topics {
  readonly topic: string;
  readonly consumerGroupId?: string;
  readonly provisionedMode?: { readonly onFailureTopic?: string };
}

/** The names in these permissions for a cluster with IAM authentication. */
export function iamValues(cluster: string, { topic, consumerGroupId, provisionedMode }: Topics): PermissionValues {
  const failureTopic = provisionedMode?.onFailureTopic;
  return {
    [IAM]: true,
    cluster: cluster,
    topic: partOfCluster(cluster, 'topic', topic),
    'consumer group': partOfCluster(cluster, 'group', consumerGroupId ?? '*'),
    [FAILURE_TOPIC]: failureTopic ? partOfCluster(cluster, 'topic', failureTopic) : undefined,
  };
}

/** Each resource of arn:PARTITION:kafka:REGION:ACCOUNT:cluster/NAME/UUID has the same parts in its ARN. */
function partOfCluster(clusterArn: string, kind: 'topic' | 'group', name: string): string {
  const [clusterName, uuid] = [1, 2].map((index) => arnPart(clusterArn, '/', index));
  return `${arnPart(clusterArn, ':cluster/', 0)}:${kind}/${clusterName}/${uuid}/${name}`;
}
