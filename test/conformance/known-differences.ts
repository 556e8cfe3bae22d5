/**
 * The differences between event-ruler and our matcher, their causes, and the reasons to leave them.
 *
 * Two things more are not generated. Fields without a name in an object in another, as in {"a":{"":["x"]}}, which
 * event-ruler never finds. And whole numbers beyond 2^53 with 16 digits or more that are not 0: before version 19, Java
 * prints some of them with more digits than they need, and event-ruler then can't compare them, while with a newer one
 * it can. The Java that Lambda uses is not known.
 */
export interface KnownDifference {
  readonly why: string;
  /** Whether the rules for a path, as JSON, are such a case. */
  readonly rules: (rules: string) => boolean;
  /** @default - whatever the event */
  readonly event?: (event: string, rules: string) => boolean;
}

const BARE_NUMBER = /[[:,]-?\d/;
const ADDRESS_V4 = /"\d+\.\d+\.\d+\.\d+/;
const ADDRESS_V6 = /"[\da-f:]*:[\da-f:]*["/]/i;

const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    why:
      'event-ruler looks up the hexadecimal digits of a block of addresses also in plain numbers, and in addresses ' +
      'of the other version: ' +
      'there, {"cidr":"::/3"} matches 1 and "10.0.0.1". Lambda does not document cidr, and nobody means that',
    rules: (rules) => rules.includes('"cidr"'),
    event: (event, rules) =>
      BARE_NUMBER.test(event) || (ADDRESS_V4.test(rules + event) && ADDRESS_V6.test(rules + event)),
  },
  {
    why:
      'event-ruler mixes up the states of wildcard with those of equals-ignore-case and suffix where the rules for ' +
      'a path have both: ' +
      '{"wildcard":"*y*"} then matches "Y", or nothing. Lambda does not document wildcard',
    rules: (rules) => rules.includes('"wildcard"') && /"(equals-ignore-case|suffix)"/.test(rules),
  },
  {
    why:
      'event-ruler writes numbers in bytes that texts have too, and forgets some texts beside a range of numbers: ' +
      '[{"numeric":[">",217]},"\\\\"] does not match a backslash. By its documentation, it should',
    rules: (rules) => rules.includes('"numeric"') && /([[,]|"exactly":)"(?![<>=]+")/.test(rules),
  },
  {
    why:
      'event-ruler reads the text of equals-ignore-case by UTF-16 units, and each half of an emoji becomes a ' +
      'question mark: ' +
      '{"equals-ignore-case":"😀"} does not match "😀", and matches "??". Ours matches it',
    rules: (rules) => rules.includes('"equals-ignore-case"') && /[\ud800-\udfff]/.test(rules),
  },
];

/** Whether a difference about an event is one of those. */
export function isKnown(pattern: string, event: string): boolean {
  const paths = new Map<string, string>();
  collect(JSON.parse(pattern), '', paths);
  return [...paths.values()].some((rules) =>
    KNOWN_DIFFERENCES.some((known) => known.rules(rules) && (known.event?.(event, rules) ?? true)),
  );
}

/**
 * If `$or` is a field, event-ruler uses an older compiler, which knows less of anything-but with an object; Lambda
 * documents neither.
 */
export function isKnownRefusal(pattern: string): boolean {
  return pattern.includes('"$or"') && pattern.includes('"anything-but":{');
}

/** All rules for each path, those of several choices together, because event-ruler keeps them together too. */
function collect(node: unknown, path: string, into: Map<string, string>): void {
  for (const [key, inner] of Object.entries(node as object)) {
    const at = path ? `${path}.${key}` : key;
    if (key === '$or' && Array.isArray(inner)) {
      inner.forEach((choice) => typeof choice === 'object' && choice && collect(choice, path, into));
    }
    if (Array.isArray(inner)) into.set(at, `${into.get(at) ?? ''}${JSON.stringify(inner)}`);
    else if (typeof inner === 'object' && inner !== null) collect(inner, at, into);
  }
}
