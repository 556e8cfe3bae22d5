/** A page of the AWS Lambda Developer Guide. */
export function guide(docs: string): string {
  return `https://docs.aws.amazon.com/lambda/latest/dg/${docs}.html`;
}

/** A page of the AWS Lambda API Reference. */
export function api(docs: string): string {
  return `https://docs.aws.amazon.com/lambda/latest/api/${docs}.html`;
}

/** The page of the call that makes a mapping. */
export const CREATE_MAPPING_DOCS = api('API_CreateEventSourceMapping');

/** The page on filters and their encryption. */
export const FILTERING_DOCS = guide('invocation-eventfiltering');

/** The resource's page in the CloudFormation template reference. */
export const CLOUDFORMATION =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html';
