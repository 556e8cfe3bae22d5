import { guide } from '../../model/docs';

/** The page on how the mapping of a queue scales. */
export const QUEUE_SCALING_DOCS = guide('services-sqs-scaling');
