import { afterEach, describe, expect, test } from 'vitest';
import { carryOut, confirmAction } from '#src/actions/run.ts';
import { recordOf } from '#src/actions/record.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { getDisk } from '#src/api/compute/disks.ts';
import { sourceOf } from '#src/api/queries/source-machine.ts';
import { reasonAgainst } from '#src/datasources/azure-vm/disks/AttachForm.tsx';
import { diskActionOf } from '#src/datasources/azure-vm/disks/orders.ts';
import {
  fateOf,
  settingLines,
  settingsOf,
  type SettingFate,
  buildSourceOf,
} from '#src/datasources/azure-vm/disks/source-settings.ts';
import {
  type DiskBuild,
  type DiskOrder,
  addOrder,
  ordersOf,
} from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { BUILD, signedIn } from '#src/datasources/azure-vm/testing-writes.ts';
import { exampleMachine } from '#src/datasources/azure-vm/testing.ts';
import { keysOf } from '#src/lib/data.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { app01, diskId, restored, writesAzure, writesWorld } from '#src/mocks/testing-writes.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { LooseDiskSeed, MachineSeed, Seed } from '#src/mocks/world/seed.ts';
import type { Machine } from '#src/model/machines.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import { diskActions } from '#src/strings/disks.ts';

/** What of its source a VM built from disks has, and what attaching a disk leaves: as planned, and as Azure has it. */

freshStorage();
afterEach(() => {
  installClock(machineClock);
});

const SETTINGS = keysOf(diskActions.setting);
type Setting = (typeof SETTINGS)[number];

/** A source VM with all of the settings, and with none. */
const ALL = {
  tags: { env: 'prod', owner: 'me' },
  canUseUltraDisks: true,
  securityType: 'TrustedLaunch',
  hasBootDiagnostics: true,
  hasPlan: true,
  encryptionAtHost: true,
  hasUserIdentity: true,
  extensions: ['Monitor'],
} as const satisfies Partial<MachineSeed>;
const NONE = { tags: {}, extensions: [] } as const satisfies Partial<MachineSeed>;
const SOURCES = { all: ALL, none: NONE, gone: { exists: false } } as const;

const ultra = (name: string, lun: number, owner: Partial<MachineSeed> = {}): LooseDiskSeed => {
  const loose = restored(name, lun, owner);
  return { ...loose, disk: { ...loose.disk, sku: 'UltraSSD_LRS' } };
};

/** The simulated Azure with such a source; the data disk is an Ultra disk where wanted. */
function worldOf(facts: Partial<MachineSeed>, hasUltra: boolean) {
  const owner = facts.hasPlan === true ? { hasPlan: true as const } : {};
  return signedIn(
    writesAzure({
      machines: writesWorld.machines.map((one) => (one === app01 ? { ...one, ...facts } : one)),
      looseDisks: [
        restored('new-os', -1, owner),
        hasUltra ? ultra('new-data', 0, owner) : restored('new-data', 0, owner),
      ],
    }),
  );
}

const source = resourceId(app01.id);

/** The order that the form makes of what is read. */
function orderOf(machine: Machine | null, hasUltraDisks: boolean): DiskBuild {
  return {
    ...BUILD,
    hasUltraDisks,
    ...(machine?.plan ? { plan: machine.plan } : {}),
    source: buildSourceOf('app01', machine),
  };
}

async function carriedOut(order: DiskOrder): Promise<string[]> {
  const action = diskActionOf(order);
  confirmAction(action);
  await carryOut(action);
  return (recordOf(action.id)?.steps ?? []).map(({ state, code, message }) =>
    state === 'refused' ? `refused ${String(code)} ${String(message)}` : state,
  );
}

type Fates = Readonly<Record<Setting, SettingFate>>;
const fatesWith = (fate: SettingFate, more: Partial<Fates> = {}): Fates => ({
  ultra: fate,
  security: fate,
  plan: fate,
  tags: fate,
  identities: fate,
  hostEncryption: fate,
  bootDiagnostics: fate,
  extensions: fate,
  ...more,
});

const builds: readonly (readonly [keyof typeof SOURCES, boolean, Fates])[] = [
  ['all', false, fatesWith('lost', { plan: 'kept' })],
  ['all', true, fatesWith('lost', { plan: 'kept', ultra: 'kept' })],
  ['none', false, fatesWith('none')],
  ['none', true, fatesWith('none', { ultra: 'kept' })],
  ['gone', false, fatesWith('notKnown')],
  ['gone', true, fatesWith('notKnown', { ultra: 'kept' })],
];

test.each(builds)(
  'a VM built from the disks of a source with %s (Ultra: %s)',
  async (what, hasUltra, fates) => {
    const it = worldOf(SOURCES[what], hasUltra);
    const order = orderOf(await getMachine(it.arm, source), hasUltra);
    expect(Object.fromEntries(SETTINGS.map((one) => [one, fateOf(one, order)]))).toEqual(fates);
    // As Azure has it then.
    expect(await carriedOut(order)).toEqual(['done', 'done']);
    const built = await getMachine(it.arm, order.machineId);
    const has = built === null ? {} : settingsOf(built);
    for (const setting of SETTINGS) {
      expect([setting, typeof has[setting] === 'string']).toEqual([
        setting,
        fates[setting] === 'kept',
      ]);
    }
  },
);

