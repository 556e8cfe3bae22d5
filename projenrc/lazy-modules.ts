/**
 * Has a compiled module load others when something of those is used for the first time, as the files of aws-cdk-lib do.
 *
 * Importing a class then costs its own module and those of its bases; what its constructor needs is loaded when there
 * is the first one. TypeScript names what it requires `name_1`, and then writes `name_1.` wherever it is used, after
 * `new` too.
 */
export function lazyFile(code: string): string {
  const required = /^const (\w+_\d+) = (require\("[^"]+"\));$/gm;
  const names = [...code.matchAll(required)].map(([, name]) => name);
  if (names.length === 0) return code;
  return code
    .replace(new RegExp(`\\b(${names.join('|')})\\.`, 'g'), '($1()).')
    .replace(required, 'let $1 = () => { const loaded = $2; $1 = () => loaded; return loaded; };');
}

/** The loaded export replaces its getter: each `require` would look for the file again. */
const EXPORT = `function lazy(name, load) {
  Object.defineProperty(exports, name, { enumerable: true, configurable: true, get: () => {
    const value = load()[name];
    Object.defineProperty(exports, name, { enumerable: true, value });
    return value;
  } });
}
`;

/** Has the compiled index load the module of a name when the name is asked for. */
export function lazyIndex(code: string): string {
  const required = /^var (\w+) = (require\("[^"]+"\));\n/gm;
  const exported =
    /^Object\.defineProperty\(exports, "\w+", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm;
  const modules = new Map([...code.matchAll(required)].map(([, name, load]) => [name, load]));
  const lazy = code
    .replace(required, '')
    .replace(exported, (_, name: string, value: string) => `lazy("${value}", () => ${modules.get(name)!});`);
  if (modules.size === 0 || /undefined|return \w+_\d+\./.test(lazy)) {
    throw new Error('The index is not written as TypeScript writes it: compile the library before');
  }
  return lazy + EXPORT;
}
