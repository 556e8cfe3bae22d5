import type { SourceContract } from '../model/contract';

/** How a construct's caller spells a path of L1 names, or the option that writes it, where that is known. */
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
 * How a construct's caller spells the path of an option: `max_batching_window` in Python. What stands in brackets is no
 * name.
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
