import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { policiesIn, resourcesIn } from './template';
import { ActiveMqEventSourceMapping, MqAuthentication, MqBroker, SqsEventSourceMapping } from '../../src';

interface World {
  readonly app: App;
  /** Makes a stack, or the one of that name. */
  stack(name: string, account?: string): Stack;
}

function world(context: { [flag: string]: boolean } = {}): World {
  const app = new App({ analyticsReporting: false, context });
  const stack = (name: string, account?: string) =>
    (app.node.tryFindChild(name) as Stack | undefined) ??
    new Stack(app, name, account ? { env: { account, region: 'us-east-1' } } : {});
  return { app, stack };
}

function handler(scope: Construct, role?: iam.IRole): lambda.Function {
  return new lambda.Function(scope, 'Handler', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
    role,
  });
}

const role = (scope: Construct) =>
  new iam.Role(scope, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });

const imported = (scope: Construct, account = '111111111111', options?: iam.FromRoleArnOptions) =>
  iam.Role.fromRoleArn(scope, 'Role', `arn:aws:iam::${account}:role/worker`, options);

function importedHandler(scope: Construct, itsRole: iam.IRole): lambda.IFunction {
  return lambda.Function.fromFunctionAttributes(scope, 'Handler', {
    functionArn: 'arn:aws:lambda:us-east-1:111111111111:function:handler',
    role: itsRole,
    sameEnvironment: true,
  });
}

function sqsMapping(
  scope: Construct,
  target: lambda.IFunction,
  queue: sqs.IQueue = new sqs.Queue(scope, 'Queue'),
): SqsEventSourceMapping {
  return new SqsEventSourceMapping(scope, 'Mapping', { queue, target });
}

function mqMapping(
  scope: Construct,
  target: lambda.IFunction,
  credentials: secretsmanager.ISecret,
): ActiveMqEventSourceMapping {
  const broker = MqBroker.fromBrokerArn(scope, 'Broker', 'arn:aws:mq:us-east-1:111111111111:broker:tickets:b-1');
  return new ActiveMqEventSourceMapping(scope, 'Mapping', {
    broker,
    queueName: 'tickets',
    authentication: MqAuthentication.basic(credentials),
    target,
  });
}

/** The mapping stands in a policy's stack, which holds all that the mapping needs, and waits for it. */
function expectOrdered({ app }: World, stack: Stack, action = 'sqs:ReceiveMessage'): void {
  app.synth();
  const mappings = Object.values(resourcesIn(stack)).filter(({ Type }) => Type === 'AWS::Lambda::EventSourceMapping');
  expect(mappings).toHaveLength(1);
  const policies = policiesIn(stack);
  expect(policies).toHaveLength(1);
  const [[id, policy]] = policies;
  expect(mappings[0].DependsOn).toContain(id);
  expect(policy.Properties.Roles).toHaveLength(1);
  expect(JSON.stringify(policy.Properties.PolicyDocument)).toContain(`"${action}"`);
  // All stacks are read, because a cycle may be in that of the function, the role or the key.
  app.node.findAll().filter(Stack.isStack).forEach(resourcesIn);
}

const MINE = '111111111111';

