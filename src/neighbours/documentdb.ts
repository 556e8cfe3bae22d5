import { find, sourceOf, textAt, valuesAt } from './find';
import { FUNCTION_RULES, FUNCTION_TIMEOUT_RULE } from './function';
import { networkRule, subnetsNamed } from './network';
import { Look, Resource, Rule, Where } from '../engine/contract';
import { rule } from '../engine/rules';
import { guide } from '../values/pages';

const PAGE = guide('with-documentdb');

function clusterOf(look: Look, where: Where): Resource | undefined {
  return sourceOf(look, where, 'AWS::DocDB::DBCluster');
}

/** The resource of a type that a property of the cluster names. */
function partOf(property: string, type: string, look: Look, where: Where): Resource | undefined {
  const cluster = clusterOf(look, where);
  return cluster && find(valuesAt(cluster, property)[0], [type], where);
}

export const DOCUMENTDB_NEIGHBOURS: readonly Rule[] = [
  ...FUNCTION_RULES,
  FUNCTION_TIMEOUT_RULE,
  rule('engine-version', 'eventSourceArn', 'is a cluster of another engine version than 4.0 or 5.0', {
    why: 'Lambda answers "Engine version 8.0.1 is not supported."',
    page: PAGE,
  }, (look, where) => {
    const cluster = clusterOf(look, where);
    const version = cluster && textAt(cluster, 'EngineVersion');
    return version !== undefined && !/^[45]\.0(\.|$)/.test(version) && `is ${cluster!.id}, a cluster of engine version ${version}, not 4.0 or 5.0`;
  }),
  rule('tls', 'eventSourceArn', 'is a cluster without TLS', { why: 'Lambda connects with TLS only', page: PAGE }, (look, where) => {
    const parameters = partOf('DBClusterParameterGroupName', 'AWS::DocDB::DBClusterParameterGroup', look, where);
    return parameters && textAt(parameters, 'Parameters.tls') === 'disabled' && `is a cluster without TLS, by its parameter group ${parameters.id}`;
  }),
  networkRule('eventSourceArn', PAGE, (look, where) => subnetsNamed(partOf('DBSubnetGroupName', 'AWS::DocDB::DBSubnetGroup', look, where), 'SubnetIds')),
];
