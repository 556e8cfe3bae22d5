import { MAPPING } from '../graph/l1-properties';
import { referenceOf } from '../graph/references';
import { Template, TemplateMapping } from '../graph/template';
import { isMacro } from '../model/tokens';

/** Transforms of AWS that make no mapping but those that are read here. */
const READ = /^AWS::(?!Include$)/;

/**
 * The parts of a template that nobody sees before it is deployed: those of macros, includes, and loops over lists that
 * are not known.
 */
export function hiddenIn(template: Template): string[] {
  const macros = template.transforms.filter((name) => !READ.test(name)).map((name) => `the output of ${name}`);
  const inResources = Object.keys(template.resources).filter(isMacro);
  const inMappings = Object.entries(template.resources).flatMap(([id, definition]) => {
    const { Type, Properties: properties } = (definition ?? {}) as { Type?: unknown; Properties?: unknown };
    const keys = Type === MAPPING ? Object.keys(Object(properties)) : [];
    return keys.filter(isMacro).map((key) => `${key} in ${id}`);
  });
  return [...macros, ...inResources, ...inMappings];
}

/** The parts that were not looked into, so that nobody takes them for right. */
export function unreadIn(template: Template): string[] {
  const hidden = hiddenIn(template);
  // A hidden part may have the names.
  return [
    ...hidden,
    ...(hidden.length > 0 ? [] : template.mappings.flatMap((mapping) => danglingIn(template, mapping))),
  ];
}

/** The names in a mapping that lead nowhere. */
function danglingIn(template: Template, { id, resource: { properties } }: TemplateMapping): string[] {
  const named = ['EventSourceArn', 'FunctionName'].flatMap((property) => {
    const reference = referenceOf(properties[property]);
    const name = reference && 'id' in reference ? reference.id : undefined;
    return name === undefined || template.hasName(name) ? [] : [`${property} of ${id} names ${name}`];
  });
  const needed = template
    .dependenciesOf(id)
    .filter((name) => !template.hasName(name))
    .map((name) => `DependsOn of ${id} names ${name}`);
  return [...named, ...needed].map((text) => `${text}, which is not in the template`);
}
