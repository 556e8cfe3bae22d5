/** A section of a template, or an object in it. */
export type TemplateObject = { readonly [name: string]: unknown };

/** Which branch of each condition is taken. */
export type Choices = ReadonlyMap<string, boolean>;

interface Parameter {
  readonly Type?: unknown;
  readonly Default?: unknown;
  readonly AllowedValues?: unknown;
}

/**
 * Values as a deployment with the defaults of the parameters and these choices would have them, as far as a template
 * tells.
 */
export class Values {
  private readonly known = new Map<object, unknown>();

  /**
   * @param parameters the parameters whose defaults are used
   * @param choices the branches of conditions
   * @param maps the template's section of mappings: values by the names of a map and two keys
   * @param removesNull whether null is taken for nothing
   */
  constructor(
    private readonly parameters: { readonly [name: string]: unknown },
    private readonly choices: Choices,
    private readonly maps: { readonly [name: string]: unknown } = {},
    private readonly removesNull = false,
  ) {}

  public resolve(value: unknown): unknown {
    if (value === null && this.removesNull) return undefined;
    if (typeof value !== 'object' || value === null) return value;
    const known = this.known.get(value);
    if (known !== undefined || this.known.has(value)) return known;
    // An alias of YAML can refer to what it stands in.
    this.known.set(value, value);
    const resolved = this.resolveObject(value);
    this.known.set(value, resolved);
    return resolved;
  }

  private resolveObject(value: object): unknown {
    if (Array.isArray(value)) return value.map((item) => this.resolve(item));
    const entries = Object.entries(value);
    const [[name, argument] = []] = entries;
    if (entries.length === 1 && name === 'Ref') return this.defaultOf(argument) ?? value;
    if (entries.length === 1 && name === 'Fn::If') return this.chosen(argument) ?? value;
    for (const entry of entries) entry[1] = this.resolve(entry[1]);
    const resolved = Object.fromEntries(entries) as { readonly [name: string]: unknown };
    if (entries.length > 1) return resolved;
    return (name === 'Fn::FindInMap' ? this.valueInMap(resolved[name]) : literalOf(name, resolved[name!])) ?? resolved;
  }

  /** The values that a value of a map can have, where the first of its keys is not known; unset for any other value. */
  public eachInMap(value: unknown): readonly unknown[] | undefined {
    const names = (Object(value) as { readonly 'Fn::FindInMap'?: unknown })['Fn::FindInMap'];
    const [map, , second] = Array.isArray(names) ? (names as unknown[]) : [];
    if (typeof map !== 'string' || typeof second !== 'string' || !Object.hasOwn(this.maps, map)) return undefined;
    return Object.values(Object(this.maps[map]) as object)
      .map((entries) => (Object.hasOwn(Object(entries), second) ? (entries as { [key: string]: unknown })[second] : ''))
      .filter(mayBeMeant);
  }

  /** A text is often a place for the user's own, such as an ARN; a number, or one of a list, is meant to be used. */
  private defaultOf(name: unknown): unknown {
    if (typeof name !== 'string') return undefined;
    const { Type, Default, AllowedValues } = (this.parameters[name] ?? {}) as Parameter;
    return Default !== '' && (Type === 'Number' || Array.isArray(AllowedValues)) ? Default : undefined;
  }

  /** The value of a map, where its name and both keys are known. */
  private valueInMap(names: unknown): unknown {
    if (!Array.isArray(names)) return undefined;
    const found = names.slice(0, 3).reduce<unknown>((map, name) => {
      const isKey = typeof name === 'string' || typeof name === 'number';
      return isKey && Object.hasOwn(Object(map), name) ? (map as { readonly [key: string]: unknown })[name] : undefined;
    }, this.maps);
    return mayBeMeant(found) ? found : undefined;
  }

  private chosen(argument: unknown): unknown {
    if (!Array.isArray(argument) || argument.length !== 3) return undefined;
    const choice = this.choices.get(String(argument[0]));
    return choice === undefined ? undefined : this.resolve(argument[choice ? 1 : 2]);
  }
}

/** A map has an entry for each stage, also where that has nothing: `not-used` in the place of an ARN. */
const PLACEHOLDER =
  /^$|^(not[-_ ]?(used|set|applicable|needed|required)|un(used|set|defined)|none|null|n\/?a|tbd|todo|dummy|placeholder|x+|-+)$/i;

function mayBeMeant(value: unknown): boolean {
  return typeof value !== 'string' || !PLACEHOLDER.test(value.trim());
}

/** The text that a function makes of literals only. */
function literalOf(name: string | undefined, argument: unknown): string | undefined {
  if (name === 'Fn::Sub') return typeof argument === 'string' && !argument.includes('${') ? argument : undefined;
  if (name !== 'Fn::Join' || !Array.isArray(argument)) return undefined;
  const [separator, parts] = argument;
  const isLiteral = Array.isArray(parts) && parts.every((part) => typeof part === 'string' || typeof part === 'number');
  return typeof separator === 'string' && isLiteral ? parts.join(separator) : undefined;
}

/** The conditions that decide about a value. */
export function conditionsIn(value: unknown): string[] {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return;
    seen.add(part);
    const condition = (part as { 'Fn::If'?: unknown })['Fn::If'];
    if (Array.isArray(condition) && typeof condition[0] === 'string') names.add(condition[0]);
    Object.values(part).forEach(visit);
  };
  visit(value);
  return [...names];
}
