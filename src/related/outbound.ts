import { find, valueAt } from './find';
import { naming } from './network';
import { numberIn } from '../model/constraints';
import { PropertyReader, Properties, Resource, Rule, Context } from '../model/contract';
import { rule } from '../model/rules';
import { isUnknown } from '../model/tokens';

/** The port at which Lambda and the services that it calls listen. */
const HTTPS = 443;
const SECURITY_GROUP_TYPE = 'AWS::EC2::SecurityGroup';

/**
 * Warns of security groups that keep pollers on demand from what they call: only where all rules of all groups are in
 * the app.
 */
export function outboundRule(
  subject: string,
  docs: string,
  groupsOf: (reader: PropertyReader, context: Context) => readonly unknown[],
): Rule {
  return rule(
    'security-groups-without-way-out',
    subject,
    `has security groups that let nothing out to port ${HTTPS}`,
    {
      severity: 'warning',
      reason: 'pollers on demand, which have the same security groups, call Lambda and AWS STS there',
      docs,
    },
    (reader, context) => {
      if (reader.has('provisionedPollerConfig') !== false) return undefined;
      const groups = groupsOf(reader, context).map((group) => find(group, [SECURITY_GROUP_TYPE], context));
      const closed = groups.filter((group) => group !== undefined && !mayLetOut(group, context)) as Resource[];
      return (
        closed.length > 0 &&
        closed.length === groups.length &&
        `has security groups that let nothing out to port ${HTTPS}: ${closed.map(({ id }) => id).join(', ')}`
      );
    },
  );
}

function mayLetOut(group: Resource, context: Context): boolean {
  const own = valueAt(group, 'SecurityGroupEgress', []);
  // CloudFormation lets everything out of a group that has no rules.
  if (!Array.isArray(own) || own.length === 0) return true;
  const others = naming('AWS::EC2::SecurityGroupEgress', 'GroupId', group, context).map(({ properties }) => properties);
  return [...own, ...others].some(mayBeForHttps);
}

function mayBeForHttps(egress: unknown): boolean {
  if (isUnknown(egress) || typeof egress !== 'object' || egress === null) return true;
  const { IpProtocol: protocol, FromPort: from, ToPort: to } = egress as Properties;
  if ([protocol, from, to].some(isUnknown) || String(protocol) === '-1') return true;
  return ['tcp', '6'].includes(String(protocol)) && numberIn(from) <= HTTPS && numberIn(to) >= HTTPS;
}
