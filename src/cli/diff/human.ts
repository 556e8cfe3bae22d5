import { createColors } from 'picocolors';
import { CHANGE_LEVELS, CHANGE_TITLES, changesSummary, FileChange, isFailingChange, NOTHING_CHANGES } from './report';

/** For people, on a terminal. */
export function diffText(changes: readonly FileChange[], withColors: boolean): string {
  if (changes.length === 0) return NOTHING_CHANGES;
  const { bold, red, yellow, green, dim } = createColors(withColors);
  const colors = { error: red, warning: yellow, notice: green };
  const files = new Set(changes.map(({ file }) => file));
  const lines = changes.map(({ file, logicalId, outcome, properties, explanation }) => {
    const context = files.size > 1 ? dim(` (${file})`) : '';
    return [
      `${bold(logicalId)} is ${colors[CHANGE_LEVELS[outcome]](CHANGE_TITLES[outcome])}${context}`,
      ...properties.map((property) => `  ${property}`),
      `  ${dim(explanation)}`,
    ].join('\n');
  });
  return [...lines, (changes.some(isFailingChange) ? red : green)(changesSummary(changes))].join('\n\n');
}
