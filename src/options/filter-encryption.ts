import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { aws_kms } from 'aws-cdk-lib/interfaces';
import { length, pattern } from '../model/constraints';
import { OptionSpecs, Rule } from '../model/contract';
import { FILTERING_DOCS } from '../model/docs';
import { propertySpec } from '../model/option-specs';
import { construct } from '../model/option-types';
import { at } from '../model/paths';
import { Condition, given, needs, rule } from '../model/rules';
import { isPresent } from '../model/tokens';
import { lambdaUses } from '../permissions/key-policy';

/** Keeps filter patterns unreadable for those without the key. */
export interface MappingFilterEncryptionOptions {
  /**
   * The customer managed key that encrypts the filter patterns. Only together with filters.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filter-criteria-encryption
   * @default - the patterns are not encrypted with a key of yours
   */
  readonly filterEncryption?: aws_kms.IKeyRef;
}

export const FILTER_ENCRYPTION_SPECS: OptionSpecs<MappingFilterEncryptionOptions> = {
  filterEncryption: {
    properties: [
      propertySpec('kmsKeyArn', {
        constraints: [
          length('filter-encryption-length', 12, 2048),
          { ...pattern('filter-encryption-service', /^arn:[^:]+:kms:/, 'the ARN of a KMS key'), kind: 'arn' },
        ],
        docs: FILTERING_DOCS,
      }),
    ],
    type: construct(['keyRef'], 'a key of aws-kms', "import it with Key.fromKeyArn(this, 'Key', arn)"),
    render: (key) => at('kmsKeyArn', key.keyRef.keyArn),
    bind: (key) => [
      lambdaUses(key, {
        actions: ['kms:Decrypt'],
        resources: ['*'],
        conditions: { ArnLike: { 'aws:SourceArn': anyMappingOf(key) } },
        reason: 'Lambda itself, and not the role, reads the filter patterns',
      }),
    ],
  },
};

/** The mapping's own ARN would refer back from the key to the mapping, which refers to the key. */
function anyMappingOf(key: aws_kms.IKeyRef): string {
  return Stack.of(key).formatArn({
    service: 'lambda',
    resource: 'event-source-mapping',
    resourceName: '*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

/** A filter with another name in it is not accepted at all. */
function hasNoPattern(filter: unknown): boolean {
  const isNamed = Object.keys(filter as object).some((name) => name !== 'pattern');
  return isPresent((filter as { readonly pattern?: unknown }).pattern) === false && !isNamed;
}

const SOME_FILTERS: Condition = { ...given('filterCriteria.filters[]'), words: given('filterCriteria.filters').words };

/** Rules for the filters of every source that has them. */
export const FILTER_RULES: readonly Rule[] = [
  rule(
    'filter-without-pattern',
    'filterCriteria.filters',
    'holds a filter without a pattern',
    {
      reason: 'it matches every record or none, and never what was meant',
      docs: FILTERING_DOCS,
      severity: 'warning',
    },
    (reader) => reader.any('filterCriteria.filters[]', hasNoPattern),
  ),
  needs('filter-encryption-needs-filters', given('kmsKeyArn'), SOME_FILTERS, {
    reason: 'the key encrypts filter patterns and nothing else',
    docs: FILTERING_DOCS,
  }),
];
