import type { SelfManagedKafkaEventSourceMappingProps as Props } from '../../../../src';
import type { Case } from '../../../cases';

export const BROKERS = ['broker-1.example.com:9096'];

const RULE = 'self-managed-kafka-bootstrap-servers';
const servers = (list: unknown) => ({ SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: list } } });

function given(what: string, bootstrapServers: string[], problems: string[]): Case<Props> {
  return {
    name: `servers ${what}`,
    props: () => ({ bootstrapServers }),
    properties: servers(bootstrapServers),
    problems,
  };
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `broker-${index}.example.com:9096`);

export function bootstrapServerCases(): Case<Props>[] {
  return [
    given('10', numbered(10), []),
    given('11', numbered(11), [`${RULE}-count`]),
    given('none', [], [`${RULE}-count`]),
    given('twice the same', [...BROKERS, ...BROKERS], [`${RULE}-unique`]),
    given('at an IP address', ['10.0.0.1:9092'], []),
    given('of one word', ['localhost:1'], []),
    given('at a port of 5 digits', ['Broker-1.Example.COM:65535'], []),
    given('of 300 characters', [`${'b'.repeat(295)}:9092`], []),
    given('of 301 characters', [`${'b'.repeat(296)}:9092`], [`${RULE}-length`]),
    given('without a port', ['broker-1.example.com'], [`${RULE}-pattern`]),
    given('at a port of 6 digits', ['broker-1.example.com:123456'], [`${RULE}-pattern`]),
    given('with an underscore', ['broker_1.example.com:9096'], [`${RULE}-pattern`]),
    given('with a protocol', ['SASL_SSL://broker-1.example.com:9096'], [`${RULE}-pattern`]),
    given('in one text', ['broker-1.example.com:9096,broker-2.example.com:9096'], [`${RULE}-pattern`]),
    given('of no characters', [''], [`${RULE}-length`, `${RULE}-pattern`]),
    given('of which two are faulty', ['broker-1', ...BROKERS, 'broker-2'], [`${RULE}-pattern`, `${RULE}-pattern`]),
    {
      name: 'servers a token',
      props: (f) => ({ bootstrapServers: [f.text, ...BROKERS] }),
      properties: servers([{ Ref: 'Broker' }]),
      problems: [],
    },
    {
      name: 'servers a list of tokens',
      props: (f) => ({ bootstrapServers: f.list }),
      properties: servers({ 'Fn::Split': [',', 'a,b'] }),
      problems: [],
    },
    { name: 'servers missing', properties: { SelfManagedEventSource: undefined }, problems: [`${RULE}-required`] },
    {
      name: 'servers of no endpoints',
      properties: { SelfManagedEventSource: { Endpoints: {} } },
      problems: [`${RULE}-required`],
    },
    {
      name: 'servers of a condition',
      properties: { SelfManagedEventSource: { 'Fn::If': ['A', {}, {}] } },
      problems: [],
    },
    {
      name: 'servers at endpoints of another name',
      properties: {
        SelfManagedEventSource: {
          Endpoints: { KafkaBootstrapServers: BROKERS, Zookeeper: ['zookeeper-1.example.com:2181'] },
        },
      },
      problems: ['self-managed-kafka-unsupported'],
    },
  ];
}
