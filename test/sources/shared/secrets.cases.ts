import { REGIONS } from './regions';
import type { Case } from '../../cases';

export interface SecretAt {
  /** The start of the ids of the option's rules. */
  readonly rule: string;
  readonly name: string;
  readonly properties: (uri: unknown) => Case['properties'];
  /** @default 200 */
  readonly longest?: number;
  /** Whether the secrets of other Regions are refused. */
  readonly inRegion?: boolean;
}

const ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:';

/** A secret of another Region than the function, where both are known. */
export function secretRegionCases({ rule, name, properties }: SecretAt): Case[] {
  const secret = `${ARN}credentials-AbCdEf`;
  const given = (what: string, uri: unknown, problems: string[], more: Partial<Case> = {}): Case => ({
    name: `${name} of ${what}`,
    properties: properties(uri),
    problems,
    ...more,
  });
  const functionIn = (region: string) => ({ FunctionName: `arn:aws:lambda:${region}:123456789012:function:handler` });
  return [
    given('another Region', secret, [rule], { region: 'eu-west-1' }),
    given('the Region', secret, [], { region: 'us-east-1' }),
    given('another Region than the function', secret, [rule], {
      properties: { ...properties(secret), ...functionIn('eu-west-1') },
    }),
    given('the Region of the function', secret, [], {
      properties: { ...properties(secret), ...functionIn('us-east-1') },
    }),
    given('an unknown Region', { Ref: 'Secret' }, [], { region: 'eu-west-1' }),
    given(
      'a Region that only the deployment knows',
      { 'Fn::Sub': 'arn:aws:secretsmanager:${Region}:123456789012:secret:a-AbCdEf' },
      [],
      { region: 'eu-west-1' },
    ),
  ];
}

/** The secret of an access configuration, whatever its type. */
export function secretCases({ rule, name, properties, inRegion, longest = 200 }: SecretAt): Case[] {
  const given = (what: string, uri: unknown, problems: string[]): Case => ({
    name: `${name} ${what}`,
    properties: properties(uri),
    problems,
  });
  return [
    given('of as many characters as are allowed', ARN.padEnd(longest, 's'), []),
    given('of one character more', ARN.padEnd(longest + 1, 's'), [`${rule}-length`]),
    given('of a forbidden character', `${ARN}team#1`, [`${rule}-pattern`]),
    given('of another service', 'arn:aws:ssm:us-east-1:123456789012:parameter/credentials', [`${rule}-secret`]),
    given('by its name', 'prod/credentials', [`${rule}-secret-arn`]),
    given('of a parameter', { Ref: 'Secret' }, []),
    given('with pseudo parameters', { 'Fn::Sub': 'arn:${AWS::Partition}:ssm:#' }, []),
    given('of a condition', { 'Fn::If': ['IsProduction', 'a', 'b'] }, []),
    ...REGIONS.map(({ partition, region }) => ({
      ...given(`in ${region}`, `arn:${partition}:secretsmanager:${region}:123456789012:secret:credentials-AbCdEf`, []),
      ...(inRegion ? { region } : {}),
    })),
  ];
}
