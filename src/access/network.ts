import { Access } from '../engine/contract';

/** What Lambda does to reach a source in a VPC. AWS documents these for all resources only. */
export const NETWORK_INTERFACE_ACCESS: Access = {
  actions: [
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
    'ec2:DescribeVpcs',
  ],
  resources: ['*'],
  why: 'Lambda makes network interfaces in the subnets of the source',
};
