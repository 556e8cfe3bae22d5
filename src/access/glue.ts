import { arnPart } from './arn-parts';
import { Access } from '../engine/contract';

/** What it takes to read the schemas of a registry. */
export function registryAccess(registryArn: string): Access[] {
  const why = 'Lambda reads the schemas';
  return [
    { actions: ['glue:GetRegistry'], resources: [registryArn], why },
    { actions: ['glue:GetSchemaVersion'], resources: [registryArn, schemasOf(registryArn)], why },
  ];
}

/** A registry arn:...:registry/NAME has the schemas arn:...:schema/NAME/SCHEMA. */
function schemasOf(registryArn: string): string {
  const separator = ':registry/';
  return `${arnPart(registryArn, separator, 0)}:schema/${arnPart(registryArn, separator, 1)}/*`;
}
