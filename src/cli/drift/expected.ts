import { ListedResource } from './answers';
import { Deployments } from './deployment';
import { DeploymentPlace } from './place';
import { ALIAS, FUNCTIONS } from '../../graph/function-types';
import { Template } from '../../graph/template';
import { Resource } from '../../model/contract';

/** A part of a text that a deployment makes: what it looks like, and whether it is that for sure. */
interface TextPiece {
  readonly pattern: string;
  /** The text itself, where it is known. */
  readonly text?: string;
  readonly isSure: boolean;
}

type TextPieces = readonly TextPiece[];

/** The place where a value of a template is deployed. */
export interface DeployedTo {
  readonly deployments: Deployments;
  readonly place?: DeploymentPlace;
  /** Takes a name that CloudFormation makes up of a logical id for that of the resource. */
  readonly believesNames?: boolean;
}

const ANYTHING: TextPiece = { pattern: '[^]*', isSure: false };
/** So many templates a value is handed through. */
const DEEPEST_EVALUATION = 10;
/** With more parts that are not known, a text tells nothing, and takes long to search. */
const MOST_UNKNOWN = 6;
/** Attributes that are what `Ref` is. */
const SAME_AS_REF = ['GroupId', 'SubnetId'];
const DYNAMIC_REFERENCE = /\{\{resolve:[^}]*\}\}/;

/** The text of a template's value once it is deployed. */
export class Expected {
  private readonly pieces: TextPieces;

  constructor(value: unknown, template: Template, to: DeployedTo) {
    this.pieces = new Evaluation(to).of(value, template, 0);
  }

  /** The text, where all of it is known. */
  public get text(): string | undefined {
    return wholeText(this.pieces);
  }

  /** Whether a deployed text is that of the value; `undefined` where nobody can tell. */
  public is(deployed: string): boolean | undefined {
    const { text } = this;
    if (text !== undefined) return text === deployed;
    if (this.pieces.filter(({ isSure }) => !isSure).length > MOST_UNKNOWN) return undefined;
    const fits = new RegExp(`^(?:${patternOf(this.pieces)})$`).test(deployed);
    return fits && !this.pieces.every(({ isSure }) => isSure) ? undefined : fits;
  }
}

class Evaluation {
  constructor(private readonly to: DeployedTo) {}

  public of(value: unknown, template: Template, steps: number): TextPieces {
    if (steps > DEEPEST_EVALUATION || value === null || value === undefined) return [ANYTHING];
    if (typeof value !== 'object') return literalPieces(String(value));
    const [[name, argument] = ['', undefined], ...more] = Object.entries(value);
    if (more.length > 0) return [ANYTHING];
    const next = (part: unknown) => this.of(part, template, steps + 1);
    switch (name) {
      case 'Ref':
        return this.reference(value, String(argument), 'Ref', template, steps);
      case 'Fn::GetAtt':
        return this.attribute(value, argument, template, steps);
      case 'Fn::Join':
        return joinedPieces(argument, next);
      case 'Fn::Sub':
        return substitutedPieces(argument, next);
      case 'Fn::Select':
        return selectedPieces(argument, next);
      case 'Fn::If':
        return eitherPieces(argument, next);
      default:
        return this.taken(value, template, steps) ?? [ANYTHING];
    }
  }

  private attribute(value: object, argument: unknown, template: Template, steps: number): TextPieces {
    const [id, ...attribute] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
    return this.reference(value, id, attribute.join('.'), template, steps);
  }

  private reference(value: object, id: string, attribute: string, template: Template, steps: number): TextPieces {
    const pseudo = this.pseudoParameter(id, template);
    if (pseudo !== undefined) return literalPieces(pseudo);
    const taken = this.taken(value, template, steps);
    if (taken) return taken;
    const listed = this.to.deployments.resourceOf(template, id);
    const resource = template.resource(id);
    if (listed) return [listedPiece(listed, attribute, this.servicesOf(listed.type, template), this.to.place)];
    return resource ? this.unlisted(resource, attribute, template, steps) : [ANYTHING];
  }

  private pseudoParameter(id: string, template: Template): string | undefined {
    const { place, deployments } = this.to;
    switch (id) {
      case 'AWS::Partition':
        return place?.partition;
      case 'AWS::Region':
        return place?.region;
      case 'AWS::AccountId':
        return place?.account;
      case 'AWS::StackName':
        return deployments.of(template)?.stackName;
      default:
        return undefined;
    }
  }

  /** A value that the template takes from another one. */
  private taken(value: object, template: Template, steps: number): TextPieces | undefined {
    const origin = template.originOf(value);
    if (origin.value === value && origin.template === template) return undefined;
    const own = this.to.deployments.of(origin.template)?.template ?? origin.template;
    return this.of(origin.value, own, steps + 1);
  }

  private servicesOf(type: string, template: Template): readonly string[] {
    const known = template.sources.servicesOf(type);
    return known.length > 0 ? known : [type.split('::')[1].toLowerCase()];
  }

