import { expect, test } from 'vitest';
import { noNetworkText } from '#src/datasources/azure-vm/deploy/DeployFields.tsx';
import { whyNoOrder } from '#src/datasources/azure-vm/disks/DisksPage.tsx';
import { insteadOfSecondary } from '#src/datasources/azure-vm/lists.tsx';
import { restoreOptionsFor } from '#src/datasources/azure-vm/options.ts';
import { outageNetworkHint, outageSentence } from '#src/datasources/azure-vm/steps/outage-text.ts';
import {
  AS_NEW_VM,
  exampleDisk,
  exampleReads,
  exampleView,
} from '#src/datasources/azure-vm/testing.ts';
import { noPointText } from '#src/datasources/azure-vm/what-happened/WhatHappened.tsx';
import { noAccountText } from '#src/datasources/commvault-vm/steps/VmPanel.tsx';
import { dateTimeText } from '#src/lib/format.ts';
import { cutList } from '#src/lib/list.ts';
import { instant } from '#src/lib/time.ts';
import type { MachineDisk } from '#src/model/machines.ts';

import { resourceId } from '#src/model/resource-id.ts';
import { diskWith } from '#src/model/testing.ts';
import type { Vault } from '#src/model/vaults.ts';
import { noneIn } from '#src/progress/live/all-jobs.ts';
import { diskPages } from '#src/strings/azure-disk.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { deploy } from '#src/strings/deploy.ts';
import { diskActions } from '#src/strings/disks.ts';
import { instance } from '#src/strings/instance.ts';
import { instances } from '#src/strings/instances.ts';
import { lists } from '#src/strings/lists.ts';
import { outage } from '#src/strings/outage.ts';
import { overview } from '#src/strings/overview.ts';
import { type Claim, claimsBy, faultsOf } from '#src/strings/testing-claims.ts';
import { vaults } from '#src/strings/vaults.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { listWords } from '#src/ui/filters/ListFilters.tsx';
import { known } from '#src/wizard/read.ts';

/** Which facts a sentence needs that denies, counts all, or says what is left: a list of a part proves nothing of the rest. */

interface OrderKnown {
  readonly kind: 'build' | 'attach' | 'swap';
  readonly disks: Parameters<typeof whyNoOrder>[1];
}
const attached = diskWith({ machineId: resourceId('/vm'), osType: 'Linux' });
const data = diskWith({ machineId: null, osType: null });
const orderRow = claimsBy<OrderKnown>(({ kind, disks }) => whyNoOrder(kind, disks));
const orderRows = [
  orderRow('noFree', { kind: 'build', disks: [attached] }, diskActions.noFree, {
    'a disk that was found': { disks: [] },
    'no disk that is free': { disks: [attached, data] },
  }),
  orderRow('noSystem', { kind: 'swap', disks: [attached, data] }, diskActions.noSystem, {
    'no free disk with a system': { disks: [diskWith({ machineId: null, osType: 'Linux' })] },
    'a free disk': { disks: [attached] },
    'an order that needs a system': { kind: 'attach' },
  }),
];

interface PlacesKnown {
  readonly places: readonly string[];
  readonly region: string | null;
  readonly isCut?: boolean;
}
type Text = string | null;
const listOf = <Item>(items: Item[], isCut = false): Item[] => (isCut ? cutList(items) : items);
/** The one thing of a list of the example. */
function only<Item>(list: readonly Item[] | undefined): Item {
  const [first] = list ?? [];
  if (first === undefined) throw new Error('The example has none');
  return first;
}
const network = only(known(exampleReads().networks));
const emptyRegion: PlacesKnown = { places: ['westeurope'], region: 'northeurope' };
const withoutPlace = {
  'none in the region': { places: ['northeurope'] },
  'a region that is known': { region: null },
  'a whole list': { isCut: true },
};
const networkRow = claimsBy<PlacesKnown>(({ places, region: wanted, isCut }): Text => {
  const networks = places.map((region) => ({ ...network, region }));
  return noNetworkText(listOf(networks, isCut), wanted) ?? null;
});
const accountRow = claimsBy<PlacesKnown>(({ places, region, isCut }): Text => {
  const accounts = places.map((place) => ({
    id: resourceId(`/a/${place}`),
    name: place,
    region: place,
    resourceGroup: 'rg',
  }));
  return noAccountText(listOf(accounts, isCut), region) ?? null;
});
const placeRows = [
  networkRow('network.none', emptyRegion, deploy.network.none('North Europe'), withoutPlace),
  accountRow('hint.noAccount', emptyRegion, flow.hint.noAccount('northeurope'), withoutPlace),
];

