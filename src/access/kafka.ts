import { arnPart } from './arn-parts';
import { Access } from '../engine/contract';

/** The parts of arn:PARTITION:kafka:REGION:ACCOUNT:cluster/NAME/UUID, of which each resource of the cluster has the same. */
function resourceOfCluster(clusterArn: string, kind: 'topic' | 'group', name: string): string {
  const [clusterName, uuid] = [1, 2].map((index) => arnPart(clusterArn, '/', index));
  return `${arnPart(clusterArn, ':cluster/', 0)}:${kind}/${clusterName}/${uuid}/${name}`;
}

/** What the options of a mapping say of its topics. */
interface Topics {
  readonly topic: string;
  readonly consumerGroupId?: string;
  readonly provisionedMode?: { readonly onFailureTopic?: string };
}

/** What it takes to read a topic of a cluster that asks IAM, and to write to its failure topic. */
export function iamAccess(clusterArn: string, { topic, consumerGroupId, provisionedMode }: Topics): Access[] {
  const failureTopic = provisionedMode?.onFailureTopic;
  return [
    { actions: ['kafka-cluster:Connect'], resources: [clusterArn], why: 'Lambda signs in with the role' },
    {
      actions: ['kafka-cluster:DescribeTopic', 'kafka-cluster:ReadData'],
      resources: [resourceOfCluster(clusterArn, 'topic', topic)],
      why: 'Lambda reads the topic',
    },
    {
      actions: ['kafka-cluster:AlterGroup', 'kafka-cluster:DescribeGroup'],
      resources: [resourceOfCluster(clusterArn, 'group', consumerGroupId ?? '*')],
      why: 'Lambda reads as a group, whose name is the mapping\'s own id, not known before, where none is given',
    },
    ...(failureTopic ? [{
      actions: ['kafka-cluster:DescribeTopic', 'kafka-cluster:WriteData'],
      resources: [resourceOfCluster(clusterArn, 'topic', failureTopic)],
      why: 'Lambda writes to the failure topic',
    }] : []),
  ];
}
