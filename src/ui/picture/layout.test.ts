import { expect, test } from 'vitest';
import { drawingOf } from '#src/ui/picture/layout.ts';
import { textWidth } from '#src/ui/picture/sheet.ts';
import { NEW_VM, STATES } from '#src/ui/picture/testing-examples.ts';
import type { RestoreModel } from '#src/ui/picture/model.ts';

const YEAR = 365 * 86_400_000;

/** The words that are drawn beside a form. */
const wordsOf = (model: RestoreModel, width: number): readonly string[] =>
  drawingOf(model, 'panel', width).shapes.flatMap((one) => (one.is === 'text' ? [one.words] : []));

const withLoss = (loss: RestoreModel['moves']['loss']): RestoreModel => ({
  ...NEW_VM,
  moves: { ...NEW_VM.moves, loss },
});

test('the point has its whole time where there is room', () => {
  expect(wordsOf(NEW_VM, 640)).toContain('3 Jun 2025, 22:05');
});

test('without room its year is left out, and stands where it is read', () => {
  const { shapes, targets } = drawingOf(NEW_VM, 'panel', 480);
  expect(shapes).toContainEqual(expect.objectContaining({ words: '3 Jun, 22:05' }));
  const cut = targets.find(({ part }) => part.id === NEW_VM.point.id)?.cut;
  expect(cut).toContain('3 Jun 2025, 22:05');
});

test.each<[string, RestoreModel['moves']['loss']]>([
  ['of long ago', { is: 'known', value: { ms: YEAR, fate: 'notInCopy' } }],
  ['of which that is not known', { is: 'absent' }],
])('a point %s keeps as much of its date as there is room for', (_, loss) => {
  expect(wordsOf(withLoss(loss), 480)).toContainEqual(expect.stringMatching(/^3 Jun 20.*…$/));
});

test('a reason that has no room beside the line is left to the words above the picture', () => {
  const duration = {
    is: 'unknown',
    fact: 'No typical duration yet: needs 5 past restores of this vault, has 1',
  } as const;
  const model = { ...NEW_VM, moves: { ...NEW_VM.moves, duration } };
  const words = drawingOf(model, 'wide', 1296).shapes.flatMap((one) =>
    one.is === 'text' ? [one.words] : [],
  );
  expect(words).toContain('No typical duration yet');
});

test.each([288, 360, 600])(
  'no sign of what was read back covers a size, %i pixels wide',
  (width) => {
    const { shapes } = drawingOf(STATES.done, 'stacked', width);
    const texts = shapes.flatMap((one) => {
      if (one.is !== 'text') return [];
      const wide = textWidth(one.words, one.look);
      const left = { start: one.x, middle: one.x - wide / 2, end: one.x - wide }[one.anchor];
      return [{ words: one.words, y: one.y, left, right: left + wide }];
    });
    const signs = shapes.flatMap((one) => (one.is === 'sign' && one.sign === 'ok' ? [one] : []));
    expect(signs.length).toBeGreaterThan(0);
    const covered = signs.flatMap(({ x, y }) =>
      texts.filter((text) => Math.abs(text.y - y) < 6 && text.left < x + 6 && text.right > x - 6),
    );
    expect(covered).toEqual([]);
  },
);
