import { Template } from 'aws-cdk-lib/assertions';
import { AccountRootPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import { SqsEventSourceMapping } from '../../src';
import { Fixtures } from '../fixtures';

function statementsOf(grant: (mapping: SqsEventSourceMapping, role: Role) => void): unknown {
  const f = new Fixtures();
  const mapping = new SqsEventSourceMapping(f.stack, 'Mapping', { queue: f.queue, target: f.target });
  const role = new Role(f.stack, 'Operator', { assumedBy: new AccountRootPrincipal() });
  grant(mapping, role);
  const policies = Object.values(Template.fromStack(f.stack).findResources('AWS::IAM::Policy'));
  const own = policies.filter(({ Properties: { Roles } }) => JSON.stringify(Roles).includes('Operator'));
  return own.flatMap(
    ({
      Properties: {
        PolicyDocument: { Statement },
      },
    }) => Statement as unknown[],
  );
}

const MAPPING_ARN = { 'Fn::GetAtt': [expect.stringMatching(/^Mapping[0-9A-F]{8}$/), 'EventSourceMappingArn'] };

test('an operator may read one mapping', () => {
  expect(statementsOf((mapping, role) => mapping.grantRead(role))).toEqual([
    { Action: 'lambda:GetEventSourceMapping', Effect: 'Allow', Resource: MAPPING_ARN },
  ]);
});

test('an operator may pause and resume one mapping', () => {
  expect(statementsOf((mapping, role) => mapping.grantPauseAndResume(role))).toEqual([
    {
      Action: ['lambda:GetEventSourceMapping', 'lambda:UpdateEventSourceMapping'],
      Effect: 'Allow',
      Resource: MAPPING_ARN,
    },
  ]);
});
