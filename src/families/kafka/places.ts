/** Where a mapping says whether it reads as a consumer group or as a share group. */
export const CONSUMPTION_MODE = 'selfManagedKafkaEventSourceConfig.consumptionMode';
