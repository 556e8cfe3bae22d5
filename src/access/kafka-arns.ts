import { arnPart } from './arn-parts';

/** The parts of arn:PARTITION:kafka:REGION:ACCOUNT:cluster/NAME/UUID, of which each resource of the cluster has the same. */
export function resourceOfCluster(clusterArn: string, kind: 'topic' | 'group', name: string): string {
  const [clusterName, uuid] = [1, 2].map((index) => arnPart(clusterArn, '/', index));
  return `${arnPart(clusterArn, ':cluster/', 0)}:${kind}/${clusterName}/${uuid}/${name}`;
}

/** What it takes to read a topic of a cluster that asks IAM. */
export function iamReadAccess(clusterArn: string, topic: string, group = '*') {
  return [
    { actions: ['kafka-cluster:Connect'], resources: [clusterArn], why: 'Lambda signs in with the role' },
    {
      actions: ['kafka-cluster:DescribeTopic', 'kafka-cluster:ReadData'],
      resources: [resourceOfCluster(clusterArn, 'topic', topic)],
      why: 'Lambda reads the topic',
    },
    {
      actions: ['kafka-cluster:AlterGroup', 'kafka-cluster:DescribeGroup'],
      resources: [resourceOfCluster(clusterArn, 'group', group)],
      why: group === '*' ? 'Lambda reads as a group whose name is the mapping\'s id, which is not known before' : 'Lambda reads as this group',
    },
  ];
}

/** What it takes to write to a failure topic of a cluster that asks IAM. */
export function iamWriteAccess(clusterArn: string, topic: string) {
  return [{
    actions: ['kafka-cluster:DescribeTopic', 'kafka-cluster:WriteData'],
    resources: [resourceOfCluster(clusterArn, 'topic', topic)],
    why: 'Lambda writes to the failure topic',
  }];
}
