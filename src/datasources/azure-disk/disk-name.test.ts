import { expect, test } from 'vitest';
import { isDiskName } from '#src/datasources/azure-disk/disk-name.ts';

test.each(['a', '0', 'a_', 'App01_DataDisk-0.old', 'a'.repeat(80)])('Azure takes %s', (name) => {
  expect(isDiskName(name)).toBe(true);
});

test.each(['', '_a', '-a', '.a', 'a-', 'a.', 'a b', 'ä', 'a/b', 'a'.repeat(81)])(
  'Azure refuses “%s”',
  (name) => {
    expect(isDiskName(name)).toBe(false);
  },
);
