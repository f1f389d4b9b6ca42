import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { PNG } from 'pngjs';
import { expect, test } from 'vitest';

import { root } from '../program.ts';
import { looksSame, pageOf, takenScenes } from './pictures.ts';
import { markdownFiles } from './testing-markdown.ts';

test('a picture stands beside the drawing of its name, and alone where there is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drawings-'));
  const drawn = join(folder, 'one.png');
  writeFileSync(drawn, '');
  const page = pageOf(['one.png', 'two.png'], folder);
  const sources = [...page.matchAll(/src="([^"]+)"/g)].map(([, source]) => source);
  expect(sources).toEqual(['one.png', pathToFileURL(drawn).href, 'two.png']);
  rmSync(folder, { recursive: true });
});

/** A gray picture in which the first pixels are lighter. */
function picture(width: number, lighter: number, by: number): PNG {
  const png = new PNG({ width, height: 10 });
  png.data.fill(100);
  png.data.fill(100 + by, 0, lighter * 4);
  return png;
}

test.each([
  ['itself', picture(100, 0, 0), true],
  ['one whose text is drawn a little differently', picture(100, 900, 20), true],
  ['one of which little is another color', picture(100, 10, 90), true],
  ['one of which more is another color', picture(100, 11, 90), false],
  ['one of another size', picture(90, 0, 0), false],
])('beside %s a picture looks the same: %#', (_, other, isSame) => {
  expect(looksSame(picture(100, 0, 0), other, 0.01)).toBe(isSame);
});

test('every picture of README and docs is one that `npm run docs -- pictures` writes', () => {
  const written = readdirSync(join(root, 'docs/pictures')).filter(
    (name) => !name.endsWith('.json'),
  );
  const stills = Object.entries(takenScenes()).flatMap(([name, { isStill }]) =>
    isStill ? [`${name}-dark.png`, `${name}-light.png`] : [],
  );
  expect(written.toSorted()).toEqual([...stills, 'restore.gif'].toSorted());
  const shown = markdownFiles().flatMap(({ text }) =>
    [...text.matchAll(/[\w./-]+\.(?:png|gif|jpe?g|svg|webp)\b/g)].map(([file]) => file),
  );
  expect(
    shown.map((file) => file.split('/').at(-1)).filter((file) => !written.includes(file ?? '')),
  ).toEqual([]);
  expect(new Set(shown.map((file) => file.split('/').at(-1)))).toEqual(new Set(written));
});

test('the moving picture takes at most 12 seconds and 2 MB', () => {
  const took = Object.values(takenScenes()).reduce((sum, { shownMs }) => sum + shownMs, 0);
  expect(took).toBeLessThanOrEqual(12_000);
  expect(statSync(join(root, 'docs/pictures/restore.gif')).size).toBeLessThanOrEqual(2_000_000);
});
