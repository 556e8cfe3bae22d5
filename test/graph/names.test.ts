import { cloudFormationPath, l1Name } from '../../src/graph/names';

test.each([
  ['batchSize', 'BatchSize'],
  ['filterCriteria.filters[2].pattern', 'FilterCriteria.Filters[2].Pattern'],
  ['filterCriteria.filters[].pattern', 'FilterCriteria.Filters.Pattern'],
  ['access[SECRET_AUTH].uri', 'Access[SECRET_AUTH].URI'],
  ['documentDbEventSourceConfig.databaseName', 'DocumentDBEventSourceConfig.DatabaseName'],
  ['config.schemaRegistryConfig.schemaRegistryUri', 'Config.SchemaRegistryConfig.SchemaRegistryURI'],
  ['constructor', 'Constructor'],
])('%s is %s in a template', (l1, cloudFormation) => expect(cloudFormationPath(l1)).toBe(cloudFormation));

test.each([
  ['BatchSize', 'batchSize'],
  ['KmsKeyArn', 'kmsKeyArn'],
  ['URI', 'uri'],
  ['SchemaRegistryURI', 'schemaRegistryUri'],
  ['DocumentDBEventSourceConfig', 'documentDbEventSourceConfig'],
  ['batchSize', 'batchSize'],
  ['', ''],
])('%s of a template is %s in an L1', (cloudFormation, l1) => expect(l1Name(cloudFormation)).toBe(l1));