const CASES: [string, (w: World) => Stack][] = [
  [
    'the role that the function makes',
    ({ stack }) => {
      sqsMapping(stack('A'), handler(stack('A')));
      return stack('A');
    },
  ],
  [
    'a role given to the function',
    ({ stack }) => {
      sqsMapping(stack('A'), handler(stack('A'), role(stack('A'))));
      return stack('A');
    },
  ],
  [
    'an alias',
    ({ stack }) => {
      const version = handler(stack('A')).currentVersion;
      sqsMapping(stack('A'), new lambda.Alias(stack('A'), 'Alias', { aliasName: 'live', version }));
      return stack('A');
    },
  ],
  [
    'a version',
    ({ stack }) => {
      sqsMapping(stack('A'), handler(stack('A')).currentVersion);
      return stack('A');
    },
  ],
  [
    'a function and a role that exist already',
    ({ stack }) => {
      sqsMapping(stack('A'), importedHandler(stack('A'), imported(stack('A'))));
      return stack('A');
    },
  ],
  [
    'a function and a role that exist already, in a stack whose account is known',
    ({ stack }) => {
      sqsMapping(stack('A', MINE), importedHandler(stack('A'), imported(stack('A'))));
      return stack('A');
    },
  ],
  [
    'a role in another stack',
    ({ stack }) => {
      sqsMapping(stack('A'), handler(stack('A'), role(stack('Roles'))));
      return stack('A');
    },
  ],
  [
    'a function in another stack than queue and mapping',
    ({ stack }) => {
      sqsMapping(stack('A'), handler(stack('Functions')));
      return stack('A');
    },
  ],
  [
    'a function and a role in two other stacks',
    ({ stack }) => {
      sqsMapping(stack('A'), handler(stack('Functions'), role(stack('Roles'))));
      return stack('A');
    },
  ],
  [
    'function, queue and mapping in three stacks',
    ({ stack }) => {
      sqsMapping(stack('A'), handler(stack('Functions')), new sqs.Queue(stack('Queues'), 'Queue'));
      return stack('A');
    },
  ],
  [
    'the queue in another stack than function and mapping',
    ({ stack }) => {
      sqsMapping(stack('A'), handler(stack('A')), new sqs.Queue(stack('Queues'), 'Queue'));
      return stack('A');
    },
  ],
  [
    "the mapping in the queue's stack, and the key of the queue in another",
    ({ stack }) => {
      const encryptionMasterKey = new kms.Key(stack('Keys'), 'Key');
      sqsMapping(stack('A'), handler(stack('Functions')), new sqs.Queue(stack('A'), 'Queue', { encryptionMasterKey }));
      return stack('A');
    },
  ],
  [
    'a queue and its key in another stack',
    ({ stack }) => {
      const queue = new sqs.Queue(stack('Queues'), 'Queue', {
        encryptionMasterKey: new kms.Key(stack('Queues'), 'Key'),
      });
      sqsMapping(stack('A'), handler(stack('A')), queue);
      return stack('A');
    },
  ],
  [
    'accounts that are known',
    ({ stack }) => {
      sqsMapping(stack('A', MINE), handler(stack('A'), role(stack('Roles', MINE))));
      return stack('A');
    },
  ],
  [
    'a nested stack',
    ({ stack }) => {
      const nested = new NestedStack(stack('A'), 'Nested');
      sqsMapping(nested, handler(nested));
      return nested;
    },
  ],
  [
    'a nested stack, and the function in its parent',
    ({ stack }) => {
      const nested = new NestedStack(stack('A'), 'Nested');
      sqsMapping(nested, handler(stack('A')));
      return nested;
    },
  ],
  [
    'a function in a nested stack, and the mapping in its parent',
    ({ stack }) => {
      sqsMapping(stack('A'), handler(new NestedStack(stack('A'), 'Nested')));
      return stack('A');
    },
  ],
  [
    'a stage',
    ({ app }) => {
      const stage = new Stage(app, 'Beta');
      const stack = new Stack(stage, 'A');
      sqsMapping(stack, handler(new Stack(stage, 'Functions')));
      return stack;
    },
  ],
  [
    'the form of addEventSource',
    ({ stack }) => {
      handler(stack('A')).addEventSource(
        SqsEventSourceMapping.asEventSource('Mapping', { queue: new sqs.Queue(stack('A'), 'Queue') }),
      );
      return stack('A');
    },
  ],
  [
    'the form of addEventSource, of a function in another stack than its role and the queue',
    ({ stack }) => {
      const queue = new sqs.Queue(stack('Queues'), 'Queue');
      handler(stack('A'), role(stack('Roles'))).addEventSource(
        SqsEventSourceMapping.asEventSource('Mapping', { queue }),
      );
      return stack('A');
    },
  ],
];

const FLAGS = {
  '@aws-cdk/aws-iam:createNewPoliciesWithAddToRolePolicy': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
};

