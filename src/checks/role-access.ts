import { grantedTo } from './granted';
import { neededFor } from './needed';
import { Resource, SourceContract, Where } from '../engine/contract';
import { Problem, ruleNamed } from '../engine/problem';
import { functionOf } from '../neighbours/function';
import { lookOf } from '../template/l1-properties';
import { Template, TemplateMapping } from '../template/template';

export const ROLE_ACCESS = {
  ...ruleNamed('role-access'),
  severity: 'warning' as const,
  says: 'FunctionName runs with a role of the template that is not allowed what Lambda needs for the mapping',
  page: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
};

/** What serves as well. */
const OLDER: { readonly [action: string]: string } = { 'kafka:DescribeClusterV2': 'kafka:DescribeCluster' };

/** Sources on whose ARN, or a part of it, all of their actions are; a consumer also needs actions on its stream. */
const ON_THE_SOURCE = ['sqs', 'sqs-fifo', 'kinesis', 'dynamodb'];

/** Says what the role of the function lacks, where the role and all of its policies are in the mapping's template. */
export function checkRoleAccess(contract: SourceContract, template: Template, { resource }: TemplateMapping, where: Where): Problem[] {
  const look = lookOf(resource);
  const lambda = functionOf(look, where);
  const role = lambda && template.find(lambda.properties.Role);
  // A role of another template is handed on, to where policies may be attached to it.
  const granted = role?.type === 'AWS::IAM::Role' && role.own === undefined ? grantedTo(role, template) : undefined;
  if (!granted) return [];
  return neededFor(contract, look, where).flatMap(({ actions, why, property }) => {
    const on = resourceOf(contract, template.find(look.values(property)[0]), property);
    const missing = actions.filter((action) => ![action, OLDER[action] ?? action].some((one) => granted.mayAllow(one, on)));
    const says = `${lambda!.id} runs with ${role!.id}, which is not allowed ${missing.join(', ')}`;
    return missing.length === 0 ? [] : [{ ...ROLE_ACCESS, property: 'functionName', says, form: 'verbatim', reason: why }];
  });
}

function resourceOf({ id }: SourceContract, found: Resource | undefined, property: string): Resource | undefined {
  return property !== 'eventSourceArn' || ON_THE_SOURCE.includes(id) ? found : undefined;
}
