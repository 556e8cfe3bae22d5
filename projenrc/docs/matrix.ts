import { code, table, unique } from './markdown';
import { isSource, Option, optionsOf } from './options';
import { SourceContract } from '../../src/model/contract';

const REQUIRED = '●';
const OPTIONAL = '○';
/** Options that hold what a source offers under a condition only. */
const WITHIN: { readonly [option: string]: string } = { provisionedMode: 'P' };

const STRENGTH = [...Object.values(WITHIN), OPTIONAL, REQUIRED];

const LEGEND = `${REQUIRED} required, ${OPTIONAL} optional, P optional within \`provisionedMode\`.`;

/** The options of each source. */
export function matrix(contracts: readonly SourceContract[]): string {
  const columns = contracts.map((contract) => columnOf(optionsOf(contract)));
  const names = unique(columns.flatMap((column) => Object.keys(column)));
  const isRequired = (name: string) => columns.some((column) => column[name] === REQUIRED);
  const howMany = (name: string) => columns.filter((column) => name in column).length;

  // Small, because ten of them have to stand beside each other.
  const head = ['option', ...contracts.map(({ id }) => `<small>[${id}](sources/${id}.md)</small>`)];
  const rows = names
    .sort((one, other) => howMany(other) - howMany(one) || Number(isRequired(other)) - Number(isRequired(one)))
    .map((name) => [code(name), ...columns.map((column) => column[name] ?? '')]);
  return `${LEGEND}\n\n${table(head, [['the source itself', ...contracts.map(() => REQUIRED)], ...rows])}`;
}

/**
 * The cells of a source, by option; if an option appears twice, outside and within another, the one outside
 * counts.
 */
function columnOf(options: readonly Option[]): { readonly [name: string]: string } {
  const cells = options
    .filter((option) => !isSource(option))
    .map((option) => {
      const [name, part] = option.name.replace(/\[.*/, '').split('.');
      return part !== undefined && name in WITHIN
        ? [part, WITHIN[name]]
        : [name, option.required ? REQUIRED : OPTIONAL];
    });
  return Object.fromEntries(cells.sort(([, one], [, other]) => STRENGTH.indexOf(one) - STRENGTH.indexOf(other)));
}
