import { attributeOf, referencesIn, textOf } from '../graph/references';

/** A value of a template as people read it: what it refers to, and both ways that a condition can turn out. */
export function plainWordsOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(plainWordsOf).filter(Boolean).join(', ');
  if (typeof value !== 'object') return String(value);
  const [[name, argument] = ['', undefined], ...more] = Object.entries(value);
  if (more.length > 0) return JSON.stringify(value);
  if ((value as { Ref?: unknown }).Ref === 'AWS::NoValue') return '';
  const reference = attributeOf(value);
  if (reference) return reference.id;
  if (name === 'Fn::If' && Array.isArray(argument)) return eitherWords(argument);
  const imported = importWords(name, argument, plainWordsOf);
  if (imported) return imported;
  return (
    resourceIn(value) ??
    (name === 'Fn::Sub' && typeof argument === 'string' ? argument : textWords(value)) ??
    JSON.stringify(value)
  );
}

/**
 * The resource that a value names: by itself, at its beginning, or in the last part of an ARN, whose other parts may
 * refer to parameters.
 */
function resourceIn(value: unknown): string | undefined {
  const text = textWords(value);
  const named = referencesIn(value);
  if (text === undefined) return named[0];
  const [, part = ''] = /^(?:arn|\*|\$\{[^}]*\}):[^:]*:[^:]*:[^:]*:[^:]*:(.*)$/.exec(text) ?? [];
  return named.find((id) => text.startsWith(`\${${id}}`) || part.includes(`\${${id}}`));
}

/** A text with the names of what its parts refer to. */
export function textWords(value: unknown): string | undefined {
  return textOf(value, (id) => `\${${id}}`);
}

/** The same in a form that is another one for each other value. */
export function exactWordsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const reference = attributeOf(value);
  if (reference) return reference.attribute === 'Ref' ? reference.id : `${reference.id}.${reference.attribute}`;
  const [[name, argument] = ['', undefined]] = Object.entries(value);
  const imported = importWords(name, argument, exactWordsOf);
  if (imported) return imported;
  return ['Fn::Sub', 'Fn::Join'].includes(name) ? (textWords(value) ?? JSON.stringify(value)) : JSON.stringify(value);
}

/** A value, or each item of a list, in this form. */
export function exactListWords(value: unknown): string {
  return [value].flat().map(exactWordsOf).join(', ');
}

type OutputArgument = { readonly [part: string]: unknown };

/** The name that the AWS CDK gives to the export or the output of a resource's attribute. */
const OF_A_RESOURCE = /^(?:(?<stack>[\w-]+):)?(?:Publish|Exports)Output(?:FnGetAtt|Ref)(?<attribute>\w+)$/;

/** The parts of the name of an export or an output that the AWS CDK has made. */
interface ExportName {
  /** The stack that exports it; an output does not say it. */
  readonly stack?: string;
  /** The id of the resource with its attribute behind it. */
  readonly attribute: string;
  /** The id of the resource, which a hash ends. */
  readonly resource?: string;
}

export function exportNameIn(text: string): ExportName | undefined {
  const { stack, attribute } = OF_A_RESOURCE.exec(text)?.groups ?? {};
  if (attribute === undefined) return undefined;
  const [, resource] = /^(\w+?)[0-9A-F]{8}/.exec(attribute) ?? [];
  return { stack, attribute: attribute.replace(/(?<=\w)[0-9A-F]{8}$/, ''), resource };
}

/** A value of another stack, by its export or its output. */
function importWords(name: string, argument: unknown, inWords: (value: unknown) => string): string | undefined {
  const resource = resourceWords(name, argument);
  if (resource) return resource;
  if (name === 'Fn::ImportValue') return `import of ${inWords(argument)}`;
  if (name !== 'Fn::GetStackOutput' || typeof argument !== 'object' || argument === null) return undefined;
  const { StackName: stack, OutputName: output, Region: region, ...others } = argument as OutputArgument;
  const isElsewhere = Object.keys(others).length > 0 || !isOwnRegion(region);
  const place = isElsewhere ? ` (${JSON.stringify({ Region: region, ...others })})` : '';
  return `output ${inWords(output)} of ${inWords(stack)}${place}`;
}

/** In the same words for an export and an output. */
function resourceWords(name: string, argument: unknown): string | undefined {
  if (name === 'Fn::ImportValue') {
    const { stack, attribute } = exportNameIn(String(argument)) ?? {};
    return stack && `${attribute} of ${stack}`;
  }
  if (name !== 'Fn::GetStackOutput') return undefined;
  const { StackName: stack, OutputName: output, Region: region, ...others } = (argument ?? {}) as OutputArgument;
  const attribute = exportNameIn(String(output))?.attribute;
  const isHere = typeof stack === 'string' && Object.keys(others).length === 0;
  return attribute && isHere ? `${attribute} of ${stack}` : undefined;
}

/** Whether both are the same attribute of a resource of another stack, as a strong and a weak reference are. */
export function isSameImport(one: unknown, other: unknown): boolean {
  const [words, otherWords] = [one, other].map((value) => {
    const [[name, argument] = ['', undefined]] = Object.entries(value ?? {});
    return resourceWords(name, argument);
  });
  return words !== undefined && words === otherWords;
}

function isOwnRegion(region: unknown): boolean {
  return region === undefined || attributeOf(region)?.id === 'AWS::Region';
}

function eitherWords([condition, yes, no]: readonly unknown[]): string {
  return `${plainWordsOf(yes) || 'none'} if ${String(condition)}, else ${plainWordsOf(no) || 'none'}`;
}
