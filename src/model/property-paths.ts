// The paths of properties that several rooms read.

/** The property that names the source. */
export const SOURCE_ARN = 'eventSourceArn';
/** The property that names the failure destination, whatever its kind. */
export const FAILURE_DESTINATION = 'destinationConfig.onFailure.destination';
/** The property that lists the groups of metrics that are on. */
export const METRIC_GROUPS = 'metricsConfig.metrics';
