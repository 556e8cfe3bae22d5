import { guide } from '../../model/docs';

/** The page on Amazon MQ. */
export const MQ_DOCS = guide('with-mq');
