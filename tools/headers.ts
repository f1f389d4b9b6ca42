/**
 * `npm run headers -- [folder]`: makes the settings of web servers in a deployed folder (`dist`) anew, with the
 * services that its `config.json` names.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { commServeHome } from '#src/api/commvault/home.ts';
import { commServesIn } from '#src/api/commvault/config.ts';

import { answerHelp, asTyped, endWith, root } from './program.ts';
import { baseOf, deploymentFiles, folderOf } from './vite/deployment.ts';

answerHelp(`Usage: npm run headers -- [FOLDER]

Writes the settings of web servers in a deployed folder anew, with the services that its config.json
names. Without FOLDER it is dist.`);

const given = process.argv[2];
const folder = given === undefined ? join(root, 'dist') : asTyped(given);
const file = join(folder, 'config.json');
if (!existsSync(file)) {
  endWith(
    `${folder} has no config.json: name a folder with a build, which npm run build makes.`,
    2,
  );
}
const config = commServesIn(readFileSync(file, 'utf8'));
if (!config.ok) {
  endWith(`config.json was not used. These entries aren’t valid: ${config.reason.join(', ')}`);
}
const origins = config.value.map((one) => new URL(commServeHome(one).endpoint).origin);
const page = join(folder, 'index.html');
const base = existsSync(page) ? baseOf(readFileSync(page, 'utf8')) : '/';
for (const [name, text] of Object.entries(
  deploymentFiles('live', origins, { base, folder: given ?? folderOf('live') }),
))
  writeFileSync(join(folder, name), text);
console.log(`The headers in ${folder} name ${origins.join(', ') || 'no service besides Azure'}.`);
