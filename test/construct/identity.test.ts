import { CfnElement, CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Construct, IConstruct } from 'constructs';
import { logicalIdOf, MAKE, SMALLEST, Source, SOURCES } from './world';
import {
  ConsumptionMode,
  DocumentDbEventSourceMapping,
  KafkaMappingOptions,
  MskEventSourceMapping,
  RabbitMqEventSourceMapping,
  SelfManagedKafkaEventSourceMapping,
  ActiveMqEventSourceMapping,
} from '../../src';
import { identify } from '../../src/construct/identity';
import { PropertySpec } from '../../src/model/contract';
import { identityOf } from '../../src/model/identity';
import { propertySpec } from '../../src/model/option-specs';
import { at } from '../../src/model/paths';
import { CONTRACTS } from '../../src/sources/contracts';
import { Fixtures } from '../fixtures';

type Options = { readonly [name: string]: unknown };

const withOptions = {
  msk: (f: Fixtures, options: Options) =>
    new MskEventSourceMapping(f.stack, 'Mapping', { ...SMALLEST.msk(f), target: f.target, ...options }),
  selfManagedKafka: (f: Fixtures, options: Options) =>
    new SelfManagedKafkaEventSourceMapping(f.stack, 'Mapping', {
      ...SMALLEST.selfManagedKafka(f),
      target: f.target,
      ...options,
    }),
  activeMq: (f: Fixtures, options: Options) =>
    new ActiveMqEventSourceMapping(f.stack, 'Mapping', { ...SMALLEST.activeMq(f), target: f.target, ...options }),
  rabbitMq: (f: Fixtures, options: Options) =>
    new RabbitMqEventSourceMapping(f.stack, 'Mapping', { ...SMALLEST.rabbitMq(f), target: f.target, ...options }),
  documentDb: (f: Fixtures, options: Options) =>
    new DocumentDbEventSourceMapping(f.stack, 'Mapping', { ...SMALLEST.documentDb(f), target: f.target, ...options }),
};
type Identified = keyof typeof withOptions;

function idWith(source: Identified, options: Options): string {
  return logicalIdOf(withOptions[source](new Fixtures(), options));
}

const IDENTITIES: [Identified, Options, Options][] = [
  ['msk', { topic: 'a' }, { topic: 'b' }],
  ['msk', { consumerGroupId: 'a' }, { consumerGroupId: 'b' }],
  ['selfManagedKafka', { topic: 'a' }, { topic: 'b' }],
  ['selfManagedKafka', { consumerGroupId: 'a' }, { consumerGroupId: 'b' }],
  ['selfManagedKafka', { startingPosition: undefined }, { consumptionMode: ConsumptionMode.QUEUE }],
  ['activeMq', { queueName: 'a' }, { queueName: 'b' }],
  ['rabbitMq', { queueName: 'a' }, { queueName: 'b' }],
  ['rabbitMq', { virtualHost: 'a' }, { virtualHost: 'b' }],
  ['rabbitMq', {}, { virtualHost: 'b' }],
  ['documentDb', { databaseName: 'a' }, { databaseName: 'b' }],
  ['documentDb', { collectionName: 'a' }, { collectionName: 'b' }],
  ['documentDb', {}, { collectionName: 'b' }],
];

describe('the logical id', () => {
  test.each(IDENTITIES)(
    'of %s is the same for the same values, and another for others: %j, %j',
    (source, one, other) => {
      expect(idWith(source, one)).toBe(idWith(source, one));
      expect(idWith(source, other)).not.toBe(idWith(source, one));
    },
  );

  test.each<[Identified, Options]>([
    ['msk', { batchSize: 7, provisionedMode: { minimumPollers: 1 }, enabled: false, tags: { a: 'b' } }],
    ['rabbitMq', { batchSize: 7, virtualHost: '/' }],
    ['documentDb', { batchSize: 7, fullDocument: 'UpdateLookup' }],
    ['selfManagedKafka', { batchSize: 7, consumptionMode: ConsumptionMode.STREAM }],
  ])('of %s stays when what can be updated changes: %j', (source, options) =>
    expect(idWith(source, options)).toBe(idWith(source, {})),
  );

  test('tells a value of one option from that of another', () => {
    expect(idWith('documentDb', { databaseName: 'a', collectionName: 'b' })).not.toBe(
      idWith('documentDb', { databaseName: 'b', collectionName: 'a' }),
    );
  });

  test.each(SOURCES.filter((source) => !(source in withOptions)))('of %s is the one that CDK gives', (source) => {
    const f = new Fixtures();
    const id = logicalIdOf(MAKE[source](f));
    const plain = new Fixtures();
    expect(id).toBe(logicalIdOf(wrapped(plain.stack, 'Mapping')));
  });

  test.each(Object.keys(withOptions) as Source[])(
    'of %s is the one that CDK gives, and eight letters more',
    (source) => {
      expect(logicalIdOf(MAKE[source](new Fixtures()))).toMatch(
        new RegExp(`^${logicalIdOf(wrapped(new Fixtures().stack, 'Mapping'))}[0-9A-F]{8}$`),
      );
    },
  );

  test('is stable over releases: a change of it would replace the mappings of users', () => {
    expect(idWith('msk', { topic: 'clicks', consumerGroupId: 'group' })).toBe('MappingE24B359D276EF313');
    expect(idWith('rabbitMq', { queueName: 'mails', virtualHost: 'prod' })).toBe('MappingE24B359DAA37B3F3');
    expect(idWith('documentDb', { databaseName: 'shop', collectionName: 'orders' })).toBe('MappingE24B359D3AC35F7A');
  });
});

