import type { Filters } from './filters.cases';
import { REGIONS } from './regions';
import type { EventFilter, MappingFilterEncryptionOptions } from '../../../src';
import type { Case } from '../../cases';

type Props<Filter> = MappingFilterEncryptionOptions & { filters?: Filter[] };

const keyIn = (partition: string, region: string) =>
  `arn:${partition}:kms:${region}:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

export function filterEncryptionCases<Filter extends EventFilter>({
  source,
  fromPattern,
  key,
}: Filters<Filter>): Case<Props<Filter>>[] {
  const pattern = { [key]: { type: ['created'] } };
  const FilterCriteria = { Filters: [{ Pattern: JSON.stringify(pattern) }] };
  const needsFilters = `${source}-filter-encryption-needs-filters`;
  return [
    {
      name: 'filter encryption',
      props: (f) => ({ filterEncryption: f.key, filters: [fromPattern(pattern)] }),
      properties: { FilterCriteria, KmsKeyArn: keyIn('aws', 'us-east-1') },
      problems: [],
    },
    {
      name: 'filter encryption without filters',
      props: (f) => ({ filterEncryption: f.key }),
      properties: { KmsKeyArn: keyIn('aws', 'us-east-1') },
      problems: [needsFilters],
    },
    {
      name: 'filter encryption with no filter',
      props: (f) => ({ filterEncryption: f.key, filters: [] }),
      properties: { KmsKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] }, FilterCriteria: {} },
      problems: [needsFilters],
    },
    ...REGIONS.map(({ partition, region }): Case<Props<Filter>> => ({
      name: `filter encryption in ${region}`,
      properties: { FilterCriteria, KmsKeyArn: keyIn(partition, region) },
      problems: [],
    })),
    {
      name: 'filter encryption that may be',
      properties: { KmsKeyArn: { 'Fn::If': ['IsEncrypted', keyIn('aws', 'us-east-1'), { Ref: 'AWS::NoValue' }] } },
      problems: [],
    },
    { name: 'filter encryption taken away', properties: { KmsKeyArn: { Ref: 'AWS::NoValue' } }, problems: [] },
    {
      name: 'filter encryption with filters that may be',
      properties: { FilterCriteria: { Ref: 'Filters' }, KmsKeyArn: keyIn('aws', 'us-east-1') },
      problems: [],
    },
    {
      name: 'filter encryption with a secret',
      properties: { FilterCriteria, KmsKeyArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:key' },
      problems: [`${source}-filter-encryption-service`],
    },
    {
      name: 'filter encryption with the id of a key',
      properties: { FilterCriteria, KmsKeyArn: '1234abcd-12ab-34cd-56ef-1234567890ab' },
      problems: [`${source}-filter-encryption-service`],
    },
    {
      name: 'filter encryption of 12 characters',
      properties: { FilterCriteria, KmsKeyArn: 'arn:aws:kms:' },
      problems: [],
    },
    {
      name: 'filter encryption of 11 characters',
      properties: { FilterCriteria, KmsKeyArn: 'arn:x:kms:k' },
      problems: [`${source}-filter-encryption-length`],
    },
    {
      name: 'filter encryption of 2,048 characters',
      properties: { FilterCriteria, KmsKeyArn: 'arn:aws:kms:'.padEnd(2048, 'k') },
      problems: [],
    },
    {
      name: 'filter encryption of 2,049 characters',
      properties: { FilterCriteria, KmsKeyArn: 'arn:aws:kms:'.padEnd(2049, 'k') },
      problems: [`${source}-filter-encryption-length`],
    },
  ];
}
