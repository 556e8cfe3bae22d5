import { readFileSync, writeFileSync } from 'fs';

const LIB = 'lib';
const INDEX = `${LIB}/index.js`;
/** The base of all classes; and what loads all contracts, where an app acknowledges something. */
const BASE = [`${LIB}/construct/mapping-base.js`, `${LIB}/construct/synthesis-check.js`];

/** TypeScript names what it requires `name_1`, and then writes `name_1.` wherever it is used, after `new` too. */
function lazyFile(code: string): string {
  const required = /^const (\w+_\d+) = (require\("[^"]+"\));$/gm;
  const names = [...code.matchAll(required)].map(([, name]) => name);
  if (names.length === 0) return code;
  return code
    .replace(new RegExp(`\\b(${names.join('|')})\\.`, 'g'), '($1()).')
    .replace(required, 'let $1 = () => { const loaded = $2; $1 = () => loaded; return loaded; };');
}

/** What is exported replaces what loads it: each `require` would look for the file again. */
const EXPORT = `function lazy(name, load) {
  Object.defineProperty(exports, name, { enumerable: true, configurable: true, get: () => {
    const value = load()[name];
    Object.defineProperty(exports, name, { enumerable: true, value });
    return value;
  } });
}
`;

function lazyIndex(code: string): string {
  if (code.includes('function lazy(name, load)')) return code;
  const required = /^var (\w+) = require\("([^"]+)"\);\n/gm;
  const exported =
    /^Object\.defineProperty\(exports, "\w+", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm;
  const files = new Map([...code.matchAll(required)].map(([, name, file]) => [name, file]));
  const lazy = code
    .replace(required, '')
    .replace(exported, (_, name: string, value: string) => `lazy("${value}", () => require("${files.get(name)}"));`);
  if (files.size === 0 || /undefined|return \w+_\d+\./.test(lazy)) {
    throw new Error(`${INDEX} is not written as TypeScript writes it`);
  }
  return lazy + EXPORT;
}

/**
 * Has the files that users import load others when something of those is used for the first time, as the files of
 * aws-cdk-lib do.
 *
 * Importing a class then costs its own file and those of its bases; what its constructor needs is loaded when there is
 * the first one.
 */
const index = readFileSync(INDEX, 'utf8');
const imported = [...index.matchAll(/require\("\.\/([^"]+)"\)/g)].map(([, name]) => `${LIB}/${name}.js`);
for (const file of new Set([...imported, ...BASE])) writeFileSync(file, lazyFile(readFileSync(file, 'utf8')));
writeFileSync(INDEX, lazyIndex(index));
