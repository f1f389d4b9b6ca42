/**
 * `npm run headers -- [folder]`: makes the settings of web servers in a deployed folder (`dist`) anew, with the
 * services that its `config.json` names.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { commServeHome } from '#src/api/commvault/home.ts';
import { commServesIn } from '#src/api/commvault/config.ts';

import { asTyped, root } from './program.ts';
import { baseOf, deploymentFiles, folderOf } from './vite/deployment.ts';

const given = process.argv[2];
const folder = given === undefined ? join(root, 'dist') : asTyped(given);
const config = commServesIn(readFileSync(join(folder, 'config.json'), 'utf8'));
if (!config.ok) {
  console.error(
    `config.json was not used. These entries aren’t valid: ${config.reason.join(', ')}`,
  );
  process.exit(1);
}
const origins = config.value.map((one) => new URL(commServeHome(one).endpoint).origin);
const page = join(folder, 'index.html');
const base = existsSync(page) ? baseOf(readFileSync(page, 'utf8')) : '/';
for (const [name, text] of Object.entries(
  deploymentFiles('live', origins, { base, folder: given ?? folderOf('live') }),
))
  writeFileSync(join(folder, name), text);
console.log(`The headers in ${folder} name ${origins.join(', ') || 'no service besides Azure'}.`);
