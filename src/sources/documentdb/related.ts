import { Look, Resource, Rule, Where } from '../../model/contract';
import { guide } from '../../model/docs';
import { Facts, rule } from '../../model/rules';
import { find, sourceOf, textAt, valuesAt } from '../../related/find';
import { BROKER_FUNCTION_RULES } from '../../related/function';
import { networkRule, subnetsNamed } from '../../related/network';
import { outboundRule } from '../../related/outbound';
import { FUNCTION_PLACE_RULES, OTHER_SOURCE_PLACE_RULE } from '../../related/place';

const PAGE = guide('with-documentdb');

function clusterOf(look: Look, where: Where): Resource | undefined {
  return sourceOf(look, where, 'AWS::DocDB::DBCluster');
}

/** The resource of a type that a property of the cluster names. */
function partOf(property: string, type: string, look: Look, where: Where): Resource | undefined {
  const cluster = clusterOf(look, where);
  return cluster && find(valuesAt(cluster, property)[0], [type], where);
}

/** A rule of the cluster's engine version, where it is known. */
function versionRule(id: string, says: string, facts: Facts, isWrong: (version: string) => boolean): Rule {
  return rule(id, 'eventSourceArn', says, { ...facts, page: PAGE }, (look, where) => {
    const cluster = clusterOf(look, where);
    const version = cluster && textAt(cluster, 'EngineVersion');
    return version !== undefined && isWrong(version) && `is ${cluster!.id}, a cluster of engine version ${version}, not 4.0 or 5.0`;
  });
}

const VERSION_RULES: readonly Rule[] = [
  versionRule('engine-version', 'is a cluster of an engine version before 4.0', { why: 'such a cluster has no change streams for Lambda' }, (version) =>
    /^[0-3]\./.test(version)),
  versionRule('newer-engine-version', 'is a cluster of an engine version after 5.0', {
    severity: 'warning',
    why: 'when last seen, Lambda answered "Engine version 8.0.1 is not supported."',
  }, (version) => /^([6-9]|5\.[1-9]|\d\d)/.test(version)),
];

export const DOCUMENTDB_NEIGHBOURS: readonly Rule[] = [
  ...BROKER_FUNCTION_RULES,
  ...FUNCTION_PLACE_RULES,
  OTHER_SOURCE_PLACE_RULE,
  ...VERSION_RULES,
  rule('tls', 'eventSourceArn', 'is a cluster without TLS', { why: 'Lambda connects with TLS only', page: PAGE }, (look, where) => {
    const parameters = partOf('DBClusterParameterGroupName', 'AWS::DocDB::DBClusterParameterGroup', look, where);
    return parameters && textAt(parameters, 'Parameters.tls') === 'disabled' && `is a cluster without TLS, by its parameter group ${parameters.id}`;
  }),
  networkRule('eventSourceArn', PAGE, (look, where) => subnetsNamed(partOf('DBSubnetGroupName', 'AWS::DocDB::DBSubnetGroup', look, where), 'SubnetIds')),
  outboundRule('eventSourceArn', PAGE, (look, where) => subnetsNamed(clusterOf(look, where), 'VpcSecurityGroupIds')),
];
