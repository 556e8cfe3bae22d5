import { attributeOf, referencesIn, textOf } from '../../src/graph/references';

test.each<[unknown, string | undefined]>([
  ['text', 'text'],
  [{ Ref: 'Queue' }, undefined],
  [{ 'Fn::Sub': 'arn:${AWS::Partition}:sqs:${Name}' }, 'arn:*:sqs:*'],
  [{ 'Fn::Sub': ['${A}/${B}', { A: 'a', B: { Ref: 'C' } }] }, 'a/*'],
  [{ 'Fn::Join': [':', ['arn', 'aws', { Ref: 'AWS::Region' }]] }, 'arn:aws:*'],
  [{ 'Fn::ImportValue': 'Arn' }, undefined],
  [undefined, undefined],
])('the text of %j is %s', (value, text) => expect(textOf(value)).toBe(text));

test('ids can be named', () =>
  expect(textOf({ 'Fn::Sub': '${Queue}-${AWS::Region}' }, (id) => `<${id}>`)).toBe('<Queue>-*'));

test.each<[unknown, unknown]>([
  [{ Ref: 'Queue' }, { id: 'Queue', attribute: 'Ref' }],
  [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, { id: 'Queue', attribute: 'Arn' }],
  [{ 'Fn::GetAtt': 'Queue.Arn' }, { id: 'Queue', attribute: 'Arn' }],
  [{ 'Fn::GetAtt': ['Nested', 'Outputs.Arn'] }, { id: 'Nested', attribute: 'Outputs.Arn' }],
  [{ 'Fn::GetAtt': ['Queue', { Ref: 'Name' }] }, undefined],
  [{ 'Fn::Sub': '${Queue}' }, undefined],
  ['Queue', undefined],
  [undefined, undefined],
])('the attribute in %j is %j', (value, attribute) => expect(attributeOf(value)).toEqual(attribute));

test.each<[unknown, string[]]>([
  [{ Ref: 'Queue' }, ['Queue']],
  [{ 'Fn::Sub': 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}' }, ['Queue']],
  [{ 'Fn::Sub': '${Queue.QueueName}-other' }, []],
  [{ 'Fn::Join': ['-', ['other', { Ref: 'Queue' }]] }, []],
  [{ 'Fn::Join': ['', [{ Ref: 'Function' }, ':', { 'Fn::GetAtt': ['Version', 'Version'] }]] }, ['Function', 'Version']],
  [{ 'Fn::Select': [6, { 'Fn::Split': [':', { Ref: 'Alias' }] }] }, ['Alias']],
  [{ 'Fn::Select': [1, [{ Ref: 'First' }, { Ref: 'Second' }]] }, ['Second']],
  [{ 'Fn::Select': ['0', [{ Ref: 'First' }, { Ref: 'Second' }]] }, ['First']],
  [{ 'Fn::Select': [{ Ref: 'Index' }, [{ Ref: 'First' }, { Ref: 'Second' }]] }, []],
  [{ 'Fn::If': ['Condition', { Ref: 'First' }, { Ref: 'Second' }] }, []],
  [{ constructor: 'Queue' }, []],
])('%j refers to %j', (value, ids) => expect(referencesIn(value)).toEqual(ids));
