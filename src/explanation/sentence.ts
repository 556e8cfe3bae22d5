/** The topic of a sentence. */
export type Topic = 'state' | 'tries' | 'waiting' | 'end' | 'order' | 'concurrency' | 'filter' | 'replacement';

/** Something that happens to the records of a mapping, with the page of AWS that says so. */
export interface Sentence {
  readonly about: Topic;
  readonly text: string;
  readonly docs: string;
}
