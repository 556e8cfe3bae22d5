import { Construct } from 'constructs';
import { CONTRACT } from './contract';
import { ITopicRef } from './topic';
import { EventSourceMappingBase, interpret } from '../../src/construct/mapping-base';
import { MappingBatchingOptions } from '../../src/options/batching';
import { MappingOptions, MappingTargetProps } from '../../src/options/common';

export interface ExpressEventSourceMappingProps extends MappingOptions, MappingTargetProps, MappingBatchingOptions {
  readonly topic: ITopicRef;
  readonly channel: string;
  readonly lane?: string;
}

/** The eleventh source: all that the library knows of it stands in this folder. */
export class ExpressEventSourceMapping extends EventSourceMappingBase {
  constructor(scope: Construct, id: string, props: ExpressEventSourceMappingProps) {
    super(scope, id, interpret(CONTRACT, props));
  }
}
