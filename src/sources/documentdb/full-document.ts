/** The part of an updated document that the function receives. */
export enum FullDocument {
  /** The change, and the whole document after it. */
  UPDATE_LOOKUP = 'UpdateLookup',
  /** Only the change. */
  DEFAULT = 'Default',
}
