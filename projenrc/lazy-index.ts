import { readFileSync, writeFileSync } from 'fs';

const INDEX = 'lib/index.js';
const REQUIRE = /^var (\w+) = require\("([^"]+)"\);\n/gm;

/**
 * Has lib/index.js load a file only when something of it is asked for, as aws-cdk-lib does.
 *
 * Importing the library then costs nothing but this one file, whatever else a program imports it for.
 */
const eager = readFileSync(INDEX, 'utf8');
const files = new Map([...eager.matchAll(REQUIRE)].map(([, name, file]) => [name, file]));
const lazy = eager.replace(REQUIRE, '').replace(/return (\w+)\.(\w+);/g, (getter, name: string, exported: string) =>
  (files.has(name) ? `return require("${files.get(name)}").${exported};` : getter));
if (files.size === 0 && !eager.includes('return require(')) throw new Error(`${INDEX} is not written as TypeScript writes it`);
writeFileSync(INDEX, lazy);