test('a long logical id is cut at its start: its end holds the hash of CDK, which tells it from others', () => {
  const long = (id: string) => new Construct(new Construct(new Fixtures().stack, 'a'.repeat(130)), id.repeat(130));
  const idIn = (scope: Construct) => {
    const resource = new CfnResource(scope, 'Mapping', { type: 'AWS::Lambda::EventSourceMapping' });
    const given = Stack.of(resource).getLogicalId(resource);
    const specs = [
      { ...propertySpec('a', { identity: { rule: 'fixed', outcome: 'refused', says: 'so' } }), option: 'a' },
    ];
    identify(resource, identityOf({ properties: specs }, { a: 1 }));
    return { given, made: Stack.of(resource).resolve(resource.logicalId) as string };
  };
  const { given, made } = idIn(long('b'));
  expect(given).toHaveLength(248);
  expect(made).toHaveLength(255);
  expect(made.slice(0, -8)).toBe(given.slice(1));
});

test.each(CONTRACTS)('what Lambda takes by itself is no part of the identity of $id', ({ properties: specs }) => {
  const byDefault = specs.filter((one) => one.identity && one.default !== undefined);
  expect(byDefault.flatMap((one) => identityOf({ properties: [one] }, at(one.property, one.default)))).toEqual([]);
  expect(
    byDefault.flatMap((one) => identityOf({ properties: [one] }, at(one.property, `${one.default} no more`))),
  ).toHaveLength(byDefault.length);
});

test('the logical id does not depend on the order in which a contract lists its options', () => {
  const specs = ['a', 'b'].map((property) => ({
    ...propertySpec(property, { identity: { rule: 'fixed', outcome: 'refused', says: 'so' } }),
    option: property,
  }));
  const idOf = (...ordered: PropertySpec[]) => {
    const resource = new CfnResource(new Fixtures().stack, 'Mapping', { type: 'AWS::Lambda::EventSourceMapping' });
    identify(resource, identityOf({ properties: ordered }, { a: 1, b: 2 }));
    return Stack.of(resource).resolve(resource.logicalId) as string;
  };
  expect(idOf(specs[0], specs[1])).toBe(idOf(specs[1], specs[0]));
});

/** A resource where ours would have it, with the logical id that CDK gives. */
function wrapped(scope: Construct, id: string): IConstruct {
  const outer = new Construct(scope, id);
  new CfnResource(outer, 'Resource', { type: 'AWS::Lambda::EventSourceMapping' });
  return outer;
}

