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
 * `npm run docs -- pictures`: what README and docs show. With a folder: what the screens look like, on a page to look at, each
 * beside its target where there is one.
 */

const FOLDER = join(root, 'test-results/pictures');
const OF_DOCS = join(root, 'docs/pictures');

const STYLE =
  'body{margin:16px;font:14px system-ui}section{display:flex;gap:16px}figure{flex:1 1 0;min-width:0;margin:0 0 24px}img{max-width:100%;border:1px solid #888}';

/** The page on which pictures stand beside their targets. `targets`: a folder of files with the same names. */
export function pageOf(names: readonly string[], targets: string | null): string {
  const figure = (source: string, caption: string): string =>
    `<figure><figcaption>${caption}</figcaption><img src="${source}" alt="${caption}"></figure>`;
  const sections = names.map((name) => {
    const target = targets === null ? null : join(resolve(targets), name);
    return [
      '<section>',
      figure(name, `${name}: the product`),
      target !== null && existsSync(target) ? figure(pathToFileURL(target).href, 'the target') : '',
      '</section>',
    ].join('');
  });
  return `<!doctype html><meta charset="utf-8"><title>Pictures</title><style>${STYLE}</style>${sections.join('\n')}\n`;
}

/** Takes pictures by a file of `e2e/pictures`, into the folder of what is taken. Gives the exit code. */
async function take(spec: string): Promise<number> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, 'docs'), { recursive: true });
  const config = join(root, 'pictures.config.ts');
  const args = ['test', spec, '--config', config, '--reporter', 'line'];
  const { code } = await runNode(commandFile('playwright'), args, await freePort(), {
    printed: 'inherit',
  });
  return code;
}

/** Takes the pictures of the docs anew. Gives the exit code. */
export async function takePictures(): Promise<number> {
  const code = await take('docs.spec');
  if (code === 0) await writePictures();
  return code;
}

/** Takes pictures of the screens into a folder, with a page that shows each beside its target. Gives the exit code. */
export async function takeScreens(folder: string, targets: string | null): Promise<number> {
  const code = await take('screens.spec');
  if (code === 0) writePage(folder, targets);
  return code;
}

const scenes = z.record(
  z.string(),
  z.object({ shownMs: z.number(), isStill: z.boolean(), sign: z.string() }),
);

/** The scenes that docs have pictures of: how long each is in the moving one, and whether it stands by itself, too. */
export const takenScenes = (folder = OF_DOCS): z.infer<typeof scenes> =>
  scenes.parse(JSON.parse(readFileSync(join(folder, 'scenes.json'), 'utf8')));

/** The scenes one after the other. */
const MOVING = 'restore.gif';

/** A color is another one from so many of 255 on: text is drawn a little differently each time. */
const OTHER_COLOR = 24;
/** So much of a picture may be different by itself; that of a job has its ID, and the times of the moment. */
const noiseOf = (name: string): number => (name.startsWith('job-') ? 0.02 : 0.001);

/** Whether two pictures have one size, and no more than a share of their pixels has another color. */
export function looksSame(one: PNG, other: PNG, noise: number): boolean {
  if (one.width !== other.width || one.height !== other.height) return false;
  const distance = (at: number): number => Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0));
  let different = 0;
  for (let at = 0; at < one.data.length; at += 4)
    if (Math.max(distance(at), distance(at + 1), distance(at + 2)) > OTHER_COLOR) different += 1;
  return different <= (noise * one.data.length) / 4;
}

const pictureIn = (file: string): PNG => PNG.sync.read(readFileSync(file));

/** Puts what was taken in the place of what is in docs, as far as it looks different: the rest stays to the byte. */
async function writePictures(): Promise<void> {
  const taken = join(FOLDER, 'docs');
  const before = takenScenes();
  const now = takenScenes(taken);
  const stills = readdirSync(taken).filter((name) => name.endsWith('.png'));
  const sceneOf = (file: string): string => file.replace(/-(?:dark|light)\.png$/, '');
  const changed = stills.filter((file) => {
    const name = sceneOf(file);
    const old = join(OF_DOCS, file);
    if (!existsSync(old) || before[name]?.sign !== now[name]?.sign) return true;
    return !looksSame(pictureIn(old), pictureIn(join(taken, file)), noiseOf(name));
  });
  const gone = readdirSync(OF_DOCS).filter(
    (file) => file.endsWith('.png') && !stills.includes(file),
  );
  for (const file of gone) rmSync(join(OF_DOCS, file));
  for (const file of [...changed, 'scenes.json']) cpSync(join(taken, file), join(OF_DOCS, file));
  const isShown = (file: string): boolean => (now[sceneOf(file)]?.shownMs ?? 0) > 0;
  const isMoved = changed.some(isShown) || JSON.stringify(before) !== JSON.stringify(now);
  if (isMoved || !existsSync(join(OF_DOCS, MOVING))) {
    await writeMoving(taken);
    changed.push(MOVING);
  }
  for (const file of [...changed, ...gone]) console.log(`docs/pictures/${file}`);
  if (changed.length + gone.length === 0) console.log('No picture looks different.');
}

/** The moving picture, from the frames in a folder. */
async function writeMoving(taken: string): Promise<void> {
  const shown = Object.entries(takenScenes()).filter(([, { shownMs }]) => shownMs > 0);
  const frames = shown.map(([name, { shownMs }]) => {
    const { data, width, height } = pictureIn(join(taken, 'frames', `${name}.png`));
    return { data: new Uint8ClampedArray(data), width, height, delay: shownMs };
  });
  const { width = 0, height = 0 } = frames[0] ?? {};
  writeFileSync(join(OF_DOCS, MOVING), Buffer.from(await encode({ width, height, frames })));
}

function writePage(folder: string, targets: string | null): void {
  const names = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.png'))
    .toSorted();
  mkdirSync(folder, { recursive: true });
  for (const name of names) cpSync(join(FOLDER, name), join(folder, name));
  const page = join(folder, 'index.html');
  writeFileSync(page, pageOf(names, targets));
  console.log(page);
}