interface PointKnown {
  readonly before: number | null;
  readonly times: readonly (number | null)[];
  readonly isCut?: boolean;
}
const point = only(known(exampleReads().points));
const pointRow = claimsBy<PointKnown>(({ before, times, isCut }) => {
  const points = times.map((time) => ({
    ...point,
    time: time === null ? null : instant(time),
  }));
  const oldest = times.find((time) => time !== null) ?? null;
  return noPointText({
    machine: 'app01',
    before: before === null ? null : instant(before),
    oldest: oldest === null ? null : instant(oldest),
    points: listOf(points, isCut),
  });
});
const { answer } = whatHappened;
const early = dateTimeText(instant(1));
const late: PointKnown = { before: 1, times: [2] };
const pointRows = [
  pointRow('answer.noPoints', { before: 1, times: [] }, answer.noPoints('app01'), {
    'a list without any': { times: [null] },
  }),
  pointRow('answer.noTimes', { before: 1, times: [null] }, answer.noTimes('app01'), {
    'a point': { times: [] },
    'no time of any': { times: [2] },
  }),
  pointRow('answer.noPointBefore', late, answer.noPointBefore('app01', early), {
    'a time of one': { times: [null] },
    'a whole list': { isCut: true },
    'a time to go back to': { before: null },
  }),
  pointRow('answer.noPointRead', { ...late, isCut: true }, answer.noPointRead('app01', early), {
    'a list that is cut': { isCut: false },
    'a time of one': { times: [null] },
  }),
];

type Filter = Record<'search', string> &
  Partial<Record<'vaults' | 'subscriptions' | 'regions', readonly string[]>>;
const all: Filter = { search: 'app' };
const filterRows = (
  [
    ['instances', instances, 'vaults', 'the names of VMs'],
    ['vaults', vaults, 'Recovery Services vaults', 'their names'],
    ['diskPages.list', diskPages.list, 'Backup vaults', 'the names of disks'],
  ] as const
).flatMap(([key, words, what, names]) => {
  const row = claimsBy<Filter>((filter) => {
    const { title, children } = listWords(words, filter).empty();
    return [title, ...(typeof children === 'string' ? [children] : [])];
  });
  const chosen = {
    'no vault left out': { vaults: ['v'] },
    'no subscription left out': { subscriptions: ['s'] },
  };
  return [
    row(`${key}.none`, { search: '' }, words.none, {
      'no search': all,
      'no filter': { regions: ['westeurope'] },
    }),
    row(`${key}.noneFit`, all, words.noneFit, { 'a filter': { search: '' } }),
    row(`${key}.searched`, all, lists.searched(what, names, 'app', true), chosen),
    row(
      `${key}.searched.chosen`,
      { ...all, vaults: ['v'] },
      lists.searched(what, names, 'app', false),
      {
        'a vault chosen': { vaults: [] },
      },
    ),
  ];
});

interface ElsewhereKnown {
  readonly isReading: boolean;
  readonly unread: readonly string[];
}
const whole: ElsewhereKnown = { isReading: false, unread: [] };
const noneRows = (
  [
    ['attention', overview.attention],
    ['day', overview.day],
  ] as const
).flatMap(([key, words]) => {
  const row = claimsBy<ElsewhereKnown>((elsewhere) => noneIn(words, elsewhere));
  return [
    row(`${key}.none`, whole, words.none, {
      'lists that are read': { isReading: true },
      'each list': { unread: ['North Europe'] },
    }),
    row(`${key}.noneRead`, { ...whole, unread: ['North Europe'] }, words.noneRead, {
      'a list that isn’t read': { unread: [] },
    }),
  ];
});

