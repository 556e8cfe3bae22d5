import type { Look, Resource } from './contract';

/** How Lambda treats the mappings of one kind of source. */
export interface Behaviour {
  /** The paths of the properties that name the part of the source which is read: a topic, a queue, a database and its collection. */
  readonly reads?: readonly string[];
  /** How many batches Lambda can have in progress at the same time; `undefined` where nothing bounds them. */
  concurrency(look: Look, source: Source): Concurrency | undefined;
}

/** What is polled, and the resources that it refers to. */
export interface Source {
  readonly resource?: Resource;
  find(value: unknown): Resource | undefined;
}

/** A bound: a number of batches, or of something that has a number of batches each. */
export interface Concurrency {
  /** How many there are, where that is known; it may be an intrinsic function. */
  readonly count?: unknown;
  /** Of what, in the plural: shards, message groups. */
  readonly unit?: string;
  /** How many batches each of them has at a time. */
  readonly times?: unknown;
}
