import { explanationIn, ReviewRow, rowOf } from './rows';
import { Template } from '../../graph/template';
import { Change, changesOf } from '../diff/changes';
import { EMPTY_TEMPLATE, FilePair } from '../diff/diff';
import { checkFile, Finding } from '../findings';
import { TemplateFile } from '../templates';

/** A mapping as it is reviewed. */
export interface Review {
  readonly row: ReviewRow;
  /** The findings of the check, acknowledged errors last. */
  readonly findings: readonly Finding[];
  /** The sentences about what happens to its records, if requested. */
  readonly explanation?: readonly string[];
  /** The change of the mapping, if two versions are compared. */
  readonly change?: ReviewChange;
}

export type ChangeState = 'added' | 'removed' | 'changed' | 'unchanged';

export interface ReviewChange {
  readonly state: ChangeState;
  /** The row of the old version, if the mapping is in it. */
  readonly before?: ReviewRow;
  /** The effects in CloudFormation and Lambda. */
  readonly outcomes: readonly Change[];
}

export interface ReviewOptions {
  readonly explain: boolean;
}

/** All mappings of a file. */
export function reviewsOf(file: TemplateFile, options: ReviewOptions): Review[] {
  const checked = new Map(checkFile(file, new Set()).map((one) => [one.logicalId, one]));
  const { template } = file;
  return template.mappings.map((mapping) => {
    const { findings = [], acknowledged = [] } = checked.get(mapping.id) ?? {};
    const row = rowOf(file.file, template, mapping);
    const reviewed = { row, findings: [...findings, ...acknowledged.map(asNote)] };
    return options.explain ? { ...reviewed, explanation: explanationIn(template, mapping) } : reviewed;
  });
}

/** An acknowledged error is no longer an error. */
function asNote(finding: Finding): Finding {
  return { ...finding, severity: 'warning' };
}

/** The mappings of two versions of a file, each with what becomes of it: those that are gone come last. */
export function comparedReviews({ file: name, from: before, to: after }: FilePair, options: ReviewOptions): Review[] {
  const [old, young] = [before, after].map((file) => (file === undefined ? [] : reviewsOf(file, options)));
  const [from, to] = [before, after].map((file) => file?.template ?? EMPTY_TEMPLATE);
  const changes = changesById(from, to);
  const oldById = new Map(old.map((review) => [review.row.logicalId, review]));
  const named = (review: Review): Review => ({ ...review, row: { ...review.row, file: name } });
  const stays = young.map((review) => {
    const previous = oldById.get(review.row.logicalId)?.row;
    const outcomes = changes.get(review.row.logicalId) ?? [];
    return { ...named(review), change: { state: changeStateOf(previous, outcomes), before: previous, outcomes } };
  });
  const gone = old
    .filter(({ row }) => to.mapping(row.logicalId) === undefined)
    .map((review): Review => ({
      ...named(review),
      findings: [],
      explanation: undefined,
      change: { state: 'removed', outcomes: changes.get(review.row.logicalId) ?? [] },
    }));
  return [...stays, ...gone];
}

function changeStateOf(before: ReviewRow | undefined, outcomes: readonly Change[]): ChangeState {
  if (before === undefined) return 'added';
  return outcomes.length === 0 ? 'unchanged' : 'changed';
}

function changesById(before: Template, after: Template): ReadonlyMap<string, readonly Change[]> {
  const byId = new Map<string, Change[]>();
  for (const change of changesOf(before, after)) {
    byId.set(change.logicalId, [...(byId.get(change.logicalId) ?? []), change]);
  }
  return byId;
}

/** The value in a column, and the old value if it is different. */
interface ColumnValues {
  readonly now: string;
  readonly before?: string;
}

/** The value that a column shows, and the old value if it is different. */
export function valuesOf({ row, change }: Review, column: keyof ReviewRow): ColumnValues {
  const before = change?.before?.[column];
  return before === undefined || before === row[column] ? { now: row[column] } : { now: row[column], before };
}

/** The reviews of each file. */
export function byFile(reviews: readonly Review[]): ReadonlyMap<string, readonly Review[]> {
  const files = new Map<string, Review[]>();
  for (const review of reviews) files.set(review.row.file, [...(files.get(review.row.file) ?? []), review]);
  return files;
}
