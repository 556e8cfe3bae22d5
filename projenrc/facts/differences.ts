/**
 * The places where a contract differs from the schema and the service model, and the reasons.
 *
 * By the place in CloudFormation's schema, and what differs there.
 */
export const DIFFERENCES: { readonly [difference: string]: string } = {
  'AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig.SchemaRegistryURI letters narrow': addressOfRegistry(),
  'FilterCriteria.Filters maximum narrow':
    'a mapping has 10 filters at most, with a raised quota: CloudFormation takes 20 for no service',
  'FunctionName letters narrow': 'no function can have a dot in its name: CreateFunction.FunctionName',
  'MetricsConfig.Metrics maximum wide': 'there are three metrics, none of which may be there twice',
  'MetricsConfig.Metrics maximum wide for Lambda': 'there are three metrics, none of which may be there twice',
  'SelfManagedKafkaEventSourceConfig.SchemaRegistryConfig.SchemaRegistryURI letters narrow': addressOfRegistry(),
};

function addressOfRegistry(): string {
  return 'an address begins with https://, and all else is the ARN of a Glue registry';
}

/** Properties of AWS SAM's events that are no properties of a mapping: it makes the function's policies of them. */
export const SAM_ITSELF = ['DynamicPolicyName', 'SecretsManagerKmsKeyId'];

/** A right text for each property whose letters are compared; an ARN is narrower in each contract on purpose. */
export const SAMPLES: { readonly [place: string]: string } = {
  'AmazonManagedKafkaEventSourceConfig.ConsumerGroupId': 'group',
  'AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig.SchemaRegistryURI': 'https://example.com',
  'DocumentDBEventSourceConfig.CollectionName': 'orders',
  'DocumentDBEventSourceConfig.DatabaseName': 'shop',
  FunctionName: 'orders',
  'ProvisionedPollerConfig.PollerGroupName': 'group',
  'Queues[]': 'mails',
  'SelfManagedEventSource.Endpoints.KafkaBootstrapServers[]': 'broker-1.example.com:9096',
  'SelfManagedKafkaEventSourceConfig.ConsumerGroupId': 'group',
  'SelfManagedKafkaEventSourceConfig.SchemaRegistryConfig.SchemaRegistryURI': 'https://example.com',
  'SourceAccessConfigurations[].URI': 'subnet:subnet-0a1b2c3d',
  'Tags[].Key': 'team',
  'Tags[].Value': 'shop',
  'Topics[]': 'clicks',
};
