import { CfnResource, Duration } from 'aws-cdk-lib';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { ALL, BEHIND_A_BROKER, BROKERS, KAFKA, RelatedCase, QUEUES, STREAMS } from './cases';
import { functionIn, override } from './world';
import { Fixtures } from '../fixtures';

const target = (props: Partial<lambda.FunctionProps>) => (f: Fixtures) => ({ target: functionIn(f, 'Target', props) });
const imported = (f: Fixtures) =>
  lambda.Function.fromFunctionAttributes(f.stack, 'Imported', {
    functionArn: 'arn:aws:lambda:us-east-1:111122223333:function:imported',
    role: f.target.role,
    sameEnvironment: true,
  });

const TENANTS: RelatedCase[] = [
  {
    name: 'a function that isolates tenants',
    sources: ALL,
    given: target({ tenancyConfig: lambda.TenancyConfig.PER_TENANT }),
    problems: ['mapping-function-tenant-isolated'],
  },
  {
    name: 'a function whose tenants are isolated afterwards',
    sources: ['kinesis'],
    given: () => ({}),
    edit: (f) => override(f.target, 'TenancyConfig.TenantIsolationMode', 'PER_TENANT'),
    problems: ['mapping-function-tenant-isolated'],
  },
];

const targetIn = (f: Fixtures) => f.stack.node.findChild('Target') as lambda.Function;
const PROVISIONED = { provisionedConcurrentExecutions: 5 };

const durable =
  (seconds: number | object, more = {}) =>
  (f: Fixtures) => {
    const fn = functionIn(f, 'Target');
    override(fn, 'DurableConfig', { ExecutionTimeout: seconds });
    Object.entries(more).forEach(([path, value]) => override(fn, path, value));
    return { target: fn.latestVersion };
  };
const managed = {
  CapacityProviderConfig: { LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: 'arn' } },
};

const UNLIMITED = ALL.filter((source) => ![...BROKERS, 'documentdb'].includes(source));
const LIMITED = [...BROKERS, 'documentdb'];

const DURABLE: RelatedCase[] = [
  { name: 'a durable function of 15 minutes', sources: ALL, given: durable(900), problems: [] },
  {
    name: 'a durable function of more',
    sources: ALL,
    given: durable(901),
    problems: ['mapping-function-durable-execution-undocumented'],
  },
  {
    name: 'a durable function of 30 minutes',
    sources: ALL,
    given: durable(1800),
    problems: ['mapping-function-durable-execution-undocumented'],
  },
  {
    name: 'a durable function of more than any function runs',
    sources: ALL,
    given: durable(1801),
    problems: ['mapping-function-durable-execution-timeout'],
  },
  {
    name: 'a durable function of 90 minutes on managed instances',
    sources: UNLIMITED,
    given: durable(5400, managed),
    problems: [],
  },
  {
    name: 'a durable function of more on managed instances',
    sources: ['sqs'],
    given: durable(5401, managed),
    problems: ['mapping-function-durable-execution-timeout'],
  },
  {
    name: 'a durable function of 30 minutes on managed instances',
    sources: LIMITED,
    given: durable(1800, managed),
    problems: ['mapping-function-durable-execution-undocumented'],
  },
  {
    name: 'a durable function of 31 minutes on managed instances',
    sources: LIMITED,
    given: durable(1860, managed),
    problems: ['mapping-function-durable-execution-timeout'],
  },
  {
    name: 'a durable function of which the time is not known',
    sources: ['sqs'],
    given: durable({ 'Fn::ImportValue': 'Time' }),
    problems: [],
  },
];

const unqualified = (f: Fixtures) => {
  durable(600)(f);
  return { target: f.stack.node.findChild('Target') };
};

const QUALIFIED: RelatedCase[] = [
  {
    name: 'a durable function without a version',
    sources: ALL,
    given: unqualified,
    problems: ['mapping-function-durable-unqualified'],
  },
  {
    name: 'an alias of a durable function',
    sources: ['sqs'],
    given: (f) => {
      durable(600)(f);
      return { target: targetIn(f).addAlias('live') };
    },
    problems: [],
  },
  {
    name: 'a version of a durable function',
    sources: ['kinesis'],
    given: (f) => {
      durable(600)(f);
      return { target: targetIn(f).currentVersion };
    },
    problems: [],
  },
  {
    name: 'a durable function without a version, with provisioned concurrency',
    sources: ['sqs'],
    given: (f) => {
      unqualified(f);
      targetIn(f).addAlias('live', PROVISIONED);
      return { target: targetIn(f) };
    },
    problems: ['mapping-function-durable-unqualified'],
  },
  ...ALL.map((source): RelatedCase => ({
    name: 'a function whose alias has provisioned concurrency',
    sources: [source],
    given: (f) => {
      const fn = functionIn(f, 'Target');
      fn.addAlias('live', PROVISIONED);
      return { target: fn };
    },
    problems: ['mapping-function-unqualified'],
  })),
  {
    name: 'the newest version of a function whose version has provisioned concurrency',
    sources: ['sqs'],
    given: (f) => {
      const fn = functionIn(f, 'Target', { currentVersionOptions: PROVISIONED });
      fn.currentVersion.node.addMetadata('made', true);
      return { target: fn.latestVersion };
    },
    problems: ['mapping-function-unqualified'],
  },
  {
    name: 'an alias with provisioned concurrency',
    sources: ['sqs'],
    given: (f) => ({ target: functionIn(f, 'Target').addAlias('live', PROVISIONED) }),
    problems: [],
  },
  {
    name: 'another alias than the one with provisioned concurrency',
    sources: ['sqs'],
    given: (f) => {
      const fn = functionIn(f, 'Target');
      fn.addAlias('live', PROVISIONED);
      return { target: fn.addAlias('next') };
    },
    problems: [],
  },
  {
    name: 'a function whose alias has no provisioned concurrency',
    sources: ['sqs'],
    given: (f) => {
      const fn = functionIn(f, 'Target');
      fn.addAlias('live');
      return { target: fn };
    },
    problems: [],
  },
  {
    name: 'a function beside one whose alias has provisioned concurrency',
    sources: ['sqs'],
    given: (f) => {
      functionIn(f, 'Other').addAlias('live', PROVISIONED);
      return { target: functionIn(f, 'Target') };
    },
    problems: [],
  },
  {
    name: 'a function with SnapStart for its versions',
    sources: ['sqs'],
    given: (f) => {
      const fn = functionIn(f, 'Target');
      override(fn, 'SnapStart.ApplyOn', 'PublishedVersions');
      return { target: fn };
    },
    problems: ['mapping-function-unqualified'],
  },
  {
    name: 'a function without SnapStart',
    sources: ['sqs'],
    given: (f) => {
      const fn = functionIn(f, 'Target');
      override(fn, 'SnapStart.ApplyOn', 'None');
      return { target: fn };
    },
    problems: [],
  },
  {
    name: 'a version with SnapStart',
    sources: ['sqs'],
    given: (f) => {
      const fn = functionIn(f, 'Target');
      override(fn, 'SnapStart.ApplyOn', 'PublishedVersions');
      return { target: fn.currentVersion };
    },
    problems: [],
  },
  {
    name: 'a function whose alias is deployed gradually',
    sources: ['sqs'],
    given: (f) => {
      const fn = functionIn(f, 'Target');
      new codedeploy.LambdaDeploymentGroup(f.stack, 'Deployments', { alias: fn.addAlias('live') });
      return { target: fn };
    },
    problems: ['mapping-function-unqualified'],
  },
];

