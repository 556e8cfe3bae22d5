import { join } from 'path';
import { command, folderWith, MAPPING } from './run';

const REF = (id: string) => ({ Ref: id });
const ARN = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

const FUNCTION = { Type: 'AWS::Lambda::Function', Properties: { Role: ARN('Role') } };
const ROLE = {
  Type: 'AWS::IAM::Role',
  Metadata: { 'aws:cdk:path': 'App/Handler/ServiceRole/Resource' },
  Properties: {},
};
const QUEUE = { Type: 'AWS::SQS::Queue' };
const AROUND = { Handler: FUNCTION, Role: ROLE, Queue: QUEUE };

const JOBS = { EventSourceArn: ARN('Queue'), FunctionName: REF('Handler') };
const KAFKA = {
  EventSourceArn: 'arn:aws:kafka:eu-west-1:123456789012:cluster/clicks/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2',
  FunctionName: REF('Handler'),
  StartingPosition: 'LATEST',
  Topics: ['clicks'],
};
const mapping = (Properties: object, more: object = {}) => ({ Type: MAPPING, Properties, ...more });
const construct = (path: string) => ({ Metadata: { 'aws:cdk:path': `${path}/Resource` } });
const policy = (...Action: string[]) => ({
  Type: 'AWS::IAM::Policy',
  Properties: { Roles: [REF('Role')], PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource: '*' }] } },
});
const template = (resources: object) => ({ Resources: { ...AROUND, ...resources } });

type Step = { readonly [name: string]: unknown };

function migrate(before: object, after: object, ...args: string[]) {
  const folder = folderWith({ 'old.json': before, 'new.json': after });
  return command('migrate', join(folder, 'old.json'), join(folder, 'new.json'), ...args);
}

function steps(before: object, after: object): Step[] {
  const { stdout, status } = migrate(template(before), template(after), '--format', 'json');
  const found = JSON.parse(stdout) as Step[];
  expect(status).toBe(found.length > 0 ? 1 : 0);
  return found;
}

describe('a mapping under another logical id', () => {
  test('is told with all that the update changes', () => {
    const [step, ...more] = steps(
      { Old: mapping({ ...JOBS, BatchSize: 10 }) },
      { Young: mapping({ ...JOBS, Enabled: false }, { ...construct('App/Jobs'), DependsOn: ['Policy'] }) },
    );
    expect(more).toEqual([]);
    expect(step).toEqual({
      file: expect.stringMatching(/new\.json$/),
      construct: 'App/Jobs',
      logicalId: 'Young',
      adopts: 'Old',
      differences: [
        { property: 'BatchSize', before: 10, after: null },
        { property: 'DependsOn', before: null, after: ['Policy'] },
        { property: 'Enabled', before: null, after: false },
      ],
    });
  });

  test('is none where the id is the same', () =>
    expect(steps({ Same: mapping(JOBS) }, { Same: mapping({ ...JOBS, BatchSize: 7 }) })).toEqual([]));

  test.each<[string, object, object]>([
    ['source', JOBS, { ...JOBS, EventSourceArn: ARN('Other') }],
    ['function', JOBS, { ...JOBS, FunctionName: REF('Other') }],
    [
      'alias',
      { ...JOBS, FunctionName: { 'Fn::Sub': '${Handler}:one' } },
      { ...JOBS, FunctionName: { 'Fn::Sub': '${Handler}:two' } },
    ],
    ['topic', KAFKA, { ...KAFKA, Topics: ['orders'] }],
  ])('is none of another %s', (_, before, after) => {
    const others = { Other: { Type: 'AWS::SQS::Queue' } };
    expect(steps({ Old: mapping(before), ...others }, { Young: mapping(after), ...others })).toEqual([]);
  });

  test.each<[string, unknown, unknown, object]>([
    ['its ARN', ARN('Handler'), REF('Handler'), {}],
    ['a literal ARN', 'arn:aws:lambda:eu-west-1:123456789012:function:jobs', 'jobs', {}],
    [
      'an alias as a resource',
      REF('Live'),
      { 'Fn::Sub': '${Handler}:live' },
      { Live: { Type: 'AWS::Lambda::Alias', Properties: { Name: 'live', FunctionName: REF('Handler') } } },
    ],
  ])('is found where the function is named by %s', (_, before, after, others) => {
    const named = (FunctionName: unknown) => mapping({ ...JOBS, FunctionName });
    const found = steps({ Old: named(before), ...others }, { Young: named(after), ...others });
    expect(found).toMatchObject([{ adopts: 'Old' }]);
  });

  test('is found where an event of AWS SAM made it', () => {
    const sam = {
      Handler: {
        Type: 'AWS::Serverless::Function',
        Properties: {
          AutoPublishAlias: 'live',
          Events: { Jobs: { Type: 'SQS', Properties: { Queue: ARN('Queue') } } },
        },
      },
    };
    const live = { Live: { Type: 'AWS::Lambda::Alias', Properties: { Name: 'live', FunctionName: REF('Handler') } } };
    expect(steps(sam, { Young: mapping({ ...JOBS, FunctionName: REF('Live') }), ...live })).toMatchObject([
      { adopts: 'HandlerJobs' },
    ]);
  });

  test('is found where brokers were added', () => {
    const own = (...KafkaBootstrapServers: string[]) =>
      mapping({
        SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers } },
        FunctionName: REF('Handler'),
        Topics: ['clicks'],
      });
    expect(
      steps({ Old: own('a.example.com:9092') }, { Young: own('a.example.com:9092', 'b.example.com:9092') }),
    ).toMatchObject([{ adopts: 'Old' }]);
    expect(steps({ Old: own('a.example.com:9092') }, { Young: own('b.example.com:9092') })).toEqual([]);
  });
});

