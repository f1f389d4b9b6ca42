/**
 * `npm run lines -- [folder]`: files and lines of the product's code by rooms, without tests, comments,
 * blank lines and data; beside those of another checkout where its folder is given.
 */
import { type Size, sizesIn } from './lines/count.ts';
import { asTyped, root } from './program.ts';

const none: Size = { files: 0, lines: 0 };
const other = process.argv[2];
const columns = [...(other === undefined ? [] : [asTyped(other)]), root].map(sizesIn);
const rooms = [...new Set(columns.flatMap((sizes) => [...sizes.keys()]))]
  .filter((room) => room !== 'data')
  .toSorted();

function say(name: string, sizes: readonly Size[]): void {
  const cells = sizes.map(
    ({ files, lines }) => `${String(files).padStart(6)} ${String(lines).padStart(7)}`,
  );
  console.log(`${name.padEnd(24)}${cells.join('   ')}`);
}

console.log(`${''.padEnd(24)}${columns.map(() => ' files   lines').join('   ')}`);
for (const room of rooms)
  say(
    room,
    columns.map((sizes) => sizes.get(room) ?? none),
  );
say(
  'all',
  columns.map((sizes) =>
    rooms
      .map((room) => sizes.get(room) ?? none)
      .reduce((sum, { files, lines }) => ({
        files: sum.files + files,
        lines: sum.lines + lines,
      })),
  ),
);
say(
  'data, not counted above',
  columns.map((sizes) => sizes.get('data') ?? none),
);
