import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseByteShare } from '#src/lib/bytes.ts';

const KIB = 1024;
const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

describe('a size that Azure wrote', () => {
  test.each([
    ['456 bytes', 456],
    ['1 byte', 1],
    ['12 B', 12],
    ['11438 MB', 11_438 * MIB],
    ['1,024 MB', GIB],
    ['1,048,576 KB', GIB],
    ['1.5 GB', 1.5 * GIB],
    ['1,5 GB', 1.5 * GIB],
    ['1.024,5 KB', 1024.5 * KIB],
    ['1,024.5 KB', 1024.5 * KIB],
    ['12 GiB', 12 * GIB],
    ['12gib', 12 * GIB],
    ['3 TB', 3 * 1024 * GIB],
    [' 64 KiB ', 64 * KIB],
  ])('%s is %d bytes', (text, bytes) => {
    expect(parseByteShare(`0 of ${text}`)?.total).toBe(bytes);
  });

  test.each([
    '',
    'GB',
    '-5 GB',
    '1.2.3 GB',
    '5 apples',
    'NaN',
    '1e9 GB',
    '99999999999 PB',
    '12 XB',
  ])('%s is none', (text) => {
    expect(parseByteShare(`0 of ${text}`)).toBeNull();
  });
});

describe('so much of so much', () => {
  test.each([
    ['123 of 456 bytes transferred', 123, 456],
    ['0 of 456 bytes transferred', 0, 456],
    ['12 GB of 30 GB', 12 * GIB, 30 * GIB],
    ['12 of 30 GiB', 12 * GIB, 30 * GIB],
    ['Transferred: 512 MB out of 1.5 GB.', 512 * MIB, 1.5 * GIB],
    ['1,024 MB / 2 GB', GIB, 2 * GIB],
    ['63.5 GBs / 127 GBs Transferred', 63.5 * GIB, 127 * GIB],
    ['112.37 GBs / 127 GBs Transferred', Math.round(112.37 * GIB), 127 * GIB],
    ['127 GBs / 127 GBs Transferred', 127 * GIB, 127 * GIB],
    ['30 GB of 30 GB', 30 * GIB, 30 * GIB],
  ])('%s', (text, transferred, total) => {
    expect(parseByteShare(text)).toEqual({ transferred, total });
  });

  test.each([
    undefined,
    null,
    '',
    '456 bytes',
    '40 GB of 30 GB',
    '-1 of 30 GB',
    '2 of 5 disks',
    '2 of 5',
    'half of 30 GB',
  ])('%s is no report', (text) => {
    expect(parseByteShare(text)).toBeNull();
  });
});

test('no text makes a size that is negative or no whole number', () => {
  const pieces = fc.constantFrom(
    '1',
    '0',
    '9999999',
    '.',
    ',',
    '-',
    ' ',
    'of',
    '/',
    'GB',
    'b',
    'é',
  );
  const texts = fc.array(pieces, { maxLength: 8 }).map((list) => list.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const share = parseByteShare(text);
      const sizes = [share?.transferred ?? null, share?.total ?? null];
      for (const bytes of sizes) {
        expect(bytes === null || (Number.isSafeInteger(bytes) && bytes >= 0)).toBe(true);
      }
    }),
  );
});
