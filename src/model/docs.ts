/** A page of the AWS Lambda Developer Guide. */
export function guide(docs: string): string {
  return `https://docs.aws.amazon.com/lambda/latest/dg/${docs}.html`;
}

/** A page of the AWS Lambda API Reference. */
export function api(docs: string): string {
  return `https://docs.aws.amazon.com/lambda/latest/api/${docs}.html`;
}

/** The resource's page in the CloudFormation template reference. */
export const CLOUDFORMATION =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html';
