/** Finds for each rule where in the demo it can be met, and writes that down for the page of the rule. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { asDifferences } from './demo-links/differences.ts';
import { findDemoLinks } from './demo-links/find.ts';
import { lookAtDemo } from './demo-links/reading.ts';
import { commandFile, root, runNode } from './program.ts';

const links = await findDemoLinks(lookAtDemo());
const file = 'src/pages/rules/demo-links.json';
writeFileSync(join(root, file), JSON.stringify(asDifferences(links)));
await runNode(commandFile('oxfmt'), [file]);
console.log(`${Object.keys(links).length} rules can be met in the demo; see ${file}.`);
