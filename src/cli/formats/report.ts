import { Checked, Finding } from '../findings';
import { Failure } from '../scan';

/** All that a check has to tell. */
export interface Report {
  readonly files: number;
  readonly checked: readonly Checked[];
  readonly failures: readonly Failure[];
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

export function findingsOf({ checked }: Report): Finding[] {
  return checked.flatMap(({ findings }) => findings);
}

/** Errors that are acknowledged, which stay visible. Warnings are silent then, as those of constructs are. */
export function notesOf({ acknowledged }: Checked): Finding[] {
  return acknowledged.filter(({ severity }) => severity === 'error');
}

export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
