import { Token } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Permission, PermissionValues } from '../model/permissions';

/** The actions by which Lambda reaches a source in a VPC. AWS documents these for all resources only. */
export const NETWORK_INTERFACE_PERMISSION: Permission = {
  actions: [
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
    'ec2:DescribeVpcs',
  ],
  on: '*',
  reason: 'Lambda makes network interfaces in the subnets of the source',
};

/**
 * Denies the same to the code of a function: AWS sets this condition in calls of the code, and not in those of Lambda
 * itself.
 */
export const DENIED_TO_CODE: Permission = {
  ...NETWORK_INTERFACE_PERMISSION,
  denied: true,
  when: 'denied',
  conditions: { ArnEquals: { 'lambda:SourceFunctionArn': 'function' } },
  reason: 'the code of the function has no need of network interfaces',
};

export function denialValues(denied: boolean, target: IFunction): PermissionValues {
  return denied ? { denied, function: unqualified(target) } : {};
}

const UNQUALIFIED_PARTS = 7;

/** Calls carry the ARN of the function, also where an alias or a version of it was invoked. */
function unqualified(target: IFunction): string {
  const { functionArn } = (target as { lambda?: IFunction }).lambda ?? target;
  return Token.isUnresolved(functionArn) ? functionArn : functionArn.split(':').slice(0, UNQUALIFIED_PARTS).join(':');
}
