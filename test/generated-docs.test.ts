import { readFileSync } from 'fs';
import { generatedDocs } from '../projenrc/docs/generated-docs';

test.each([...generatedDocs()])('%s says what the contracts say', (path, text) => {
  if (readFileSync(path, 'utf8') !== text) {
    throw new Error(`${path} is stale: run npx projen docs`);
  }
});
