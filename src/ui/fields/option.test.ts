import { expect, test, vi } from 'vitest';
import { type Judgement, listed } from '#src/ui/fields/option.tsx';

const options = ['far', 'near', 'unread'].map((value) => ({ value, label: value }));
const blocked = { short: 'Too far', explain: () => ({ reasons: [], instead: null }) };
const unchecked = { short: 'Not checked', again: null };
const judgements = new Map<string, Judgement>([
  ['far', { blocked }],
  ['unread', { unchecked }],
]);

test('an open list asks once of each entry, and shows those that can be chosen first', () => {
  const judge = vi.fn<(value: string) => Judgement>((value) => judgements.get(value) ?? {});
  expect(listed({ options, judge })).toEqual([
    { option: options[1] },
    { option: options[2], unchecked },
    { option: options[0], blocked },
  ]);
  expect(judge.mock.calls).toEqual([['far'], ['near'], ['unread']]);
});
