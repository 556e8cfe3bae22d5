/** Runs checks one after the other, a line for each, and counts them as jest does. */
export class Checks {
  private passed = 0;
  private failed = 0;
  private skipped = 0;

  /** Whether the check passed; what it throws is why it did not, what it returns is told beside its name. */
  public async check(name: string, body: () => string | void | Promise<string | void>): Promise<boolean> {
    const start = Date.now();
    try {
      const detail = await body();
      this.passed += 1;
      console.log(`  ✓ ${name}${detail ? `: ${detail}` : ''} (${Math.round((Date.now() - start) / 1000)} s)`);
      return true;
    } catch (error) {
      this.failed += 1;
      console.log(`  ✕ ${name}\n${indented((error as Error).message)}`);
      return false;
    }
  }

  public skip(name: string, why: string): void {
    this.skipped += 1;
    console.log(`  - ${name}: skipped: ${why}`);
  }

  /** The line that `.ci/run` reads, and the exit code. */
  public report(): void {
    const counts = [
      [this.failed, 'failed'],
      [this.skipped, 'skipped'],
      [this.passed, 'passed'],
    ].filter(([count]) => count !== 0);
    const total = this.failed + this.skipped + this.passed;
    console.log(`Tests: ${[...counts, [total, 'total']].map((count) => count.join(' ')).join(', ')}`);
    process.exitCode = this.failed > 0 || this.passed === 0 ? 1 : 0;
  }
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}
