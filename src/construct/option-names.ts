import type { SourceContract } from '../model/contract';

/** The option that writes a path of L1 names, or the path itself, as the caller of a construct spells it. */
export function optionPath(contract: SourceContract, path: string, option?: string): string {
  const indexes = path.match(/\[\d+\]/g) ?? [];
  const anyIndex = path.replace(/\[\d+\]/g, '[]');
  const named =
    option ??
    contract.properties.find(({ property }) => property === anyIndex)?.option ??
    contract.properties.find(({ property }) => property.startsWith(anyIndex))?.option;
  return spelled(named?.replace(/\[\]/g, () => indexes.shift() ?? '') ?? path);
}

/**
 * The path of an option as the caller of a construct spells it: `max_batching_window` in Python. The text in brackets
 * is not a name.
 */
export function spelled(option: string): string {
  const spell = SPELLINGS.find(({ agent }) => agent.test(process.env.JSII_AGENT ?? ''))?.spell;
  return spell ? option.replace(/\[[^\]]*\]|\w+/g, (part) => (part.startsWith('[') ? part : spell(part))) : option;
}

/**
 * The languages that do not spell options as TypeScript does.
 *
 * The runtime of a language sets JSII_AGENT: `Python/3.13.1`, `DotNet/8.0.0/.NETCoreApp,Version=v8.0/...`,
 * `go1.24.0/linux/amd64`. Java's builders have methods that are called as the options are.
 */
const SPELLINGS: readonly { readonly agent: RegExp; readonly spell: (name: string) => string }[] = [
  { agent: /^Python\//, spell: (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) },
  { agent: /^DotNet\/|^(devel )?go\d/, spell: (name) => name[0].toUpperCase() + name.slice(1) },
];
