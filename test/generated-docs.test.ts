import { readFileSync } from 'fs';
import needed from './permissions/permissions.json';
import { list } from './permissions/template';
import { generatedDocs } from '../projenrc/docs/generated-docs';
import { SAMPLES } from '../projenrc/docs/samples';
import { Contract } from '../src/model/contract';
import { CONTRACTS } from '../src/sources/contracts';

test.each([...generatedDocs()])('%s says what the contracts say', (path, text) => {
  if (readFileSync(path, 'utf8') !== text) {
    throw new Error(`${path} is stale: run npx projen docs`);
  }
});

describe.each([...CONTRACTS] as Contract<object>[])('the page of $title', ({ id, options: fields }) => {
  const page = readFileSync(`docs/sources/${id}.md`, 'utf8');
  const [, json] = /<!-- permissions:start -->[\s\S]*?```json\n([\s\S]*?)```/.exec(page)!;
  const { Version, Statement } = JSON.parse(json) as {
    Version: string;
    Statement: { Action: unknown; Resource: unknown }[];
  };

  test('has a policy to copy, of what facts say is needed', () => {
    expect(Version).toBe('2012-10-17');
    const actions = Statement.flatMap(({ Action }) => list(Action));
    const facts = Object.values(needed.needs).flatMap((one) => one.actions);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => !facts.includes(action as string))).toEqual([]);
    Statement.flatMap(({ Resource }) => list(Resource)).forEach((resource) =>
      expect(resource).toMatch(/^(\*|arn:aws:[a-z0-9:/._*-]+)$/i),
    );
  });

  test('says what each option takes that the role has to be allowed for', () => {
    const { smallest, more } = SAMPLES[id];
    const options = [smallest, ...Object.values(more)].flatMap((one) => Object.keys(one));
    const asking = Object.entries<{ readonly permissions?: readonly unknown[] }>(fields as {})
      .filter(([, { permissions = [] }]) => permissions.length > 0)
      .map(([name]) => name);
    expect(asking.filter((name) => !options.includes(name))).toEqual([]);
  });

  test('draws the network of a source that Lambda reaches through network interfaces', () => {
    expect(/^## Network\n\n```text\n/m.test(page)).toBe('restrictNetworkInterfacesToLambda' in fields);
  });
});
