/** A Region of each kind of partition: an ARN is no less valid in one of them. */
export const REGIONS: readonly { readonly partition: string; readonly region: string }[] = [
  { partition: 'aws', region: 'us-east-2' },
  { partition: 'aws', region: 'ap-southeast-5' },
  { partition: 'aws-cn', region: 'cn-northwest-1' },
  { partition: 'aws-us-gov', region: 'us-gov-west-1' },
  { partition: 'aws-iso', region: 'us-iso-east-1' },
  { partition: 'aws-iso-b', region: 'us-isob-east-1' },
  { partition: 'aws-eusc', region: 'eusc-de-east-1' },
];
