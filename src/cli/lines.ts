import { parseYaml, withQuotedHyphens, YamlListener } from './yaml';
import { TemplateMapping } from '../graph/template';

/** The names that lead to a place in a template. */
export type TemplatePath = readonly string[];

/** The place where a mapping begins: its resource, or the event of a function. */
export function templatePathOf({ logicalId, path }: TemplateMapping): TemplatePath {
  return ['Resources', logicalId, ...path.split('.').slice(0, -1)];
}

/** A value that was read, and the line on which it begins. */
interface Read {
  readonly line: number;
  readonly values: Read[];
  value?: unknown;
}

/** The lines of a file. It is read for them when the first one is needed: most files have nothing to point at. */
export class Lines {
  private root?: unknown;
  /** For each object, its names with their lines. */
  private known?: ReadonlyMap<unknown, ReadonlyMap<string, number>>;

  /** The place of the template in the file, where the file has it inside of something else. */
  constructor(
    private readonly text: string,
    private readonly inside: TemplatePath = [],
  ) {}

  /** The line of such a place, or of what is around it where it was written elsewhere, such as behind an alias. */
  public of(path: TemplatePath): number {
    this.known ??= this.read();
    let line = 1;
    let value = this.root;
    for (const name of [...this.inside, ...path]) {
      const next = this.known.get(value)?.get(name);
      if (next === undefined) return line;
      line = next;
      value = valueOfName(value, name);
    }
    return line;
  }

  private read(): ReadonlyMap<unknown, ReadonlyMap<string, number>> {
    for (const text of [this.text, withQuotedHyphens(this.text)]) {
      try {
        return this.readFrom(text);
      } catch {
        // A text that only a JSON parser accepts has no lines.
      }
    }
    return new Map();
  }

  private readFrom(text: string): ReadonlyMap<unknown, ReadonlyMap<string, number>> {
    const known = new Map<unknown, ReadonlyMap<string, number>>();
    const open: Read[] = [{ line: 1, values: [] }];
    const listener: YamlListener = (event, { line, result }) => {
      if (event === 'open') {
        open.push({ line: line + 1, values: [] });
        return;
      }
      const read = open.pop()!;
      read.value = result;
      open.at(-1)!.values.push(read);
      // A value in braces is heard of twice: the parser tries it as a name first.
      if (read.values.length > 0 && !known.has(result)) known.set(result, linesOfNames(result, read.values));
    };
    // JSON is YAML too.
    this.root = parseYaml(text, listener);
    return known;
  }
}

/** The parser reads a name, and then its value. Of a name that occurs twice, the last one counts. */
function linesOfNames(object: unknown, values: readonly Read[]): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  values.forEach(({ value: name, line }, index) => {
    const isName =
      typeof name !== 'object' &&
      index + 1 < values.length &&
      valueOfName(object, String(name)) === values[index + 1].value;
    if (isName) lines.set(String(name), line);
  });
  return lines;
}

function valueOfName(object: unknown, name: string): unknown {
  return (object as { readonly [name: string]: unknown })[name];
}
