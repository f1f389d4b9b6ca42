import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  recoveryPointPageWire,
  recoveryPointWire,
  type RecoveryPointWire,
  toRecoveryPoint,
} from '#src/api/recovery-services/points.ts';

type Properties = Partial<RecoveryPointWire['properties']>;

const pointOf = (properties: Properties) =>
  toRecoveryPoint(
    recoveryPointWire.parse({
      id: '/x/recoveryPoints/20982486783671',
      name: '20982486783671',
      properties: { objectType: 'IaasVMRecoveryPoint', ...properties },
    }),
  );

type Pair = readonly [string | number, string | number];
const tierOf = (...pairs: readonly Pair[]) =>
  pointOf({ recoveryPointTierDetails: pairs.map(([type, status]) => ({ type, status })) }).tier;

describe('the tier of a point', () => {
  const cases: readonly [string, Pair[], string][] = [
    [
      'both copies',
      [
        ['InstantRP', 'Valid'],
        ['HardenedRP', 'Valid'],
      ],
      'SnapshotAndVault',
    ],
    ['a snapshot alone', [['InstantRP', 'Valid']], 'Snapshot'],
    ['the vault alone', [['HardenedRP', 'Valid']], 'Vault'],
    ['the archive alone', [['ArchivedRP', 'Valid']], 'Archive'],
    [
      'a deleted snapshot, which is gone',
      [
        ['InstantRP', 'Deleted'],
        ['HardenedRP', 'Valid'],
      ],
      'Vault',
    ],
    [
      'a disabled snapshot',
      [
        ['InstantRP', 'Disabled'],
        ['HardenedRP', 'Valid'],
      ],
      'Vault',
    ],
    ['an archived copy brought back', [['ArchivedRP', 'Rehydrated']], 'Vault'],
    [
      'snapshot and archive',
      [
        ['InstantRP', 'Valid'],
        ['ArchivedRP', 'Valid'],
      ],
      'Snapshot',
    ],
    [
      'vault and archive',
      [
        ['HardenedRP', 'Valid'],
        ['ArchivedRP', 'Valid'],
      ],
      'Vault',
    ],
    [
      'nothing left',
      [
        ['InstantRP', 'Deleted'],
        ['HardenedRP', 'Deleted'],
      ],
      'unknown',
    ],
    ['a tier nobody knows', [['ColdRP', 'Valid']], 'unknown'],
  ];
  const types = ['Invalid', 'InstantRP', 'HardenedRP', 'ArchivedRP'];
  const states = ['Invalid', 'Valid', 'Disabled', 'Deleted', 'Rehydrated'];
  const numbered = ([type, status]: Pair): [number, number] | null => {
    const pair: [number, number] = [types.indexOf(String(type)), states.indexOf(String(status))];
    return pair.includes(-1) ? null : pair;
  };

  test.each(cases)('%s', (_, pairs, expected) => {
    expect(tierOf(...pairs)).toBe(expected);
    const numbers = pairs.map(numbered).filter((pair) => pair !== null);
    if (numbers.length < pairs.length) return;
    // Old api-versions write numbers, and old clients saw them as text.
    expect(tierOf(...numbers)).toBe(expected);
    expect(tierOf(...numbers.map(([type, status]): Pair => [String(type), String(status)]))).toBe(
      expected,
    );
  });

  test.each([
    ['missing', undefined],
    ['null', null],
    ['empty', []],
    ['without type and state', [{}]],
  ])('is unknown where the details are %s', (_, recoveryPointTierDetails) => {
    expect(pointOf({ recoveryPointTierDetails }).tier).toBe('unknown');
  });

  test('does not depend on the order of the copies', () => {
    const pair = fc.tuple(fc.constantFrom(...types), fc.constantFrom(...states));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 4 }), (pairs) => {
        expect(tierOf(...pairs.toReversed())).toBe(tierOf(...pairs));
      }),
    );
  });
});

test('a point keeps its name as text, however many digits it has', () => {
  const page = recoveryPointPageWire.parse({
    value: [{ id: '/x', name: '932895704780058094', properties: { objectType: 'x' } }],
  });
  expect(page.value?.map(toRecoveryPoint)).toMatchObject([{ name: '932895704780058094' }]);
});

