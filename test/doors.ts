import { Template } from 'aws-cdk-lib/assertions';
import type { IConstruct } from 'constructs';
import { Case, Source } from './cases';
import { Fixtures } from './fixtures';
import { checkProperties } from '../src/analysis/check-properties';
import { cloudFormationPath } from '../src/graph/names';
import { check } from '../src/model/check';
import { Properties } from '../src/model/contract';
import { problemText } from '../src/model/problem-text';
import { render } from '../src/model/render';

export interface Finding {
  readonly rule: string;
  /** With the AWS page, as its reader gets it. */
  readonly text: string;
}

export const ERROR_LINE = /^ {2}- (?<text>.* )\[(?<rule>[a-z0-9-]+)\] (?<docs>https:\S+)$/;
const WARNING = /^(?<text>.*) \[ack: (?<rule>[a-z0-9-]+)\]$/s;

/** The findings of the construct: its one error, or else its warnings. */
export function askConstruct(source: Source, one: Case): Finding[] {
  const f = new Fixtures(one.region);
  let mapping: IConstruct;
  try {
    mapping = make(source, one, f);
  } catch (error) {
    return errorsIn(error as Error);
  }
  return warningsOf(mapping);
}

export function warningsOf(construct: IConstruct): Finding[] {
  return construct.node.metadata
    .filter(({ type }) => type === 'aws:cdk:warning')
    .map(({ data }) => {
      const { text, rule } = WARNING.exec(String(data))!.groups!;
      return { rule, text };
    });
}

/** The rules that the construct's rendered properties break. */
export function askRendered(source: Source, one: Case): string[] {
  const f = new Fixtures(one.region);
  const context = { region: one.region, constructed: true };
  return check(source.contract, render(source.contract.options, propsOf(source, one, f)), context).map(
    ({ rule }) => rule,
  );
}

/** The rules that the construct's template breaks. */
export function askTemplate(source: Source, one: Case): string[] {
  const f = new Fixtures(one.region);
  make(source, one, f);
  const [mapping] = Object.values(Template.fromStack(f.stack).findResources('AWS::Lambda::EventSourceMapping'));
  return checkProperties(source.contract, mapping.Properties, { region: one.region, constructed: true }).map(
    ({ rule }) => rule,
  );
}

/** The findings of the check for a mapping that was written by hand. */
export function askProperties(source: Source, { properties, region }: Case): Finding[] {
  const merged: Properties = { ...source.smallest.properties, ...properties };
  return checkProperties(source.contract, merged, { region }).map((problem) => ({
    rule: problem.rule,
    text: `${problemText(problem, cloudFormationPath)} ${problem.docs}`,
  }));
}

export function make(source: Source, one: Case, f: Fixtures): IConstruct {
  return new source.Mapping(f.stack, 'Mapping', propsOf(source, one, f));
}

export function errorsIn(error: Error): Finding[] {
  const [title, ...lines] = error.message.split('\n');
  if (!title.startsWith('Invalid ')) throw error;
  return lines.map(findingIn);
}

export function findingIn(line: string): Finding {
  const { text, rule, docs } = ERROR_LINE.exec(line)!.groups!;
  return { rule, text: text + docs };
}

function propsOf(source: Source, one: Case, f: Fixtures): object {
  return { ...source.smallest.props(f), ...one.props?.(f) };
}
