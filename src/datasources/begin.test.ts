import { expect, test } from 'vitest';
import { begin } from '#src/datasources/begin.ts';
import { freshStorage } from '#src/lib/testing.ts';

const storage = freshStorage();

test('a restore of a datasource that this build lacks is refused by its name, and no draft is left', async () => {
  await expect(begin({ datasource: 'tapes', instance: 'tapes:shelf-1' })).rejects.toThrow(
    'This Restore Center doesn’t have the datasource “tapes”',
  );
  expect([...storage.entries.keys()]).toEqual([]);
});
