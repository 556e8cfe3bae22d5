import { harmless } from './harmless';

/** So long nobody wonders. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** A line on the terminal that says how far it is, when it takes long. */
export class Progress {
  private readonly start = Date.now();
  private last = 0;
  private done = 0;

  constructor(
    private readonly total: number,
    private readonly terminal: NodeJS.WriteStream = process.stderr,
  ) {}

  public step(file: string): void {
    this.done += 1;
    const now = Date.now();
    if (!this.terminal.isTTY || now - this.start < PATIENCE || now - this.last < INTERVAL) return;
    this.last = now;
    const line = `${this.done} of ${this.total}  ${harmless(file)}`;
    this.terminal.write(`\r\x1b[K${line.slice(0, (this.terminal.columns || 80) - 1)}`);
  }

  public end(): void {
    if (this.last > 0) this.terminal.write('\r\x1b[K');
  }
}
