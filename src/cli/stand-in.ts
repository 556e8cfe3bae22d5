import type * as cdk from 'aws-cdk-lib';

/*
 * The command's replacement for aws-cdk-lib: the bundler puts this file where a contract imports aws-cdk-lib.
 *
 * Contracts name aws-cdk-lib for constructs, and the command reads templates, which hold neither constructs nor tokens.
 * So each question about a value has one answer. All other names are here because they are imported;
 * nothing calls them.
 */

export const Token: Pick<typeof cdk.Token, 'isUnresolved'> = { isUnresolved: () => false };

/** A text is one literal part. */
export const Tokenization = { reverseString: () => ({ length: 1, tokens: [] }) };

export const Reference = { isReference: () => false };

export const CfnResource = { isCfnResource: () => false };

/** A placeholder for everything that makes constructs. */
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
