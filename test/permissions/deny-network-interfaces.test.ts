import { App, NestedStack, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import needed from './permissions.json';
import { deployed, policiesIn, resourcesIn, Statement, statementsOf } from './template';
import {
  ActiveMqEventSourceMapping,
  DocumentDbEventSourceMapping,
  MskEventSourceMapping,
  RabbitMqEventSourceMapping,
  SelfManagedKafkaEventSourceMapping,
} from '../../src';
import { SMALLEST } from '../construct/world';
import { Fixtures } from '../fixtures';

type Denial = Statement & { readonly Effect: string };

const FUNCTION_ARN = 'arn:aws:lambda:us-east-1:111122223333:function:handler';

function denialsIn(stack: Stack): Denial[] {
  return policiesIn(stack)
    .flatMap(([, policy]) => statementsOf(policy) as Denial[])
    .filter(({ Effect }) => Effect === 'Deny');
}

const deny = { restrictNetworkInterfacesToLambda: true };

const MAKE: [string, (f: Fixtures, denied: { restrictNetworkInterfacesToLambda?: boolean }) => Construct][] = [
  [
    'Amazon MSK',
    (f, denied) => new MskEventSourceMapping(f.stack, 'Mapping', { ...SMALLEST.msk(f), target: f.target, ...denied }),
  ],
  [
    'self-managed Kafka',
    (f, denied) =>
      new SelfManagedKafkaEventSourceMapping(f.stack, 'Mapping', {
        ...SMALLEST.selfManagedKafka(f),
        target: f.target,
        network: { vpc: f.vpc, securityGroups: [f.securityGroup] },
        ...denied,
      }),
  ],
  [
    'ActiveMQ',
    (f, denied) =>
      new ActiveMqEventSourceMapping(f.stack, 'Mapping', { ...SMALLEST.activeMq(f), target: f.target, ...denied }),
  ],
  [
    'RabbitMQ',
    (f, denied) =>
      new RabbitMqEventSourceMapping(f.stack, 'Mapping', { ...SMALLEST.rabbitMq(f), target: f.target, ...denied }),
  ],
  [
    'DocumentDB',
    (f, denied) =>
      new DocumentDbEventSourceMapping(f.stack, 'Mapping', { ...SMALLEST.documentDb(f), target: f.target, ...denied }),
  ],
];

describe.each(MAKE)('%s', (_, make) => {
  test("denies the actions that the role is allowed, in calls of the function's code", () => {
    const f = new Fixtures();
    make(f, deny);
    const [denial, ...others] = denialsIn(f.stack);
    expect(others).toEqual([]);
    expect(denial).toEqual({
      Effect: 'Deny',
      Action: needed.needs.network.actions,
      Resource: '*',
      Condition: { ArnEquals: { 'lambda:SourceFunctionArn': f.stack.resolve(f.target.functionArn) as object } },
    });
    expect(JSON.stringify(policiesIn(f.stack)).match(/ec2:CreateNetworkInterface/g)).toHaveLength(2);
  });

  test.each([{}, { restrictNetworkInterfacesToLambda: false }])('denies nothing with %j', (denied) => {
    const f = new Fixtures();
    make(f, denied);
    expect(denialsIn(f.stack)).toEqual([]);
  });
});

function tickets(
  f: Fixtures,
  target: lambda.IFunction,
  id = 'Mapping',
  scope: Construct = f.stack,
): ActiveMqEventSourceMapping {
  return new ActiveMqEventSourceMapping(scope, id, { ...SMALLEST.activeMq(f), queueName: id, target, ...deny });
}

/** The functions whose code is denied, by name where only an ARN is known. */
function deniedTo(stack: Stack): unknown[] {
  return denialsIn(stack)
    .map(({ Condition }) => Condition!.ArnEquals['lambda:SourceFunctionArn'])
    .map((arn) => deployed(arn, (id, attribute) => (attribute === 'Arn' ? FUNCTION_ARN : `${FUNCTION_ARN}:${id}`)));
}

describe('names the function without a qualifier, as its calls do', () => {
  test.each<[string, (f: Fixtures) => lambda.IFunction]>([
    ['a version', (f) => f.target.currentVersion],
    ['an alias', (f) => new lambda.Alias(f.stack, 'Alias', { aliasName: 'live', version: f.target.currentVersion })],
    ['a function that exists already', (f) => existing(f, FUNCTION_ARN)],
    ['an alias that exists already', (f) => existing(f, `${FUNCTION_ARN}:live`)],
    [
      'an alias that exists already, of a version',
      (f) =>
        lambda.Alias.fromAliasAttributes(f.stack, 'Alias', {
          aliasName: 'live',
          aliasVersion: lambda.Version.fromVersionAttributes(f.stack, 'Version', {
            lambda: existing(f, FUNCTION_ARN),
            version: '3',
          }),
        }),
    ],
  ])('%s', (_, targetIn) => {
    const f = new Fixtures();
    tickets(f, targetIn(f));
    expect(deniedTo(f.stack)).toEqual([FUNCTION_ARN]);
  });
});

function existing(f: Fixtures, functionArn: string): lambda.IFunction {
  const role = iam.Role.fromRoleArn(f.stack, 'Role', 'arn:aws:iam::111122223333:role/handler');
  return lambda.Function.fromFunctionAttributes(f.stack, 'Existing', { functionArn, role, sameEnvironment: true });
}

test('the mappings of a function share one statement, and another function has its own', () => {
  const f = new Fixtures();
  tickets(f, f.target, 'One');
  tickets(f, f.target, 'Two');
  const other = new lambda.Function(f.stack, 'Other', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
    role: f.target.role,
  });
  tickets(f, other, 'Three');
  expect(denialsIn(f.stack)).toHaveLength(2);
});

test('accessPolicy says it too, where others look after roles', () => {
  const f = new Fixtures();
  const mapping = new ActiveMqEventSourceMapping(f.stack, 'Mapping', {
    ...SMALLEST.activeMq(f),
    target: f.target,
    grantAccess: false,
    ...deny,
  });
  expect(JSON.stringify(f.stack.resolve(mapping.accessPolicy.toJSON()))).toContain('"Effect":"Deny"');
  expect(denialsIn(f.stack)).toEqual([]);
});

describe('no resource waits for itself, though the policy names the function that waits for its role', () => {
  const handler = (scope: Construct, role?: iam.IRole) =>
    new lambda.Function(scope, 'Handler', {
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
      role,
    });
  const role = (scope: Construct) =>
    new iam.Role(scope, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });

  test.each<[string, (app: App, f: Fixtures) => lambda.IFunction]>([
    ["the function's own role", (_, f) => handler(f.stack)],
    [
      'a role with a policy of its own',
      (_, f) => {
        const target = handler(f.stack);
        target.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:ListAllMyBuckets'], resources: ['*'] }));
        return target;
      },
    ],
    ['a role in another stack', (app, f) => handler(f.stack, role(new Stack(app, 'Roles')))],
    ['a function in another stack', (app) => handler(new Stack(app, 'Functions'))],
    [
      'a function and its role in two other stacks',
      (app) => handler(new Stack(app, 'Functions'), role(new Stack(app, 'Roles'))),
    ],
    ['a function in a nested stack', (_, f) => handler(new NestedStack(f.stack, 'Nested'))],
  ])('%s', (_, targetIn) => {
    const f = new Fixtures();
    const app = f.stack.node.root as App;
    tickets(f, targetIn(app, f));
    app.synth();
    expect(denialsIn(f.stack)).toHaveLength(1);
    app.node.findAll().filter(Stack.isStack).forEach(resourcesIn);
  });
});
