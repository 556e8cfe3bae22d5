import { MetricFact, SourceMetrics } from '../../model/metrics';
import { FAILURE_DESTINATION } from '../../model/property-paths';
import {
  COMMITTED_EVENT_COUNT,
  EVENT_COUNT_METRICS,
  GIVEN_UP_METRICS,
  PROVISIONED_POLLERS,
} from '../../options/event-count-metrics';
import { FUNCTION_METRICS } from '../../options/function-metrics';
import { POLLER_CONFIG } from '../../options/pollers';
import { WAITING_DEAD_LETTERS, METRICS_OF_A_QUEUE } from '../queue/metrics';

/** A metric of the mapping, in the group that counts errors: sent only when there was one. */
function errors(name: string, says: string, needs?: string): MetricFact {
  return { name, of: 'mapping', statistic: 'Sum', unit: 'Count', group: 'ErrorCount', needs, says };
}

function lag(name: string, says: string): MetricFact {
  return { name, of: 'mapping', statistic: 'Maximum', unit: 'Count', group: 'KafkaMetrics', says };
}

/** @param block the property that holds the schema registry, which the two kinds of Kafka call differently */
export function kafkaMetrics(block: string): SourceMetrics {
  return {
    facts: [
      ...EVENT_COUNT_METRICS,
      ...GIVEN_UP_METRICS,
      COMMITTED_EVENT_COUNT,
      errors('PollingErrorCount', 'polls that failed'),
      errors('InvokeErrorCount', 'batches that the function could not be invoked with'),
      errors(
        'OnFailureDestinationDeliveryErrorCount',
        'deliveries to the failure destination that failed',
        FAILURE_DESTINATION,
      ),
      errors(
        'SchemaRegistryErrorCount',
        'schemas that could not be fetched, and records that do not fit theirs',
        `${block}.schemaRegistryConfig`,
      ),
      errors('CommitErrorCount', 'commits of offsets that failed'),
      lag('MaxOffsetLag', 'records that the slowest partition is behind'),
      lag('SumOffsetLag', 'records that all partitions together are behind'),
      PROVISIONED_POLLERS,
      {
        name: 'EventPollerUnit',
        of: 'mapping',
        statistic: 'Sum',
        unit: 'Count',
        needs: POLLER_CONFIG,
        says: 'units of pollers that are running, which are paid for',
      },
      {
        name: 'EventPollerThroughputInBytes',
        of: 'mapping',
        statistic: 'Sum',
        unit: 'Bytes',
        needs: POLLER_CONFIG,
        says: 'size of the records that were polled',
      },
      ...FUNCTION_METRICS,
      {
        name: 'OffsetLag',
        of: 'function',
        statistic: 'Maximum',
        unit: 'Count',
        says: 'records between the last one of the topic and the last one that was processed',
      },
      WAITING_DEAD_LETTERS,
    ],
    deadLetters: METRICS_OF_A_QUEUE,
  };
}
