import { Change, ChangeOutcome } from './changes';
import { plural } from '../formats/report';

/** The effect of an update on a mapping of a file. */
export interface FileChange extends Change {
  /** The name that the file has in both folders, where folders are compared. */
  readonly file: string;
  /** The path of the file with the mapping: the new file, or the old one if the mapping is deleted. */
  readonly path: string;
  readonly line: number;
}

/** The name of each outcome. */
export const CHANGE_TITLES: { readonly [outcome in ChangeOutcome]: string } = {
  created: 'created',
  deleted: 'deleted',
  updated: 'updated in place',
  replaced: 'replaced',
  irreversible: 'updated in place, with no way back',
  collides: 'replaced, and collides with itself',
  ignored: 'reported as success, and silently ignored',
  refused: 'refused by Lambda',
  fails: "not replaced, because its source can't be",
  kept: 'not changed',
};

/** The level of each outcome: how much it matters to the reader. */
export const CHANGE_LEVELS: { readonly [outcome in ChangeOutcome]: 'error' | 'warning' | 'notice' } = {
  created: 'notice',
  deleted: 'warning',
  updated: 'notice',
  replaced: 'warning',
  irreversible: 'warning',
  collides: 'error',
  ignored: 'error',
  refused: 'error',
  fails: 'error',
  kept: 'notice',
};

export const NOTHING_CHANGES = 'no mapping changes';

/** Whether the mapping is not what the new template says, once the update has ended. */
export function isFailingChange({ outcome }: Change): boolean {
  return CHANGE_LEVELS[outcome] === 'error';
}

export function changesSummary(changes: readonly Change[]): string {
  const failing = changes.filter(isFailingChange).length;
  return failing === 0 ? 'no change will fail' : `${plural(failing, 'change')} will fail or be ignored`;
}
