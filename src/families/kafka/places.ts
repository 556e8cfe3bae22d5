/** The property that says whether a mapping reads as a consumer group or as a share group. */
export const CONSUMPTION_MODE = 'selfManagedKafkaEventSourceConfig.consumptionMode';
/** The property that names the group of mappings that share pollers. */
export const POLLER_GROUP_NAME = 'provisionedPollerConfig.pollerGroupName';
