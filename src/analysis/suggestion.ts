/** A text with more wrong letters than this share of them is another one. */
const MOST_WRONG = 0.4;

/** The nearest of the names that there are, as the end of a sentence: '; did you mean x?' Empty where none is near. */
export function suggestion(text: string, names: Iterable<string>): string {
  const wanted = text.toLowerCase();
  const near = [...names]
    .map((name) => ({ name, wrong: name.endsWith(`-${wanted}`) ? 0 : distance(wanted, name) }))
    .filter(({ wrong, name }) => wrong <= MOST_WRONG * Math.max(wanted.length, name.length))
    .sort((one, other) => one.wrong - other.wrong || one.name.length - other.name.length);
  return near.length === 0 ? '' : `; did you mean ${near[0].name}?`;
}

/** How many letters have to be added, left out or replaced (Levenshtein's distance). */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let spec = 1; spec <= one.length; spec++) {
    const line = [spec];
    for (let column = 1; column <= other.length; column++) {
      const replaced = above[column - 1] + (one[spec - 1] === other[column - 1] ? 0 : 1);
      line.push(Math.min(replaced, above[column] + 1, line[column - 1] + 1));
    }
    above = line;
  }
  return above[other.length];
}
