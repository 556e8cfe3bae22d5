import { guide } from '../../model/docs';

/** The page on pollers, on demand and provisioned. */
export const SCALING_MODES_DOCS = guide('kafka-scaling-modes');
/** The page on schema registries. */
export const SCHEMA_REGISTRY_DOCS = guide('services-consume-kafka-events');
