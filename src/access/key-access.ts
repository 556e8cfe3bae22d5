import { Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { IConstruct } from 'constructs';
import { CustomerKey, keyOf } from './keys';
import { accessProblem, KEY_NOT_GRANTED } from './problems';
import { Access, Wiring } from '../engine/contract';

/** What it takes to use the customer managed key of a resource, where it has one. */
export function keyAccess(resource: IConstruct, actions: readonly string[], why: string, conditions?: Access['conditions']): (Access | Wiring)[] {
  const key = keyOf(resource);
  if (key === undefined) return [];
  const access = { actions, conditions, why };
  return [key.arn === undefined ? notGranted(resource, key, access) : { ...access, resources: [key.arn] }];
}

/** A policy knows keys by their ARN only: an alias, or a text that may be one, can't be granted. */
function notGranted(
  resource: IConstruct, { name }: CustomerKey, { actions, conditions, why }: Omit<Access, 'resources'>,
): Wiring<IConstruct, IFunction> {
  return (mapping, target) => {
    const statement = Stack.of(mapping).resolve({ Effect: 'Allow', Action: actions, Resource: 'ARN of the key', Condition: conditions }) as unknown;
    const { node: { path } } = resource;
    return accessProblem(
      KEY_NOT_GRANTED,
      `${why}: ${path} names ${name}, of which nothing here tells the ARN. Add this statement to the role of the `
        + `function at ${target.node.path}, or give ${path} the key by its ARN: ${JSON.stringify(statement)}`,
    );
  };
}
