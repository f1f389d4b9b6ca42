/** `npm run docs`: writes the documents that are made from the code. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DOCUMENTS } from './docs/documents.ts';
import { root } from './program.ts';

for (const [file, text] of Object.entries(DOCUMENTS)) {
  writeFileSync(join(root, file), text());
  console.log(file);
}
