import { alarmingPeriods } from './evaluate';
import { INCIDENTS, QUIET_WEEK } from './incidents';
import { calculate } from './math';
import { AlarmProperties, alarmsOf, Settings } from './watched';
import { SOURCES } from '../cases';

const made = new Map<string, ReadonlyMap<string, AlarmProperties>>();

function alarms(source: string, settings: Settings): ReadonlyMap<string, AlarmProperties> {
  const key = `${source} ${settings}`;
  if (!made.has(key)) made.set(key, alarmsOf(source, settings));
  return made.get(key)!;
}

const CASES = INCIDENTS.flatMap((incident) => incident.sources.map((source) => ({ ...incident, source })));

test.each(CASES)('$name: $source raises $raises', ({ source, settings, series, raises }) => {
  const raised = [...alarms(source, settings)]
    .filter(([, alarm]) => alarmingPeriods(alarm, series).length > 0)
    .map(([kind]) => kind);
  expect(raised).toEqual(expect.arrayContaining([...raises]));
});

describe.each(SOURCES.map(({ folder }) => folder))('a quiet week of %s', (source) => {
  test.each<Settings>(['free', 'all'])('raises nothing: settings %s', (settings) => {
    const raised = [...alarms(source, settings)].filter(([, alarm]) => alarmingPeriods(alarm, QUIET_WEEK).length > 0);
    expect(raised.map(([kind]) => kind)).toEqual([]);
  });
});

test('each alarm is raised by an incident', () => {
  const kinds = new Set(
    SOURCES.flatMap(({ folder }) => [...alarms(folder, 'all').keys(), ...alarms(folder, 'free').keys()]),
  );
  expect([...new Set(INCIDENTS.flatMap(({ raises }) => raises))].sort()).toEqual([...kinds].sort());
});

test.each([
  ['1 + 2 * 3', 7],
  ['100 * a / b', 25],
  ['a / zero', undefined],
  ['IF(a > 0 AND FILL(none, 0) == 0, 1, 0)', 1],
  ['IF(a > 5 OR none > 1, 1, 0)', undefined],
  ['IF(a >= 5, 1, 0)', 0],
  ['(a - 1) * 2', 0],
  ['FILL(none, 7)', 7],
])('metric math: %s is %s', (expression, result) => {
  expect(calculate(expression, { a: 1, b: 4, zero: 0, none: undefined })).toBe(result);
});
