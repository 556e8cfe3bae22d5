import { COLUMN, NEEDS, OF_GROUPS, OF_PROVISIONED_MODE, OF_THE_FUNCTION } from './aws-table';
import { MetricFact } from '../../src/model/metrics';
import { CONTRACTS } from '../../src/sources/contracts';

describe.each(CONTRACTS.map((contract) => [contract.id, contract] as const))(
  'the metrics of %s',
  (id, { metrics, properties: rows }) => {
    const facts = (of: MetricFact['of']) => metrics.facts.filter((fact) => fact.of === of);
    const column = COLUMN[id];
    const ofGroups = OF_GROUPS.filter(([, , sqs, streams, kafka]) => ({ sqs, streams, kafka })[column!]);
    const ofProvisionedMode = OF_PROVISIONED_MODE.filter(
      ([, , sqs, kafka]) => ({ sqs, kafka, streams: false })[column!],
    );

    test.each(OF_GROUPS)('have %s, of the group %s, where AWS says so', (name, group) => {
      const found = facts('mapping').find((fact) => fact.name === name);
      const isThere = ofGroups.some(([metric]) => metric === name);
      expect(found?.group).toBe(isThere ? group : undefined);
    });

    test('are no others than those of groups and of provisioned mode', () => {
      const names = [...ofGroups, ...ofProvisionedMode].map(([name]) => name).sort();
      expect(
        facts('mapping')
          .map(({ name }) => name)
          .sort(),
      ).toEqual(names);
    });

    test('of provisioned mode are free, and looked at as AWS says', () => {
      const free = facts('mapping')
        .filter(({ group }) => group === undefined)
        .map(({ name, statistic }) => [name, statistic]);
      expect(free).toEqual(ofProvisionedMode.map(([name, statistic]) => [name, statistic]));
    });

    test('of the function are those that AWS has for the source', () => {
      const all = Object.entries(OF_THE_FUNCTION)
        .filter(([, sources]) => sources.includes(id))
        .map(([name]) => name)
        .sort();
      const ofEachFunction = ['ConcurrentExecutions', 'Errors', 'Invocations', 'Throttles'];
      expect(
        facts('function')
          .map(({ name }) => name)
          .sort(),
      ).toEqual([...all, ...ofEachFunction].sort());
    });

    test('need the settings that AWS names', () => {
      const named = metrics.facts.filter(({ name }) => name !== 'SchemaRegistryErrorCount');
      expect(named.map(({ name, needs }) => [name, needs])).toEqual(named.map(({ name }) => [name, NEEDS[name]]));
    });

    test('are tied to properties and groups that the source has', () => {
      const roots = metrics.facts.flatMap(({ needs }) => needs?.split(/[.[]/)[0] ?? []);
      expect(roots.filter((root) => rows.every((row) => row.root !== root))).toEqual([]);
      const allowed = rows.find(({ property }) => property === 'metricsConfig.metrics[]')?.constraints[0].allowed ?? '';
      const groups = metrics.facts.flatMap(({ group }) => group ?? []);
      expect(groups.filter((group) => !allowed.includes(group))).toEqual([]);
    });

    test('have the statistic of what they are: an amount is summed, an age or a depth is a maximum', () => {
      const summed = metrics.facts.filter(({ statistic }) => statistic === 'Sum').map(({ name }) => name);
      expect(
        summed.filter(
          (name) => !/Count$|Errors$|Throttles$|Invocations$|Failures$|Unit$|InBytes$|IncomingRecords$/.test(name),
        ),
      ).toEqual([]);
    });
  },
);
