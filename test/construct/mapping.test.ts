import { CfnOutput, Resource } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Alias, CfnEventSourceMapping, Function, IFunction } from 'aws-cdk-lib/aws-lambda';
import { AS_EVENT_SOURCE, logicalIdOf, MAKE, propertiesIn, SMALLEST, SOURCES } from './world';
import { ConsumptionMode, SelfManagedKafkaEventSourceMapping, SqsEventSourceMapping } from '../../src';
import { Fixtures } from '../fixtures';

describe.each(SOURCES)('%s', (source) => {
  test('is a resource, which holds the mapping as Resource', () => {
    const f = new Fixtures();
    const mapping = MAKE[source](f);
    expect(Resource.isResource(mapping)).toBe(true);
    expect(mapping.node.children.map(({ node }) => node.id)).toEqual(['Resource']);
    expect(mapping.node.defaultChild).toBeInstanceOf(CfnEventSourceMapping);
  });

  test('can be added to a function', () => {
    const f = new Fixtures();
    f.target.addEventSource(AS_EVENT_SOURCE[source](f));
    expect(f.target.node.findChild('Mapping').node.defaultChild).toBeInstanceOf(CfnEventSourceMapping);
    expect(propertiesIn(f.stack)).toMatchObject({ FunctionName: f.stack.resolve(f.target.functionName) as object });
  });

  test('is handed out once it was added', () => {
    const f = new Fixtures();
    const added = AS_EVENT_SOURCE[source](f);
    expect(() => added.mapping).toThrow('The mapping Mapping is not made yet: call handler.addEventSource(...) first');
    f.target.addEventSource(added);
    expect(added.mapping).toBe(f.target.node.findChild('Mapping'));
  });

  test('is not one that is handed out, where it was added to two functions', () => {
    const f = new Fixtures();
    const added = AS_EVENT_SOURCE[source](f);
    const alias = new Alias(f.stack, 'Alias', { aliasName: 'live', version: f.target.currentVersion });
    [f.target, alias].forEach((target) => target.addEventSource(added));
    expect(() => added.mapping).toThrow('several mappings (MyStack/Handler/Mapping, MyStack/Alias/Mapping): call');
  });

  test('can be added to an alias', () => {
    const f = new Fixtures();
    const alias = new Alias(f.stack, 'Alias', { aliasName: 'live', version: f.target.currentVersion });
    alias.addEventSource(AS_EVENT_SOURCE[source](f));
    expect(alias.node.findChild('Mapping').node.defaultChild).toBeInstanceOf(CfnEventSourceMapping);
    expect(propertiesIn(f.stack)).toMatchObject({ FunctionName: f.stack.resolve(alias.functionName) as object });
  });
});

describe('attributes', () => {
  const f = new Fixtures();
  const mapping = MAKE.kinesis(f);
  const id = logicalIdOf(mapping);

  test('are those of the resource', () => {
    new CfnOutput(f.stack, 'Id', { value: mapping.eventSourceMappingId });
    new CfnOutput(f.stack, 'MappingArn', { value: mapping.eventSourceMappingArn });
    new CfnOutput(f.stack, 'RefArn', { value: mapping.eventSourceMappingRef.eventSourceMappingArn });
    new CfnOutput(f.stack, 'RefId', { value: mapping.eventSourceMappingRef.eventSourceMappingId });
    expect(Template.fromStack(f.stack).findOutputs('*')).toEqual({
      Id: { Value: { Ref: id } },
      RefId: { Value: { Ref: id } },
      MappingArn: { Value: { 'Fn::GetAtt': [id, 'EventSourceMappingArn'] } },
      RefArn: { Value: { 'Fn::GetAtt': [id, 'EventSourceMappingArn'] } },
    });
  });

  test('follow a logical id that is made of values', () => {
    const kafka = new Fixtures();
    const { eventSourceMappingId } = MAKE.msk(kafka);
    new CfnOutput(kafka.stack, 'Id', { value: eventSourceMappingId });
    const [logicalId] = Object.keys(Template.fromStack(kafka.stack).findResources('AWS::Lambda::EventSourceMapping'));
    expect(Template.fromStack(kafka.stack).findOutputs('Id')).toEqual({ Id: { Value: { Ref: logicalId } } });
  });
});

describe('the target', () => {
  const targets: [string, (f: Fixtures) => IFunction, RegExp][] = [
    ['a function', (f) => f.target, /^\{"Ref":"Handler\w+"\}$/],
    [
      'an alias',
      (f) => new Alias(f.stack, 'Alias', { aliasName: 'live', version: f.target.currentVersion }),
      /"Ref":"Alias\w+"/,
    ],
    ['a version', (f) => f.target.currentVersion, /\["HandlerCurrentVersion\w+","Version"\]/],
    [
      'a function that exists already',
      (f) => Function.fromFunctionArn(f.stack, 'Imported', 'arn:aws:lambda:us-east-1:123456789012:function:handler'),
      /^"handler"$/,
    ],
  ];

  test.each(targets)('may be %s', (_, targetOf, expected) => {
    const f = new Fixtures();
    new SqsEventSourceMapping(f.stack, 'Mapping', { queue: f.queue, target: targetOf(f) });
    expect(JSON.stringify(propertiesIn(f.stack).FunctionName)).toMatch(expected);
  });
});

test.each<[string, (f: Fixtures) => ConsumptionMode, unknown]>([
  ['a literal', () => ConsumptionMode.QUEUE, 'Queue'],
  ['a token', (f) => f.text as ConsumptionMode, { Ref: 'Text' }],
])('a property that the oldest L1 does not know reaches the template: %s', (_, modeOf, expected) => {
  const f = new Fixtures();
  new SelfManagedKafkaEventSourceMapping(f.stack, 'Mapping', {
    ...SMALLEST.selfManagedKafka(f),
    target: f.target,
    consumerGroupId: 'group',
    consumptionMode: modeOf(f),
  });
  expect(propertiesIn(f.stack).SelfManagedKafkaEventSourceConfig).toEqual({
    ConsumerGroupId: 'group',
    ConsumptionMode: expected,
  });
});
