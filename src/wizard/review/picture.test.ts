import { describe, expect, test } from 'vitest';
import type { Pin } from '#src/ui/picture/model.ts';
import { clash, KINDS, NEW_VM } from '#src/ui/picture/testing-examples.ts';
import { FINDINGS_ID } from '#src/wizard/explain/findings.ts';
import { reviewedPicture } from '#src/wizard/review/ReviewHead.tsx';
import { pictureText, pressedPicture } from '#src/wizard/stored-picture.ts';
import type { PinnedCheck } from '#src/wizard/task.ts';
import { pictureLines } from '#src/wizard/testing-picture.ts';

/** A picture on Review: each check at its part, and each part to its check. */

const check = (name: string, part: string, tone: PinnedCheck['tone']): PinnedCheck => ({
  rowId: `check-${name}`,
  part,
  name,
  tone,
});

const pinsWith = (pinned: readonly PinnedCheck[], pins: readonly Pin[] = []) =>
  reviewedPicture({ ...NEW_VM, pins }, pinned).pins.map(
    ({ part, tone, title }) => `${tone} at ${part}: ${title}`,
  );

describe('the signs of checks', () => {
  test.each<[string, readonly PinnedCheck[], readonly string[]]>([
    [
      'all of a part passed: one sign',
      [check('A', 'result', 'ok'), check('B', 'result', 'ok')],
      ['ok at result: Passed'],
    ],
    [
      'one warns: no sign that the part passed',
      [check('A', 'result', 'ok'), check('B', 'result', 'warning')],
      ['warning at result: B'],
    ],
    [
      'not checked is never passed',
      [check('A', 'point', 'ok'), check('B', 'point', 'unknown')],
      ['unknown at point: B'],
    ],
    ['what is being checked has no sign', [check('A', 'point', null)], []],
    [
      'the worst stands first',
      [check('A', 'result', 'warning'), check('B', 'point', 'error')],
      ['error at point: B', 'warning at result: A'],
    ],
    [
      'of a part that the picture lacks: at the result',
      [check('A', 'no such part', 'error')],
      ['error at result: A'],
    ],
  ])('%s', (_, pinned, wanted) => {
    expect(pinsWith(pinned)).toEqual(wanted);
  });

  test('are no messages: those stand in the table', () => {
    const { pins } = reviewedPicture(NEW_VM, [check('A', 'result', 'error')]);
    expect(pins.map(({ isElsewhere }) => isElsewhere)).toEqual([true]);
  });

  test('a part that a rule refuses has not passed', () => {
    const refused: Pin = { id: 'rule', part: 'result', tone: 'error', title: 'Taken.', links: [] };
    expect(pinsWith([check('A', 'result', 'ok')], [refused])).toEqual(['error at result: Taken.']);
  });
});

describe('the parts', () => {
  const fieldsOf = (pinned: readonly PinnedCheck[], pins: readonly Pin[] = []) => {
    const { point, result } = reviewedPicture({ ...NEW_VM, pins }, pinned);
    return { point: point.field, result: result.field };
  };

  test('lead to their worst check, and nowhere without one', () => {
    const pinned = [check('A', 'result', 'ok'), check('B', 'result', 'warning')];
    expect(fieldsOf(pinned)).toEqual({ point: undefined, result: 'check-B' });
  });

  test('lead to the list where only a rule speaks', () => {
    const pin: Pin = { id: 'rule', part: 'point', tone: 'warning', title: 'Old.', links: [] };
    expect(fieldsOf([], [pin]).point).toBe(FINDINGS_ID);
  });

  test('that are still to be chosen lead to their field', () => {
    const result = { ...NEW_VM.result, fate: 'unknown', field: 'vmName' } as const;
    const { result: drawn } = reviewedPicture({ ...NEW_VM, result }, [check('A', 'result', 'ok')]);
    expect(drawn.field).toBe('vmName');
  });
});

test.each(Object.entries(KINDS))(
  'of the kind “%s” nothing but signs and ways changes',
  (_, model) => {
    const bare = (lines: readonly string[]) =>
      lines
        .filter((line) => !/^(state|ok|warning|error|unknown) /.test(line))
        .map((line) => line.replace(/ \([^()]*\)$/, ''));
    const drawn = reviewedPicture(model, [check('A', model.result.id, 'ok')]);
    expect(drawn.state).toBe('review');
    expect(bare(pictureLines(drawn))).toEqual(bare(pictureLines(model)));
  },
);

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
