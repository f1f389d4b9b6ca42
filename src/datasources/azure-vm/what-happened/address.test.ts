import { describe, expect, test } from 'vitest';
import { instanceAddress } from '#src/api/arm/address.ts';
import { instant, timeAddress } from '#src/lib/time.ts';
import { readAddress } from '#src/datasources/azure-vm/what-happened/scenarios.ts';

const item =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v/backupFabrics/Azure/protectionContainers/c/protectedItems/i';
const now = instant(Date.parse('2025-06-05T02:44:00Z'));

describe('an address', () => {
  test('that says everything is read whole', () => {
    const search = {
      what: 'bad-change',
      instance: instanceAddress(item),
      before: '2025-06-04T22:00:00Z',
    };
    expect(readAddress(search, now)).toEqual({
      scenario: 'bad-change',
      instance: item,
      before: Date.parse('2025-06-04T22:00:00Z'),
      ignored: [],
    });
  });

  test('that says nothing asks for nothing, and nothing is left out', () => {
    expect(readAddress({}, now)).toEqual({
      scenario: null,
      instance: null,
      before: null,
      ignored: [],
    });
  });

  test('with invalid values is read without them, and each is reported', () => {
    const search = { what: 'Ransomware!', instance: 'app01', before: '22:00' };
    expect(readAddress(search, now)).toEqual({
      scenario: null,
      instance: null,
      before: null,
      ignored: [
        { what: 'what', text: 'Ransomware!' },
        { what: 'instance', text: 'app01' },
        { what: 'before', text: '22:00' },
      ],
    });
  });

  test('with a time that has not come yet is read without it', () => {
    const { before, ignored } = readAddress({ before: '2025-06-05T02:45:00Z' }, now);
    expect(before).toBeNull();
    expect(ignored).toEqual([{ what: 'future', text: '2025-06-05T02:45:00Z' }]);
    expect(readAddress({ before: '2025-06-05T02:44:00Z' }, now).before).toBe(now);
  });
});

test('a time is written into an address so that it is read back, and never lies in the future', () => {
  expect(timeAddress(instant(now + 999))).toBe('2025-06-05T02:44:00Z');
  expect(readAddress({ before: timeAddress(now) }, now).before).toBe(now);
});
