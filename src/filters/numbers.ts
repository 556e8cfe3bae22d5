/**
 * A number that can be compared: one that does not change when it becomes a double. All others are equal to their own
 * digits only.
 */
export function comparable(text: string): number | undefined {
  const number = Number(text);
  return Number.isFinite(number) && normalForm(String(number)) === normalForm(text) ? number : undefined;
}

export function isNumber(leaf: string): boolean {
  return /^-?\d/.test(leaf);
}

export function sameNumber(one: string, other: string): boolean {
  if (one === other) return true;
  const number = isNumber(one) ? comparable(one) : undefined;
  return number !== undefined && number === comparable(other);
}

/** Without the choice of how to write a number: its digits, and where the point is. */
function normalForm(text: string): string | undefined {
  const parts = /^(-?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text);
  if (parts === null) return undefined;
  const [, sign, whole, fraction, exponent = '0'] = parts;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  return significant === ''
    ? '0'
    : `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