describe('no guess', () => {
  test('where two old mappings come into question', () => {
    const before = { One: mapping(JOBS), Two: mapping(JOBS) };
    const after = { Young: mapping(JOBS, construct('App/Jobs')) };
    const [step] = steps(before, after);
    expect(step).toMatchObject({ construct: 'App/Jobs', adopts: null, candidates: ['One', 'Two'], rivals: [] });
    expect(migrate(template(before), template(after)).stdout).toContain(
      'App/Jobs\n  may be One or Two: write adopts where you know which one it is\n',
    );
  });

  test('where two new mappings come into question', () => {
    const found = steps({ Old: mapping(JOBS) }, { One: mapping(JOBS), Two: mapping(JOBS) });
    expect(found).toMatchObject([
      { logicalId: 'One', adopts: null, rivals: ['Two'] },
      { logicalId: 'Two', adopts: null, rivals: ['One'] },
    ]);
  });

  test("of a value that Lambda can't change, and that is another one", () => {
    const young = mapping(
      { ...KAFKA, AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: 'group' } },
      construct('App/Clicks'),
    );
    const old = { Old: mapping(KAFKA) };
    expect(steps(old, { Young: young })).toMatchObject([
      { adopts: null, fixed: ['AmazonManagedKafkaEventSourceConfig.ConsumerGroupId'] },
    ]);
    expect(migrate(template(old), template({ Young: young })).stdout).toContain(
      "can't adopt yet: Lambda can't change AmazonManagedKafkaEventSourceConfig.ConsumerGroupId. Write the old " +
        'value, and run migrate again',
    );
  });
});

test('what a role loses is told, by the role', () => {
  const before = {
    Old: mapping(JOBS),
    OldPolicy: policy('sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueUrl'),
  };
  const after = { Young: mapping(JOBS), NewPolicy: policy('sqs:Receive*') };
  const lost = {
    role: 'App/Handler/ServiceRole',
    actions: ['sqs:ChangeMessageVisibility', 'sqs:GetQueueUrl'],
    managedPolicies: [],
  };
  expect(steps(before, after)).toMatchObject([{ lost }]);
  expect(migrate(template(before), template(after)).stdout).toContain(
    '  App/Handler/ServiceRole: sqs:ChangeMessageVisibility, sqs:GetQueueUrl\n',
  );
  expect(steps(before, { ...after, Own: policy('sqs:*') })[0]).not.toHaveProperty('lost');
});

test.each([
  ['AWS::IAM::Policy', { Roles: [REF('Role')] }],
  ['AWS::IAM::ManagedPolicy', { Roles: [REF('Role')] }],
  ['AWS::IAM::RolePolicy', { RoleName: REF('Role') }],
])('what a role loses with its %s is told', (Type, named) => {
  const OldPolicy = { ...policy(), Type, Properties: { ...policy('sqs:GetQueueUrl').Properties, Roles: [], ...named } };
  expect(steps({ Old: mapping(JOBS), OldPolicy }, { Young: mapping(JOBS) })).toMatchObject([
    { lost: { actions: ['sqs:GetQueueUrl'] } },
  ]);
});

