import { Reference, Token, Tokenization } from 'aws-cdk-lib';
import { isJsonObject, JsonMembers } from './json-members';

/**
 * Whether a value can only be known at deployment: a CDK token (a number far below zero), an intrinsic function or a
 * dynamic reference.
 */
export function isUnknown(value: unknown): boolean {
  if (typeof value === 'boolean' || (typeof value === 'number' && value > -1e9)) return false;
  // Most texts have neither the brace of a token or a dynamic reference, nor the exponent of a number that is a token.
  if (typeof value === 'string') {
    return /\{|e\+/.test(value) && (Token.isUnresolved(value) || value.includes('{{resolve:'));
  }
  return intrinsicOf(value) !== undefined || Token.isUnresolved(value);
}

/** Whether a value is an object whose members are known: a list and an intrinsic function are none. */
export function isKnownObject(value: unknown): value is JsonMembers {
  return isJsonObject(value) && !isUnknown(value);
}

/** Whether a value is there: `undefined` where only the deployment will tell (a condition may take it away). */
export function isPresent(value: unknown): boolean | undefined {
  if (isAbsent(value)) return false;
  if (!isUnknown(value)) return true;
  return intrinsicOf(value) === 'Ref' || intrinsicOf(value) === 'Fn::GetAtt' || isCertain(value) || undefined;
}

/** A reference resolves to something, and so does a text of which a part is literal. */
function isCertain(value: unknown): boolean {
  if (typeof value === 'string') {
    const fragments = Tokenization.reverseString(value);
    return fragments.length > fragments.tokens.length || fragments.tokens.some((token) => Reference.isReference(token));
  }
  return Reference.isReference(typeof value === 'number' ? Tokenization.reverseNumber(value) : value);
}

/** A key beside properties that CloudFormation replaces with others, such as Fn::Transform. */
export function isMacro(key: string): boolean {
  return key.startsWith('Fn::');
}

/** Whether CloudFormation may replace some of an object's members with others. */
export function hasMacro(properties: unknown): boolean {
  for (const name in Object(properties)) if (isMacro(name)) return true;
  return false;
}

/** The words for a condition, or for a function that belongs in the section Conditions and not in a property. */
export function conditionIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const [key, another] = Object.keys(value);
  if (key === undefined || another !== undefined) return undefined;
  if (CONDITION_FUNCTIONS.includes(key)) return key;
  const argument = (value as JsonMembers)[key];
  return /^condition$/i.test(key) && typeof argument === 'string' ? `the condition ${argument}` : undefined;
}

const CONDITION_FUNCTIONS = ['Fn::And', 'Fn::Equals', 'Fn::Not', 'Fn::Or'];

export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (value as { Ref?: unknown }).Ref === 'AWS::NoValue';
}

function intrinsicOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const keys = Object.keys(value);
  const [key] = keys;
  return keys.length === 1 && (key === 'Ref' || key.startsWith('Fn::')) ? key : undefined;
}
