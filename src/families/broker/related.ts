import { MQ_DOCS } from './docs';
import { PropertyReader, Resource, Rule, Context } from '../../model/contract';
import { rule } from '../../model/rules';
import { isTrueAt, sourceOf, textAt } from '../../related/find';
import { BROKER_FUNCTION_RULES } from '../../related/function';
import { networkRule, subnetsNamed } from '../../related/network';
import { outboundRule } from '../../related/outbound';
import { FUNCTION_PLACE_RULES, SOURCE_PLACE_RULE } from '../../related/place';

function brokerOf(reader: PropertyReader, context: Context): Resource | undefined {
  return sourceOf(reader, context, 'AWS::AmazonMQ::Broker');
}

/** The values at a property of a broker that pollers reach in its network, as it has no public endpoint. */
function namedByPrivate(property: string, reader: PropertyReader, context: Context): readonly unknown[] {
  const broker = brokerOf(reader, context);
  return broker && isTrueAt(broker, 'PubliclyAccessible') === false ? subnetsNamed(broker, property) : [];
}

/** The rules of a broker, whose engine has to be this one. */
export function brokerRelatedRules(engine: string, elsewhere: string): readonly Rule[] {
  return [
    ...BROKER_FUNCTION_RULES,
    ...FUNCTION_PLACE_RULES,
    SOURCE_PLACE_RULE,
    rule(
      'broker-engine',
      'eventSourceArn',
      `has another engine than ${engine}`,
      { reason: `use ${elsewhere} for such a broker`, docs: MQ_DOCS },
      (reader, context) => {
        const broker = brokerOf(reader, context);
        const given = broker && textAt(broker, 'EngineType');
        return (
          given !== undefined &&
          given.toUpperCase() !== engine.toUpperCase() && {
            of: broker!,
            says: `has the engine ${given}, not ${engine}`,
          }
        );
      },
    ),
    networkRule('eventSourceArn', MQ_DOCS, (reader, context) => namedByPrivate('SubnetIds', reader, context)),
    outboundRule('eventSourceArn', MQ_DOCS, (reader, context) => namedByPrivate('SecurityGroups', reader, context)),
  ];
}

export const BROKER_AUTHENTICATION_RULE: Rule = rule(
  'broker-authentication',
  'eventSourceArn',
  'is a broker that authenticates with LDAP',
  {
    reason: 'Lambda authenticates only as a user that the broker itself manages',
    docs: MQ_DOCS,
  },
  (reader, context) => {
    const broker = brokerOf(reader, context);
    return (
      broker &&
      textAt(broker, 'AuthenticationStrategy')?.toUpperCase() === 'LDAP' &&
      `${broker.id} is a broker that authenticates with LDAP`
    );
  },
);
