import type { Properties } from './contract';

/** The facts by which a mapping of one kind of source is recognised, where no construct made it. */
export interface Recognition {
  /** The ARNs that name the source; unset where none does. */
  readonly arn?: ArnRecognition;
  /** The resources that can be polled, by their type. */
  readonly resources: { readonly [type: string]: PolledResource };
  /** The event of AWS SAM that makes such a mapping. */
  readonly samEvent?: SamEvent;
  /** A property that no mapping of another source has, in place of an ARN. */
  readonly ownProperty?: string;
  /** Resources that may be mistaken for the source, and are not polled. */
  readonly lookalikes?: Lookalikes;
  /** Most mappings are of this source, so that it is tried before others where the source is not known. */
  readonly isFrequent?: boolean;
}

export interface Lookalikes {
  /** Types of resources, each with what it is: 'an elastic cluster'. */
  readonly resources: { readonly [type: string]: string };
  /** Services in ARNs. */
  readonly services: { readonly [service: string]: string };
  /** To be read after what it is: 'of Amazon DocumentDB, whose change streams Lambda does not read'. */
  readonly says: string;
}

export interface ArnRecognition {
  readonly service: string;
  /**
   * Whether an ARN of the service is of this source, where other sources have the service too; `undefined` where that
   * is not known.
   *
   * A part of the ARN that is not known is `*`.
   */
  isOfSource?(arn: string): boolean | undefined;
}

/**
 * The effect of an update on the ARN of a polled resource. By the ARN, CloudFormation knows whether it is another one.
 */
export interface SourceReplacement {
  /** The properties whose change makes another resource: those that the schema of CloudFormation calls create-only. */
  readonly by: readonly string[];
  /** The properties whose change gives the same resource another ARN to poll. */
  readonly renewedBy?: readonly string[];
  /** The property that is its name: CloudFormation makes no other one of the same name. */
  readonly name: string;
  /** The records stay where they are, and only their reader is another one. */
  readonly keepsRecords?: boolean;
}

/** A type of resource that a mapping can poll. */
export interface PolledResource {
  readonly replacement?: SourceReplacement;
  /** The attributes that are the ARN which Lambda polls: the first is the one to advise. `Ref` is one of them. */
  readonly attributes: readonly string[];
  /** The attributes that repeat the property of the same name, which names another source. */
  readonly repeats?: readonly string[];
  /** The text to write where no attribute is that ARN. */
  readonly instead?: string;
  /**
   * Whether a resource of the type is of this source, where others have the type too; `undefined` where that is not
   * known.
   */
  isOfSource?(properties: Properties): boolean | undefined;
}

/** The queue that AWS SAM puts between a topic and a function, with the mapping that polls it. */
export interface SamSubscription {
  /** The event that makes it, and the property of the event. */
  readonly event: string;
  readonly property: string;
  /** The type of the queue that AWS SAM makes where the property is true. */
  readonly makes: string;
  /** The member of the property that names a queue which is there already. */
  readonly given: string;
  /** The properties of the subscription that the mapping gets. */
  readonly passedOn: readonly string[];
}

/** An event of a function in AWS SAM. */
export interface SamEvent {
  readonly type: string;
  /** Another event by which AWS SAM makes such a mapping. */
  readonly subscription?: SamSubscription;
  /** The property that is the ARN of the source; unset where no ARN names it. */
  readonly source?: string;
  /** The places, in the mapping that AWS SAM makes, of properties that have another one there. */
  readonly places?: { readonly [property: string]: string };
}
