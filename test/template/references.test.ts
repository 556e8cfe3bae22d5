import { attributeOf, textOf } from '../../src/template/references';

test.each<[unknown, string | undefined]>([
  ['text', 'text'],
  [{ Ref: 'Queue' }, undefined],
  [{ 'Fn::Sub': 'arn:${AWS::Partition}:sqs:${Name}' }, 'arn:*:sqs:*'],
  [{ 'Fn::Sub': ['${A}/${B}', { A: 'a', B: { Ref: 'C' } }] }, 'a/*'],
  [{ 'Fn::Join': [':', ['arn', 'aws', { Ref: 'AWS::Region' }]] }, 'arn:aws:*'],
  [{ 'Fn::ImportValue': 'Arn' }, undefined],
  [undefined, undefined],
])('the text of %j is %s', (value, text) => expect(textOf(value)).toBe(text));

test('ids can be named', () => expect(textOf({ 'Fn::Sub': '${Queue}-${AWS::Region}' }, (id) => `<${id}>`)).toBe('<Queue>-*'));

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
