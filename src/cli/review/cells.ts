import { Review, valuesOf } from './reviews';
import { Column } from './rows';

/** A column of a table, which shows several things of a mapping, each with a word before it. */
interface TableColumn {
  readonly heading: string;
  readonly parts: readonly (readonly [column: Column, label: string])[];
}

/** Few enough columns for a terminal and for a comment. */
export const TABLE_COLUMNS: readonly TableColumn[] = [
  { heading: 'Mapping', parts: [['name', '']] },
  { heading: 'Source', parts: [['source', '']] },
  { heading: 'Function', parts: [['function', '']] },
  {
    heading: 'Reading',
    parts: [
      ['batch', 'batch '],
      ['window', 'window '],
      ['start', 'from '],
    ],
  },
  {
    heading: 'At once, at most',
    parts: [
      ['ceiling', 'batches: '],
      ['records', ''],
      ['rate', ''],
    ],
  },
  {
    heading: 'Failures',
    parts: [
      ['retries', ''],
      ['destination', '→ '],
    ],
  },
  {
    heading: 'Filters and more',
    parts: [
      ['filters', 'only '],
      ['more', ''],
    ],
  },
];

/** The lines of each cell of a mapping; a value that changes is shown with what it was. */
export function cellsOf(review: Review): readonly (readonly string[])[] {
  return TABLE_COLUMNS.map(({ parts }) =>
    parts.flatMap(([column, label]) => {
      const { now, before } = valuesOf(review, column);
      if (before !== undefined) return [`${label}${before || 'none'} ⇒ ${now || 'none'}`];
      return now === '' ? [] : [label + now];
    }),
  );
}
