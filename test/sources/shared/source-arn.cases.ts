import { REGIONS } from './regions';
import type { Case } from '../../cases';
import type { Fixtures } from '../../fixtures';

export interface SourceArns<Props> {
  /** The start of the ids of the option's rules. */
  readonly rule: string;
  readonly arn: (partition: string, region: string) => string;
  /** ARNs that are of the source too. */
  readonly also?: readonly string[];
  /** Texts that are ARNs, or nearly, but not of the source. */
  readonly others: readonly string[];
  readonly props: (f: Fixtures, arn: string) => Partial<Props>;
}

const TOO_SHORT = 'arn:aws:sqs';

/** The ARN of the source: of each partition, and of what is another source's. */
export function sourceArnCases<Props>({ rule, arn, also = [], others, props }: SourceArns<Props>): Case<Props>[] {
  return [
    ...REGIONS.map(({ partition, region }): Case<Props> => ({
      name: `${rule} in ${region}`,
      region,
      props: (f) => props(f, arn(partition, region)),
      properties: { EventSourceArn: arn(partition, region) },
      problems: [],
    })),
    ...also.map((one): Case<Props> => ({ name: `${rule} ${one}`, properties: { EventSourceArn: one }, problems: [] })),
    ...others.map((one): Case<Props> => ({
      name: `${rule} that is ${one.slice(0, 80)}`,
      properties: { EventSourceArn: one },
      problems: [`${rule}-arn`],
    })),
    {
      name: `${rule} of another partition style`,
      properties: { EventSourceArn: arn('gcp', 'us-east-2') },
      problems: [`${rule}-arn`],
    },
    {
      name: `${rule} of no account`,
      properties: { EventSourceArn: arn('aws', 'us-east-2').replace(/\d{12}/, '') },
      problems: [`${rule}-arn`],
    },
    {
      name: `${rule} of a short account`,
      properties: { EventSourceArn: arn('aws', 'us-east-2').replace(/\d{12}/, '12345') },
      problems: [`${rule}-arn`],
    },
    { name: `${rule} of 11 characters`, properties: { EventSourceArn: TOO_SHORT }, problems: [`${rule}-arn`] },
    {
      name: `${rule} of 1,025 characters`,
      properties: { EventSourceArn: `arn:aws:elsewhere:${'x'.repeat(1007)}` },
      problems: [`${rule}-arn`, `${rule}-length`],
    },
    { name: `${rule} missing`, properties: { EventSourceArn: undefined }, problems: [`${rule}-required`] },
    {
      name: `${rule} taken away`,
      properties: { EventSourceArn: { Ref: 'AWS::NoValue' } },
      problems: [`${rule}-required`],
    },
    {
      name: `${rule} of a resource`,
      properties: { EventSourceArn: { 'Fn::GetAtt': ['Source', 'Arn'] } },
      problems: [],
    },
    {
      name: `${rule} of another stack`,
      properties: { EventSourceArn: { 'Fn::ImportValue': 'SourceArn' } },
      problems: [],
    },
    {
      name: `${rule} with pseudo parameters`,
      properties: { EventSourceArn: { 'Fn::Sub': 'arn:${AWS::Partition}:some:source' } },
      problems: [`${rule}-arn`],
    },
    {
      name: `${rule} of a condition`,
      properties: { EventSourceArn: { 'Fn::If': ['IsProduction', 'arn:aws:elsewhere', { Ref: 'AWS::NoValue' }] } },
      problems: [],
    },
  ];
}
