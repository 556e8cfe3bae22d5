import { DeployedTo, Expected } from './expected';
import { canonicalJson } from './patterns';
import { Template } from '../../graph/template';
import { Answer, some } from '../../model/three-valued';

/** Values of a template, and where they are deployed. */
export interface DeployedTemplate {
  readonly template: Template;
  readonly to: DeployedTo;
}

const BOOLEAN_TEXT = /^(true|false)$/i;
/** A date as newer versions of the AWS CLI write it; others write seconds. */
const ISO_DATE = /^\d{4}-\d\d-\d\dT/;

/** Whether a value of a template is what Lambda has; `undefined` where nobody can tell. */
export function isSameOnceDeployed(value: unknown, deployed: unknown, { template, to }: DeployedTemplate): Answer {
  const text = String(deployed);
  const expected = new Expected(value, template, to);
  if (expected.text !== undefined) return formsOf(text, expected.text).some((form) => isSameText(expected.text!, form));
  const answers = formsOf(text, '').map((form) => expected.is(form));
  const answer = some(answers);
  // JSON can be written in other ways than that of the template.
  return answer === false && canonicalJson(text) !== undefined ? undefined : answer;
}

function isSameText(one: string, other: string): boolean {
  if (one === other) return true;
  if (BOOLEAN_TEXT.test(one)) return one.toLowerCase() === other.toLowerCase();
  const [number, otherNumber] = [one, other].map((text) => (text.trim() === '' ? NaN : Number(text)));
  if (number === otherNumber) return true;
  const json = canonicalJson(one);
  return json !== undefined && json === canonicalJson(other);
}

/** All ways to write a deployed value: also a date in seconds, and the ids of a network with and without their kind. */
function formsOf(text: string, expected: string): string[] {
  if (ISO_DATE.test(text) && !ISO_DATE.test(expected)) return [text, String(Date.parse(text) / 1000)];
  const [, id] = /^(?:subnet|security_group):(.+)$/.exec(text) ?? [];
  if (id !== undefined) return [text, id];
  if (text.startsWith('subnet-')) return [text, `subnet:${text}`];
  return text.startsWith('sg-') ? [text, `security_group:${text}`] : [text];
}

/** A function's name in all forms that a mapping takes, from its ARN to the name. An unqualified one means $LATEST. */
export function isSameFunction(value: unknown, arn: string, { template, to }: DeployedTemplate): Answer {
  const [, account, name, qualifier] = /^arn:[^:]+:lambda:[^:]+:(\d+):function:([^:]+)(?::(.+))?$/.exec(arn) ?? [];
  if (name === undefined) return isSameOnceDeployed(value, arn, { template, to });
  const isLatest = qualifier === undefined || qualifier === '$LATEST';
  const base = arn.split(':').slice(0, 7).join(':');
  const qualifiers = isLatest ? ['', ':$LATEST'] : [`:${qualifier}`];
  const expected = new Expected(value, template, to);
  const forms = [base, `${account}:function:${name}`, `${account}:${name}`, `function:${name}`, name];
  return some(qualifiers.flatMap((end) => forms.map((form) => expected.is(form + end))));
}
