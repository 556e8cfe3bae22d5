import { objectsIn } from './siblings';
import type { Template } from './template';
import { memoize } from '../model/memoize';

const CONNECTOR = 'AWS::Serverless::Connector';

/**
 * Whether a connector of AWS SAM, for which policies are made, may be for one of these resources.
 *
 * It names a resource by its id or its role, or stands in it.
 */
export function isConnected(template: Template, ids: readonly string[]): boolean {
  const texts = textsOfConnectors(template);
  return ids.some((id) => texts.some((text) => new RegExp(`\\b${id}\\b`).test(text)));
}

const textsOfConnectors = memoize((template: Template): readonly string[] => {
  const ends = template.all(CONNECTOR).map(({ properties }) => properties);
  const inside = Object.entries(template.resources).flatMap(([id, definition]) => {
    const { Connectors: connectors } = (definition ?? {}) as { Connectors?: unknown };
    return connectors === undefined ? [] : [{ id, connectors }];
  });
  return [...objectsIn([ends, inside])]
    .flatMap((one) => Object.values(one) as unknown[])
    .filter((one) => typeof one === 'string');
});
