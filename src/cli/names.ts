import { exportNameIn, textWords } from '../analysis/words';
import { ARN_PREFIX, attributeOf, endOf } from '../graph/references';
import { Template, TemplateMapping } from '../graph/template';
import { Resource } from '../model/contract';

const QUALIFIER = /^:[\w$-]+$/;
const DYNAMIC = /^\{\{resolve:([\w-]+):(.+)\}\}$/;
/** The names of the values that dynamic references stand for, by service, as users know them. */
const STORES: { readonly [service: string]: string } = {
  ssm: 'SSM parameter',
  'ssm-secure': 'SSM parameter',
  secretsmanager: 'secret',
};

/** The name by which authors know a mapping: that of the construct that made it, or of the event of a function. */
export function nameOfMapping(template: Template, { id, logicalId, path, event }: TemplateMapping): string {
  if (event === undefined) return nameOfId(template, id);
  return `${nameOfId(template, logicalId)}/${path.split('.')[2]}`;
}

/** The path of the construct that made a resource, or its logical id. */
function nameOfId(template: Template, id: string): string {
  return template.constructPathOf(id)?.replace(/\/Resource$/, '') ?? id;
}

/** The name by which authors know what a value refers to. */
export function nameOfValue(template: Template, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) {
    return value
      .map((item) => nameOfValue(template, item))
      .filter(Boolean)
      .join(', ');
  }
  const resource = template.find(value);
  if (resource) return qualified(nameOfResource(template, resource), value);
  return typeof value === 'object' ? nameOfFunction(template, value) : nameInText(String(value));
}

/** An alias is called after its function. */
function nameOfResource(template: Template, resource: Resource): string {
  const owner = Template.of(resource) ?? template;
  const { id, properties } = resource.own ?? resource;
  const { FunctionName: target, FunctionVersion: version, Name: name } = properties;
  const isAlias = target !== undefined && version !== undefined && typeof name === 'string';
  return isAlias ? `${nameOfValue(owner, target)}:${name}` : nameOfId(owner, id);
}

/** With the version or the alias at the end of an ARN that is put together. */
function qualified(name: string, value: unknown): string {
  const end = endOf(value) ?? '';
  return QUALIFIER.test(end) && !name.endsWith(end) ? name + end : name;
}

function nameOfFunction(template: Template, value: object): string {
  const [[name, argument] = ['', undefined], ...more] = Object.entries(value) as [string, unknown][];
  if (more.length > 0) return JSON.stringify(value);
  const reference = attributeOf(value);
  if (reference) return nameOfReference(reference);
  switch (name) {
    case 'Fn::If':
      return nameOfEither(template, argument);
    case 'Fn::ImportValue':
      return nameOfImport(argument);
    case 'Fn::GetStackOutput':
      return nameOfOutput(argument);
    case 'Fn::FindInMap':
      return Array.isArray(argument) ? argument.map(textOrJson).join('.') : JSON.stringify(value);
    default:
      return nameInText(textOrJson(value));
  }
}

/** A reference that is not to a resource of the template is to a parameter, or to something that is not there. */
function nameOfReference({ id, attribute }: { readonly id: string; readonly attribute: string }): string {
  if (id === 'AWS::NoValue') return '';
  if (id.startsWith('AWS::')) return `\${${id}}`;
  return attribute === 'Ref' ? `parameter ${id}` : id;
}

function textOrJson(value: unknown): string {
  const reference = attributeOf(value);
  return reference ? `\${${reference.id}}` : (textWords(value) ?? JSON.stringify(value));
}

/** The name in an ARN or in a dynamic reference; another text is one itself. */
function nameInText(text: string): string {
  const [, service = '', key = ''] = DYNAMIC.exec(text) ?? [];
  if (key !== '') return `${STORES[service] ?? service} ${key}`;
  return ARN_PREFIX.test(text) ? text.replace(ARN_PREFIX, '').replace(/^function:/, '') : text;
}

function nameOfImport(argument: unknown): string {
  const { stack, resource } = exportNameIn(String(argument)) ?? {};
  if (resource === undefined) return `import of ${textOrJson(argument)}`;
  return stack === undefined ? resource : `${resource} of ${stack}`;
}

function nameOfOutput(argument: unknown): string {
  const { StackName: stack, OutputName: output } = Object(argument) as { readonly [part: string]: unknown };
  const { resource } = exportNameIn(String(output)) ?? {};
  return `${resource ?? `output ${textOrJson(output)}`} of ${textOrJson(stack)}`;
}

function nameOfEither(template: Template, argument: unknown): string {
  const [condition, yes, no] = Array.isArray(argument) ? (argument as unknown[]) : [];
  return `${nameOfValue(template, yes) || 'none'} if ${String(condition)}, else ${nameOfValue(template, no) || 'none'}`;
}
