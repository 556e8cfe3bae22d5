import type { PropertyReader, Resource } from './contract';

/** The behaviour of the mappings of one kind of source. */
export interface Behaviour {
  /**
   * The paths of the properties that name the part of the source which is read: a topic, a queue, a database and its
   * collection.
   */
  readonly reads?: readonly string[];
  /** The handling of records; unset where that is not known. */
  readonly records?: Records;
  /** How many batches Lambda can have in progress at the same time; `undefined` where nothing bounds them. */
  concurrency(reader: PropertyReader, source: Source): Concurrency | undefined;
  /** How much Lambda can read in a second; `undefined` where AWS gives no figure. */
  rate?(reader: PropertyReader, source: Source): Rate | undefined;
}

/** The resource that is polled, and a way to those that it refers to. */
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
  /** The origin of the number, where it is neither a property of the mapping nor of the source. */
  readonly from?: string;
}

/** A bound in megabytes a second: those of something, and how many there are of it. */
export interface Rate {
  readonly megabytes: number;
  /** Of what, in the plural. */
  readonly unit: string;
  readonly count?: unknown;
  /** The others that use it up: 'shared by all that read the stream'. */
  readonly shared?: string;
}

/** A number that bounds something, and where it comes from. */
export interface Setting {
  /** It may be an intrinsic function; unset where it is not known. */
  readonly value?: unknown;
  /** The property of the mapping that sets it. */
  readonly property?: string;
  /** The origin of the value, where that is no property of the mapping. */
  readonly of?: string;
}

/** The handling of the records of a source. */
export interface Records {
  /** The noun for one of them: record, message, event. */
  readonly noun: string;
  /**
   * The outcome for a record that no filter matches, to be read after 'it': 'is deleted from the queue'. Unset where
   * there are no filters.
   */
  readonly unmatched?: string;
  order(reader: PropertyReader): Order;
  failure(reader: PropertyReader, source: Source): Failure;
  replacement(reader: PropertyReader): Replacement;
}

/** In which order records are processed. */
export interface Order {
  /** The part of the source in which order holds: 'shard'; unset where there is no order. */
  readonly within?: string;
  /** The key of the records whose order holds, where it does not hold for the whole part: 'partition key'. */
  readonly key?: string;
  /** An exception: 'a message that goes to the dead-letter queue leaves a gap'. */
  readonly but?: string;
  readonly docs: string;
}

/** The handling of a record that the function fails on each time. */
export interface Failure {
  /** The retries after which Lambda stops, if it does; they come after the first try. */
  readonly retries?: Setting;
  /** The age, in seconds, at which Lambda stops retrying, if it does. */
  readonly age?: Setting;
  /** The number of receives after which the source stops delivering, if it does. */
  readonly receives?: Setting;
  /** The least time between two tries, in seconds; unset where AWS gives none. */
  readonly pause?: Setting;
  /** How long the source keeps a record, in seconds. */
  readonly retention: Setting;
  /** Lambda tries the batch again; otherwise the source hands its records out again. */
  readonly isRetriedByLambda: boolean;
  /** The batch is cut in two each time, which uses up no retry. */
  readonly isSplit?: boolean;
  /** The effect on others meanwhile: 'the rest of its shard waits'; unset where nothing waits. */
  readonly holdsUp?: string;
  readonly destination?: Destination;
  /** Whether a destination can be set at all, and where it would be: 'the redrive policy of the queue'. */
  readonly unknownDestination?: string;
  /** The outcome when it expires in the source, after 'then': 'it is lost'. */
  readonly expired: string;
  readonly docs: string;
}

/** The destination of a record that is no longer retried. */
export interface Destination {
  readonly value: unknown;
  /** The noun for it: 'failure destination'. */
  readonly noun: string;
  /** Whether it gets the record itself, or only the place where it was. */
  readonly getsRecord: boolean | undefined;
  /** How long it keeps what it gets, in seconds, and since when. */
  readonly keeps?: Setting & { readonly since: string };
}

/** The behaviour of a new mapping in the place of the old one. */
export interface Replacement {
  /** The place at which it begins to read, to be read after 'it'. */
  readonly begins: string;
  readonly isLost: boolean;
  readonly docs: string;
}
