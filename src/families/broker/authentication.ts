import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';

/**
 * The way in which Lambda authenticates to a broker of Amazon MQ.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_SourceAccessConfiguration.html
 * @example
 * import { ActiveMqEventSourceMapping, MqAuthentication } from 'cdk-event-source-mappings';
 *
 * new ActiveMqEventSourceMapping(this, 'Tickets', {
 *   broker,
 *   queueName: 'tickets',
 *   authentication: MqAuthentication.basic(credentials),
 *   target: handler,
 * });
 */
export class MqAuthentication {
  /**
   * With a user name and a password.
   *
   * @param secret a JSON object with `username` and `password`, in the function's Region
   */
  public static basic(secret: aws_secretsmanager.ISecretRef): MqAuthentication {
    return new MqAuthentication(secret);
  }

  /**
   * Tells the authentication of one source from that of another.
   *
   * @internal
   */
  public readonly _source = 'mq';

  private constructor(
    /** @internal */
    public readonly _secret: aws_secretsmanager.ISecretRef,
  ) {}
}