test('a managed policy that goes is told by its name', () => {
  const arn = {
    'Fn::Join': ['', ['arn:', REF('AWS::Partition'), ':iam::aws:policy/service-role/AWSLambdaMSKExecutionRole']],
  };
  const withPolicy = { ...AROUND, Role: { ...ROLE, Properties: { ManagedPolicyArns: [arn] } } };
  const before = { ...withPolicy, Old: mapping(KAFKA) };
  const after = { Young: mapping(KAFKA) };
  expect(steps(before, after)).toMatchObject([
    { lost: { actions: [], managedPolicies: ['service-role/AWSLambdaMSKExecutionRole'] } },
  ]);
  const { stdout } = migrate(template(before), template(after));
  expect(stdout).toContain('App/Handler/ServiceRole: all of the managed policy service-role/AWSLambdaMSKExecutionRole');
});

describe('rights that may be gone for a moment', () => {
  const OWN = policy('sqs:ReceiveMessage', 'dynamodb:GetItem');
  const roleWith = (Properties: object) => ({ Role: { ...ROLE, Properties } });
  const inRole = { Policies: [{ PolicyName: 'own', PolicyDocument: OWN.Properties.PolicyDocument }] };
  const arn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole';
  const young = { Young: mapping(JOBS), NewPolicy: policy('sqs:ReceiveMessage') };
  const told = (before: object, after: object) => {
    const { stdout } = migrate(template({ Old: mapping(JOBS), ...before }), template({ ...young, ...after }));
    return /in between\.[^]*?\n((?: {2}.*\n)+)/.exec(stdout)?.[1].trim();
  };

  test.each<[string, string | undefined, object, object]>([
    ['in a policy that is deleted, and so is last', undefined, { OldPolicy: OWN }, {}],
    ['in a policy that stays', 'sqs:ReceiveMessage', { Policy: OWN }, { Policy: policy('dynamodb:GetItem') }],
    ['in a policy that does not change', undefined, { Policy: OWN }, { Policy: OWN }],
    ['in the role itself', 'sqs:ReceiveMessage', roleWith(inRole), {}],
    [
      'in a managed policy of the role',
      'all of the managed policy service-role/AWSLambdaSQSQueueExecutionRole',
      roleWith({ ManagedPolicyArns: [arn] }),
      {},
    ],
    ['in the role itself, which keeps them', undefined, roleWith(inRole), roleWith(inRole)],
    ['in two policies, of which one is deleted', undefined, { ...roleWith(inRole), OldPolicy: OWN }, {}],
  ])('are told by what gave them: %s', (_, rights, before, after) =>
    expect(told(before, after)).toBe(rights && `App/Handler/ServiceRole: ${rights}`),
  );

  test('are told until the deployment, when nothing is left to adopt', () => {
    const { stdout, status } = migrate(
      template({ Old: mapping(JOBS), ...roleWith(inRole) }),
      template({ ...young, Old: mapping(JOBS), Young: QUEUE }),
    );
    expect(stdout).toContain('  App/Handler/ServiceRole: sqs:ReceiveMessage\n');
    expect(status).toBe(0);
  });

  test('are not told of roles that have no mapping', () => {
    const { stdout } = migrate(template({ Policy: OWN }), template({ Policy: policy(), Other: OWN }));
    expect(stdout).toBe('nothing is left to adopt\n');
  });
});

