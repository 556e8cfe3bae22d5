import { Misfit, Misfits } from './misfits';
import { WantedAt, wantedBy } from './places';
import { Properties, Unsupported, SourceContract } from '../model/contract';
import { memoize } from '../model/memoize';
import { Problem, ruleNamed, Severity } from '../model/problem';
import { isAbsent, isUnknown } from '../model/tokens';
import { CONTRACTS } from '../sources/contracts';

/** The name of the rule of what the source does not accept. */
export const UNSUPPORTED = 'unsupported';
/** The name of the rule of a value that has another shape than its place in a mapping. */
export const MALFORMED = 'malformed';

/**
 * A property without a spec in the contract is not for this source. One with a spec needs the shape that its specs say.
 *
 * @param properties as they are written, with what is null or empty
 */
export function checkShape(contract: SourceContract, properties: Properties): Problem[] {
  return misfitsOf(contract)
    .of(properties, { path: '', at: '' })
    .flatMap((misfit) => (misfit.says === undefined ? asUnsupported(contract, misfit) : [malformed(contract, misfit)]));
}

/** The problems besides the shape. A value with the wrong shape has none: the problem of its shape says it all. */
export function besideShape(shape: readonly Problem[], problems: readonly Problem[]): Problem[] {
  const malformedAt = shape.filter(({ name }) => name === MALFORMED).map(({ property }) => property);
  return problems.filter(({ property }) => !malformedAt.some((path) => belongsTo(property, path)));
}

/** Whether a property is at a path or in it; one of all items of a list, or of an item with a type, may be. */
function belongsTo(property: string, path: string): boolean {
  const list = /^(?<list>.*)\[\d+\](\.type)?$/.exec(path)?.groups!.list;
  const isItem = list !== undefined && /^\[[A-Z_\d]*[A-Z_]|^\[\]/.test(property.slice(list.length));
  return (
    property === path ||
    property.startsWith(`${path}.`) ||
    property.startsWith(`${path}[`) ||
    (isItem && property.startsWith(`${list}[`))
  );
}

const misfitsOf = memoize(({ properties: specs }: SourceContract) => new Misfits(wantedBy(specs)));

let misfitsOfAll: Misfits | undefined;

/** CloudFormation takes all that a mapping of any source can have. */
function ofAllSources(): Misfits {
  return (misfitsOfAll ??= new Misfits(wantedBy(CONTRACTS.flatMap(({ properties: specs }) => specs)), faultOfAll));
}

/** The fault of a value in a mapping of any source. A constraint of no kind may be about one source's records. */
function faultOfAll({ own }: WantedAt, value: unknown): string | undefined {
  const faults = own.map(({ constraints }) => {
    const general = constraints.filter(({ kind, severity }) => kind !== undefined && severity !== 'warning');
    return general.map((constraint) => constraint.fault(value)).find((says) => says !== undefined);
  });
  return faults.every((says) => says !== undefined) ? faults[0] : undefined;
}

function malformed({ id, docs }: SourceContract, { at: property, value, says = '' }: Misfit): Problem {
  return { ...ruleNamed(MALFORMED, id), severity: 'error', property, value, says, form: 'verbatim', docs };
}

/** A property that does nothing gets a warning only. It still has to be as CloudFormation takes it. */
function asUnsupported(contract: SourceContract, misfit: Misfit): Problem[] {
  const refusal = refusalOf(contract, misfit);
  const severity = misfit.value === refusal.harmless ? 'warning' : refusal.severity;
  const wrong = ofAllSources().of(misfit.value, misfit);
  if (wrong.length === 0 && asksForNothing(misfit.value)) return [];
  if (wrong.length === 0 || severity === 'error') return [refused(contract, misfit, { ...refusal, severity })];
  return wrong.map((one) =>
    one.says === undefined || one.isFault
      ? refused(contract, one, { ...refusal, severity: 'error' })
      : malformed(contract, one),
  );
}

function refusalOf(
  { title, unsupported }: SourceContract,
  { path }: Misfit,
): Unsupported & { readonly severity: Severity } {
  const known: Unsupported | undefined = Object.hasOwn(unsupported, path) ? unsupported[path] : undefined;
  return { severity: 'error', reason: `a mapping of this kind of source has no such property: ${title}`, ...known };
}

function refused(
  { id, docs, unsupported }: SourceContract,
  { path, at: property }: Misfit,
  { severity, reason }: Unsupported,
): Problem {
  return {
    ...ruleNamed(UNSUPPORTED, id),
    severity: severity!,
    property,
    fix: `take {${property}} out`,
    says: 'is not supported',
    reason,
    commonReason: Object.hasOwn(unsupported, path) ? reason : 'no mapping has such a property',
    docs,
  };
}

/** Lambda and its tools give back as empty what was never set. */
function asksForNothing(value: unknown): boolean {
  if (isAbsent(value)) return true;
  return typeof value === 'object' && !isUnknown(value) && Object.values(value!).every(asksForNothing);
}
