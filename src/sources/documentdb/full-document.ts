/** What Lambda sends of a document that was updated. */
export enum FullDocument {
  /** What changed, and the whole document as it is then. */
  UPDATE_LOOKUP = 'UpdateLookup',
  /** What changed. */
  DEFAULT = 'Default',
}
