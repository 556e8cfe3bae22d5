/** The first key of a line, as JSON and YAML write it. */
const KEY = /^[ \t{,]*["']?([A-Za-z0-9]{1,255})["']?[ \t]*:/;

/** The lines of a file, by the keys that begin there first; a file is read once, and only when it is asked. */
export class Lines {
  private known?: ReadonlyMap<string, number>;

  constructor(private readonly text: string) {}

  public of(key: string): number {
    this.known ??= this.read();
    return this.known.get(key) ?? 1;
  }

  private read(): ReadonlyMap<string, number> {
    const lines = new Map<string, number>();
    this.text.split('\n').forEach((line, index) => {
      const [, key] = KEY.exec(line) ?? [];
      if (key !== undefined && !lines.has(key)) lines.set(key, index + 1);
    });
    return lines;
  }
}
