/** A page of the AWS Lambda Developer Guide. */
export function guide(page: string): string {
  return `https://docs.aws.amazon.com/lambda/latest/dg/${page}.html`;
}

/** A page of the AWS Lambda API Reference. */
export function api(page: string): string {
  return `https://docs.aws.amazon.com/lambda/latest/api/${page}.html`;
}

/** The resource's page in the CloudFormation template reference. */
export const CLOUDFORMATION = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html';
