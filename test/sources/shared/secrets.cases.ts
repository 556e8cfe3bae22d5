import { REGIONS } from './regions';
import type { Case } from '../../cases';

export interface SecretAt {
  /** The start of the ids of the option's rules. */
  readonly rule: string;
  readonly name: string;
  readonly properties: (uri: unknown) => Case['properties'];
  /** Where the secrets of other Regions are refused. */
  readonly inRegion?: boolean;
}

const ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:';

/** The secret of an access configuration, whatever its type. */
export function secretCases({ rule, name, properties, inRegion }: SecretAt): Case[] {
  const given = (what: string, uri: unknown, problems: string[]): Case => ({ name: `${name} ${what}`, properties: properties(uri), problems });
  return [
    given('of 200 characters', ARN.padEnd(200, 's'), []),
    given('of 201 characters', ARN.padEnd(201, 's'), [`${rule}-length`]),
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
