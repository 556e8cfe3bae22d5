import { Annotations as CdkAnnotations, App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import needed from './permissions.json';
import { granted, linesOf, policiesIn, resourcesIn, Statement } from './template';
import { ActiveMqEventSourceMapping, MqAuthentication, MqBroker, SqsEventSourceMapping } from '../../src';
import { logicalIdOf, MAKE, SOURCES } from '../construct/world';
import { Fixtures } from '../fixtures';

const RULE = 'mapping-access-not-granted';
const HANDLER = 'arn:aws:lambda:us-east-1:111111111111:function:handler';
const QUEUE = 'arn:aws:sqs:us-east-1:111111111111:orders';
const SECRET = 'arn:aws:secretsmanager:us-east-1:111111111111:secret:tickets-a1b2c3';
const BROKER = 'arn:aws:mq:us-east-1:111111111111:broker:tickets:b-1';

function stackOf(account = '111111111111'): Stack {
  return new Stack(new App({ analyticsReporting: false }), 'MyStack', { env: { account, region: 'us-east-1' } });
}

function withRole(stack: Stack, account: string, options?: iam.FromRoleArnOptions): lambda.IFunction {
  const role = iam.Role.fromRoleArn(stack, 'Role', `arn:aws:iam::${account}:role/worker`, options);
  return lambda.Function.fromFunctionAttributes(stack, 'Handler', { functionArn: HANDLER, role });
}

const TARGETS: [string, (stack: Stack) => lambda.IFunction][] = [
  ['a role that was imported as it is', (stack) => withRole(stack, '111111111111', { mutable: false })],
  ['a role of another account', (stack) => withRole(stack, '222222222222')],
  [
    'a role that takes no policies from this app',
    (stack) =>
      new lambda.Function(stack, 'Handler', {
        code: lambda.Code.fromInline('exports.handler = async () => {};'),
        handler: 'index.handler',
        runtime: lambda.Runtime.NODEJS_22_X,
        role: new iam.Role(stack, 'Role', {
          assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
        }).withoutPolicyUpdates(),
      }),
  ],
  [
    'a function that was imported without its role',
    (stack) => lambda.Function.fromFunctionArn(stack, 'Handler', HANDLER),
  ],
];

function ordersMapping(stack: Stack, target: lambda.IFunction, id = 'Orders', queueArn = QUEUE): SqsEventSourceMapping {
  return new SqsEventSourceMapping(stack, id, { queue: sqs.Queue.fromQueueArn(stack, `${id}Queue`, queueArn), target });
}

function ticketsMapping(stack: Stack, target: lambda.IFunction, id = 'Tickets'): ActiveMqEventSourceMapping {
  const credentials = secretsmanager.Secret.fromSecretCompleteArn(stack, `${id}Secret`, SECRET);
  const broker = MqBroker.fromBrokerArn(stack, `${id}Broker`, BROKER);
  return new ActiveMqEventSourceMapping(stack, id, {
    broker,
    queueName: 'tickets',
    authentication: MqAuthentication.basic(credentials),
    target,
  });
}

/** Asked twice, because a warning that is made at synthesis must not come again with the next one. */
function warningsOf(stack: Stack): string[] {
  (stack.node.root as App).synth({ force: true });
  return Annotations.fromStack(stack)
    .findWarning('*', Match.stringLikeRegexp(RULE))
    .map(({ entry }) => String(entry.data));
}

function documentIn(warning: string): { Version: string; Statement: Statement[] } {
  return JSON.parse(warning.slice(warning.indexOf('{"'), warning.lastIndexOf('}') + 1)) as {
    Version: string;
    Statement: Statement[];
  };
}

describe.each(TARGETS)('%s', (_, targetIn) => {
  const stack = stackOf();
  const target = targetIn(stack);
  ordersMapping(stack, target);
  ordersMapping(stack, target, 'Refunds', `${QUEUE}-refunds`);
  ticketsMapping(stack, target);
  ticketsMapping(stack, target, 'MoreTickets');

  test('gets no policy, and no mapping waits for one', () => {
    expect(policiesIn(stack)).toEqual([]);
    const resources = Object.values(resourcesIn(stack));
    const mappings = resources.filter(({ Type }) => Type === 'AWS::Lambda::EventSourceMapping');
    expect(mappings).toHaveLength(4);
    expect(mappings.flatMap(({ DependsOn }) => DependsOn ?? [])).toEqual([]);
    expect(resources.filter(({ Type }) => Type.endsWith('Policy'))).toEqual([]);
  });

  test('leaves no policy in the tree, where tools such as cdk-nag would find it', () => {
    const isPolicy = (one: unknown) => one instanceof iam.CfnPolicy || one instanceof iam.CfnManagedPolicy;
    expect(stack.node.findAll().filter(isPolicy)).toEqual([]);
    const mappings = stack.node.children.filter((one) => one instanceof SqsEventSourceMapping);
    expect(mappings.map(({ rolePolicies }) => rolePolicies)).toEqual([undefined, undefined]);
  });

  test('is warned of once, with the policy that all the mappings need', () => {
    const warnings = warningsOf(stack);
    expect(warnings).toHaveLength(1);
    const { Version, Statement: statements } = documentIn(warnings[0]);
    expect(Version).toBe('2012-10-17');
    expect(statements.flatMap(linesOf).sort()).toEqual([
      ...needed.needs.network.actions.map((action) => `${action} on *`),
      `mq:DescribeBroker on ${BROKER}`,
      `secretsmanager:GetSecretValue on ${SECRET}`,
      ...needed.needs.queue.actions.flatMap((action) => [`${action} on ${QUEUE}`, `${action} on ${QUEUE}-refunds`]),
    ]);
  });

  test('is warned of until someone acknowledges it', () => {
    const acknowledged = stackOf();
    ordersMapping(acknowledged, targetIn(acknowledged));
    CdkAnnotations.of(acknowledged).acknowledgeWarning(RULE, 'the other team attaches it');
    expect(warningsOf(acknowledged)).toEqual([]);
  });
});

test('the warning says which role, or which function, it is', () => {
  const [ofRole, , , ofFunction] = TARGETS.map(([, targetIn]) => {
    const stack = stackOf();
    ordersMapping(stack, targetIn(stack));
    return warningsOf(stack)[0];
  });
  expect(ofRole).toContain('MyStack/Role');
  expect(ofFunction).toContain('MyStack/Handler');
});

test('a role that takes policies is not warned of', () => {
  const stack = stackOf();
  ordersMapping(stack, withRole(stack, '111111111111'));
  expect(warningsOf(stack)).toEqual([]);
  expect(policiesIn(stack)).toHaveLength(1);
});

describe('rolePolicies', () => {
  test('holds the policies of a role, which all mappings of the stack share', () => {
    const stack = stackOf();
    const target = withRole(stack, '111111111111');
    const [orders, tickets] = [ordersMapping(stack, target), ticketsMapping(stack, target)];
    expect(orders.rolePolicies).toBe(tickets.rolePolicies);
    const { path } = orders.rolePolicies!.node;
    expect(path).toMatch(/^MyStack\/EventSourceMappingAccess\/MyStackRole\w{8}$/);
    const [[id]] = policiesIn(stack);
    const policy = orders.rolePolicies!.node.findChild('Policy').node.defaultChild as iam.CfnPolicy;
    expect(stack.resolve(policy.logicalId)).toBe(id);
  });

  test('has the managed policies too', () => {
    const stack = stackOf();
    const target = withRole(stack, '111111111111');
    const queueNamed = (index: number) => `${QUEUE}-${'x'.repeat(50)}-${index}`;
    const mapping = (index: number) => ordersMapping(stack, target, `Orders${index}`, queueNamed(index));
    const [first] = Array.from({ length: 80 }, (_, index) => mapping(index));
    const ids = first.rolePolicies!.node.children.map(({ node: { id } }) => id);
    expect(ids).toEqual(['Policy', 'Policy2']);
    expect(policiesIn(stack)).toHaveLength(2);
  });

  test('is not there with grantAccess: false', () => {
    const f = new Fixtures();
    const props = { queue: f.queue, target: f.target, grantAccess: false };
    expect(new SqsEventSourceMapping(f.stack, 'Mapping', props).rolePolicies).toBeUndefined();
  });
});

describe('grantAccess: false', () => {
  test.each(TARGETS)('leaves all to others: %s', (_, targetIn) => {
    const stack = stackOf();
    const queue = sqs.Queue.fromQueueArn(stack, 'Queue', QUEUE);
    new SqsEventSourceMapping(stack, 'Mapping', { queue, target: targetIn(stack), grantAccess: false });
    expect(policiesIn(stack)).toEqual([]);
    expect(warningsOf(stack)).toEqual([]);
    expect(JSON.stringify(stack.node.findAll().map(({ node }) => node.id))).not.toContain('Access');
  });

  test('with a function of the app, the mapping waits for nothing, and its policy can be read', () => {
    const f = new Fixtures();
    const mapping = new SqsEventSourceMapping(f.stack, 'Mapping', {
      queue: f.queue,
      target: f.target,
      grantAccess: false,
    });
    expect(policiesIn(f.stack)).toEqual([]);
    const { DependsOn } = resourcesIn(f.stack)[logicalIdOf(mapping)];
    expect(DependsOn).toBeUndefined();
    expect(f.stack.resolve(mapping.accessPolicy.toJSON())).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: needed.needs.queue.actions,
          Resource: f.stack.resolve(f.queue.queueArn) as object,
        },
      ],
    });
  });

  test.each(SOURCES)('accessPolicy says of itself what the role got: %s', (source) => {
    const f = new Fixtures();
    const mapping = MAKE[source](f) as ReturnType<typeof ordersMapping>;
    const { Statement: statements } = f.stack.resolve(mapping.accessPolicy.toJSON()) as { Statement: Statement[] };
    expect(statements.flatMap(linesOf).sort()).toEqual(granted(f.stack));
  });
});
