import { DAY, HOUR } from '../model/time';

const UNITS: readonly (readonly [string, number])[] = [
  ['d', DAY],
  ['h', HOUR],
  ['min', 60],
  ['s', 1],
];

/** A number of seconds as people say it: 6 h, and not 21600 s; a single day is 24 h. */
export function durationWords(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return `${seconds} s`;
  if (seconds > 0 && seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  const parts: string[] = [];
  let rest = seconds;
  for (const [unit, size] of seconds < 2 * DAY ? UNITS.slice(1) : UNITS) {
    const count = unit === 's' ? rest : Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.length === 0 ? '0 s' : parts.join(' ');
}
