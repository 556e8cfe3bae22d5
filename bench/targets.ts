import { table } from '../projenrc/docs/markdown';

/** The target of a figure: the most or the least that it may be. */
interface Target {
  readonly what: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly digits: number;
}

const TARGETS = {
  default: { what: 'default settings: time of a mapping', atMost: 0.9, digits: 2 },
  cost: { what: 'time of a mapping', atMost: 1, digits: 2 },
  smallCost: { what: 'time of a mapping in a small app', atMost: 1.1, digits: 2 },
  cpu: { what: 'CPU time of a mapping', atMost: 1, digits: 2 },
  smallCpu: { what: 'CPU time of a mapping in a small app', atMost: 1.1, digits: 2 },
  memory: { what: 'peak memory of the app', atMost: 0.95, digits: 2 },
  growth: { what: 'time of a mapping among 450, of that among 100', atMost: 1, digits: 2 },
  import: { what: 'import beside aws-cdk-lib/aws-lambda, ms more', atMost: 5, digits: 1 },
  python: { what: 'import in Python beside aws-lambda-event-sources, ms more', atMost: 10, digits: 1 },
  plugin: { what: 'validation plugin, ms a mapping', atMost: 0.15, digits: 2 },
  check: { what: '`check`, templates a second', atLeast: 2000, digits: 0 },
  package: { what: 'npm package unpacked, kB', atMost: 600, digits: 0 },
} satisfies { readonly [name: string]: Target };

/** The figures of one run that something is wanted of. */
export class Targets {
  private readonly rows: string[][] = [];

  public note(name: keyof typeof TARGETS, where: string, figure: number): void {
    const { what, atMost = Infinity, atLeast = -Infinity, digits }: Target = TARGETS[name];
    const wanted = atMost < Infinity ? `at most ${atMost}` : `at least ${atLeast}`;
    // The figure as it is shown: one that reads as the target does not miss it.
    const shown = Number(figure.toFixed(digits));
    // The cost of mappings is a difference: if the machine is not quiet enough, a small one is zero, or less.
    if (!(figure > 0)) {
      this.rows.push([what, where, wanted, '', 'lost in the noise of the machine']);
      return;
    }
    const isMet = shown <= atMost && shown >= atLeast;
    this.rows.push([what, where, wanted, figure.toFixed(digits), isMet ? 'met' : '**missed**']);
  }

  public toString(): string {
    return table(['what', 'where', 'wanted', 'measured', 'result'], this.rows);
  }
}
