import { Duration } from 'aws-cdk-lib';
import { Code, Function, FunctionProps, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

const LOG_EVENT =
  'exports.handler = async (event) => { console.log(JSON.stringify(event)); return { batchItemFailures: [] }; };';

/** A function that logs what it gets, and says that none of it failed. */
export class Handler extends Function {
  constructor(scope: Construct, id: string, props: Partial<FunctionProps> = {}) {
    super(scope, id, {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline(LOG_EVENT),
      timeout: Duration.seconds(30),
      ...props,
    });
  }
}
