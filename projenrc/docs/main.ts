import { writeFileSync } from 'fs';
import { generatedDocs } from './generated-docs';

generatedDocs().forEach((text, path) => writeFileSync(path, text));
