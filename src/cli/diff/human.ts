import { createColors } from 'picocolors';
import { FileChange, isFailing, LEVELS, NOTHING_CHANGES, summaryOf, TITLES } from './report';

/** For people, on a terminal. */
export function human(changes: readonly FileChange[], withColors: boolean): string {
  if (changes.length === 0) return NOTHING_CHANGES;
  const { bold, red, yellow, green, dim } = createColors(withColors);
  const colors = { error: red, warning: yellow, notice: green };
  const files = new Set(changes.map(({ file }) => file));
  const lines = changes.map(({ file, logicalId, outcome, properties, explanation }) =>
    [
      `${bold(logicalId)} is ${colors[LEVELS[outcome]](TITLES[outcome])}${files.size > 1 ? dim(` (${file})`) : ''}`,
      ...properties.map((property) => `  ${property}`),
      `  ${dim(explanation)}`,
    ].join('\n'),
  );
  return [...lines, (changes.some(isFailing) ? red : green)(summaryOf(changes))].join('\n\n');
}
