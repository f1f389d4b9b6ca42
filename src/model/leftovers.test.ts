import { describe, expect, test } from 'vitest';
import { cutList, isCut } from '#src/lib/list.ts';
import { instant } from '#src/lib/time.ts';
import {
  canSelect,
  containersLeft,
  disksLeft,
  interfacesLeft,
  type KnownRestore,
  type Loose,
  rolesLeft,
} from '#src/model/leftovers.ts';
import { resourceId } from '#src/model/resource-id.ts';

const group = resourceId('/subscriptions/1/resourceGroups/target');
const accountId = resourceId(`${group}/providers/Microsoft.Storage/storageAccounts/staging`);
const HEX = '44737d51a0f145efa68bf909fd5c02d4';
const NOW = 1_700_000_000_000;

const restore = (more: Partial<KnownRestore> = {}): KnownRestore => ({
  jobId: resourceId('/jobs/one'),
  source: 'app-01',
  machine: 'app02',
  group,
  isReplace: false,
  sourceGroup: resourceId('/subscriptions/1/resourceGroups/home'),
  accountId,
  container: null,
  from: instant(NOW),
  to: instant(NOW + 3_600_000),
  isInProgress: false,
  named: [],
  ...more,
});

const claimed = (all: readonly { readonly claim: string; readonly jobId: string | null }[]) =>
  all.map(({ claim, jobId }) => `${claim} ${jobId ?? '-'}`);

describe('a container', () => {
  const left = (name: string, restores: readonly KnownRestore[]) =>
    containersLeft(
      accountId,
      [
        {
          id: resourceId(`${accountId}/blobServices/default/containers/${name}`),
          name,
          changedAt: null,
        },
      ],
      restores,
    );

  test.each([
    [
      'that the job names is certain',
      `app01-${HEX}`,
      { container: `APP01-${HEX}` },
      ['certain /jobs/one'],
    ],
    [
      'of a name that the job names is certain, whatever it is',
      'odd',
      { container: 'odd' },
      ['certain /jobs/one'],
    ],
    ['with the VM’s name without hyphens is likely', `app01-${HEX}`, {}, ['likely /jobs/one']],
    ['of another VM’s name is of no known restore', `web01-${HEX}`, {}, ['none -']],
    ['without the form of a restore’s isn’t listed', 'invoices', {}, []],
    ['with too few digits isn’t listed', `app01-${HEX.slice(1)}`, {}, []],
    ['of another account is of no known restore', `app01-${HEX}`, { accountId: null }, ['none -']],
    ['of a restore without a name is of no known restore', `-${HEX}`, { source: '' }, []],
  ])('%s', (_, name, more, expected) => {
    expect(claimed(left(name, [restore(more)]))).toEqual(expected);
  });

  test('can’t be selected while a restore of its account is in progress, unless another job names it', () => {
    const running = restore({ isInProgress: true });
    expect(left(`web01-${HEX}`, [running]).map(canSelect)).toEqual([false]);
    const ended = restore({ container: `app01-${HEX}` });
    expect(left(`app01-${HEX}`, [ended, running]).map(canSelect)).toEqual([true]);
    expect(left(`app01-${HEX}`, [restore()]).map(canSelect)).toEqual([true]);
  });
});

const loose = (name: string, createdAt: number | null, place = 'target'): Loose => ({
  id: resourceId(
    `/subscriptions/1/resourceGroups/${place}/providers/Microsoft.Compute/disks/${name}`,
  ),
  name,
  sizeGiB: 30,
  createdAt: createdAt === null ? null : instant(createdAt),
});

