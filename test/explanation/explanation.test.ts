import { SCENARIOS } from './scenarios';
import { durationWords } from '../../src/explanation/durations';
import { command, folderWith, MAPPING } from '../cli/run';

test.each(SCENARIOS)('$name', ({ mapping, resources = {}, says, never = [] }) => {
  const Resources = { ...resources, Mapping: { Type: MAPPING, Properties: { FunctionName: 'f', ...mapping } } };
  const { stdout } = command('review', folderWith({ 'app.json': { Resources } }), '--explain', '-f', 'json');
  const [{ explanation }] = JSON.parse(stdout) as { explanation: string[] }[];
  const text = explanation.join('\n');
  says.forEach((words) => expect(text).toContain(words));
  never.forEach((words) => expect(text).not.toContain(words));
  // Each sentence has the page that says so.
  explanation.forEach((sentence) => expect(sentence).toMatch(/[.] https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/));
});

test('enough of them, each with a source', () => {
  expect(SCENARIOS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length);
  expect(
    SCENARIOS.filter(({ source }) => !/^(https:\/\/docs\.aws\.amazon\.com\/|localstack\/localstack )/.test(source)),
  ).toEqual([]);
});

test('nothing is said of a source that is not known', () => {
  const Resources = {
    Mapping: { Type: MAPPING, Properties: { FunctionName: 'f', EventSourceArn: { Ref: 'Source' } } },
  };
  const { stdout } = command('review', folderWith({ 'app.json': { Resources } }), '--explain', '-f', 'json');
  expect(JSON.parse(stdout)).toMatchObject([{ explanation: [] }]);
});

test.each<[number, string]>([
  [0, '0 s'],
  [0.5, '500 ms'],
  [5, '5 s'],
  [60, '1 min'],
  [90, '1 min 30 s'],
  [3600, '1 h'],
  [21_600, '6 h'],
  [86_400, '24 h'],
  [172_800, '2 d'],
  [604_800, '7 d'],
  [608_461, '7 d 1 h 1 min 1 s'],
  [-1, '-1 s'],
])('%d seconds are said as %s', (seconds, words) => expect(durationWords(seconds)).toBe(words));
