import { deepStrictEqual } from 'assert';
import { run } from './commands';

const PACKAGE = 'cdk-event-source-mappings';

/** What of the library, and which services of aws-cdk-lib, a program has loaded when it has used the class of one mapping. */
const PROGRAM = `
const library = require('${PACKAGE}');
library.SqsEventSourceMapping;
const files = Object.keys(require.cache).map((file) => file.replaceAll('\\\\', '/').replace(/^.*node_modules\\//, ''));
const loaded = files.filter((file) => file.startsWith('${PACKAGE}/') || /^aws-cdk-lib\\/aws-/.test(file)).sort();
const exported = Object.keys(library).filter((name) => library[name] === undefined);
console.log(JSON.stringify({ loaded, exported }));
`;

/** Importing a class loads its file and those of its bases: what its constructor needs is loaded later. Everything that is exported can be loaded. */
export function checkLoading(folder: string): string {
  const { loaded, exported } = JSON.parse(run(folder, ['node', '-e', PROGRAM])) as { loaded: string[]; exported: string[] };
  deepStrictEqual(loaded, ['base/mapping-base.js', 'index.js', 'sources/sqs/mapping.js'].map((file) => `${PACKAGE}/lib/${file}`));
  deepStrictEqual(exported, []);
  return `${loaded.length} files`;
}
