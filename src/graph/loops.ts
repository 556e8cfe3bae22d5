import { objectsIn } from './siblings';
import { TemplateObject, Values } from './values';

/** The prefix of the key of a loop, which AWS::LanguageExtensions writes out. */
export const LOOP = 'Fn::ForEach::';

/** Loops in loops multiply; a template has at most 500 resources. */
const MOST_COPIES = 2000;

/**
 * A template with its loops written out, as AWS::LanguageExtensions does it.
 *
 * A loop over a list that is not known stays as it is.
 */
export function withoutLoops(raw: object): object {
  const hasLoops = [...objectsIn(raw)].some((one) => Object.keys(one).some(isLoop));
  return hasLoops ? new Loops(raw).expand() : raw;
}

export function isLoop(key: string): boolean {
  return key.startsWith(LOOP);
}

class Loops {
  private copies = 0;
  private readonly parameters: TemplateObject;
  private readonly values: Values;

  constructor(private readonly raw: object) {
    const { Parameters = {}, Mappings = {} } = raw as {
      readonly Parameters?: TemplateObject;
      readonly Mappings?: TemplateObject;
    };
    this.parameters = Parameters;
    this.values = new Values(Parameters, new Map(), Mappings);
  }

  public expand(): object {
    return this.expanded(this.raw, new Set()) as object;
  }

  /** An alias of YAML can refer to what it stands in, which is left as it is. */
  private expanded(value: unknown, around: ReadonlySet<object>): unknown {
    if (typeof value !== 'object' || value === null || around.has(value)) return value;
    const inside = new Set([...around, value]);
    if (Array.isArray(value)) return value.map((item) => this.expanded(item, inside));
    return Object.fromEntries(Object.entries(value).flatMap(([key, child]) => this.entriesOf(key, child, inside)));
  }

  /** A copy of a loop may be a loop again. */
  private entriesOf(name: string, value: unknown, around: ReadonlySet<object>): (readonly [string, unknown])[] {
    if (!isLoop(name)) return [[name, this.expanded(value, around)]];
    const copies = this.copiesOf(value);
    return copies === undefined
      ? [[name, value]]
      : copies.flatMap(([copy, child]) => this.entriesOf(copy, child, around));
  }

  private copiesOf(loop: unknown): (readonly [string, unknown])[] | undefined {
    const [identifier, list, body] = Array.isArray(loop) ? (loop as unknown[]) : [];
    const items = this.itemsOf(list);
    const isRead = typeof identifier === 'string' && items !== undefined && typeof body === 'object' && body !== null;
    if (!isRead) return undefined;
    this.copies += items.length;
    if (this.copies > MOST_COPIES) return undefined;
    return items.flatMap((item) => Object.entries(replaced(body, identifier, item) as TemplateObject));
  }

  /** The items of a list that is written out, in the template or as the default of a parameter. */
  private itemsOf(list: unknown): readonly string[] | undefined {
    const items = this.values.resolve(this.defaultOf(list) ?? list);
    const areTexts =
      Array.isArray(items) && items.every((item) => typeof item === 'string' || typeof item === 'number');
    return areTexts ? items.map(String) : undefined;
  }

  private defaultOf(list: unknown): readonly string[] | undefined {
    const { Ref: name } = (list ?? {}) as { Ref?: unknown };
    if (typeof name !== 'string' || !Object.hasOwn(this.parameters, name)) return undefined;
    const { Type, Default } = (this.parameters[name] ?? {}) as { Type?: unknown; Default?: unknown };
    return Type === 'CommaDelimitedList' && typeof Default === 'string'
      ? Default.split(',').map((item) => item.trim())
      : undefined;
  }
}

/** A value with an item in the place of the loop's identifier. */
function replaced(value: unknown, identifier: string, item: string): unknown {
  if (typeof value === 'string') return inText(value, identifier, item);
  if (Array.isArray(value)) return value.map((one) => replaced(one, identifier, item));
  if (typeof value !== 'object' || value === null) return value;
  const [[name, argument] = [], ...more] = Object.entries(value);
  if (more.length === 0 && name === 'Ref' && argument === identifier) return item;
  const entries = Object.entries(value).map(([key, child]) => [
    inText(key, identifier, item),
    replaced(child, identifier, item),
  ]);
  const copy = Object.fromEntries(entries) as TemplateObject;
  // The text of a name, which a reference needs.
  const text = more.length === 0 ? copy['Fn::Sub'] : undefined;
  return typeof text === 'string' && !text.includes('${') ? text : copy;
}

/** With an ampersand, only what an id can have is taken of the item. */
function inText(text: string, identifier: string, item: string): string {
  return text.replaceAll(`\${${identifier}}`, item).replaceAll(`&{${identifier}}`, item.replace(/[^A-Za-z0-9]/g, ''));
}
