import type { aws_msk } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';

/**
 * An Amazon MSK cluster, in one of the ways to refer to it.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html
 * @example
 * import {
 *   MskAuthentication,
 *   MskCluster,
 *   MskEventSourceMapping,
 *   StreamStartingPosition,
 * } from 'cdk-event-source-mappings';
 *
 * new MskEventSourceMapping(this, 'Clicks', {
 *   cluster: MskCluster.serverless(serverlessCluster),
 *   topic: 'clicks',
 *   target: handler,
 *   startingPosition: StreamStartingPosition.trimHorizon(),
 *   authentication: MskAuthentication.iam(),
 * });
 */
export class MskCluster {
  /**
   * A provisioned cluster of this account.
   *
   * @param cluster the cluster
   */
  public static provisioned(cluster: aws_msk.IClusterRef): MskCluster {
    return new MskCluster(cluster.clusterRef.clusterArn, false, undefined, cluster);
  }

  /**
   * A serverless cluster of this account, which knows IAM authentication only.
   *
   * @param cluster the cluster
   */
  public static serverless(cluster: aws_msk.IServerlessClusterRef): MskCluster {
    return new MskCluster(cluster.serverlessClusterRef.serverlessClusterArn, true, undefined, cluster);
  }

  /**
   * A provisioned cluster of another account, through a VPC connection of this account.
   *
   * @param connection the connection
   * @param clusterArn the cluster's ARN, which a connection that is made in this app knows itself
   */
  public static vpcConnection(connection: aws_msk.IVpcConnectionRef, clusterArn?: string): MskCluster {
    const { targetClusterArn } = connection as { targetClusterArn?: string };
    return new MskCluster(connection.vpcConnectionRef.vpcConnectionArn, false, clusterArn ?? targetClusterArn);
  }

  /**
   * A cluster, or a VPC connection, of which only the ARN is known.
   *
   * @param arn the ARN of a provisioned cluster, a serverless cluster or a VPC connection
   */
  public static arn(arn: string): MskCluster {
    return new MskCluster(arn, false);
  }

  private constructor(
    /** @internal */
    public readonly _arn: string,
    /** @internal */
    public readonly _serverless: boolean,
    /** @internal */
    public readonly _connectedClusterArn?: string,
    /** @internal */
    public readonly _construct?: IConstruct,
  ) {}
}
