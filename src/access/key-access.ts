import { Annotations, Stack } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { CustomerKey, keyOf } from './keys';
import { Access, Wiring } from '../engine/contract';

/** What it takes to use the customer managed key of a resource, where it has one. */
export function keyAccess(resource: IConstruct, actions: readonly string[], why: string, conditions?: Access['conditions']): (Access | Wiring)[] {
  const key = keyOf(resource);
  if (key === undefined) return [];
  const access = { actions, conditions, why };
  return [key.arn === undefined ? notGranted(resource, key, access) : { ...access, resources: [key.arn] }];
}

/** A policy knows keys by their ARN only: an alias, or a text that may be one, can't be granted. */
function notGranted(resource: IConstruct, { name }: CustomerKey, { actions, conditions, why }: Omit<Access, 'resources'>): Wiring<IConstruct> {
  return (mapping) => {
    const statement = Stack.of(mapping).resolve({ Effect: 'Allow', Action: actions, Resource: 'ARN of the key', Condition: conditions }) as unknown;
    Annotations.of(mapping).addWarningV2(
      'mapping-key-not-granted',
      `${why}: ${resource.node.path} names ${name}, of which nothing here tells the ARN. Add this statement to the function's role, `
        + `or give ${resource.node.path} the key by its ARN: ${JSON.stringify(statement)}`,
    );
  };
}