describe('a value that is a token', () => {
  test.each<[Identified, string, string]>([
    ['msk', 'topic', 'msk-topic-unknown-identity'],
    ['msk', 'consumerGroupId', 'msk-consumer-group-id-unknown-identity'],
    ['selfManagedKafka', 'topic', 'self-managed-kafka-topic-unknown-identity'],
    ['selfManagedKafka', 'consumerGroupId', 'self-managed-kafka-consumer-group-id-unknown-identity'],
    ['activeMq', 'queueName', 'active-mq-queue-name-unknown-identity'],
    ['rabbitMq', 'queueName', 'rabbit-mq-queue-name-unknown-identity'],
    ['rabbitMq', 'virtualHost', 'rabbit-mq-virtual-host-unknown-identity'],
    ['documentDb', 'databaseName', 'documentdb-database-name-unknown-identity'],
    ['documentDb', 'collectionName', 'documentdb-collection-name-unknown-identity'],
  ])('of %s %s is left out, with a warning that can be acknowledged', (source, option, rule) => {
    const f = new Fixtures();
    const mapping = withOptions[source](f, { [option]: f.text });
    expect(logicalIdOf(mapping)).toBe(idWith(source, { [option]: Lazy.string({ produce: () => 'another' }) }));
    const warnings = () =>
      Annotations.fromStack(f.stack).findWarning(
        '/MyStack/Mapping',
        Match.stringLikeRegexp(`${option} is not known.*ack: ${rule}\\]`),
      );
    expect(warnings()).toHaveLength(1);
  });

  test('of a consumption mode too', () => {
    const f = new Fixtures();
    withOptions.selfManagedKafka(f, { consumptionMode: f.text });
    Annotations.fromStack(f.stack).hasWarning(
      '/MyStack/Mapping',
      Match.stringLikeRegexp('ack: self-managed-kafka-consumption-mode-unknown-identity'),
    );
  });

  test('gives the id of CDK where no other value is known', () => {
    const f = new Fixtures();
    expect(logicalIdOf(withOptions.msk(f, { topic: f.text }))).toBe(
      logicalIdOf(wrapped(new Fixtures().stack, 'Mapping')),
    );
  });
});

describe('another logical id', () => {
  const options: Partial<KafkaMappingOptions> = { topic: 'clicks' };

  test('can be given with renameLogicalId, and still holds the values', () => {
    const f = new Fixtures();
    const mapping = withOptions.msk(f, options);
    f.stack.renameLogicalId(logicalIdOf(wrapped(new Fixtures().stack, 'Mapping')), 'Renamed');
    expect(idsIn(f)).toEqual([expect.stringMatching(/^Renamed[0-9A-F]{8}$/)]);
    expect(f.stack.resolve(mapping.eventSourceMappingId)).toEqual({ Ref: idsIn(f)[0] });
  });

  test('can be given with overrideLogicalId, and is then the whole of it', () => {
    const f = new Fixtures();
    const mapping = withOptions.msk(f, options);
    (mapping.node.defaultChild as CfnElement).overrideLogicalId('Mine');
    expect(idsIn(f)).toEqual(['Mine']);
    expect(f.stack.resolve(mapping.eventSourceMappingId)).toEqual({ Ref: 'Mine' });
  });

  test('of an added event source can be given too', () => {
    const f = new Fixtures();
    f.target.addEventSource(MskEventSourceMapping.asEventSource('Mapping', SMALLEST.msk(f)));
    (f.target.node.findChild('Mapping').node.defaultChild as CfnElement).overrideLogicalId('Mine');
    expect(idsIn(f)).toEqual(['Mine']);
  });
});

function idsIn(f: Fixtures): string[] {
  return Object.keys(Template.fromStack(f.stack).findResources('AWS::Lambda::EventSourceMapping'));
}

describe('deep in the tree', () => {
  const deep = (f: Fixtures) =>
    Array.from({ length: 40 }).reduce<Construct>(
      (scope, _, level) => new Construct(scope, `A-Rather-Long-Name-${level}`),
      f.stack,
    );

  test.each(SOURCES)('%s: the logical id has at most 255 characters, letters and digits', (source) => {
    const f = new Fixtures();
    expect(logicalIdOf(MAKE[source](f, deep(f)))).toMatch(/^[A-Za-z0-9]{1,255}$/);
  });

  test('two mappings with the same values have two ids', () => {
    const f = new Fixtures();
    const scope = deep(f);
    const ids = ['One', 'Two'].map((id) => logicalIdOf(MAKE.msk(f, new Construct(scope, id))));
    expect(ids[0]).not.toBe(ids[1]);
  });

  test('a logical id that was renamed to the longest one stays one', () => {
    const f = new Fixtures();
    MAKE.msk(f);
    f.stack.renameLogicalId(logicalIdOf(wrapped(new Fixtures().stack, 'Mapping')), `A${'b'.repeat(253)}C`);
    const [id] = idsIn(f);
    expect(id).toMatch(/^[A-Za-z][A-Za-z0-9]{0,254}$/);
  });
});

test.each(SOURCES)('%s: no construct has the data of users in its id', (source) => {
  const f = new Fixtures();
  const mapping = MAKE[source](f);
  expect(mapping.node.findAll().map(({ node }) => node.id)).toEqual(['Mapping', 'Resource']);
});
