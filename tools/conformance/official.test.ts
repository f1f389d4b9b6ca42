import { describe, expect, test } from 'vitest';

import { judgeFolder } from './folder.ts';
import { officialFolder } from './testing-official.ts';

const judged = (usesIndex: boolean) =>
  officialFolder === null ? [] : judgeFolder(officialFolder, { usesIndex });

describe('official samples', () => {
  test.each([true, false])('of what we have all conform (with an index: %s)', (usesIndex) => {
    expect(judged(usesIndex).filter(({ outcome }) => outcome.kind === 'fails')).toEqual([]);
  });

  test('are all read', () => {
    expect(judged(true).filter(({ outcome }) => outcome.kind === 'unreadable')).toEqual([]);
  });
});