describe.each([
  ['as CDK is without flags', {}],
  ['with feature flags', FLAGS],
])('%s, the mapping waits for the policy in its stack', (_, flags) => {
  test.each(CASES)('%s', (__, make) => {
    const w = world(flags);
    expectOrdered(w, make(w));
  });

  test('a secret with a key of its own in another stack', () => {
    const w = world(flags);
    const encryptionKey = new kms.Key(w.stack('Secrets'), 'Key');
    const secret = new secretsmanager.Secret(w.stack('Secrets'), 'Secret', { encryptionKey });
    mqMapping(w.stack('A'), handler(w.stack('A')), secret);
    expectOrdered(w, w.stack('A'), 'kms:Decrypt');
  });

  test('secret, key, function and mapping in four stacks', () => {
    const w = world(flags);
    const encryptionKey = new kms.Key(w.stack('Keys'), 'Key');
    const secret = new secretsmanager.Secret(w.stack('Secrets'), 'Secret', { encryptionKey });
    mqMapping(w.stack('A'), handler(w.stack('Functions')), secret);
    expectOrdered(w, w.stack('A'), 'kms:Decrypt');
  });

  test('a policy that names the mapping', () => {
    const w = world(flags);
    const stack = w.stack('A');
    const target = handler(stack);
    const mapping = sqsMapping(stack, target);
    const statements = [
      new iam.PolicyStatement({
        actions: ['lambda:UpdateEventSourceMapping'],
        resources: [mapping.eventSourceMappingArn],
      }),
    ];
    target.role!.attachInlinePolicy(new iam.Policy(stack, 'SwitchOff', { statements }));
    expectOrdered(w, stack);
  });

  test('a function that reads the queue itself, too', () => {
    const w = world(flags);
    const queue = new sqs.Queue(w.stack('A'), 'Queue');
    const target = handler(w.stack('A'));
    queue.grantSendMessages(target);
    sqsMapping(w.stack('A'), target, queue);
    expectOrdered(w, w.stack('A'));
  });
});

describe('a role that has mappings in two stacks', () => {
  test.each<[string, (scope: Construct) => lambda.IFunction]>([
    ['of the app', (scope) => handler(scope)],
    ['that exists already', (scope) => importedHandler(scope, imported(scope))],
  ])(
    'has a policy in each, under names of their own, or the one would overwrite the other: a role %s',
    (_, targetIn) => {
      const { app, stack } = world();
      const target = targetIn(stack('Functions'));
      sqsMapping(stack('A'), target);
      sqsMapping(stack('B'), target);
      app.synth();
      const names = ['A', 'B'].flatMap((name) =>
        policiesIn(stack(name)).map(([, { Properties }]) => Properties.PolicyName),
      );
      expect(names).toHaveLength(2);
      expect(new Set(names.map((name) => JSON.stringify(name))).size).toBe(2);
    },
  );

  test('and under the same ids in two apps', () => {
    const names = ['Orders', 'Mails'].map((name) => {
      const { stack } = world();
      sqsMapping(stack(name), importedHandler(stack(name), imported(stack(name))));
      const [[, { Properties }]] = policiesIn(stack(name));
      return JSON.stringify(Properties.PolicyName);
    });
    expect(names[0]).not.toEqual(names[1]);
  });
});

test('a role of another account is left as it is, and the mapping waits for nothing', () => {
  const w = world();
  const stack = w.stack('A', MINE);
  sqsMapping(stack, importedHandler(stack, imported(stack, '222222222222')));
  w.app.synth();
  expect(policiesIn(stack)).toEqual([]);
  const types = Object.values(resourcesIn(stack))
    .map(({ Type }) => Type)
    .sort();
  // Above all there is no policy of the queue, for which the mapping would not wait.
  expect(types).toEqual(['AWS::Lambda::EventSourceMapping', 'AWS::SQS::Queue']);
  expect(Object.values(resourcesIn(stack)).flatMap(({ DependsOn }) => DependsOn ?? [])).toEqual([]);
});
