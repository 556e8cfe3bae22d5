import { PropertyReader, Resource, Rule, Context } from '../../model/contract';
import { guide } from '../../model/docs';
import { Facts, rule } from '../../model/rules';
import { find, sourceOf, textAt, valuesAt } from '../../related/find';
import { BROKER_FUNCTION_RULES } from '../../related/function';
import { networkRule, subnetsNamed } from '../../related/network';
import { outboundRule } from '../../related/outbound';
import { FUNCTION_PLACE_RULES, OTHER_SOURCE_PLACE_RULE } from '../../related/place';

const DOCUMENTDB_DOCS = guide('with-documentdb');

function clusterOf(reader: PropertyReader, context: Context): Resource | undefined {
  return sourceOf(reader, context, 'AWS::DocDB::DBCluster');
}

/** The resource of a type that a property of the cluster names. */
function partOf(property: string, type: string, reader: PropertyReader, context: Context): Resource | undefined {
  const cluster = clusterOf(reader, context);
  return cluster && find(valuesAt(cluster, property)[0], [type], context);
}

/** A rule of the cluster's engine version, where it is known. */
function versionRule(id: string, says: string, facts: Facts, isWrong: (version: string) => boolean): Rule {
  return rule(id, 'eventSourceArn', says, { ...facts, docs: DOCUMENTDB_DOCS }, (reader, context) => {
    const cluster = clusterOf(reader, context);
    const version = cluster && textAt(cluster, 'EngineVersion');
    return (
      version !== undefined &&
      isWrong(version) &&
      `is ${cluster!.id}, a cluster of engine version ${version}, not 4.0 or 5.0`
    );
  });
}

const VERSION_RULES: readonly Rule[] = [
  versionRule(
    'engine-version',
    'is a cluster of an engine version before 4.0',
    { reason: 'such a cluster has no change streams for Lambda' },
    (version) => /^[0-3]\./.test(version),
  ),
  versionRule(
    'newer-engine-version',
    'is a cluster of an engine version after 5.0',
    {
      severity: 'warning',
      reason: 'when last seen, Lambda answered "Engine version 8.0.1 is not supported."',
    },
    (version) => /^([6-9]|5\.[1-9]|\d\d)/.test(version),
  ),
];

export const DOCUMENTDB_RELATED_RULES: readonly Rule[] = [
  ...BROKER_FUNCTION_RULES,
  ...FUNCTION_PLACE_RULES,
  OTHER_SOURCE_PLACE_RULE,
  ...VERSION_RULES,
  rule(
    'tls',
    'eventSourceArn',
    'is a cluster without TLS',
    { reason: 'Lambda connects with TLS only', docs: DOCUMENTDB_DOCS },
    (reader, context) => {
      const parameters = partOf('DBClusterParameterGroupName', 'AWS::DocDB::DBClusterParameterGroup', reader, context);
      return (
        parameters &&
        textAt(parameters, 'Parameters.tls') === 'disabled' &&
        `is a cluster without TLS, by its parameter group ${parameters.id}`
      );
    },
  ),
  networkRule('eventSourceArn', DOCUMENTDB_DOCS, (reader, context) =>
    subnetsNamed(partOf('DBSubnetGroupName', 'AWS::DocDB::DBSubnetGroup', reader, context), 'SubnetIds'),
  ),
  outboundRule('eventSourceArn', DOCUMENTDB_DOCS, (reader, context) =>
    subnetsNamed(clusterOf(reader, context), 'VpcSecurityGroupIds'),
  ),
];
