import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { commandFile, root, runNode } from '../program.ts';
import { freePort } from '../test/server.ts';

/** `npm run docs -- pictures`: what the screens look like, each beside the drawing that it was made from. */

const FOLDER = join(root, 'test-results/pictures');

const STYLE =
  'body{margin:16px;font:14px system-ui}section{display:flex;gap:16px}figure{flex:1 1 0;min-width:0;margin:0 0 24px}img{max-width:100%;border:1px solid #888}';

/**
 * The page on which pictures stand beside their drawings. `drawings`: a folder of files with the same names; null: there
 * are none to compare with.
 */
export function pageOf(names: readonly string[], drawings: string | null): string {
  const figure = (source: string, caption: string): string =>
    `<figure><figcaption>${caption}</figcaption><img src="${source}" alt="${caption}"></figure>`;
  const sections = names.map((name) => {
    const drawn = drawings === null ? null : join(resolve(drawings), name);
    return [
      '<section>',
      figure(name, `${name}: the product`),
      drawn !== null && existsSync(drawn) ? figure(pathToFileURL(drawn).href, 'the drawing') : '',
      '</section>',
    ].join('');
  });
  return `<!doctype html><meta charset="utf-8"><title>Pictures</title><style>${STYLE}</style>${sections.join('\n')}\n`;
}

/** Takes all pictures anew; gives the exit code. */
export async function takePictures(drawings: string | null): Promise<number> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const config = join(root, 'pictures.config.ts');
  const args = ['test', '--config', config, '--reporter', 'line'];
  const { code } = await runNode(commandFile('playwright'), args, await freePort(), {
    printed: 'inherit',
  });
  if (code !== 0) return code;
  const names = readdirSync(FOLDER).toSorted();
  const page = join(FOLDER, 'index.html');
  writeFileSync(page, pageOf(names, drawings));
  console.log(page);
  return 0;
}
