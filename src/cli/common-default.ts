import { PropertySpec, SourceContract } from '../model/contract';

/** The default that all of these kinds of source have for a property; unset where they differ. */
export function commonDefault(contracts: readonly SourceContract[], property: string): PropertySpec['default'] {
  const defaults = contracts.map(({ properties: specs }) => specs.find((spec) => spec.property === property)?.default);
  return new Set(defaults).size === 1 ? defaults[0] : undefined;
}
