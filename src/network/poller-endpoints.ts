import { CfnResource, Stack } from 'aws-cdk-lib';
import {
  CfnVPCEndpoint,
  GatewayVpcEndpointAwsService,
  IConnectable,
  IInterfaceVpcEndpoint,
  InterfaceVpcEndpoint,
  InterfaceVpcEndpointAwsService,
  IVpc,
  Port,
  SecurityGroup,
  SubnetSelection,
} from 'aws-cdk-lib/aws-ec2';
import { IConstruct } from 'constructs';
import { FailureDestination } from '../options/failure-destination';

/** The services that the pollers of a VPC must reach, and from where. */
export interface PollerEndpointsOptions {
  /**
   * The sources, or their security groups, which the network interfaces of the pollers have.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk-cluster-network.html
   */
  readonly sources: IConnectable[];

  /**
   * The subnets of the endpoints, of which one in each Availability Zone is taken.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
   * @default - the private subnets of the VPC
   */
  readonly subnets?: SubnetSelection;

  /**
   * Whether Lambda authenticates with a secret.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk-cluster-network.html
   * @default true
   */
  readonly secrets?: boolean;

  /**
   * The failure destination of the mapping. It needs an endpoint in provisioned mode too.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-on-failure.html
   * @default - no endpoint for a destination
   */
  readonly onFailure?: FailureDestination;
}

/**
 * The VPC endpoints that Lambda's pollers need in on-demand mode, in a VPC without a NAT gateway: for Lambda, AWS STS,
 * and Secrets Manager.
 *
 * In provisioned mode none of these is needed, and where a NAT gateway leads out none at all. A failure destination
 * needs its endpoint in
 * both modes. Each interface endpoint has a price per hour.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk-cluster-network.html
 * @example
 * import { PollerEndpoints } from 'cdk-event-source-mappings';
 *
 * PollerEndpoints.addTo(vpc, { sources: [securityGroup] });
 */
export class PollerEndpoints {
  /**
   * Adds the endpoints that the VPC does not have in this app yet, and lets the sources reach all of them at port 443.
   *
   * A VPC that was imported may have some already, which the app does not know: EC2 refuses a second one.
   *
   * @param vpc the VPC of the sources
   * @param options what is to be reached, and from where
   */
  public static addTo(vpc: IVpc, options: PollerEndpointsOptions): IInterfaceVpcEndpoint[] {
    const { sources, onFailure } = options;
    const endpoints = servicesFor(options).map(
      ([id, service]) => interfaceIn(vpc, service) ?? makeInterface(vpc, id, service, options),
    );
    const known = endpoints.filter((endpoint) => endpoint instanceof InterfaceVpcEndpoint);
    sources.forEach((source) =>
      known.forEach((endpoint) =>
        endpoint.connections.allowFrom(source, Port.tcp(443), 'Pollers of Lambda event source mappings'),
      ),
    );
    // Amazon S3 is reached through the route tables, at no price.
    const service = GatewayVpcEndpointAwsService.S3;
    if (onFailure?._service === 's3' && !endpointIn(vpc, service.name)) {
      vpc.addGatewayEndpoint('PollerEndpointS3', { service });
    }
    return known;
  }

  private constructor() {}
}

type EndpointService = [id: string, service: InterfaceVpcEndpointAwsService];

function servicesFor({ secrets = true, onFailure }: PollerEndpointsOptions): EndpointService[] {
  const { LAMBDA, STS, SECRETS_MANAGER, SQS, SNS } = InterfaceVpcEndpointAwsService;
  const services: [boolean, ...EndpointService][] = [
    [true, 'PollerEndpointLambda', LAMBDA],
    [true, 'PollerEndpointSts', STS],
    [secrets, 'PollerEndpointSecretsManager', SECRETS_MANAGER],
    [onFailure?._service === 'sqs', 'PollerEndpointSqs', SQS],
    [onFailure?._service === 'sns', 'PollerEndpointSns', SNS],
  ];
  return services.filter(([isNeeded]) => isNeeded).map(([, id, service]) => [id, service]);
}

function makeInterface(
  vpc: IVpc,
  id: string,
  service: InterfaceVpcEndpointAwsService,
  { subnets }: PollerEndpointsOptions,
): InterfaceVpcEndpoint {
  const group = 'PollerEndpointsSecurityGroup';
  const securityGroup =
    (vpc.node.tryFindChild(group) as SecurityGroup | undefined) ??
    new SecurityGroup(vpc, group, {
      vpc,
      description: 'Endpoints for pollers of Lambda event source mappings',
      allowAllOutbound: false,
    });
  return vpc.addInterfaceEndpoint(id, { service, subnets, securityGroups: [securityGroup], open: false });
}

/** An endpoint for a service, which has a name of its own in the VPC: there can be one only. */
function interfaceIn(vpc: IVpc, { name }: InterfaceVpcEndpointAwsService): IConstruct | undefined {
  const l1 = endpointIn(vpc, name);
  return l1?.node.scope instanceof InterfaceVpcEndpoint ? l1.node.scope : l1;
}

function endpointIn(vpc: IVpc, serviceName: string): CfnVPCEndpoint | undefined {
  const nameIn = (scope: IConstruct, name: unknown) => JSON.stringify(Stack.of(scope).resolve(name));
  const isSame = (one: IConstruct): one is CfnVPCEndpoint =>
    CfnResource.isCfnResource(one) &&
    one.cfnResourceType === 'AWS::EC2::VPCEndpoint' &&
    (one as CfnVPCEndpoint).vpcId === vpc.vpcId &&
    nameIn(one, (one as CfnVPCEndpoint).serviceName) === nameIn(vpc, serviceName);
  return vpc.node.root.node.findAll().find(isSame);
}
