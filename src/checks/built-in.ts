import * as cdk from 'aws-cdk-lib';
import { Problem } from '../engine/contract';

/** What the validation of aws-cdk-lib itself reports, by its rules E3505 and E3705 and by the schema of the resource. */
const REPORTED = /^(sqs-fifo-batch-size-range|sqs(-fifo)?-visibility-timeout)$/;

interface MaybeValidated {
  readonly _builtinCloudFormationValidation?: boolean;
}

/** Whether the validation of aws-cdk-lib itself tells of a problem: only where there is one, and where it is on. */
export function builtInReports(app: unknown): (problem: Problem) => boolean {
  const exists = 'CloudFormationValidatePlugin' in cdk;
  const isOn = (app as MaybeValidated | undefined)?._builtinCloudFormationValidation !== false && process.env.CDK_VALIDATION !== 'false';
  return exists && isOn ? ({ rule }) => REPORTED.test(rule) : () => false;
}
