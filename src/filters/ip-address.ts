const IP_V4 = /^\d+\.\d+\.\d+\.\d+$/;
const IP_V6 = /^[\da-f:]*:[\da-f:]*$/i;

/** The bits of an IP address, however it is written. */
export function bitsOf(address: string): string | undefined {
  if (IP_V4.test(address)) return bits(address.split('.').map(Number), 8);
  if (!IP_V6.test(address)) return undefined;
  const groups = addressGroups(address);
  const all =
    groups &&
    bits(
      groups.map((group) => (/^[\da-f]{1,4}$/i.test(group) ? parseInt(group, 16) : NaN)),
      16,
    );
  // A version 4 address that is written in version 6 is still the same address.
  return all?.startsWith('0'.repeat(80) + '1'.repeat(16)) ? all.slice(96) : all;
}

/** The bits that the addresses of a block start with; or what is wrong with the block. */
export function blockOf(cidr: string): { readonly start: string; readonly length: number } | string {
  const [address, mask, ...more] = cidr.split('/');
  const start = bitsOf(address);
  if (mask === undefined || more.length > 0) return 'needs one "/"';
  if (start === undefined) return 'does not start with an IP address';
  if (!/^\d+$/.test(mask) || Number(mask) >= start.length) return `needs a number below ${start.length} after the "/"`;
  return { start: start.slice(0, Number(mask)), length: start.length };
}

function bits(numbers: readonly number[], size: number): string | undefined {
  return numbers.every((number) => number < 2 ** size)
    ? numbers.map((number) => number.toString(2).padStart(size, '0')).join('')
    : undefined;
}

/** The eight groups of a version 6 address, those that `::` leaves out included. */
function addressGroups(address: string): string[] | undefined {
  const halves = address.split('::').map((half) => (half === '' ? [] : half.split(':')));
  if (halves.length === 1) return halves[0].length === 8 ? halves[0] : undefined;
  const given = halves.flat().length;
  return halves.length === 2 && given < 8
    ? [...halves[0], ...Array<string>(8 - given).fill('0'), ...halves[1]]
    : undefined;
}