  /** A resource of a stack that is not listed has the name that the template gives it, or one that nobody knows. */
  private unlisted(resource: Resource, attribute: string, template: Template, steps: number): TextPieces {
    const { id, type, properties } = resource;
    const isFunction = FUNCTIONS.includes(type);
    const isArn = /arn$/i.test(attribute);
    if (type === ALIAS && properties.Name !== undefined) {
      const partOf = (part: unknown) => this.of(part, template, steps + 1);
      const start: TextPiece = { pattern: '(?:arn:[^]*:function:)?', isSure: true };
      return [start, ...partOf(properties.FunctionName), ...literalPieces(':'), ...partOf(properties.Name)];
    }
    const given = properties[`${type.split('::').at(-1)}Name`] ?? properties.Name;
    const name = given === undefined ? this.madeUp(id, template) : this.of(given, template, steps + 1);
    if (attribute === 'Ref' && isFunction) return name;
    if (!isArn) return [ANYTHING];
    const services = this.servicesOf(type, template);
    const { pattern } = arnPiece(patternOf(name), false, services, this.to.place);
    return [{ pattern, isSure: name.every(({ isSure }) => isSure) }];
  }

  /** CloudFormation makes names up of the stack's name, the logical id, and letters and digits. */
  private madeUp(id: string, template: Template): TextPieces {
    if (!this.to.believesNames) return [ANYTHING];
    const stackName = this.to.deployments.of(template)?.stackName;
    const stack = stackName === undefined ? '(?:[^:/]+-)?' : `${escapedForRegExp(stackName)}-`;
    return [{ pattern: `${stack}${escapedForRegExp(id)}-[A-Za-z0-9]{8,}`, isSure: true }];
  }
}

/** The value of an attribute of a resource whose physical id is known. */
function listedPiece(
  { physicalId, type }: ListedResource,
  attribute: string,
  services: readonly string[],
  place: DeploymentPlace | undefined,
): TextPiece {
  const isArn = physicalId.startsWith('arn:');
  if (attribute === 'Ref' || (SAME_AS_REF.includes(attribute) && !isArn)) return literalPiece(physicalId);
  const name = physicalId.split(/[:/]/).at(-1)!;
  if (/arn$/i.test(attribute)) {
    return isArn ? literalPiece(physicalId) : arnPiece(escapedForRegExp(name), attribute === 'Arn', services, place);
  }
  const isName = /^(\w*Name|Version)$/.test(attribute);
  return isName && (!isArn || type.startsWith('AWS::Lambda::')) ? literalPiece(name) : ANYTHING;
}

/** The ARN of a resource, which ends with its name, or has it as a part, as that of a table's stream. */
function arnPiece(
  name: string,
  isLast: boolean,
  services: readonly string[],
  place: DeploymentPlace | undefined,
): TextPiece {
  const service = services.map(escapedForRegExp).join('|');
  const partOf = (part: string | undefined) => (part === undefined ? '[^:]*' : `(?:${part})?`);
  const [region, account] = [partOf(place?.region), partOf(place?.account)];
  const end = isLast ? '' : '(?:[:/][^]*)?';
  return { pattern: `arn:[^:]+:(?:${service}):${region}:${account}:(?:[^]*[:/])?(?:${name})${end}`, isSure: true };
}

function literalPiece(text: string): TextPiece {
  return { text, pattern: escapedForRegExp(text), isSure: true };
}

/** A text, of which a dynamic reference is not known. */
function literalPieces(text: string): TextPieces {
  const [first, ...others] = text.split(DYNAMIC_REFERENCE).map(literalPiece);
  return [first, ...others.flatMap((part) => [ANYTHING, part])];
}

function escapedForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function patternOf(pieces: TextPieces): string {
  return pieces.map(({ pattern }) => pattern).join('');
}

function wholeText(pieces: TextPieces): string | undefined {
  return pieces.every(({ text }) => text !== undefined) ? pieces.map(({ text }) => text).join('') : undefined;
}

type Next = (part: unknown) => TextPieces;

function joinedPieces(argument: unknown, next: Next): TextPieces {
  const [separator, parts] = Array.isArray(argument) ? (argument as unknown[]) : [];
  if (!Array.isArray(parts)) return [ANYTHING];
  return parts.flatMap((part, index) => [...(index > 0 ? literalPieces(String(separator)) : []), ...next(part)]);
}

function substitutedPieces(argument: unknown, next: Next): TextPieces {
  const [text, given] = Array.isArray(argument) ? (argument as unknown[]) : [argument, {}];
  const variables = (given ?? {}) as { readonly [name: string]: unknown };
  return String(text)
    .split(/\$\{([^}]*)\}/)
    .flatMap((part, index) => {
      if (index % 2 === 0) return literalPieces(part);
      const name = part.trim();
      if (name.startsWith('!')) return literalPieces(`\${${name.slice(1)}}`);
      if (Object.hasOwn(variables, name)) return next(variables[name]);
      return next(name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name });
    });
}

function selectedPieces(argument: unknown, next: Next): TextPieces {
  const [index, list] = Array.isArray(argument) ? (argument as unknown[]) : [];
  if (Array.isArray(list)) return next(list[Number(index)]);
  const [separator, value] = (list as { 'Fn::Split'?: unknown[] } | undefined)?.['Fn::Split'] ?? [];
  const text = value === undefined ? undefined : wholeText(next(value));
  const part = text?.split(String(separator))[Number(index)];
  return part === undefined ? [ANYTHING] : literalPieces(part);
}

/** The outcome of a condition is not known. */
function eitherPieces(argument: unknown, next: Next): TextPieces {
  const [, ...ways] = Array.isArray(argument) ? (argument as unknown[]) : [];
  return [{ pattern: `(?:${ways.map((way) => patternOf(next(way))).join('|')})`, isSure: false }];
}
