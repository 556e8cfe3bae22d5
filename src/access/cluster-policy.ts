import { CfnResource } from 'aws-cdk-lib';
import { ArnPrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { CfnClusterPolicy } from 'aws-cdk-lib/aws-msk';
import { IConstruct } from 'constructs';
import { deployBefore, twoAccounts } from './accounts';
import { arnPart } from './arn-parts';
import { accessProblem, SOURCE_NOT_SHARED } from './problems';
import { statementFor, written } from './sharing';
import { statementOf } from './statement';
import { Access, Wiring } from '../engine/contract';

const CONNECT: Omit<Access, 'resources'> = {
  actions: ['kafka:CreateVpcConnection', 'kafka:DescribeCluster', 'kafka:DescribeClusterV2', 'kafka:GetBootstrapBrokers'],
  why: 'the account makes the connection, and Lambda looks up how to reach the cluster',
};

/** Says what the policy of a cluster of another account needs, of which only the ARN is known, unless the app has the policy. */
export function shareCluster(clusterArn: string, target: IFunction, records: readonly Access[]): Wiring<IConstruct> {
  return (mapping) => {
    const accounts = twoAccounts(mapping, mapping, clusterArn);
    if (!accounts) return undefined;
    const policy = mapping.node.root.node.findAll().find((one) => isPolicyOf(one, clusterArn));
    if (policy) {
      deployBefore(mapping, policy);
      return undefined;
    }
    // Whoever deploys makes the connection, and not the role.
    const account = new ArnPrincipal(`arn:${arnPart(clusterArn, ':', 1)}:iam::${accounts.reader}:root`);
    const statements = [
      statementOf({ ...CONNECT, resources: [clusterArn] }, account),
      ...records.map((one) => statementFor(target, accounts, mapping, one)),
    ];
    return accessProblem(
      SOURCE_NOT_SHARED,
      `the cluster is of account ${accounts.owner}: attach this policy to it before the stack is deployed, or Lambda refuses the mapping: `
        + written(mapping, ...statements),
    );
  };
}

function isPolicyOf(construct: IConstruct, clusterArn: string): boolean {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === 'AWS::MSK::ClusterPolicy'
    && (construct as CfnClusterPolicy).clusterArn === clusterArn;
}
