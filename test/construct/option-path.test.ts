import { optionPath } from '../../src/construct/option-names';
import { defineContract } from '../../src/model/contract';
import { propertySpec } from '../../src/model/option-specs';
import { TEXT } from '../../src/model/option-types';
import { NO_SOURCE } from '../made-up';

const CONTRACT = defineContract<{
  readonly size: number;
  readonly filters: string[];
  readonly mode: object;
  readonly secret: string;
}>({
  id: 'made-up',
  title: 'made-up source',
  ...NO_SOURCE,
  docs: 'https://example.com',
  options: {
    size: { properties: [propertySpec('batchSize')], type: TEXT, render: () => ({}) },
    filters: {
      properties: [
        propertySpec('filterCriteria.filters'),
        propertySpec('filterCriteria.filters[].pattern', { option: '[]' }),
      ],
      type: TEXT,
      render: () => ({}),
    },
    mode: {
      properties: [propertySpec('pollers'), propertySpec('pollers.destination', { option: 'destination' })],
      type: TEXT,
      render: () => ({}),
    },
    secret: { properties: [propertySpec('access[SECRET].uri')], type: TEXT, render: () => ({}) },
  },
});

test.each([
  ['batchSize', 'size'],
  ['filterCriteria.filters', 'filters'],
  ['filterCriteria.filters[3].pattern', 'filters[3]'],
  ['filterCriteria.filters[].pattern', 'filters'],
  ['pollers.destination', 'mode.destination'],
  ['access[SECRET].uri', 'secret'],
  ['access[SECRET]', 'secret'],
  ['filterCriteria', 'filters'],
  ['unheardOf', 'unheardOf'],
])('%s is the option %s', (path, option) => expect(optionPath(CONTRACT, path)).toBe(option));

test('a problem says which of two options wrote the same property', () => {
  expect(optionPath(CONTRACT, 'batchSize', 'other')).toBe('other');
});
