/** The meaning of each outcome, and the action to take. */
export const driftWords = {
  same: 'what is deployed is what the template says',
  unverified: "what was compared is the same, and some of it can't be compared",
  changed:
    'somebody changed it outside of CloudFormation, which does not see that: an update of the stack changes ' +
    'only what differs between two templates. Take the change over into the template, or set the old value ' +
    'with "aws lambda update-event-source-mapping"',
  disabledByUser:
    'a user disabled it, so that nothing is processed. Enable it with "aws ' +
    'lambda update-event-source-mapping --enabled", or set Enabled to false in the template',
  disabledByLambda:
    'Lambda disabled it, so that nothing is processed. Correct the cause, and enable it with ' +
    '"aws lambda update-event-source-mapping --enabled"',
  disabled:
    'it is disabled, so that nothing is processed, and Lambda does not say by whom. Enable it with "aws lambda ' +
    'update-event-source-mapping --enabled", or set Enabled to false in the template',
  pending: 'Lambda has not ended a change of it. Compare again when it has',
  gone:
    'Lambda does not list it: somebody deleted it. CloudFormation makes it again only under another logical ' +
    'id, or after a deployment without it',
  deleting:
    'somebody is deleting it. CloudFormation makes it again only under another logical id, or after a ' +
    'deployment without it',
  uncertain:
    'it is not clear which deployed mapping it is, so nothing was compared. Add what "aws ' +
    'cloudformation list-stack-resources" writes for its stack',
  undeployed:
    'its stack has no such mapping: the template was changed since the last deployment, or a condition ' +
    'leaves it out',
  notListed:
    'nothing was compared: no list of mappings is of its Region and account, or the last page of a list is ' +
    'missing',
  extra:
    'no template has it, and it invokes a function of the templates: somebody made it by hand, or another ' +
    'stack did',
  removed: 'its stack has it, and the template has not any more. The next deployment deletes it',
  foreign: 'it invokes a function that is in none of the templates',
};
