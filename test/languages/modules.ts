import { deepStrictEqual } from 'assert';
import { run } from './commands';

const PACKAGE = 'cdk-event-source-mappings';
const SERIALIZER = `${PACKAGE}/lib/testing/snapshot-serializer.js`;

/** A program that prints the exports that an ES module gets from the package, and those that `require` gets. */
const PROGRAM = `
import { createRequire } from 'module';
import * as library from '${PACKAGE}';
import { FieldRule, SqsFilter } from '${PACKAGE}';
import { eventSourceMappingSerializer } from '${SERIALIZER}';

const require = createRequire(process.cwd() + '/program.mjs');
const { default: all, 'module.exports': same, __esModule, ...named } = library;
const filter = SqsFilter.of({ jsonBody: { a: FieldRule.exists() } });
const imported = Object.keys(named).filter((name) => named[name] !== undefined);
console.log(JSON.stringify({
  imported: imported.sort(),
  required: Object.keys(require('${PACKAGE}')).sort(),
  isSameSerializer: require('${SERIALIZER}').eventSourceMappingSerializer === eventSourceMappingSerializer,
  delivered: filter.evaluate(SqsFilter.record({ body: { a: 1 } })).delivered,
}));
`;

interface Result {
  readonly imported: string[];
  readonly required: string[];
  readonly isSameSerializer: boolean;
  readonly delivered: boolean;
}

/** The exports of the package, and the serializer's documented path, are there for an ES module as for CommonJS. */
export function checkModules(folder: string): string {
  const result = JSON.parse(run(folder, ['node', '--input-type=module', '--eval', PROGRAM])) as Result;
  const { imported, required, ...others } = result;
  deepStrictEqual(imported, required);
  deepStrictEqual(others, { isSameSerializer: true, delivered: true });
  return `${imported.length} names`;
}
