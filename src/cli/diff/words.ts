/** The meaning of each outcome, and the way out. */
export const outcomeWords = {
  created: 'CloudFormation makes a new mapping',
  deleted: 'CloudFormation deletes the mapping; the function is not invoked any more',
  updated: 'CloudFormation updates the mapping in place',
  updatedWithPosition: 'CloudFormation updates the mapping in place, which keeps its position',
  replaced: 'CloudFormation makes a new mapping, and deletes the old one afterwards',
  replacedWithPosition:
    'CloudFormation makes a new mapping, which begins at its starting position, and deletes the old one afterwards',
  collides:
    'CloudFormation makes a new mapping before it deletes the old one, and Lambda answers that it already exists: ' +
    'the update fails. ' +
    'Take the mapping out of the template, deploy, and put it back changed; or point it to another alias of the ' +
    'function at the same time',
  renamed: (old: string) =>
    'the mapping has another logical id, so that CloudFormation makes a new one before it deletes the old one, ' +
    'and Lambda ' +
    `answers that it already exists: the update fails. Keep the old logical id: a construct of this library with ` +
    `the option adopts ('${old}'), ` +
    'other constructs of the AWS CDK with overrideLogicalId; or deploy once without the mapping',
  kept: (parameters: readonly string[]) =>
    `only the default of ${parameters.join(', ')} changes: a stack that exists keeps the value that it was ` +
    'made or last updated with, unless the update gives another one',
  nameTaken: (id: string) =>
    `CloudFormation makes a new ${id} before it deletes the old one, which has the name still: the update fails. ` +
    'Give it another name at the same time',
  newSource: (id: string, position: string) =>
    `The new ${id} is empty, and what the old one still holds is not read any more` +
    (position === 'LATEST' ? '; LATEST misses what is written before the new mapping polls' : ''),
  readsAnew: (_: string, position: string) =>
    position === 'TRIM_HORIZON'
      ? 'TRIM_HORIZON reads again all that the stream still holds'
      : `${position || 'The new mapping'} misses what is written before the new mapping polls`,
  goneSource: (id: string) =>
    `${id} is not in the template any more: unless it is retained, it is deleted with all that it still holds`,
  anew:
    'Give the mapping a new logical id, so that a new one is made: the constructs of this library do so themselves. ' +
    'Where Lambda takes the new one for the same, deploy once without the mapping',
  blocked:
    'CloudFormation sends the virtual host with every update, which Lambda refuses. Give the mapping a new logical ' +
    'id, or leave ' +
    'the virtual host out where it is /',
  irreversible:
    "Lambda's own window of 500 ms for this source can't be restored once a window has been set: only a new " +
    'mapping has it',
  stays: 'Lambda does not go back to its own window of 500 ms when the window is left out: only a new mapping has it',
};
