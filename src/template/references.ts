import { isUnknown } from '../engine/tokens';

/** A text, or a part of it that is the id of a resource; `undefined` stands for what is not known. */
type Piece = string | { readonly id: string } | undefined;

/** The ids that a value of a template refers to, each by itself or as a part of an ARN: those of resources and of parameters. */
export function referencesIn(value: unknown): string[] {
  const pieces = piecesOf(value);
  return pieces.flatMap((piece, index) => (isId(piece) && isWholeName(pieces[index - 1], pieces[index + 1]) ? [piece.id] : []));
}

/** The text at the end of a value, where it is known. */
export function endOf(value: unknown): string | undefined {
  const last = piecesOf(value).at(-1);
  return isId(last) || isUnknown(last) ? undefined : last;
}

/** What stands for a part of a text that is not known. */
export const UNKNOWN_PART = '*';

/** The text of a value, as far as it is known; `undefined` where nothing of it is. */
export function textOf(value: unknown, wordsOfId: (id: string) => string = () => UNKNOWN_PART): string | undefined {
  const pieces = piecesOf(value);
  if (!pieces.some((piece) => typeof piece === 'string')) return undefined;
  return pieces.map((piece) => (typeof piece === 'string' ? piece : isId(piece) ? wordsOfId(piece.id) : UNKNOWN_PART)).join('');
}

/** The attribute of a resource that a value is, and no more than that: `Ref` itself where it has no other name. */
export function attributeOf(value: unknown): { readonly id: string; readonly attribute: string } | undefined {
  const [[name, argument] = [], ...more] = Object.entries(typeof value === 'object' ? value ?? {} : {});
  if (more.length > 0) return undefined;
  if (name === 'Ref' && typeof argument === 'string') return { id: argument, attribute: 'Ref' };
  if (name !== 'Fn::GetAtt') return undefined;
  const [id, ...attribute] = Array.isArray(argument) ? argument : String(argument).split('.');
  return typeof id === 'string' && attribute.every((part) => typeof part === 'string') ? { id, attribute: attribute.join('.') } : undefined;
}

/** `queue-${Name}` is another name than `${Name}`, and `queue:${Name}` is not. */
function isWholeName(before: Piece, after: Piece): boolean {
  return (typeof before !== 'string' || /(^|[:/])$/.test(before)) && (typeof after !== 'string' || /^($|[:/])/.test(after));
}

/** With texts that follow each other as one, so that what stands next to a reference is what is next in the value. */
function piecesOf(value: unknown): Piece[] {
  const merged: Piece[] = [];
  for (const piece of split(value)) {
    const before = merged.at(-1);
    if (typeof piece === 'string' && typeof before === 'string') merged[merged.length - 1] = before + piece;
    else merged.push(piece);
  }
  return merged;
}

function split(value: unknown): Piece[] {
  if (typeof value === 'string') return [value];
  const [[name, argument] = [], ...more] = Object.entries(value ?? {});
  return name === undefined || more.length > 0 ? [undefined] : FUNCTIONS.get(name)?.(argument) ?? [undefined];
}

const FUNCTIONS = new Map<string, (argument: unknown) => Piece[]>(Object.entries({
  'Ref': (id) => [resource(id)],
  'Fn::GetAtt': (attribute) => [resource(Array.isArray(attribute) ? attribute[0] : String(attribute).split('.')[0])],
  'Fn::Select': (argument) => (Array.isArray(argument) ? selected(argument[0], argument[1]) : [undefined]),
  'Fn::Split': (argument) => (Array.isArray(argument) ? split(argument[1]) : [undefined]),
  'Fn::Join': (argument) => {
    const [separator, parts] = Array.isArray(argument) ? argument : [];
    return Array.isArray(parts) ? parts.flatMap((part, index) => [index > 0 ? String(separator) : '', ...split(part)]) : [undefined];
  },
  'Fn::Sub': (argument) => {
    const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
    return String(template).split(/\$\{([^}]*)\}/).flatMap((part, index) => (index % 2 === 0 ? [part] : substituted(part.trim(), variables)));
  },
}));

/** Of a list whose items are not written out, as that of a text that is split, each may be meant. */
function selected(index: unknown, list: unknown): Piece[] {
  if (!Array.isArray(list)) return split(list);
  return /^\d+$/.test(String(index)) ? split(list[Number(index)]) : [undefined];
}

function substituted(name: string, variables: unknown): Piece[] {
  if (name.startsWith('!')) return [`\${${name.slice(1)}}`];
  const given = (variables ?? {}) as { readonly [name: string]: unknown };
  return Object.hasOwn(given, name) ? split(given[name]) : [resource(name.split('.')[0])];
}

function resource(id: unknown): Piece {
  return typeof id === 'string' && !id.startsWith('AWS::') ? { id } : undefined;
}

function isId(piece: Piece): piece is { readonly id: string } {
  return typeof piece === 'object';
}
