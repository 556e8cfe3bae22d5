import { exactWordsOf, plainWordsOf } from '../../src/analysis/words';

const NONE = { Ref: 'AWS::NoValue' };
const sub = (text: string) => ({ 'Fn::Sub': text });

test.each<[string, unknown, string]>([
  ['nothing', undefined, ''],
  ['a list', ['a', NONE, 1], 'a, 1'],
  ['what is left out', NONE, ''],
  ['a condition', { 'Fn::If': ['Large', 100, NONE] }, '100 if Large, else none'],
  ['a resource', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Queue'],
  ['a resource at the beginning of a text', sub('${Handler}:live'), 'Handler'],
  ['a resource at the end of an ARN', sub('arn:aws:sqs:${Region}:${Account}:${Queue}'), 'Queue'],
  ['a text with a parameter', { 'Fn::Join': ['-', ['jobs', { Ref: 'Stage' }]] }, 'jobs-${Stage}'],
  ['an object', { a: 1, b: 2 }, '{"a":1,"b":2}'],
])('people read %s', (_, value, words) => expect(plainWordsOf(value)).toBe(words));

test.each<[string, unknown, string]>([
  ['a resource', { Ref: 'Queue' }, 'Queue'],
  ['its attribute', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Queue.Arn'],
  ['a text', sub('${Handler}:live'), '${Handler}:live'],
])('%s is told from others', (_, value, words) => expect(exactWordsOf(value)).toBe(words));
