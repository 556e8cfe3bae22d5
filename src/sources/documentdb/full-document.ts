/** The part of an updated document that the function receives. */
export enum FullDocument {
  /** What changed, and the whole document as it is then. */
  UPDATE_LOOKUP = 'UpdateLookup',
  /** What changed. */
  DEFAULT = 'Default',
}