test.each([
  ['all', ALL],
  ['none', NONE],
])('attaching a disk keeps the settings of a VM with %s', async (_, facts) => {
  const it = worldOf(facts, false);
  const settings = async () => {
    const machine = await getMachine(it.arm, source);
    return machine && settingsOf(machine);
  };
  const before = await settings();
  expect(Object.keys(before ?? {})).toEqual(SETTINGS);
  const order: DiskOrder = {
    kind: 'attach',
    at: 1,
    machineId: source,
    diskId: diskId('new-data'),
    lun: 9,
  };
  const { plan } = diskActionOf(order);
  expect([plan.lost, plan.untouched]).toEqual([
    [],
    expect.arrayContaining(['Other settings of app01']),
  ]);
  expect(await carriedOut(order)).toEqual(['done']);
  expect(await settings()).toEqual(before);
});

test(`${String(SETTINGS.length)} settings × {build: ${String(builds.length)} rows, attach: 2 rows}`, () => {
  expect([SETTINGS.length, builds.length]).toEqual([8, 6]);
});

describe('the plan says', () => {
  test.each([
    [
      'all',
      {
        created: ['Marketplace plan (plan)'],
        lost: [
          'Ultra disk compatibility: on app01, not on the new VM',
          'Security type (TrustedLaunch): on app01, not on the new VM',
          'Tags (env, owner): on app01, not on the new VM',
          'Managed identities (UserAssigned): on app01, not on the new VM',
          'Encryption at host: on app01, not on the new VM',
          'Boot diagnostics: on app01, not on the new VM',
          'Extensions (Monitor): on app01, not on the new VM',
        ],
      },
    ],
    ['none', { created: [], lost: [] }],
    [
      'gone',
      {
        created: [],
        lost: [
          'Not known of app01: Ultra disk compatibility, Security type, Marketplace plan, Tags, Managed identities, Encryption at host, Boot diagnostics, Extensions',
        ],
      },
    ],
  ] as const)('of a source with %s', async (what, lines) => {
    const it = worldOf(SOURCES[what], false);
    const order = orderOf(await getMachine(it.arm, source), false);
    expect(settingLines(order)).toEqual(lines);
    expect(diskActionOf(order).plan).toMatchObject({ lost: lines.lost });
  });

  test('of settings that nothing looks at that they weren’t, each once', () => {
    const machine = exampleMachine({ unread: ['securityType', 'host', 'spot'] });
    expect(settingLines(orderOf(machine, false)).lost).toEqual([
      'Not looked at, of app01: dedicated host, Spot priority',
    ]);
  });

  test('that an answer without a single disk leaves open what it leaves out', () => {
    const bare = exampleMachine({ disks: [], tags: { env: 'prod' } });
    expect(settingsOf(bare)).toEqual({ tags: 'env', extensions: undefined });
  });

  test('of an order of before, which named no source, that nothing is known', () => {
    addOrder('/job', BUILD);
    expect(ordersOf('/job')).toEqual([BUILD]);
    expect(diskActionOf(BUILD).plan.lost).toEqual([
      expect.stringMatching(/^Not known of the source VM: Ultra disk/),
    ]);
  });
});

test('the source is found by its item, else by the name that the job reports', async () => {
  signedIn(writesAzure());
  const item = defaultWorld.instances.find(({ machineId }) => machineId === app01.id);
  const jobId = resourceId(`${item?.vaultId ?? ''}/backupJobs/1`);
  const found = async (itemName: string, itemId: string | null) => {
    const id = itemId === null ? null : resourceId(itemId);
    return (await sourceOf({ id: jobId, itemName }, id))?.name ?? null;
  };
  expect(await found('app01', item?.id ?? '')).toBe('app01');
  expect(await found('app01', null)).toBe('app01');
  expect(await found('another', null)).toBeNull();
});

/** Machines of the demo's world that a data disk can be attached to, each with an Ultra disk in its place. */
const targets = defaultWorld.machines.filter(
  ({ exists, isManaged, deployment, size }) =>
    exists && isManaged && deployment === 'arm' && /^Standard_[A-Z]+\d+[a-z]*s/.test(size),
);

test('an Ultra disk is refused beforehand where Azure refuses it, and nowhere else', async () => {
  const answers: Record<'taken' | 'refused', string[]> = { taken: [], refused: [] };
  for (const machine of targets) {
    const loose = { ...ultra('loose-ultra', 60), owner: machine };
    const seed: Partial<Seed> = { looseDisks: [loose] };
    const it = signedIn(writesAzure(seed));
    const target = await getMachine(it.arm, resourceId(machine.id));
    const disk = await getDisk(it.arm, resourceId(loose.id));
    const reason = reasonAgainst(target, 'attach', disk);
    const order: DiskOrder = {
      kind: 'attach',
      at: 1,
      machineId: resourceId(machine.id),
      diskId: resourceId(loose.id),
      lun: 60,
    };
    const [state = ''] = await carriedOut(order);
    const isRefused = state.startsWith('refused InvalidParameter Managed disk');
    expect([machine.id, reason, state]).toEqual([
      machine.id,
      isRefused ? diskActions.noUltra : null,
      isRefused ? state : 'done',
    ]);
    answers[isRefused ? 'refused' : 'taken'].push(nameOf(machine.id));
  }
  expect(answers.taken).toEqual(['ml-batch-01', 'sap-hana-01', 'trade-db-01']);
  expect(answers.refused).toContain('app01');
  expect(answers.refused.length).toBeGreaterThan(10);
});

test('a VM whose answer names no disk isn’t refused: its capability isn’t known', () => {
  const disk = { sku: 'UltraSSD_LRS' };
  expect(reasonAgainst(exampleMachine({ disks: [] }), 'attach', disk)).toBeNull();
  expect(reasonAgainst(exampleMachine(), 'attach', disk)).toBe(diskActions.noUltra);
  expect(reasonAgainst(exampleMachine(), 'attach', { sku: 'Premium_LRS' })).toBeNull();
});
