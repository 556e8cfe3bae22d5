import type * as cdk from 'aws-cdk-lib';

/*
 * What the command has in the place of aws-cdk-lib: the bundler puts this file where a contract imports that.
 *
 * Contracts name aws-cdk-lib for constructs, and the command reads templates, which hold neither constructs nor tokens.
 * So the questions that are asked of a value have one answer each. All other names are here because they are imported;
 * nothing calls them.
 */

export const Token: Pick<typeof cdk.Token, 'isUnresolved'> = { isUnresolved: () => false };

/** A text is one literal part. */
export const Tokenization = { reverseString: () => ({ length: 1, tokens: [] }) };

export const Reference = { isReference: () => false };

export const CfnResource = { isCfnResource: () => false };

/** What makes constructs. */
class NotInTemplates {}

export {
  NotInTemplates as Annotations,
  NotInTemplates as ArnFormat,
  NotInTemplates as ArnPrincipal,
  NotInTemplates as CfnSecurityGroup,
  NotInTemplates as CfnSecurityGroupEgress,
  NotInTemplates as CfnSecurityGroupIngress,
  NotInTemplates as Effect,
  NotInTemplates as Fn,
  NotInTemplates as Lazy,
  NotInTemplates as PolicyDocument,
  NotInTemplates as PolicyStatement,
  NotInTemplates as Port,
  NotInTemplates as ServicePrincipal,
  NotInTemplates as Stack,
  NotInTemplates as Stage,
};
