import { CheckedMapping, Finding } from '../findings';
import { ScanFailure } from '../scan';

/** All that a check has to tell. */
export interface CheckReport {
  readonly files: number;
  readonly checked: readonly CheckedMapping[];
  readonly failures: readonly ScanFailure[];
  readonly unread: readonly Unread[];
}

/** A part of a template that was not looked into. */
export interface Unread {
  readonly file: string;
  readonly what: string;
}

export function unreadText({ file, what }: Unread): string {
  return `${file}: not looked into: ${what}`;
}

export function findingsOf({ checked }: CheckReport): Finding[] {
  return checked.flatMap(({ findings }) => findings);
}

/** Errors that are acknowledged, which stay visible. Warnings are silent then, as those of constructs are. */
export function notesOf({ acknowledged }: CheckedMapping): Finding[] {
  return acknowledged.filter(({ severity }) => severity === 'error');
}

export function plural(count: number, noun: string): string {
  // Node.js loads the formats of all languages for its own way to do this, a tenth of a short run.
  const digits = String(count).replace(/(?<=\d)(?=(\d{3})+$)/g, ',');
  return `${digits} ${noun}${count === 1 ? '' : 's'}`;
}
