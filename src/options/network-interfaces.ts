import { MappingTargetProps } from './common';
import { OptionSpecs } from '../model/contract';
import { BOOLEAN } from '../model/option-types';
import { DENIED_TO_CODE, denialValues } from '../permissions/network';

/** Options of a source that Lambda reaches through network interfaces. */
export interface MappingNetworkInterfaceOptions {
  /**
   * Whether the code of the function is denied the network interface actions that its role has to allow to Lambda.
   *
   * The role is one for both: without this, the code can make and delete network interfaces too.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
   * @default false
   */
  readonly restrictNetworkInterfacesToLambda?: boolean;
}

export const NETWORK_INTERFACE_SPECS: OptionSpecs<MappingNetworkInterfaceOptions, MappingTargetProps> = {
  restrictNetworkInterfacesToLambda: {
    properties: [],
    type: BOOLEAN,
    render: () => ({}),
    permissions: [DENIED_TO_CODE],
    permissionValues: (denied, { target }) => denialValues(denied, target),
  },
};
