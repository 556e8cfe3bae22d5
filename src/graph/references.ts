import { withTexts } from './pseudo-parameters';
import { JsonMembers } from '../model/json-members';
import { isUnknown } from '../model/tokens';

/** A part of a value that is a resource or a parameter of the template, or that comes from another stack. */
export type Reference = { readonly id: string; readonly attribute: string } | { readonly imported: object };

/** A text, or a reference; `undefined` stands for what is not known. */
type Piece = string | Reference | undefined;

/** The references of a value, each by itself or as a part of an ARN. */
export function partsReferredBy(value: unknown): Reference[] {
  const references: Reference[] = [];
  if (typeof value === 'string') return references;
  const pieces = piecesOf(value);
  for (const [index, piece] of pieces.entries()) {
    if (isReference(piece) && isWholeName(pieces[index - 1], pieces[index + 1])) references.push(piece);
  }
  return references;
}

/**
 * The ids that a value of a template refers to, each by itself or as a part of an ARN: those of resources and of
 * parameters.
 */
export function referencesIn(value: unknown): string[] {
  return partsReferredBy(value).flatMap((reference) => ('id' in reference ? [reference.id] : []));
}

/** The reference that a value is, and no more than that. */
export function referenceOf(value: unknown): Reference | undefined {
  const [piece, ...more] = piecesOf(value);
  return more.length === 0 && isReference(piece) ? piece : undefined;
}

/** The text at the end of a value, where it is known. */
export function endOf(value: unknown): string | undefined {
  const last = piecesOf(value).at(-1);
  return isReference(last) || isUnknown(last) ? undefined : last;
}

/** All that stands before the name in an ARN. */
export const ARN_PREFIX = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:/;

/** The sign that stands for a part of a text that is not known. */
export const UNKNOWN_PART = '*';

/** The text of a value, as far as it is known; `undefined` where nothing of it is. */
export function textOf(value: unknown, wordsOfId: (id: string) => string = () => UNKNOWN_PART): string | undefined {
  if (typeof value === 'string') return value;
  const pieces = piecesOf(value);
  if (!pieces.some((piece) => typeof piece === 'string')) return undefined;
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return isReference(piece) && 'id' in piece ? wordsOfId(piece.id) : UNKNOWN_PART;
    })
    .join('');
}

/** The whole text of a value, where each part of it is known. */
export function wholeTextOf(value: unknown, textOfId: (id: string) => string | undefined): string | undefined {
  const texts = piecesOf(value).map((piece) => (isReference(piece) ? 'id' in piece && textOfId(piece.id) : piece));
  return texts.every((text) => typeof text === 'string') ? texts.join('') : undefined;
}

/**
 * A text that is the same for values of one template or stack that are equal in each deployment.
 *
 * Unset where a part is not known, or is one of several.
 */
export function equalTextOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && mayBeChosen(value)) return undefined;
  const pieces = piecesOf(withTexts(value, (name) => `\${${name.replace('::', '.')}}`));
  const texts = pieces.map((piece) => {
    if (!isReference(piece)) return piece;
    return 'id' in piece ? `\${${piece.id}.${piece.attribute}}` : JSON.stringify(piece.imported);
  });
  return texts.every((text) => typeof text === 'string') ? texts.join('') : undefined;
}

/** Of a list that is split or selected from, each item has the same pieces. */
function mayBeChosen(value: unknown): boolean {
  return /"Fn::(Select|Split)"/.test(JSON.stringify(value) ?? '');
}

/** The attribute of a resource that a value is, and no more than that: `Ref` itself where it has no other name. */
export function attributeOf(value: unknown): { readonly id: string; readonly attribute: string } | undefined {
  const name = onlyNameIn(value);
  if (name !== 'Ref' && name !== 'Fn::GetAtt') return undefined;
  const argument = (value as JsonMembers)[name];
  if (name === 'Ref' && typeof argument === 'string') return { id: argument, attribute: 'Ref' };
  if (name === 'Ref') return undefined;
  const [id, ...attribute] = Array.isArray(argument) ? argument : String(argument).split('.');
  return typeof id === 'string' && attribute.every((part) => typeof part === 'string')
    ? { id, attribute: attribute.join('.') }
    : undefined;
}

/** `queue-${Name}` is another name than `${Name}`, and `queue:${Name}` is not. */
function isWholeName(before: Piece, after: Piece): boolean {
  return (
    (typeof before !== 'string' || /(^|[:/])$/.test(before)) && (typeof after !== 'string' || /^($|[:/])/.test(after))
  );
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

/** The name of the only member of an object, as an intrinsic function has it. */
function onlyNameIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const names = Object.keys(value);
  return names.length === 1 ? names[0] : undefined;
}

function split(value: unknown): Piece[] {
  if (typeof value === 'string') return [value];
  const name = onlyNameIn(value);
  if (name === undefined) return [undefined];
  const argument = (value as JsonMembers)[name];
  return IMPORTS.includes(name)
    ? [{ imported: value as object }]
    : (INTRINSIC_FUNCTIONS.get(name)?.(argument) ?? [undefined]);
}

/** Functions that take a value from another stack: one that is exported, or any output. */
const IMPORTS = ['Fn::ImportValue', 'Fn::GetStackOutput'];

const INTRINSIC_FUNCTIONS = new Map<string, (argument: unknown) => Piece[]>(
  Object.entries({
    Ref: (id) => [resource(id, 'Ref')],
    'Fn::GetAtt': (argument) => {
      const [id, ...attribute] = Array.isArray(argument) ? argument : String(argument).split('.');
      return [resource(id, attribute.join('.'))];
    },
    'Fn::Select': (argument) => (Array.isArray(argument) ? selected(argument[0], argument[1]) : [undefined]),
    'Fn::Split': (argument) => (Array.isArray(argument) ? split(argument[1]) : [undefined]),
    'Fn::Join': (argument) => {
      const [separator, parts] = Array.isArray(argument) ? argument : [];
      return Array.isArray(parts)
        ? parts.flatMap((part, index) => [index > 0 ? String(separator) : '', ...split(part)])
        : [undefined];
    },
    'Fn::Sub': (argument) => {
      const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
      return String(template)
        .split(/\$\{([^}]*)\}/)
        .flatMap((part, index) => (index % 2 === 0 ? [part] : substituted(part.trim(), variables)));
    },
  }),
);

/** Of a list whose items are not written out, as that of a text that is split, each may be meant. */
function selected(index: unknown, list: unknown): Piece[] {
  if (!Array.isArray(list)) return split(list);
  return /^\d+$/.test(String(index)) ? split(list[Number(index)]) : [undefined];
}

function substituted(name: string, variables: unknown): Piece[] {
  if (name.startsWith('!')) return [`\${${name.slice(1)}}`];
  const given = (variables ?? {}) as { readonly [name: string]: unknown };
  if (Object.hasOwn(given, name)) return split(given[name]);
  const [id, ...attribute] = name.split('.');
  return [resource(id, attribute.join('.') || 'Ref')];
}

function resource(id: unknown, attribute: string): Piece {
  return typeof id === 'string' && !id.startsWith('AWS::') ? { id, attribute } : undefined;
}

function isReference(piece: Piece): piece is Reference {
  return typeof piece === 'object';
}
