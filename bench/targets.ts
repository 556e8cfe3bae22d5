import { table } from '../projenrc/docs/markdown';

/** What is wanted of a figure: at most so much, or at least. */
interface Target {
  readonly what: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly digits: number;
}

const TARGETS = {
  cost: { what: 'cost of a mapping, of what it costs with aws-lambda-event-sources', atMost: 0.7, digits: 2 },
  memory: { what: 'peak memory, of what it is with aws-lambda-event-sources', atMost: 0.9, digits: 2 },
  growth: { what: 'cost of a mapping among 450, of what it is among 100', atMost: 1, digits: 2 },
  import: { what: 'import beside aws-cdk-lib/aws-lambda, ms', atMost: 5, digits: 1 },
  plugin: { what: 'validation plugin, ms a mapping', atMost: 0.2, digits: 2 },
  check: { what: '`check`, templates a second', atLeast: 500, digits: 0 },
} satisfies { readonly [name: string]: Target };

/** The figures of one run that something is wanted of. */
export class Targets {
  private readonly rows: string[][] = [];

  /** An unchecked L1 with a statement tells how much of the figure is no library's. */
  public note(name: keyof typeof TARGETS, where: string, figure: number, unchecked?: number): void {
    const { what, atMost = Infinity, atLeast = -Infinity, digits }: Target = TARGETS[name];
    const wanted = atMost < Infinity ? `at most ${atMost}` : `at least ${atLeast}`;
    // As it is shown: a figure that reads as the wanted one is none that misses it.
    const shown = Number(figure.toFixed(digits));
    this.rows.push([
      what,
      where,
      wanted,
      figure.toFixed(digits),
      unchecked?.toFixed(digits) ?? '',
      shown <= atMost && shown >= atLeast ? 'yes' : '**no**',
    ]);
  }

  public toString(): string {
    return table(['what', 'where', 'wanted', 'measured', 'L1 and statement, unchecked', 'reached'], this.rows);
  }
}
