/** Where a mapping says whether it reads as a consumer group or as a share group. */
export const CONSUMPTION_MODE = 'selfManagedKafkaEventSourceConfig.consumptionMode';
/** Where a mapping names the mappings that it shares pollers with. */
export const POLLER_GROUP_NAME = 'provisionedPollerConfig.pollerGroupName';
