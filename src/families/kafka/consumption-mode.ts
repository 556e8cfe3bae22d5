/** How Lambda takes records from a topic. */
export enum ConsumptionMode {
  /** In the order of each partition, as a consumer group. */
  STREAM = 'Stream',
  /** One by one, as a share group. Needs Kafka 4.2 or newer. */
  QUEUE = 'Queue',
}
