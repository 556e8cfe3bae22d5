import { wordsOf } from '../../checks/words';
import { Look, Resource, SourceContract } from '../../engine/contract';
import { isUnknown } from '../../engine/tokens';
import { Template } from '../../template/template';

/** How many batches at a time Lambda reads a broker or a change stream with. */
const FIXED: { readonly [source: string]: number } = { 'active-mq': 5, 'rabbit-mq': 1, 'documentdb': 1 };
/** How many batches at a time one poller of a queue can bring. */
const BATCHES_A_POLLER = 10;

/** How many times at once the function can run for a mapping at most, where that can be known. */
export function ceilingOf(template: Template, contracts: readonly SourceContract[], look: Look): string {
  const [{ id }, ...others] = contracts;
  if (others.length > 0) return '';
  if (id.startsWith('sqs')) return queueCeiling(id, look);
  if (id.startsWith('kinesis') || id === 'dynamodb') return shardCeiling(template, id, look);
  if (id === 'msk' || id === 'self-managed-kafka') return 'partitions of the topic';
  return String(FIXED[id] ?? '');
}

function queueCeiling(id: string, look: Look): string {
  const [maximum] = look.values('scalingConfig.maximumConcurrency');
  const [pollers] = look.values('provisionedPollerConfig.maximumPollers');
  if (maximum !== undefined) return wordsOf(maximum);
  if (look.has('provisionedPollerConfig')) {
    return isUnknown(pollers) ? `${wordsOf(pollers)} × ${BATCHES_A_POLLER}` : String(Number(pollers ?? 200) * BATCHES_A_POLLER);
  }
  return id === 'sqs-fifo' ? 'message groups' : '';
}

function shardCeiling(template: Template, id: string, look: Look): string {
  const [factor = 1] = look.values('parallelizationFactor');
  const shards = id === 'dynamodb' ? undefined : streamOf(template, look)?.properties.ShardCount;
  if (!isUnknown(factor) && typeof shards === 'number') return String(shards * Number(factor));
  const times = factor === 1 ? '' : ` × ${wordsOf(factor)}`;
  return shards === undefined || isUnknown(shards) ? `shards${times}` : `${wordsOf(shards)}${times}`;
}

function streamOf(template: Template, look: Look): Resource | undefined {
  const source = template.find(look.values('eventSourceArn')[0]);
  return source?.type === 'AWS::Kinesis::StreamConsumer' ? template.find(source.properties.StreamARN) : source;
}