test.each([
  ['AppConsistent', 'AppConsistent'],
  ['FileSystemConsistent', 'FileSystemConsistent'],
  ['CrashConsistent', 'CrashConsistent'],
  ['crashconsistent', 'CrashConsistent'],
  ['MagicConsistent', 'unknown'],
  [undefined, 'unknown'],
])('consistency %s is %s', (recoveryPointType, expected) => {
  expect(pointOf({ recoveryPointType }).consistency).toBe(expected);
});

test.each([
  ['NormalStorage', false],
  ['PremiumVMOnPartialPremiumStorage', true],
  ['PremiumVMOnPremiumStorage', true],
  [null, null],
])('storage %s: premium %s', (sourceVMStorageType, expected) => {
  expect(pointOf({ sourceVMStorageType }).isPremium).toBe(expected);
});

test('what a point does not say is null and never a guess', () => {
  expect(pointOf({})).toEqual({
    id: '/x/recoveryPoints/20982486783671',
    name: '20982486783671',
    time: null,
    consistency: 'unknown',
    tier: 'unknown',
    isManaged: null,
    isEncrypted: null,
    isPremium: null,
    vmSize: null,
    osType: null,
    zone: null,
    diskCount: null,
    disks: null,
    excludedDisks: null,
    hasPrivateAccessDisks: null,
    originalStorageAccountOption: null,
    isMounted: null,
    expiresAt: null,
    isSoftDeleted: false,
    keyVaultIds: [],
  });
});

test('what a point says is taken over', () => {
  expect(
    pointOf({
      recoveryPointTime: '2025-05-08T08:38:46.1002122Z',
      isManagedVirtualMachine: false,
      isSourceVMEncrypted: true,
      virtualMachineSize: 'Standard_B1s',
      zones: ['2'],
      osType: 'linux',
      recoveryPointDiskConfiguration: {
        numberOfDisksIncludedInBackup: 3,
        includedDiskList: [{ lun: -1, name: 'os' }, { lun: 0 }],
        excludedDiskList: [{ lun: 1, name: 'scratch' }],
      },
      isPrivateAccessEnabledOnAnyDisk: true,
      originalStorageAccountOption: false,
      isInstantIlrSessionActive: true,
    }),
  ).toMatchObject({
    time: Date.parse('2025-05-08T08:38:46.100Z'),
    isManaged: false,
    isEncrypted: true,
    vmSize: 'Standard_B1s',
    osType: 'Linux',
    zone: '2',
    diskCount: 3,
    disks: [
      { lun: -1, name: 'os' },
      { lun: 0, name: null },
    ],
    excludedDisks: [{ lun: 1, name: 'scratch' }],
    hasPrivateAccessDisks: true,
    originalStorageAccountOption: false,
    isMounted: true,
  });
});

test.each([
  [{ bekDetails: { secretVaultId: '/kv' }, kekDetails: { keyVaultId: '/kv' } }, ['/kv']],
  [{ bekDetails: { secretVaultId: '/a' }, kekDetails: { keyVaultId: '/b' } }, ['/a', '/b']],
  [{ bekDetails: { secretVaultId: '/a' }, kekDetails: null }, ['/a']],
  [null, []],
])('secrets and keys of %j are in %j', (keyAndSecret, expected) => {
  expect(pointOf({ keyAndSecret }).keyVaultIds).toEqual(expected);
});

type Keys = RecoveryPointWire['properties']['keyAndSecret'];

test('secret and key are read as a request names them, each where it is reported', () => {
  const bekDetails = { secretUrl: 'https://kv/secrets/os', secretVaultId: '/kv' };
  const keysOf = (keyAndSecret: Keys) => pointOf({ keyAndSecret }).keys;
  expect(keysOf({ bekDetails, kekDetails: { keyUrl: 'https://kv/keys/os' } })).toEqual({
    ...bekDetails,
    keyUrl: 'https://kv/keys/os',
  });
  expect(keysOf({ bekDetails: {} })).toBeUndefined();
  expect(keysOf(null)).toBeUndefined();
});
