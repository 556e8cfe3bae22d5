import * as cdk from 'aws-cdk-lib';
import { Problem } from '../engine/contract';
import { Template, TemplateMapping } from '../template/template';

/** Whether somebody else tells of a problem. */
type Reported = (problem: Problem, template: Template, mapping: TemplateMapping) => boolean;

/** Rules that the schema of the resource has too, word for word: a limit of all sources, a type, a list without repetitions. */
const IN_SCHEMA = new RegExp(`-(${[
  'whole-number', 'boolean', 'malformed', 'filter-encryption-length', 'filters-length', 'filters-unique', 'metrics-unique', 'log-level-choice',
  '(?<!sqs-fifo-)batch-size-range', 'max-batching-window-range', 'retry-attempts-range', 'parallelization-factor-range', 'tumbling-window-range',
  'max-concurrency-range', 'report-batch-item-failures-(count|choice)', 'topic-count', 'queue-name-(count|length)',
].join('|')})$`);

/** Rules of several resources, which it knows where these refer to each other: E3705 and E3505. */
const BY_REFERENCE: { readonly [rule: string]: (template: Template, mapping: TemplateMapping) => boolean } = {
  'sqs-fifo-batch-size-range': hasItsSource,
  'sqs-visibility-timeout': invokesFunction,
  'sqs-fifo-visibility-timeout': invokesFunction,
};

/** It looks at one template at a time. */
function hasItsSource(template: Template, { resource }: TemplateMapping): boolean {
  const source = template.find(resource.properties.EventSourceArn);
  return source !== undefined && source.own === undefined;
}

function invokesFunction(template: Template, mapping: TemplateMapping): boolean {
  const invoked = template.find(mapping.resource.properties.FunctionName);
  return hasItsSource(template, mapping) && invoked?.type === 'AWS::Lambda::Function' && invoked.own === undefined;
}

interface MaybeValidated {
  readonly _builtinCloudFormationValidation?: boolean;
}

/** What the validation of aws-cdk-lib itself tells: only where there is one, and where it is on. */
export function builtInReports(app: unknown): Reported {
  const exists = 'CloudFormationValidatePlugin' in cdk;
  const isOn = (app as MaybeValidated | undefined)?._builtinCloudFormationValidation !== false && process.env.CDK_VALIDATION !== 'false';
  if (!exists || !isOn) return () => false;
  return ({ rule }, template, mapping) => IN_SCHEMA.test(rule) || BY_REFERENCE[rule]?.(template, mapping) === true;
}
