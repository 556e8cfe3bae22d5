import { find } from './find';
import { endOf } from '../graph/references';
import { PropertyReader, Resource, Rule, Context } from '../model/contract';
import { read } from '../model/paths';
import { rule } from '../model/rules';
import { usesSecret } from '../options/secret';

/** The services that Lambda calls from the network of a source, and where there is a secret. */
const POLLER_SERVICES = ['lambda', 'sts'];
const SECRETS_MANAGER = 'secretsmanager';

type SubnetsOf = (reader: PropertyReader, context: Context) => readonly unknown[];

/** Warns of subnets from which pollers on demand can't reach Lambda: only where all of the network is in the app. */
export function networkRule(subject: string, docs: string, subnetsOf: SubnetsOf): Rule {
  return rule(
    'network-without-way-out',
    subject,
    "is in subnets from which Lambda can't be reached",
    {
      severity: 'warning',
      reason: 'pollers on demand call Lambda through a NAT gateway or through endpoints of the VPC',
      fix:
        'add endpoints for these services with PollerEndpoints.addTo, add a route to a NAT gateway, or use ' +
        'provisioned pollers',
      docs,
    },
    (reader, context) => {
      if (reader.has('provisionedPollerConfig') !== false) return undefined;
      const vpc = closedVpc(subnetsOf(reader, context), context);
      if (!vpc) return undefined;
      const missing = servicesNeededBy(reader).filter((service) => !mayHaveEndpoint(vpc, service, context));
      return (
        missing.length > 0 && {
          of: vpc,
          says:
            `does not let pollers reach ${missing.join(', ')}: its subnets have no route to a NAT gateway, and it ` +
            `has no ${missing.length === 1 ? 'endpoint for this service' : 'endpoints for these services'}`,
        }
      );
    },
  );
}

/**
 * The VPC of subnets that have no way out: only where all of them are in the app. A serverless cluster can be in
 * several VPCs.
 */
export function closedVpc(given: readonly unknown[], context: Context): Resource | undefined {
  const subnets = given.map((subnet) => find(subnet, ['AWS::EC2::Subnet'], context));
  const isClosed = subnets.every((subnet) => subnet !== undefined && !mayLeadOut(subnet, context));
  const [vpc, ...others] = new Set(subnets.map((subnet) => find(subnet?.properties.VpcId, ['AWS::EC2::VPC'], context)));
  return isClosed && others.length === 0 ? vpc : undefined;
}

function servicesNeededBy(reader: PropertyReader): string[] {
  return usesSecret(reader) ? [...POLLER_SERVICES, SECRETS_MANAGER] : POLLER_SERVICES;
}

/** An internet gateway does not help a network interface without a public address. */
function mayLeadOut(subnet: Resource, context: Context): boolean {
  const tables = naming('AWS::EC2::SubnetRouteTableAssociation', 'SubnetId', subnet, context).map((association) =>
    find(association.properties.RouteTableId, ['AWS::EC2::RouteTable'], context),
  );
  if (tables.length === 0) return true;
  return tables.some(
    (table) =>
      table === undefined ||
      naming('AWS::EC2::Route', 'RouteTableId', table, context).some(
        (route) => find(route.properties.GatewayId, ['AWS::EC2::InternetGateway'], context) === undefined,
      ),
  );
}

export function mayHaveEndpoint(vpc: Resource, service: string, context: Context): boolean {
  return naming('AWS::EC2::VPCEndpoint', 'VpcId', vpc, context).some((endpoint) => {
    const name = endOf(endpoint.properties.ServiceName);
    return name === undefined || name.split('.').pop() === service;
  });
}

/** The resources of a type that name this one, or may. */
export function naming(type: string, property: string, named: Resource, context: Context): Resource[] {
  const all = context.related?.all(type) ?? [];
  return all.filter(({ properties }) => [named, undefined].includes(find(properties[property], [named.type], context)));
}

/** The subnets of a resource, where all of them are known. */
export function subnetsNamed(resource: Resource | undefined, path: string): readonly unknown[] {
  const { entries, complete } = read(resource?.properties ?? {}, path);
  return complete ? entries.flatMap(({ value }) => value) : [];
}
