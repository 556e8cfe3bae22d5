import { CfnResource } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

/** The properties by which an L2 (`fifo`) and an L1 (`fifoQueue`, `fifoTopic`) say that they are FIFO. */
interface MaybeFifo {
  readonly fifo?: unknown;
  readonly fifoQueue?: unknown;
  readonly fifoTopic?: unknown;
}

/**
 * Whether a queue or a topic is FIFO, as far as its construct tells; an import of which only a token is known does not.
 */
export function isFifo(queueOrTopic: IConstruct): boolean | undefined {
  const resource = CfnResource.isCfnResource(queueOrTopic) ? queueOrTopic : queueOrTopic.node.defaultChild;
  const l1 = resource as MaybeFifo | undefined;
  const fifo = l1?.fifoQueue ?? l1?.fifoTopic ?? (queueOrTopic as MaybeFifo).fifo;
  if (fifo === true) return true;
  return l1 && (fifo === undefined || fifo === false) ? false : undefined;
}
