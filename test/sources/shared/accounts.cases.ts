import type { Case } from '../../cases';

const functionIn = (account: string) => `arn:aws:lambda:us-west-2:${account}:function:handler`;

/** A source that Lambda reads in the function's account only. */
export function sameAccountCases(rule: string, arn: string): Case[] {
  const account = /:(\d{12}):/.exec(arn)![1];
  const elsewhere = (FunctionName: unknown, EventSourceArn: unknown, problems: string[], name: string): Case => ({
    name: `${rule}: ${name}`,
    properties: { EventSourceArn, FunctionName },
    problems,
  });
  return [
    elsewhere(functionIn('999999999999'), arn, [rule], "another account than the function's"),
    elsewhere(functionIn(account), arn, [], "the function's account"),
    elsewhere('handler', arn, [], 'a function by its name'),
    elsewhere({ 'Fn::GetAtt': ['Handler', 'Arn'] }, arn, [], 'a function of the template'),
    elsewhere(
      functionIn('999999999999'),
      { 'Fn::Sub': arn.replace(account, '${AWS::AccountId}') },
      [],
      'a source with the account of the stack',
    ),
  ];
}
