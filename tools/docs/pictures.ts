import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { encode } from 'modern-gif';
import { PNG } from 'pngjs';
import * as z from 'zod/mini';

import { commandFile, root, runNode } from '../program.ts';
import { freePort } from '../test/server.ts';

/**
 * `npm run docs -- pictures`: what README and docs show. With a folder of drawings: what the screens look like, each beside the
 * drawing that it was made from.
 */

const FOLDER = join(root, 'test-results/pictures');
const OF_DOCS = join(root, 'docs/pictures');

const STYLE =
  'body{margin:16px;font:14px system-ui}section{display:flex;gap:16px}figure{flex:1 1 0;min-width:0;margin:0 0 24px}img{max-width:100%;border:1px solid #888}';

/** The page on which pictures stand beside their drawings. `drawings`: a folder of files with the same names. */
export function pageOf(names: readonly string[], drawings: string): string {
  const figure = (source: string, caption: string): string =>
    `<figure><figcaption>${caption}</figcaption><img src="${source}" alt="${caption}"></figure>`;
  const sections = names.map((name) => {
    const drawn = join(resolve(drawings), name);
    return [
      '<section>',
      figure(name, `${name}: the product`),
      existsSync(drawn) ? figure(pathToFileURL(drawn).href, 'the drawing') : '',
      '</section>',
    ].join('');
  });
  return `<!doctype html><meta charset="utf-8"><title>Pictures</title><style>${STYLE}</style>${sections.join('\n')}\n`;
}

/** Takes pictures anew: those of the docs, or, with a folder, those that stand beside its drawings. Gives the exit code. */
export async function takePictures(drawings: string | null): Promise<number> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, 'docs'), { recursive: true });
  const config = join(root, 'pictures.config.ts');
  const spec = drawings === null ? 'docs.spec' : 'screens.spec';
  const args = ['test', spec, '--config', config, '--reporter', 'line'];
  const { code } = await runNode(commandFile('playwright'), args, await freePort(), {
    printed: 'inherit',
  });
  if (code !== 0) return code;
  if (drawings === null) await writePictures();
  else writePage(drawings);
  return 0;
}

const scenes = z.record(z.string(), z.object({ shownMs: z.number(), isStill: z.boolean() }));

/** The scenes that docs have pictures of: how long each is in the moving one, and whether it stands by itself, too. */
export const takenScenes = (): z.infer<typeof scenes> =>
  scenes.parse(JSON.parse(readFileSync(join(OF_DOCS, 'scenes.json'), 'utf8')));

/** Puts what was taken in the place of what is in docs. */
async function writePictures(): Promise<void> {
  const taken = join(FOLDER, 'docs');
  rmSync(OF_DOCS, { recursive: true, force: true });
  mkdirSync(OF_DOCS);
  for (const file of readdirSync(taken).filter((name) => name !== 'frames')) {
    cpSync(join(taken, file), join(OF_DOCS, file));
  }
  const shown = Object.entries(takenScenes()).filter(([, { shownMs }]) => shownMs > 0);
  const frames = shown.map(([name, { shownMs }]) => {
    const { data, width, height } = PNG.sync.read(
      readFileSync(join(taken, 'frames', `${name}.png`)),
    );
    return { data: new Uint8ClampedArray(data), width, height, delay: shownMs };
  });
  const { width = 0, height = 0 } = frames[0] ?? {};
  writeFileSync(join(OF_DOCS, 'restore.gif'), Buffer.from(await encode({ width, height, frames })));
  for (const file of readdirSync(OF_DOCS)) console.log(`docs/pictures/${file}`);
}

function writePage(drawings: string): void {
  const names = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.png'))
    .toSorted();
  const page = join(FOLDER, 'index.html');
  writeFileSync(page, pageOf(names, drawings));
  console.log(page);
}
