import { readFileSync } from 'fs';
import { join } from 'path';
import { l1Name } from '../../src/graph/names';
import { PropertySpec, SourceContract } from '../../src/model/contract';
import { CONTRACTS } from '../../src/sources/contracts';

/** The values that AWS accepts for one option of a source. */
export interface Fact {
  readonly status: 'required' | 'allowed' | 'conditional';
  readonly min?: number;
  readonly max?: number;
  /** A value outside of the range that is accepted too. */
  readonly also?: number;
  readonly values?: readonly string[];
  readonly default?: string | number | boolean;
  /** The most that AWS documents, where more gets through. */
  readonly documented?: number;
  /** The place where the fact was seen, if it is newer than the AWS pages that the others are from. */
  readonly seen?: string;
}

interface SourceFacts {
  readonly accepted: { readonly [option: string]: Fact };
  readonly forbidden: readonly string[];
}

const MATRIX = JSON.parse(readFileSync(join(__dirname, 'matrix.json'), 'utf8')) as {
  readonly [source: string]: SourceFacts;
};

export const CONTRACT_FACTS: [string, SourceContract, SourceFacts][] = CONTRACTS.map((contract) => [
  contract.id,
  contract,
  MATRIX[contract.id],
]);

const DESTINATION = 'destinationConfig.onFailure.destination';

const PATHS: { readonly [option: string]: string } = {
  ConsumptionMode: 'selfManagedKafkaEventSourceConfig.consumptionMode',
  FilterCriteria: 'filterCriteria.filters',
  LoggingConfig: 'loggingConfig.systemLogLevel',
  OnSuccess: 'destinationConfig.onSuccess.destination',
  ScalingConfig: 'scalingConfig.maximumConcurrency',
  SelfManagedEventSource: 'selfManagedEventSource.endpoints.kafkaBootstrapServers',
};

/**
 * The path of L1 names that an option of the facts stands for; where several kinds of Kafka have it, the one of the
 * source.
 */
export function pathOf(source: string, option: string): string {
  const [root, part] = option.split('.');
  const block =
    source === 'self-managed-kafka' ? 'selfManagedKafkaEventSourceConfig' : 'amazonManagedKafkaEventSourceConfig';
  if (root === 'OnFailure') return DESTINATION;
  if (root === 'MetricsConfig') return 'metricsConfig.metrics[]';
  if (root === 'SourceAccessConfigurations' && part !== undefined) return `sourceAccessConfigurations[${part}]`;
  if (root === 'ConsumerGroupId') return `${block}.consumerGroupId`;
  const path = root === 'SchemaRegistryConfig' ? `${block}.schemaRegistryConfig` : (PATHS[root] ?? l1Name(root));
  return part === undefined ? path : `${path}.${l1Name(part)}`;
}

/** The rows at a path, or below it. */
export function rowsAt(contract: SourceContract, path: string): PropertySpec[] {
  return contract.properties.filter(
    ({ property }) => property === path || (['.', '['].includes(property[path.length]) && property.startsWith(path)),
  );
}
