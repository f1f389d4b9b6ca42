import { expect, test } from 'vitest';
import { clash, KINDS, NEW_VM } from '#src/ui/picture/testing-examples.ts';
import { pictureText, pressedPicture } from '#src/wizard/stored-picture.ts';

/** What a draft keeps of the picture of its press. */

test.each(Object.entries(KINDS))('a picture of the kind “%s” is read as it was', (_, model) => {
  const { model: kept } = pressedPicture(pictureText(model)) ?? {};
  const ids = ({ source, result }: typeof model) =>
    [source, result].map(({ title, disks, nics, disksBeside, others }) => [
      title,
      disks.is === 'known'
        ? disks.value.map(({ id, fate, sizeGiB }) => [id, fate, sizeGiB])
        : disks,
      nics.is === 'known' ? nics.value.map(({ id, network }) => [id, network]) : nics,
      disksBeside.map(({ id }) => id),
      others.map(({ id }) => id),
    ]);
  expect(kept && ids(kept)).toEqual(ids(model));
  expect(kept?.point.time).toEqual(model.point.time);
  expect(kept?.networks.map(({ id }) => id)).toEqual(model.networks.map(({ id }) => id));
});

test('how long it was expected to take is kept beside it', () => {
  expect(pressedPicture(pictureText(NEW_VM))?.expected).toBe('40–55 min');
  const unknown = { ...NEW_VM.moves, duration: { is: 'unknown', fact: 'Too few' } } as const;
  expect(pressedPicture(pictureText({ ...NEW_VM, moves: unknown }))?.expected).toBeNull();
});

test('no part of it leads anywhere, and its messages have no links', () => {
  const { model } = pressedPicture(pictureText(clash(() => undefined))) ?? {};
  expect(model?.pins).toEqual([
    {
      id: 'host-name',
      part: 'result nic',
      tone: 'warning',
      title: 'Same host name on the same network',
      links: [],
    },
  ]);
  expect(JSON.stringify(model)).not.toContain('"field"');
});

test.each([
  ['a draft of before', undefined],
  ['no JSON', '{'],
  ['another shape', '{"source":1}'],
  ['nothing', 'null'],
])('%s has no picture', (_, stored) => {
  expect(pressedPicture(stored)).toBeNull();
});
