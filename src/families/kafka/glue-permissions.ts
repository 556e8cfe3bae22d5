import { Permission, PermissionValues } from '../../model/permissions';
import { arnPart } from '../../permissions/arn-parts';

/** The permissions to read the schemas of a registry, which a mapping of a template names at a property. */
export function gluePermissions(at: string): readonly Permission[] {
  const read = { reason: 'Lambda reads the schemas', at, type: 'AWS::Glue::Registry' };
  return [
    { ...read, actions: ['glue:GetRegistry'], on: 'registry' },
    { ...read, actions: ['glue:GetSchemaVersion'], on: 'registry and schemas' },
  ];
}

/** The values of the names in these permissions, for a registry. */
export function glueValues(registry: string): PermissionValues {
  return { registry, 'registry and schemas': [registry, schemasOf(registry)] };
}

/** A registry arn:...:registry/NAME has the schemas arn:...:schema/NAME/SCHEMA. */
function schemasOf(registryArn: string): string {
  const separator = ':registry/';
  return `${arnPart(registryArn, separator, 0)}:schema/${arnPart(registryArn, separator, 1)}/*`;
}
