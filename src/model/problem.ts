import type { PropertySpec } from './contract';

export type Severity = 'error' | 'warning';

/** A fault of a mapping, as data. Its text is made where somebody reads it, by `textOf`. */
export interface Problem extends RuleName {
  /** The rule's id, by which it is acknowledged: `sqs-batch-size-range`. */
  readonly rule: string;
  readonly severity: Severity;
  /** The path of L1 names that it is found at; empty where that is the whole mapping. */
  readonly property: string;
  /** The option that writes the property, where several do. */
  readonly option?: string;
  /**
   * The property and the names in its words are those of options, because it is of a rule that constructs alone have.
   */
  readonly namesOptions?: boolean;
  readonly value?: unknown;
  readonly unit?: PropertySpec['unit'];
  /** Another value, which the value is compared with. */
  readonly other?: ComparedValue;
  /** To be read after the name and the value. It names properties as `{path}`. */
  readonly says: string;
  /** Its words name no properties, so that braces are the value's; a sentence is also read without name and value. */
  readonly form?: 'verbatim' | 'sentence';
  readonly reason?: string;
  /**
   * The resource around the mapping that is at fault, with what it is: 'queue Jobs'. It stands in the place of name and
   * value.
   */
  readonly resource?: string;
  /** The remedy, as a command that names properties as `{path}`. */
  readonly fix?: string;
  /** The values that are allowed, where no command says it. */
  readonly allowed?: string;
  /** The reason where the rule is not that of one source. */
  readonly commonReason?: string;
  /** The problems that it consists of, each with what it is the problem of. */
  readonly parts?: readonly ProblemPart[];
  /** There are more of them. */
  readonly hasMoreParts?: boolean;
  /** The values of parameters with which it is so: 'Stage is prod'. */
  readonly where?: string;
  /** The AWS page that says so. */
  readonly docs: string;
}

/** A rule, whichever source it is of. */
export interface RuleName {
  /** The name, as the rule declares it: `batch-size-range`. */
  readonly name: string;
  /** The source whose name is before it in the rule's id; unset for a rule of all sources. */
  readonly source?: string;
}

export interface ComparedValue {
  readonly property: string;
  readonly value: unknown;
}

export interface ProblemPart {
  readonly of: string;
  readonly problem: Problem;
}

/** The rule of a source, or of all sources. */
export function ruleNamed(name: string, source?: string): RuleName & Pick<Problem, 'rule'> {
  return { rule: `${source ?? 'mapping'}-${name}`, name, source };
}
