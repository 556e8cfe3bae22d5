/** What each outcome means, and the way out. */
export const outcomeWords = {
  created: 'CloudFormation makes a new mapping',
  deleted: 'CloudFormation deletes the mapping; the function is not invoked any more',
  updated: 'CloudFormation updates the mapping in place',
  updatedWithPosition: 'CloudFormation updates the mapping in place, which keeps its position',
  replaced: 'CloudFormation makes a new mapping, and deletes the old one afterwards',
  replacedWithPosition: 'CloudFormation makes a new mapping, which begins at its starting position, and deletes the old one afterwards',
  collides: 'CloudFormation makes a new mapping before it deletes the old one, and Lambda answers that it already exists: the update fails. '
    + 'Take the mapping out of the template, deploy, and put it back changed; or point it to another alias of the function at the same time',
  renamed: 'the mapping has another logical id, so that CloudFormation makes a new one before it deletes the old one, and Lambda answers that it '
    + 'already exists: the update fails. Keep the old logical id (in the AWS CDK, with overrideLogicalId), or deploy once without the mapping',
  anew: 'Give the mapping a new logical id, so that a new one is made: the constructs of this library do so themselves. '
    + 'Where Lambda takes the new one for the same, deploy once without the mapping',
  blocked: 'CloudFormation sends the virtual host with every update, which Lambda refuses. Give the mapping a new logical id, or leave '
    + 'the virtual host out where it is /',
  irreversible: 'Lambda\'s own window of 500 ms for this source can\'t be had again once a window has been set: only a new mapping has it',
  stays: 'Lambda does not go back to its own window of 500 ms when the window is left out: only a new mapping has it',
};
