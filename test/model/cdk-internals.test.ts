import { Annotations, App, CfnParameter, CfnResource, Stack } from 'aws-cdk-lib';
import * as cdk from 'aws-cdk-lib';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import {
  ACKNOWLEDGED_RULES,
  acknowledgedWarnings,
  allocatedLogicalId,
  cloudFormationOf,
  deployStackBefore,
  overridesOf,
  propertiesOf,
  renamedLogicalId,
  renderedProperties,
} from '../../src/model/cdk-internals';

function queueIn(stack = new Stack(new App(), 'S')): CfnQueue {
  return new CfnQueue(stack, 'Queue', { visibilityTimeout: 60 });
}

test('the properties of an L1 are those that it has now', () => {
  const queue = queueIn();
  queue.delaySeconds = 5;
  expect(propertiesOf(queue)).toMatchObject({ visibilityTimeout: 60, delaySeconds: 5 });
});

test('the overrides of an L1 are those of its escape hatches', () => {
  const queue = queueIn();
  expect(overridesOf(queue)).toEqual({});
  queue.addPropertyOverride('VisibilityTimeout', 5);
  expect(overridesOf(queue)).toEqual({ Properties: { VisibilityTimeout: 5 } });
});

test('properties are rendered in the names of CloudFormation', () => {
  expect(renderedProperties(queueIn(), { visibilityTimeout: 60 })).toMatchObject({ VisibilityTimeout: 60 });
});

test('a resource comes into its template with its overrides', () => {
  const stack = new Stack(new App(), 'S');
  const resource = new CfnResource(stack, 'Any', { type: 'Any::Of::These', properties: { Size: 1 } });
  resource.addPropertyOverride('Size', 2);
  expect(stack.resolve(cloudFormationOf(resource))).toEqual({
    Resources: { Any: { Type: 'Any::Of::These', Properties: { Size: 2 } } },
  });
});

test('a stack allocates a logical id in its own way', () => {
  class Prefixed extends Stack {
    protected allocateLogicalId(element: cdk.CfnElement): string {
      return `Our${super.allocateLogicalId(element)}`;
    }
  }
  const stack = new Prefixed(new App(), 'S');
  expect(allocatedLogicalId(stack, new CfnParameter(stack, 'Size'))).toBe('OurSize');
});

test('a stack renames a logical id that it is given', () => {
  const stack = new Stack(new App(), 'S');
  stack.renameLogicalId('Before', 'After');
  expect(renamedLogicalId(stack, queueIn(stack), 'Before')).toBe('After');
});

test('acknowledged warnings are noted at the root', () => {
  const app = new App();
  const queue = queueIn(new Stack(app, 'S'));
  expect(acknowledgedWarnings(app)).toBeUndefined();
  Annotations.of(queue).acknowledgeWarning('some-rule');
  const { acks = new Map(), has } = acknowledgedWarnings(app)!;
  expect([...acks].flatMap(([path, ids]) => [...ids.keys()].map((id) => `${path}: ${id}`))).toEqual([
    expect.stringMatching(/S\/Queue: .*some-rule$/),
  ]);
  expect(has).toBeDefined();
});

const { Validations } = cdk as {
  Validations?: { of(construct: CfnQueue): { acknowledge(rule: { id: string; reason: string }): void } };
};

(Validations ? test : test.skip)('acknowledged rules are noted in the metadata', () => {
  const queue = queueIn();
  Validations!.of(queue).acknowledge({ id: 'some-rule', reason: 'because' });
  expect(queue.node.metadata.filter(({ type }) => type === ACKNOWLEDGED_RULES)).toHaveLength(1);
});

test('a stack is deployed before another one, without a method that is deprecated', () => {
  const app = new App();
  const [stack, before] = [new Stack(app, 'S'), new Stack(app, 'Before')];
  const deprecated = 'addStackDependency' in stack ? jest.spyOn(stack, 'addDependency') : undefined;
  deployStackBefore(stack, before);
  expect(stack.dependencies).toEqual([before]);
  expect(deprecated?.mock.calls ?? []).toEqual([]);
});

test('a stack is told of another one by the method of newer versions, where it has that', () => {
  const [before, told]: [Stack, Stack[]] = [new Stack(new App(), 'Before'), []];
  const stack = { addStackDependency: (target: Stack) => told.push(target) };
  deployStackBefore(stack as unknown as Stack, before);
  expect(told).toEqual([before]);
});
