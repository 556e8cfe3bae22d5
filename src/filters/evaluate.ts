import { FilterOutcome, FilterVerdict } from './filter-verdict';
import { leavesOf } from './leaves';
import { matches, whyNot } from './match';
import { Branch, readPattern } from './pattern';
import { PayloadFormat, readRecord } from './read-record';
import { RecordShape } from './record-shape';

/** Tells what Lambda does with a record that the function would get in this form. */
export function evaluate(pattern: string, shape: RecordShape, record: unknown): FilterVerdict {
  const { branches, faults } = readPattern(pattern);
  const wrong = faults.filter(({ kind }) => kind === 'pattern').map(({ says }) => says);
  if (wrong.length > 0) throw new Error(`Invalid filter pattern: ${pattern} ${wrong.join('; and ')}`);
  if (branches.length === 0) throw new Error(`The filter pattern is known only at deployment: ${pattern}`);

  const { event, format } = readRecord(shape, record);
  const leaves = leavesOf(event);
  const fitting = branches.filter(
    (branch) => format === undefined || formatsOf(branch, shape).every((wanted) => wanted === format),
  );
  if (fitting.some((branch) => matches(branch, leaves))) {
    return FilterVerdict._of(FilterOutcome.DELIVERED, `the record matches ${pattern}`);
  }
  if (fitting.length > 0) return FilterVerdict._of(FilterOutcome.FILTERED_OUT, whyNot(fitting, leaves));
  const wanted = [...new Set(branches.flatMap((branch) => formatsOf(branch, shape)))].join(' and ');
  return FilterVerdict._of(
    FilterOutcome.DROPPED_FOR_FORMAT,
    `${shape.payload} is ${format}, but the filter needs ${wanted}: ${shape.onMismatch}`,
  );
}

/** The verdict of all filters of a mapping: one that delivers is enough. */
export function combine(verdicts: readonly FilterVerdict[]): FilterVerdict {
  if (verdicts.length === 0) return FilterVerdict._of(FilterOutcome.DELIVERED, 'there are no filters');
  const outcome = [FilterOutcome.DELIVERED, FilterOutcome.FILTERED_OUT].find((one) =>
    verdicts.some((verdict) => verdict.outcome === one),
  );
  const reasons = verdicts.map(({ reason }, index) => `filters[${index}]: ${reason}`);
  return outcome === FilterOutcome.DELIVERED
    ? FilterVerdict._of(outcome, reasons[verdicts.findIndex(({ delivered }) => delivered)])
    : FilterVerdict._of(outcome ?? FilterOutcome.DROPPED_FOR_FORMAT, reasons.join('; '));
}

/** The formats that a branch asks the payload to have. */
function formatsOf(branch: Branch, { payload }: RecordShape): PayloadFormat[] {
  const paths = [...branch.keys()];
  return [
    ...(paths.some((path) => path.startsWith(`${payload}.`)) ? (['JSON'] as const) : []),
    ...(paths.some((path) => path === payload) ? (['text'] as const) : []),
  ];
}
