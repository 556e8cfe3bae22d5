import { Properties, Row, SourceContract } from './contract';
import { Entry, read } from './paths';

export interface IdentityValue extends Entry {
  readonly row: Row;
}

/** The values of a mapping that Lambda can't change, without those that Lambda takes by itself: writing a default out changes nothing. */
export function identityOf({ rows }: Pick<SourceContract, 'rows'>, properties: Properties): IdentityValue[] {
  return rows.filter((row) => row.identity).flatMap((row) =>
    read(properties, row.property).entries.filter(({ value }) => value !== row.default).map((entry) => ({ ...entry, row })));
}
