import { Lazy, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Case, Source, SOURCES } from './cases';
import { make } from './doors';
import { Fixtures } from './fixtures';
import { checkProperties } from '../src/analysis/check-properties';

const INTRINSICS: { readonly [name: string]: (value: unknown) => unknown } = {
  Ref: () => ({ Ref: 'Parameter' }),
  'Fn::GetAtt': () => ({ 'Fn::GetAtt': ['Resource', 'Arn'] }),
  'Fn::ImportValue': () => ({ 'Fn::ImportValue': 'Export' }),
  'Fn::Sub': () => ({ 'Fn::Sub': '${Parameter}' }),
  'Fn::Join': () => ({ 'Fn::Join': ['', ['a', { Ref: 'Parameter' }]] }),
  'Fn::FindInMap': () => ({ 'Fn::FindInMap': ['Map', { Ref: 'AWS::Region' }, 'Key'] }),
  'a dynamic reference': () => '{{resolve:ssm:/shop/value}}',
  'Fn::If': (value) => ({ 'Fn::If': ['Condition', value, { Ref: 'AWS::NoValue' }] }),
};

const TOKENS: { readonly [name: string]: (value: unknown) => unknown } = {
  'a text': (value) => Token.asString({ 'Fn::If': ['Condition', value, { Ref: 'AWS::NoValue' }] }),
  'a number': () => Token.asNumber({ Ref: 'Parameter' }),
  'a list': () => Token.asList({ Ref: 'Parameter' }),
  lazy: (value) => Lazy.any({ produce: () => value }),
};

/**
 * Wherever a value is not known, nothing is wrong: the fullest mapping stays a valid one with any of its values
 * replaced.
 */
describe.each(SOURCES)('$folder', (source) => {
  const properties = fullestOf(source);

  test.each(Object.keys(INTRINSICS))('%s in the place of any value', (name) => {
    expect(faultsWith(source, properties, INTRINSICS[name])).toEqual({});
  });

  test.each(Object.keys(TOKENS))('a token that is %s in the place of any value', (name) => {
    expect(faultsWith(source, properties, TOKENS[name])).toEqual({});
  });
});

function fullestOf(source: Source): object {
  const f = new Fixtures();
  const fullest: Case = { name: 'fullest', props: source.fullest, problems: [] };
  make(source, fullest, f);
  const [mapping] = Object.values(Template.fromStack(f.stack).findResources('AWS::Lambda::EventSourceMapping'));
  return mapping.Properties as object;
}

function faultsWith({ contract }: Source, properties: object, unknown: (value: unknown) => unknown) {
  const faults = replacements(properties, unknown).map(({ path, replaced }) => {
    const rules = checkProperties(contract, replaced as { [name: string]: unknown }).map(({ rule }) => rule);
    return [path, rules] as const;
  });
  expect(faults.length).toBeGreaterThan(Object.keys(properties).length);
  return Object.fromEntries(faults.filter(([, rules]) => rules.length > 0));
}

/** A copy for each place in a value, with what stands there replaced. */
function replacements(
  value: unknown,
  unknown: (value: unknown) => unknown,
  path = '',
): { path: string; replaced: unknown }[] {
  if (
    typeof value !== 'object' ||
    value === null ||
    Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'))
  ) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) => {
    const withChild = (replaced: unknown) =>
      Array.isArray(value)
        ? Object.assign([...(value as unknown[])], { [key]: replaced })
        : { ...value, [key]: replaced };
    return [
      { path: `${path}/${key}`, replaced: withChild(unknown(child)) },
      ...replacements(child, unknown, `${path}/${key}`).map((inner) => ({
        ...inner,
        replaced: withChild(inner.replaced),
      })),
    ];
  });
}
