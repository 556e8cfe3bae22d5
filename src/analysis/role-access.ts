import { Granted, grantedTo } from './granted';
import { Need, neededBy } from './needed';
import { isMadeAfter, madeBefore } from '../graph/dependencies';
import { readerOf } from '../graph/l1-properties';
import { attributeOf } from '../graph/references';
import { Template, TemplateMapping } from '../graph/template';
import { Resource, SourceContract, Context } from '../model/contract';
import { Permission } from '../model/permissions';
import { Problem, ruleNamed } from '../model/problem';
import { functionOf } from '../related/invoked';

export const ROLE_ACCESS = {
  ...ruleNamed('role-access'),
  severity: 'warning' as const,
  says: 'FunctionName runs with a role of the template that is not allowed what Lambda needs for the mapping',
  docs: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
};

export const ROLE_ACCESS_ORDER = {
  ...ruleNamed('role-access-order'),
  severity: 'warning' as const,
  says: 'FunctionName runs with a role whose policy for the source the mapping does not wait for',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
};

const WHY_ORDER = 'CloudFormation may make the mapping first, which Lambda then refuses';

/** A mapping, and the role of the template that its function runs with. */
interface Running {
  readonly mapping: TemplateMapping;
  readonly lambda: Resource;
  readonly role: Resource;
  readonly granted: Granted;
}

/** Says what the role of the function lacks, where the role and all of its policies are in the mapping's template. */
export function checkRoleAccess(
  contract: SourceContract,
  template: Template,
  mapping: TemplateMapping,
  context: Context,
): Problem[] {
  const reader = readerOf(mapping.resource);
  const lambda = functionOf(reader, context);
  const role = lambda && template.find(lambda.properties.Role);
  // A role of another template is handed on, to where policies may be attached to it.
  const granted = role?.type === 'AWS::IAM::Role' && role.own === undefined ? grantedTo(role, template) : undefined;
  if (!granted) return [];
  const running = { mapping, lambda: lambda!, role: role!, granted };
  const needs = neededBy(contract, reader, context, template);
  return [...lackOf(running, needs), ...orderOf(running, needs, template)];
}

function lackOf({ lambda, role, granted }: Running, needs: readonly Need[]): Problem[] {
  const lacking: { readonly says: string; readonly reason: string }[] = [];
  for (const { permission, on } of needs) {
    const missing = missingOf(permission, granted, on);
    const onKey = permission.keyIn && on ? ` on ${on.id}` : '';
    if (missing.length > 0) lacking.push({ says: `${missing.join(', ')}${onKey}`, reason: permission.reason });
  }
  if (lacking.length === 0) return [];
  const different = new Map(lacking.map((one) => [JSON.stringify(one), one]));
  return [...different.values()].map(({ says, reason }) => ({
    ...ROLE_ACCESS,
    property: 'functionName',
    resource: `role ${role.id}`,
    says: `of function ${lambda.id} lacks ${says}`,
    form: 'verbatim',
    fix: `allow the role of the function ${says}, in a policy that is made before the mapping`,
    reason,
  }));
}

/** The actions of a permission that a role is not allowed, nor older ones in their place. */
function missingOf({ actions, older = {} }: Permission, granted: Granted, on: Resource | undefined): string[] {
  return actions.filter((action) => {
    const instead = older[action];
    return !granted.mayAllow(action, on) && (instead === undefined || !granted.mayAllow(instead, on));
  });
}

/**
 * Says which policies the mapping has to wait for.
 *
 * Lambda looks at what the role is allowed when it makes the mapping; only keys are used later.
 */
function orderOf(running: Running, needs: readonly Need[], template: Template): Problem[] {
  const { mapping, lambda, role, granted } = running;
  const late: { readonly action: string; readonly givers: readonly string[] }[] = [];
  for (const { permission, on } of needs) {
    for (const action of permission.keyIn ? [] : permission.actions) {
      const givers = granted.givers(action, on);
      const isEarly = givers.length === 0 || givers.some((giver) => isInTime(giver, running, template));
      if (!isEarly) late.push({ action, givers });
    }
  }
  if (late.length === 0) return [];
  const policies = [...new Set(late.flatMap(({ givers }) => givers))].filter((policy) =>
    canWait(mapping, policy, template),
  );
  if (policies.length === 0) return [];
  const actions = [...new Set(late.map(({ action }) => action))].join(', ');
  const waiting = mapping.event === undefined ? 'the mapping' : lambda.id;
  const says =
    `${lambda.id} runs with ${role.id}, which is allowed ${actions} only by ${policies.join(', ')}, for which ` +
    `${waiting} does not wait: ` +
    `add DependsOn: ${policies.join(', ')}`;
  return [{ ...ROLE_ACCESS_ORDER, property: 'functionName', says, form: 'verbatim', reason: WHY_ORDER }];
}

/** Whether a mapping waits for a policy: most do, because the function to which they refer waits for it. */
function isInTime(policy: string, { mapping, lambda }: Running, template: Template): boolean {
  const { FunctionName: name } = mapping.resource.properties;
  const isByFunction = attributeOf(name)?.id === lambda.id && madeBefore(template, lambda.id).has(policy);
  return isByFunction || isMadeAfter(template, mapping.logicalId, policy);
}

/** A function can't wait for a policy that refers to it. */
function canWait({ logicalId }: TemplateMapping, policy: string, template: Template): boolean {
  return !isMadeAfter(template, policy, logicalId);
}