const secondaryRow = claimsBy<{ readonly states: readonly (boolean | null)[] | undefined }>(
  ({ states }) =>
    insteadOfSecondary(states?.map((hasCrossRegionRestore) => ({ hasCrossRegionRestore }))),
);
const secondaryRows = [
  secondaryRow('secondary.noVaults', { states: [false] }, instances.secondary.noVaults, {
    'a read': { states: undefined },
    'no vault that has it': { states: [false, true] },
    'a state of each': { states: [false, null] },
  }),
];

type VaultKnown = Pick<Vault, 'redundancy' | 'crossRegionRestore'>;
const place = { region: 'West US', pair: 'East US', redundancy: 'GRS' };
const outageRows = (['region', 'zone'] as const).flatMap((down) => {
  const row = claimsBy<VaultKnown>((vault) => outageSentence(down, exampleReads({ vault })));
  const unknown = { 'its redundancy': { redundancy: null } };
  const off: VaultKnown = { redundancy: 'GRS', crossRegionRestore: false };
  return [
    row(`${down}.pair`, off, outage[down].pair(place), {
      ...unknown,
      'a setting that is reported': { crossRegionRestore: null },
      'a setting that is off': { crossRegionRestore: true },
    }),
    row(`${down}.secondary`, { ...off, crossRegionRestore: true }, outage[down].secondary(place), {
      'a setting that is on': { crossRegionRestore: false },
      'a setting that is reported': { crossRegionRestore: null },
    }),
    row(
      `${down}.one`,
      { ...off, redundancy: 'LRS' },
      outage[down].one({ ...place, redundancy: 'LRS' }),
      {
        ...unknown,
        'one copy': { redundancy: 'ZRS' },
      },
    ),
    row(
      `${down}.zones`,
      { ...off, redundancy: 'ZRS' },
      outage[down].zones({ ...place, redundancy: 'ZRS' }),
      {
        ...unknown,
        'copies in zones': { redundancy: 'LRS' },
      },
    ),
  ];
});

const networksRow = claimsBy<PlacesKnown>(({ places, isCut }): Text => {
  const reads = exampleReads();
  const networks = places.map((region) => ({ ...network, region }));
  const view = exampleView(
    { ...AS_NEW_VM, outage: 'region', vnet: null, subnet: null },
    { ...reads, networks: { state: 'known', value: listOf(networks, isCut) } },
  );
  return outageNetworkHint(view) ?? null;
});
const pairRows = [
  networksRow(
    'outage.network.none',
    { places: ['westus'], region: null },
    outage.network.none('East US'),
    {
      'none in the pair': { places: ['westus', 'eastus'] },
      'a whole list': { isCut: true },
    },
  ),
];

interface EncryptionKnown {
  readonly disks: readonly MachineDisk[];
  readonly isEncrypted: boolean;
}
const encryptionRow = claimsBy<EncryptionKnown>(({ disks, isEncrypted }): Text => {
  const reads = exampleReads({ machine: { disks }, point: { isEncrypted } });
  const { doubt } = restoreOptionsFor('encrypted', reads, null);
  return doubt === null ? null : answer[doubt]('app01');
});
const encryptionRows = [
  encryptionRow(
    'answer.notEncrypted',
    { disks: [exampleDisk], isEncrypted: false },
    answer.notEncrypted('app01'),
    {
      'a disk': { disks: [] },
      'no key of any': { disks: [{ ...exampleDisk, encryptionSetId: resourceId('/des') }] },
      'managed disks alone': { disks: [exampleDisk, { ...exampleDisk, managedDiskId: null }] },
      'a point that isn’t encrypted': { isEncrypted: true },
    },
  ),
];

const searchedRow = claimsBy<{ readonly isCut: boolean }>(({ isCut }) =>
  instance.points.noneFitBody('2', isCut),
);

const rows: readonly Claim[] = [
  ...orderRows,
  ...placeRows,
  ...pointRows,
  ...filterRows,
  ...noneRows,
  ...secondaryRows,
  ...outageRows,
  ...pairRows,
  ...encryptionRows,
  searchedRow('points.noneFitBody', { isCut: false }, 'All 2 restore points were searched.', {
    'a whole list': { isCut: true },
  }),
];

test.each(rows)('$key needs its facts', (row) => expect(faultsOf(row)).toEqual([]));

test(`${String(rows.length)} sentences that deny or count all are in the table`, () => {
  expect(rows).toHaveLength(36);
});
