import { Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { IConstruct } from 'constructs';
import { CustomerKey, customerKeyOf } from './keys';
import { accessProblem, KEY_NOT_GRANTED } from './problems';
import { BindHook } from '../model/contract';
import { NamedAt, Permission, PermissionValues, resolveConditions } from '../model/permissions';

/** A permission to use the customer managed key of a resource. */
export interface KeyPermission extends Permission {
  readonly keyIn: NamedAt;
}

/** The ARN of the key, where the resource has one of which the ARN is known. */
export function keyValue({ on, keyIn }: KeyPermission, resource: IConstruct): PermissionValues {
  return { [on]: customerKeyOf(resource, keyIn)?.arn };
}

/** Warns of a key that no policy can name. */
export function keyHooks(permission: KeyPermission, resource: IConstruct, values: PermissionValues = {}): BindHook[] {
  const key = customerKeyOf(resource, permission.keyIn);
  return key === undefined || key.arn !== undefined ? [] : [notGranted(resource, key, permission, values)];
}

/** A policy knows keys by their ARN only: an alias, or a text that may be one, can't be granted. */
function notGranted(
  resource: IConstruct,
  { name }: CustomerKey,
  { actions, conditions, reason }: Permission,
  values: PermissionValues,
): BindHook<IConstruct, IFunction> {
  return (mapping, target) => {
    const Condition = resolveConditions(conditions, values);
    const allowed = { Effect: 'Allow', Action: actions, Resource: 'ARN of the key', Condition };
    const statement = Stack.of(mapping).resolve(allowed) as unknown;
    const {
      node: { path },
    } = resource;
    return accessProblem(
      KEY_NOT_GRANTED,
      `${reason}: ${path} uses ${name}, whose ARN is not known here. Add this statement to the role of the ` +
        `function at ${target.node.path}, or give ${path} the key by its ARN: ${JSON.stringify(statement)}`,
    );
  };
}
