import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';

/**
 * The way in which Lambda authenticates to an Amazon DocumentDB cluster.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_SourceAccessConfiguration.html
 * @example
 * import {
 *   DocumentDbAuthentication,
 *   DocumentDbEventSourceMapping,
 *   StreamStartingPosition,
 * } from 'cdk-event-source-mappings';
 *
 * new DocumentDbEventSourceMapping(this, 'Changes', {
 *   cluster,
 *   databaseName: 'shop',
 *   startingPosition: StreamStartingPosition.latest(),
 *   authentication: DocumentDbAuthentication.basic(credentials),
 *   target: handler,
 * });
 */
export class DocumentDbAuthentication {
  /**
   * With a user name and a password.
   *
   * @param secret a JSON object with `username` and `password`, in the function's Region
   */
  public static basic(secret: aws_secretsmanager.ISecretRef): DocumentDbAuthentication {
    return new DocumentDbAuthentication(secret);
  }

  /**
   * Tells the authentication of one source from that of another.
   *
   * @internal
   */
  public readonly _source = 'documentdb';

  private constructor(
    /** @internal */
    public readonly _secret: aws_secretsmanager.ISecretRef,
  ) {}
}
