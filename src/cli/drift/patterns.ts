/** A text, or a number. */
const TEXT_OR_NUMBER = /("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*)/g;

/**
 * The same text for all ways to write a JSON object, as that of a filter pattern: spaces, escapes and the order of
 * members mean nothing.
 *
 * Unset where a text is none.
 */
export function canonicalJson(text: string): string | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    // Numbers of many digits would be rounded.
    const exactly = text.replace(TEXT_OR_NUMBER, (_, string?: string, number?: string) => string ?? exact(number!));
    return JSON.stringify(JSON.parse(exactly, sorted));
  } catch {
    return undefined;
  }
}

function exact(number: string): string {
  const value = Number(number);
  return Number.isSafeInteger(value) || String(value) === number ? number : JSON.stringify({ number });
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
