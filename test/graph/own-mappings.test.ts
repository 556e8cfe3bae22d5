import { mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { checkedIn, noteChecked } from '../../src/graph/own-mappings';

const outdir = mkdtempSync(join(tmpdir(), 'own-mappings-'));
const template = join(outdir, 'Jobs.template.json');

/** A mapping of an app of its own, each of which writes into the same folder. */
function mappingOfAnApp(): CfnEventSourceMapping {
  const stack = new Stack(new App({ outdir }), 'Jobs');
  return new CfnEventSourceMapping(stack, 'Mapping', { functionName: 'handler' });
}

test('a mapping has been checked in its own app', () => {
  const [mapping, other] = [mappingOfAnApp(), mappingOfAnApp()];
  noteChecked(mapping);
  expect(checkedIn(mapping.node.root)(template, 'Mapping')).toBe(true);
  expect(checkedIn(mapping.node.root)(template, 'Other')).toBe(false);
  expect(checkedIn(other.node.root)(template, 'Mapping')).toBe(false);
});

test('where the app is not known, each that still exists counts', () => {
  const mapping = mappingOfAnApp();
  noteChecked(mapping);
  expect(checkedIn(undefined)(template, 'Mapping')).toBe(true);
});
