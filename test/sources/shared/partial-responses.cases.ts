import type { MappingPartialBatchResponseOptions } from '../../../src';
import type { Properties } from '../../../src/model/contract';
import type { Case } from '../../cases';

export interface PartialResponsesAt<Props> {
  readonly source: string;
  /** The place of the option. */
  readonly props: (options: MappingPartialBatchResponseOptions) => Partial<Props>;
  readonly properties: (properties: Properties) => Properties;
}

export function partialResponseCases<Props>({ source, props, properties }: PartialResponsesAt<Props>): Case<Props>[] {
  const types = (value: unknown) => properties({ FunctionResponseTypes: value });
  return [
    {
      name: 'partial responses',
      props: () => props({ reportBatchItemFailures: true }),
      properties: types(['ReportBatchItemFailures']),
      problems: [],
    },
    {
      name: 'partial responses not',
      props: () => props({ reportBatchItemFailures: false }),
      properties: types([]),
      problems: [],
    },
    { name: 'partial responses a parameter', properties: types([{ Ref: 'ResponseType' }]), problems: [] },
    {
      name: 'partial responses a list of which nothing is known',
      properties: types({ 'Fn::Split': [',', { Ref: 'Types' }] }),
      problems: [],
    },
    {
      name: 'partial responses of a condition',
      properties: types(['ReportBatchItemFailures', { 'Fn::If': ['IsProduction', 'Other', { Ref: 'AWS::NoValue' }] }]),
      problems: [],
    },
    {
      name: 'partial responses twice',
      properties: types(['ReportBatchItemFailures', 'ReportBatchItemFailures']),
      problems: [`${source}-report-batch-item-failures-count`],
    },
    {
      name: 'partial responses of another name',
      properties: types(['ReportItemFailures']),
      problems: [`${source}-report-batch-item-failures-choice`],
    },
    {
      name: 'partial responses in lower case',
      properties: types(['reportBatchItemFailures']),
      problems: [`${source}-report-batch-item-failures-choice`],
    },
  ];
}
