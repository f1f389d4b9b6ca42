import { expect, test } from 'vitest';
import { causeOf } from '#src/app/new-restore.ts';

const before = '2025-06-04T22:00:00Z';

test('an address says what has happened, and until when the machine was good', () => {
  expect(causeOf({ what: 'bad-change', before })).toEqual({
    scenario: 'bad-change',
    before: Date.parse(before),
  });
});

test('without a word that names a scenario it says nothing, and a time that is none is left out', () => {
  expect(causeOf({ before })).toBeUndefined();
  expect(causeOf({ what: 'Ransomware!' })).toBeUndefined();
  expect(causeOf({ what: 'copy', before: 'soon' })).toEqual({ scenario: 'copy', before: null });
});
