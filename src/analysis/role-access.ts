import { keyToAllow } from './encryption-key';
import { Granted, grantedTo } from './granted';
import { lookOf } from '../graph/l1-properties';
import { Template, TemplateMapping } from '../graph/template';
import { Look, Resource, SourceContract, Where } from '../model/contract';
import { Permission } from '../model/permissions';
import { Problem, ruleNamed } from '../model/problem';
import { functionOf } from '../related/function';

export const ROLE_ACCESS = {
  ...ruleNamed('role-access'),
  severity: 'warning' as const,
  says: 'FunctionName runs with a role of the template that is not allowed what Lambda needs for the mapping',
  page: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
};

/** Says what the role of the function lacks, where the role and all of its policies are in the mapping's template. */
export function checkRoleAccess(contract: SourceContract, template: Template, { resource }: TemplateMapping, where: Where): Problem[] {
  const look = lookOf(resource);
  const lambda = functionOf(look, where);
  const role = lambda && template.find(lambda.properties.Role);
  // A role of another template is handed on, to where policies may be attached to it.
  const granted = role?.type === 'AWS::IAM::Role' && role.own === undefined ? grantedTo(role, template) : undefined;
  if (!granted) return [];
  const lacking = contract.permissions.flatMap((permission) => {
    const { isNeeded, on } = needOf(permission, look, template);
    const missing = isNeeded ? missingOf(permission, granted, on) : [];
    const onKey = permission.keyIn && on ? ` on ${on.id}` : '';
    return missing.length === 0 ? [] : [{ says: `${missing.join(', ')}${onKey}`, reason: permission.why }];
  });
  const different = new Map(lacking.map((one) => [JSON.stringify(one), one]));
  return [...different.values()].map(({ says, reason }) => ({
    ...ROLE_ACCESS,
    property: 'functionName',
    says: `${lambda!.id} runs with ${role!.id}, which is not allowed ${says}`,
    form: 'verbatim',
    reason,
  }));
}

/** The actions of a permission that a role is not allowed, nor older ones in their place. */
function missingOf({ actions, older = {} }: Permission, granted: Granted, on: Resource | undefined): string[] {
  return actions.filter((action) => ![action, older[action] ?? action].some((one) => granted.mayAllow(one, on)));
}

/** Whether a template's mapping needs a permission for sure, and the resource that it needs it on. */
interface Need {
  readonly isNeeded: boolean;
  readonly on?: Resource;
}

function needOf({ at, on, type, keyIn }: Permission, look: Look, template: Template): Need {
  const [named] = at === undefined ? [] : look.values(at);
  if (named === undefined) return { isNeeded: false };
  const found = template.find(named);
  if (type !== undefined && found?.type !== type) return { isNeeded: false };
  if (keyIn === undefined) return { isNeeded: true, on: on === '*' ? undefined : found };
  const key = found && keyToAllow(found, keyIn, template);
  return { isNeeded: key !== undefined, on: key };
}
