export type Level = 'error' | 'warning' | 'notice';

/** The place where GitHub shows an annotation, and its title. */
interface AnnotationPlace {
  readonly file?: string;
  readonly line?: number;
  readonly title?: string;
}

/** A workflow command of GitHub Actions, which becomes an annotation beside a line of a pull request. */
export function workflowCommand(level: Level, place: AnnotationPlace, text: string): string {
  const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${level} ${properties.join(',')}::${data(text)}`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