describe('a disk of no VM', () => {
  const named = resourceId(loose('old-os', null, 'HOME').id);
  test.each<[what: string, disk: Loose, claim?: string, more?: Partial<KnownRestore>]>([
    [
      'that an action of this browser let go is certain',
      loose('old-os', 0, 'home'),
      'certain /jobs/one',
      { named: [named] },
    ],
    [
      'of the name, place and time of a restore is likely',
      loose('APP-01-osdisk-1', NOW + 1),
      'likely /jobs/one',
    ],
    [
      'created up to a minute before is likely',
      loose('app-01-osdisk-1', NOW - 60_000),
      'likely /jobs/one',
    ],
    ['created before is of no known restore', loose('app-01-osdisk-1', NOW - 60_001)],
    ['created afterwards is of no known restore', loose('app-01-osdisk-1', NOW + 3_660_001)],
    ['in another group is of no known restore', loose('app-01-osdisk-1', NOW, 'target2')],
    ['of another name is of no known restore', loose('app-012-osdisk-1', NOW)],
    ['without a time is of no known restore', loose('app-01-osdisk-1', null)],
    [
      'is of no restore whose time is not reported',
      loose('app-01-osdisk-1', NOW),
      'none -',
      { from: null },
    ],
    [
      'beside a VM whose disks were replaced is likely',
      loose('app-01_OsDisk', NOW - 1, 'home'),
      'likely /jobs/one',
      { isReplace: true },
    ],
    [
      'created after the replacement is not',
      loose('app-01_OsDisk', NOW, 'home'),
      'none -',
      { isReplace: true },
    ],
    ['is of no restore without a name', loose('-os', NOW), 'none -', { source: '' }],
  ])('%s', (_, disk, claim = 'none -', more = {}) => {
    expect(claimed(disksLeft([disk], [restore(more)]))).toEqual([claim]);
  });

  test('of a restore in progress can’t be selected', () => {
    const [disk] = disksLeft([loose('app-01-os', NOW)], [restore({ isInProgress: true })]);
    expect(disk && canSelect(disk)).toBe(false);
  });

  test('of a list that is cut stays one of a list that is cut', () => {
    expect(isCut(disksLeft(cutList([loose('a', 0)]), []))).toBe(true);
  });
});

describe('a NIC of no VM', () => {
  test.each<[string, string, Partial<KnownRestore>, string]>([
    [
      'with the name that a restore gives is likely',
      `app02RestoredNIC${HEX}`,
      {},
      'likely /jobs/one',
    ],
    ['of another new VM is of no known restore', `app03RestoredNIC${HEX}`, {}, 'none -'],
    ['of any other name is of no known restore', 'app02-nic', {}, 'none -'],
    [
      'of a restore of disks alone is of no known restore',
      `RestoredNIC${HEX}`,
      { machine: null },
      'none -',
    ],
  ])('%s', (_, name, more, expected) => {
    expect(claimed(interfacesLeft([loose(name, null)], [restore(more)]))).toEqual([expected]);
  });
});

describe('a role', () => {
  const id = resourceId(`${group}/providers/Microsoft.Authorization/roleAssignments/r`);
  const held = (more: object = {}) => [
    {
      id,
      scope: group,
      roleId: resourceId('/r'),
      principalId: 'p',
      createdAt: instant(NOW),
      ...more,
    },
  ];
  const given = { scope: group, principalId: 'P', givenAt: instant(NOW + 5000) };

  test('that this browser gave at that time is certain', () => {
    expect(claimed(rolesLeft(given, held(), [restore()]))).toEqual(['certain /jobs/one']);
  });

  test.each([
    ['without a record', { ...given, givenAt: null }, held()],
    ['that was created at another time', given, held({ createdAt: instant(NOW - 3_600_000) })],
    ['whose time is not reported', given, held({ createdAt: null })],
  ])('%s only may be of a restore', (_, given_, all) => {
    expect(claimed(rolesLeft(given_, all, [restore()]))).toEqual(['likely /jobs/one']);
    expect(claimed(rolesLeft(given_, all, []))).toEqual(['likely -']);
  });

  test('above the scope, or of a group of identities, isn’t listed', () => {
    expect(rolesLeft(given, held({ scope: resourceId('/subscriptions/1') }), [])).toEqual([]);
    expect(rolesLeft(given, held({ principalId: 'other' }), [])).toEqual([]);
  });

  test('can’t be selected while any restore to the group is in progress', () => {
    const running = restore({ jobId: resourceId('/jobs/two'), isInProgress: true });
    expect(rolesLeft(given, held(), [restore(), running]).map(canSelect)).toEqual([false]);
  });
});
