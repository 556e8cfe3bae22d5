import { StreamStartingPosition, MappingStartingPositionOptions } from '../../../src';
import type { Case } from '../../cases';

type Props = MappingStartingPositionOptions;

const at = (timestamp: unknown, position: unknown = 'AT_TIMESTAMP') => ({
  StartingPosition: position,
  StartingPositionTimestamp: timestamp,
});
/** The year 2100: a test that reads a clock would be another one every day. */
const NEXT_CENTURY = 4_102_444_800;

/** The cases of sources with timestamps. */
export function startingPositionCases(source: string): Case<Props>[] {
  const future = `${source}-starting-position-future`;
  const seconds = `${source}-starting-position-seconds`;
  const choice = `${source}-starting-position-choice`;
  const needsTimestamp = `${source}-at-timestamp-needs-timestamp`;
  const needsPosition = `${source}-timestamp-needs-at-timestamp`;
  return [
    {
      name: 'position at the oldest record',
      props: () => ({ startingPosition: StreamStartingPosition.trimHorizon() }),
      properties: { StartingPosition: 'TRIM_HORIZON' },
      problems: [],
    },
    {
      name: 'position at the newest record',
      props: () => ({ startingPosition: StreamStartingPosition.latest() }),
      properties: { StartingPosition: 'LATEST' },
      problems: [],
    },
    {
      name: 'position at a date',
      props: () => ({ startingPosition: StreamStartingPosition.atTimestamp(new Date('2024-01-01T00:00:00.500Z')) }),
      properties: at(1_541_139_109),
      problems: [],
    },
    {
      name: 'position at the beginning of time',
      props: () => ({ startingPosition: StreamStartingPosition.atEpochSeconds(0) }),
      properties: at(0),
      problems: [],
    },
    { name: 'position before the beginning of time', properties: at(-1), problems: [seconds] },
    { name: 'position at a timestamp as a text', properties: at('1541139109'), problems: [] },
    { name: 'position at a fraction of a second', properties: at(1_541_139_109.5), problems: [] },
    {
      name: 'position at a token',
      props: (f) => ({ startingPosition: StreamStartingPosition.atEpochSeconds(f.number) }),
      properties: at({ Ref: 'StartedAt' }),
      problems: [],
    },
    {
      name: 'position in the future',
      props: () => ({ startingPosition: StreamStartingPosition.atTimestamp(new Date('2100-01-01T00:00:00Z')) }),
      properties: at(NEXT_CENTURY),
      problems: [future],
    },
    {
      name: 'position in milliseconds',
      props: () => ({ startingPosition: StreamStartingPosition.atEpochSeconds(Date.UTC(2024, 0, 1)) }),
      properties: at(1_541_139_109_000),
      problems: [seconds],
    },
    {
      name: 'position at the last second that is none of milliseconds',
      properties: at(100_000_000_000),
      problems: [future],
    },
    { name: 'position at the first milliseconds', properties: at(100_000_000_001), problems: [seconds] },
    {
      name: 'position at no date',
      props: () => ({ startingPosition: StreamStartingPosition.atTimestamp(new Date('yesterday')) }),
      properties: at('yesterday'),
      problems: [seconds],
    },
    { name: 'position at a date as Terraform writes it', properties: at('2019-01-01T00:00:00Z'), problems: [seconds] },
    { name: 'position of another word', properties: { StartingPosition: 'EARLIEST' }, problems: [choice] },
    { name: 'position in lower case', properties: { StartingPosition: 'latest' }, problems: [choice] },
    {
      name: 'position at a timestamp of none',
      properties: { StartingPosition: 'AT_TIMESTAMP' },
      problems: [needsTimestamp],
    },
    { name: 'position at a timestamp taken away', properties: at({ Ref: 'AWS::NoValue' }), problems: [needsTimestamp] },
    {
      name: 'position at a timestamp that may be',
      properties: at({ 'Fn::If': ['A', 1, { Ref: 'AWS::NoValue' }] }),
      problems: [],
    },
    { name: 'timestamp for the newest record', properties: at(1_541_139_109, 'LATEST'), problems: [needsPosition] },
    {
      name: 'timestamp for the oldest record',
      properties: at({ Ref: 'StartedAt' }, 'TRIM_HORIZON'),
      problems: [needsPosition],
    },
    {
      name: 'timestamp that may be, for the newest record',
      properties: at({ 'Fn::If': ['A', 1, { Ref: 'AWS::NoValue' }] }, 'LATEST'),
      problems: [],
    },
    { name: 'timestamp for a position that may be', properties: at(1_541_139_109, { Ref: 'Position' }), problems: [] },
  ];
}

/** The cases of sources for which Lambda requires a position. */
export function requiredPositionCases(source: string): Case[] {
  return [
    {
      name: 'position missing',
      properties: { StartingPosition: undefined },
      problems: [`${source}-starting-position-required`],
    },
    {
      name: 'position taken away',
      properties: { StartingPosition: { Ref: 'AWS::NoValue' } },
      problems: [`${source}-starting-position-required`],
    },
    { name: 'position of a parameter', properties: { StartingPosition: { Ref: 'Position' } }, problems: [] },
  ];
}