const webFunction = (type: string, attribute: string) => (f: Fixtures) => {
  const web = new CfnResource(f.stack, 'Web', { type });
  (f.stack.node.findChild('Mapping0').node.defaultChild as CfnResource).addPropertyOverride(
    'FunctionName',
    web.getAtt(attribute),
  );
};

const WEB: RelatedCase[] = [
  {
    name: 'a web function',
    sources: ALL,
    given: () => ({}),
    edit: webFunction('AWS::Lambda::WebFunction', 'FunctionArn'),
    problems: ['mapping-function-is-web'],
  },
  {
    name: 'a web function of AWS SAM',
    sources: ['sqs'],
    given: () => ({}),
    edit: webFunction('AWS::Serverless::WebFunction', 'Arn'),
    problems: ['mapping-function-is-web'],
  },
];

const CONCURRENCY: RelatedCase[] = [
  {
    name: 'a reserved concurrency of 0',
    sources: ALL,
    given: target({ reservedConcurrentExecutions: 0 }),
    problems: ['mapping-function-without-concurrency'],
  },
  {
    name: 'a reserved concurrency of 5',
    sources: ALL,
    given: target({ reservedConcurrentExecutions: 5 }),
    problems: [],
  },
];

const MINUTES = Duration.minutes(14);

const onManagedInstances = (seconds: number) => (f: Fixtures) => {
  const fn = f.stack.node.findChild('Target');
  override(fn, 'Timeout', seconds);
  override(fn, 'CapacityProviderConfig', managed.CapacityProviderConfig);
};

const TIMEOUT: RelatedCase[] = [
  { name: 'a timeout of 14 minutes', sources: BEHIND_A_BROKER, given: target({ timeout: MINUTES }), problems: [] },
  {
    name: 'a timeout of more',
    sources: BEHIND_A_BROKER,
    given: target({ timeout: Duration.seconds(841) }),
    problems: ['function-timeout'],
  },
  {
    name: 'a timeout of 15 minutes, of a stream',
    sources: STREAMS,
    given: target({ timeout: Duration.minutes(15) }),
    problems: [],
  },
  {
    name: 'a timeout of 90 minutes on managed instances',
    sources: KAFKA,
    given: target({}),
    edit: onManagedInstances(5400),
    problems: [],
  },
  {
    name: 'a timeout of more than 14 minutes on managed instances',
    sources: LIMITED,
    given: target({}),
    edit: onManagedInstances(841),
    problems: ['function-timeout'],
  },
  {
    name: 'a timeout of more behind an alias',
    sources: BEHIND_A_BROKER,
    given: (f) => ({ target: functionIn(f, 'Target', { timeout: Duration.minutes(15) }).addAlias('live') }),
    problems: ['function-timeout'],
  },
  {
    name: 'a timeout of more behind a version',
    sources: BEHIND_A_BROKER,
    given: (f) => ({ target: functionIn(f, 'Target', { timeout: Duration.minutes(15) }).currentVersion }),
    problems: ['function-timeout'],
  },
  {
    name: 'an imported function',
    sources: [...QUEUES, ...BEHIND_A_BROKER],
    given: (f) => ({ target: imported(f) }),
    problems: [],
  },
  {
    name: 'a timeout that is not known',
    sources: [...QUEUES, ...BEHIND_A_BROKER],
    given: () => ({}),
    edit: (f) => override(f.target, 'Timeout', { Ref: 'Somewhere' }),
    problems: [],
  },
  {
    name: 'a timeout that is brought down afterwards',
    sources: BEHIND_A_BROKER,
    given: target({ timeout: Duration.minutes(15) }),
    edit: (f) => override(f.stack.node.findChild('Target'), 'Timeout', 60),
    problems: [],
  },
];

export const FUNCTION_CASES = [...TENANTS, ...DURABLE, ...QUALIFIED, ...WEB, ...CONCURRENCY, ...TIMEOUT];
