/** A text, or a part of it that is the id of a resource; `undefined` stands for what is not known. */
type Piece = string | { readonly id: string } | undefined;

/** The one resource that a value of a template refers to, by itself or as a part of an ARN. */
export function referenceIn(value: unknown): string | undefined {
  const pieces = piecesOf(value);
  const ids = pieces.filter((piece, index) => isId(piece) && isWholeName(pieces[index - 1], pieces[index + 1])) as { id: string }[];
  const [first, ...others] = new Set(ids.map(({ id }) => id));
  return others.length === 0 ? first : undefined;
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
  const [[name, argument] = [], ...more] = Object.entries(value ?? {});
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

function piecesOf(value: unknown): Piece[] {
  if (typeof value === 'string') return [value];
  const [[name, argument] = [], ...more] = Object.entries(value ?? {});
  return name === undefined || more.length > 0 ? [undefined] : FUNCTIONS[name]?.(argument) ?? [undefined];
}

const FUNCTIONS: { readonly [name: string]: (argument: unknown) => Piece[] } = {
  'Ref': (id) => [resource(id)],
  'Fn::GetAtt': (attribute) => [resource(Array.isArray(attribute) ? attribute[0] : String(attribute).split('.')[0])],
  'Fn::Select': (argument) => (Array.isArray(argument) ? [argument[1]].flat().flatMap(piecesOf) : [undefined]),
  'Fn::Split': (argument) => (Array.isArray(argument) ? piecesOf(argument[1]) : [undefined]),
  'Fn::Join': (argument) => {
    const [separator, parts] = Array.isArray(argument) ? argument : [];
    const after = (index: number) => (index > 0 ? text(separator) : []);
    return Array.isArray(parts) ? parts.flatMap((part, index) => [...after(index), ...piecesOf(part)]) : [undefined];
  },
  'Fn::Sub': (argument) => {
    const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
    return String(template).split(/\$\{([^}]*)\}/).flatMap((part, index) => (index % 2 === 0 ? text(part) : substituted(part.trim(), variables)));
  },
};

function substituted(name: string, variables: unknown): Piece[] {
  if (name.startsWith('!')) return [`\${${name.slice(1)}}`];
  const given = (variables ?? {}) as { readonly [name: string]: unknown };
  return Object.hasOwn(given, name) ? piecesOf(given[name]) : [resource(name.split('.')[0])];
}

/** No empty texts, so that what stands next to a reference is what is next in the value. */
function text(part: unknown): Piece[] {
  return part === '' ? [] : [String(part)];
}

function resource(id: unknown): Piece {
  return typeof id === 'string' && !id.startsWith('AWS::') ? { id } : undefined;
}

function isId(piece: Piece): piece is { readonly id: string } {
  return typeof piece === 'object';
}
