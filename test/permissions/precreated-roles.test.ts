import { readFileSync } from 'fs';
import { App, Stack } from 'aws-cdk-lib';
import { CustomizeRolesOptions, Role } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { SqsEventSourceMapping } from '../../src';
import { ACCESS_NOT_GRANTED } from '../../src/permissions/problems';
import { warningsOf } from '../doors';

interface ReportedRole {
  readonly roleConstructPath: string;
  readonly identityPolicyStatements: readonly unknown[];
}

interface Report {
  readonly roles: readonly ReportedRole[];
}

/** A function whose role is made beforehand, with a mapping of each of two queues. */
function appWith(options: CustomizeRolesOptions): App {
  const app = new App();
  const stack = new Stack(app, 'MyStack');
  Role.customizeRoles(stack, options);
  const code = Code.fromInline('exports.handler = async () => {};');
  const target = new Function(stack, 'Handler', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code });
  for (const id of ['Orders', 'Refunds']) {
    new SqsEventSourceMapping(stack, `${id}Mapping`, { queue: new Queue(stack, id), target });
  }
  return app;
}

function reportOf(app: App): Report {
  return JSON.parse(readFileSync(`${app.synth().directory}/iam-policy-report.json`, 'utf8')) as Report;
}

const ROLE = 'MyStack/Handler/ServiceRole';
const statement = (queue: string) => ({
  Action: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
  Effect: 'Allow',
  Resource: `(MyStack/${queue}/Resource.Arn)`,
});

describe.each<[string, CustomizeRolesOptions, { readonly roles: string[]; readonly warnings: string[] }]>([
  ['that is made beforehand', { usePrecreatedRoles: { [ROLE]: 'handler' } }, { roles: [], warnings: [] }],
  [
    'that the app makes too, but without policies',
    { preventSynthesis: false },
    {
      roles: ['AWS::IAM::Role'],
      warnings: ['mapping-access-not-granted'],
    },
  ],
])('a role %s', (_, options, { roles, warnings }) => {
  const app = appWith(options);
  const report = reportOf(app);

  test('has its statements in the report', () => {
    const { identityPolicyStatements } = report.roles.find(({ roleConstructPath }) => roleConstructPath === ROLE)!;
    expect(identityPolicyStatements).toEqual(['Orders', 'Refunds'].map(statement));
  });

  test('gets no policy', () => {
    const { Resources } = app.synth().getStackByName('MyStack').template as { Resources: object };
    const types = Object.values<{ readonly Type: string }>(Resources as {}).map(({ Type }) => Type);
    expect(types.filter((type) => type.startsWith('AWS::IAM::'))).toEqual(roles);
  });

  test('leads to a warning only where the statements are missing', () => {
    const given = app.node
      .findAll()
      .flatMap(warningsOf)
      .map(({ rule }) => rule);
    expect([...new Set(given)].filter((rule) => rule === ACCESS_NOT_GRANTED.rule)).toEqual(warnings);
  });
});
