/** The kind of change of an item in a table. */
export enum DynamoDbEventName {
  /** It is new. Such a record has no old image. */
  INSERT = 'INSERT',
  /** It was changed. */
  MODIFY = 'MODIFY',
  /** It was deleted. Such a record has no new image. */
  REMOVE = 'REMOVE',
}
