import { readFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';

const DOCS = readFileSync(join(__dirname, '..', '..', 'docs', 'filters.md'), 'utf8');
const BLOCKS = [...DOCS.matchAll(/^```ts\n(?<code>[\s\S]*?)^```/gm)].map(({ groups }) => groups!.code);

/** Runs an example with this library's source in the place of the package. */
function run(code: string): void {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const load = (name: string) => jest.requireActual<object>(name === 'cdk-event-source-mappings' ? '../../src' : name);
  (new Function('require', 'exports', outputText) as (load: (name: string) => object, exports: object) => void)(
    load,
    {},
  );
}

describe('the examples of docs/filters.md', () => {
  test.each(BLOCKS.map((code) => [/(\w+Filter)\b/.exec(code)![1], code] as const))('with %s are true', (_, code) => {
    expect(code).toMatch(/\b(ok|strictEqual)\(.*evaluate/s);
    expect(() => run(code)).not.toThrow();
  });

  test('are there for every source', () => {
    const all = BLOCKS.join('\n');
    const filters = ['SqsFilter', 'KinesisFilter', 'DynamoDbFilter', 'KafkaFilter', 'ActiveMqFilter', 'RabbitMqFilter'];
    expect(filters.filter((filter) => !all.includes(`${filter}.`))).toEqual([]);
  });

  test('would not be true with a mistake', () =>
    expect(() => run(BLOCKS[0].replace('image/png', 'text/png'))).toThrow());
});
