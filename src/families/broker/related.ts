import { Look, Resource, Rule, Where } from '../../model/contract';
import { guide } from '../../model/docs';
import { rule } from '../../model/rules';
import { isTrueAt, sourceOf, textAt } from '../../related/find';
import { BROKER_FUNCTION_RULES } from '../../related/function';
import { networkRule, subnetsNamed } from '../../related/network';
import { outboundRule } from '../../related/outbound';
import { FUNCTION_PLACE_RULES, SOURCE_PLACE_RULE } from '../../related/place';

const PAGE = guide('with-mq');

function brokerOf(look: Look, where: Where): Resource | undefined {
  return sourceOf(look, where, 'AWS::AmazonMQ::Broker');
}

/** Where pollers are in the network of the broker: one with a public endpoint is reached from elsewhere. */
function namedByPrivate(property: string, look: Look, where: Where): readonly unknown[] {
  const broker = brokerOf(look, where);
  return broker && isTrueAt(broker, 'PubliclyAccessible') === false ? subnetsNamed(broker, property) : [];
}

/** The rules of a broker, whose engine has to be this one. */
export function brokerNeighbours(engine: string, elsewhere: string): readonly Rule[] {
  return [
    ...BROKER_FUNCTION_RULES,
    ...FUNCTION_PLACE_RULES,
    SOURCE_PLACE_RULE,
    rule('broker-engine', 'eventSourceArn', `is a broker of another engine than ${engine}`, { why: `for such a broker there is ${elsewhere}`, page: PAGE }, (look, where) => {
      const broker = brokerOf(look, where);
      const given = broker && textAt(broker, 'EngineType');
      return given !== undefined && given.toUpperCase() !== engine.toUpperCase() && `${broker!.id} is a broker whose engine is ${given}, not ${engine}`;
    }),
    networkRule('eventSourceArn', PAGE, (look, where) => namedByPrivate('SubnetIds', look, where)),
    outboundRule('eventSourceArn', PAGE, (look, where) => namedByPrivate('SecurityGroups', look, where)),
  ];
}

export const BROKER_AUTHENTICATION_RULE: Rule = rule('broker-authentication', 'eventSourceArn', 'is a broker that authenticates with LDAP', {
  why: 'Lambda signs in with the users of the broker only',
  page: PAGE,
}, (look, where) => {
  const broker = brokerOf(look, where);
  return broker && textAt(broker, 'AuthenticationStrategy')?.toUpperCase() === 'LDAP' && `${broker.id} is a broker that authenticates with LDAP`;
});