describe('a mapping that moves to another stack', () => {
  const KNOWN = { EventSourceArn: 'arn:aws:sqs:eu-west-1:123456789012:jobs', FunctionName: 'handler' };
  const listed = (content: unknown) => join(folderWith({ 'resources.json': content as object }), 'resources.json');
  const old = folderWith({
    'A.template.json': { Resources: { Old: mapping(KNOWN), Queue: QUEUE } },
    'B.template.json': { Resources: { Queue: QUEUE } },
  });
  const young = folderWith({
    'A.template.json': { Resources: { Queue: QUEUE } },
    'B.template.json': { Resources: { Queue: QUEUE, Young: mapping(KNOWN, construct('B/Jobs')) } },
  });

  test('is told apart, with the way to import it', () => {
    const { stdout, status } = command('migrate', old, young, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject([
      { file: 'B.template.json', adopts: null, movedFrom: { file: 'A.template.json', logicalId: 'Old' } },
    ]);
    expect(status).toBe(1);
    const text = command('migrate', old, young).stdout;
    expect(text).toContain('Young is Old of A.template.json, in another stack');
    expect(text).toContain('cdk import <stack> --resource-mapping mapping.json');
    expect(text).toContain('aws cloudformation list-stack-resources');
  });

  test('has the file for the import where its identifier is given', () => {
    const resources = listed({
      StackResourceSummaries: [
        { LogicalResourceId: 'Old', PhysicalResourceId: '14e0db71-5d35-4eb5-b481-8945cf9d10c2' },
      ],
    });
    const [, file] = /mapping\.json:\n(\{[^]*?\n\})/.exec(
      command('migrate', old, young, '--resources', resources).stdout,
    )!;
    expect(JSON.parse(file)).toEqual({ Young: { Id: '14e0db71-5d35-4eb5-b481-8945cf9d10c2' } });
  });

  describe('with others, from and to several stacks', () => {
    const other = { ...KNOWN, EventSourceArn: 'arn:aws:sqs:eu-west-1:123456789012:mails' };
    const resources = listed({
      StackResources: ['Old', 'Other'].map((id) => ({ LogicalResourceId: id, PhysicalResourceId: `id-of-${id}` })),
    });
    const told = (idOfOther: string) => {
      const before = folderWith({
        'A.template.json': { Resources: { Old: mapping(KNOWN) } },
        'B.template.json': { Resources: { [idOfOther]: mapping(other) } },
      });
      const after = folderWith({
        'C.template.json': { Resources: { Young: mapping(KNOWN) } },
        'D.template.json': { Resources: { Young: mapping(other) } },
      });
      return command('migrate', before, after, '--resources', resources).stdout;
    };

    test('has a file for each new stack', () => {
      expect(told('Other')).toContain(
        'mapping.json of C.template.json:\n{\n  "Young": {\n    "Id": "id-of-Old"\n  }\n}\n' +
          'mapping.json of D.template.json:\n{\n  "Young": {\n    "Id": "id-of-Other"\n  }\n}\n',
      );
    });

    test('has none where two old stacks have the same logical id, of which the list has one', () => {
      expect(told('Old')).not.toContain('id-of-Old');
      expect(told('Old')).toContain('aws cloudformation list-stack-resources');
    });
  });

  test.each([['{}'], ['nothing'], ['[]']])('needs a list of resources, which %s is not', (content) => {
    const { status, stderr } = command('migrate', old, young, '--resources', listed(content));
    expect(status).toBe(2);
    expect(stderr).toContain('can\'t be read as the output of "aws cloudformation list-stack-resources"');
  });
});

test('people read text to copy', () => {
  const { stdout } = migrate(
    template({
      Old: mapping({ ...KAFKA, BatchSize: 100 }),
      Jobs: mapping(JOBS),
      Policy: policy('sqs:GetQueueUrl', 'sqs:ReceiveMessage', 'dynamodb:GetItem'),
    }),
    template({
      Young: mapping(KAFKA, construct('App/Clicks')),
      MyJobs: mapping(JOBS, { ...construct('App/Jobs'), DependsOn: 'NewPolicy' }),
      Policy: policy('dynamodb:GetItem'),
      NewPolicy: policy('sqs:ReceiveMessage'),
    }),
  );
  expect(stdout).toMatchSnapshot();
});

test('nothing is left where nothing is', () => {
  const { stdout, status } = migrate(template({ A: mapping(JOBS) }), template({ A: mapping(JOBS) }));
  expect([stdout, status]).toEqual(['nothing is left to adopt\n', 0]);
  expect(migrate(template({}), template({}), '--format', 'json').stdout).toBe('[]\n');
});

test("what can't be read is told", () => {
  const { status, stderr, stdout } = command(
    'migrate',
    join(folderWith({}), 'none.json'),
    folderWith({ 'a.json': template({}) }),
  );
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('does not exist');
});
