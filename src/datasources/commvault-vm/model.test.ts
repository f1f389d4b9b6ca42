import { beforeAll, describe, expect, test } from 'vitest';
import type { CommvaultChoices } from '#src/datasources/commvault-vm/fields.ts';
import {
  commvaultView,
  type CommvaultView,
  rulesOfCommvault,
} from '#src/datasources/commvault-vm/model.ts';
import type { CommvaultReads } from '#src/datasources/commvault-vm/reads.ts';
import { sentOf } from '#src/datasources/commvault-vm/testing-request.ts';
import { testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { instant } from '#src/lib/time.ts';
import { app01, finLedger, shopCart, webFe } from '#src/mocks/commvault/testing.ts';
import { corp, corporate, prod, production } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { commvaultPlatformRules } from '#src/rules/catalogue/commvault-platform.ts';
import { commvaultRules as rulesOf003 } from '#src/rules/catalogue/commvault.ts';
import { verdictsAmong } from '#src/rules/engine.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { explainRules, refusedAtSubmit } from '#src/wizard/explain/findings.ts';
import { unknownLine } from '#src/wizard/explain/unknown.ts';
import { known } from '#src/wizard/read.ts';

/** Each rule about Commvault, seen in the facts that the wizard reads from the simulated services. */

const vm = (group: string, name: string, kind = 'Compute'): string =>
  `${group}/providers/Microsoft.${kind}/virtualMachines/${name}`;
const keys = vm(prod('rg-app-prod'), 'keys-lnx-01');
const gone = vm(prod('rg-app-prod'), 'edge-cache-09');
const classic = vm(corp('rg-legacy'), 'classic-crm', 'ClassicCompute');
const account = (group: string, name: string): string =>
  `${group}/providers/Microsoft.Storage/storageAccounts/${name}`;

type Change = Partial<CommvaultChoices>;
/** What was read otherwise than the simulated services answer. */
type Otherwise = (reads: CommvaultReads) => Partial<CommvaultReads>;
type Case = readonly [id: string, change?: Change, otherwise?: Otherwise];

const it = testWizard();

async function viewOf([id, change, otherwise]: Case): Promise<CommvaultView> {
  const view = await it.viewOf(id, change);
  if (otherwise === undefined) return view;
  return commvaultView(view.draft, { ...view.reads, ...otherwise(view.reads) });
}

const spoken = ({ settled }: CommvaultView): string[] =>
  settled.verdicts.flatMap(({ rule, state }) => (state === 'speaks' ? [rule.id] : []));

/** The source as Azure would describe it with something else in it. */
const withMachine =
  (more: object): Otherwise =>
  ({ machine }) => {
    const value = known(machine) ?? null;
    return value === null ? {} : { machine: { state: 'known', value: { ...value, ...more } } };
  };

const bigDisk: Otherwise = (reads) => {
  const disks = (known(reads.machine)?.disks ?? []).map((one) => ({ ...one, sizeGiB: 8193 }));
  return withMachine({ disks })(reads);
};

let networks: { readonly weu: string; readonly neu: string };
beforeAll(async () => {
  const all = known((await it.viewOf(app01)).reads.networks) ?? [];
  const named = (name: string): string => all.find((one) => one.name === name)?.id ?? '';
  networks = { weu: named('vnet-prod-weu'), neu: named('vnet-prod-neu') };
});

/** Where each rule of document 003 speaks, and where it doesn't. */
const of003: Readonly<Record<string, readonly [speaks: Case, silent: Case | null]>> = {
  'commvault.edition': [[app01], null],
  'commvault.os': [[app01], null],
  'commvault.arm': [[app01], [classic]],
  'commvault.disk-8tb': [[app01, {}, bigDisk], [app01]],
  'commvault.classic.premium': [
    [classic, { region: 'northeurope', staging: account(corp('rg-restore-neu'), 'stcorpneuprem') }],
    [app01, { staging: account(prod('rg-restore-weu'), 'stprodweuprem') }],
  ],
  'commvault.encrypted-blobs.full': [
    [app01, { encryptedBlobs: 'yes' }],
    [app01, { encryptedBlobs: 'no' }],
  ],
  'commvault.kv.subscription': [
    [keys, { hypervisor: '121', subscription: corporate }],
    [app01, { hypervisor: '121', subscription: corporate }],
  ],
  'commvault.kv.new-region': [[keys, { region: 'northeurope' }], [keys]],
  'commvault.kv.azr0002': [[keys, { region: 'northeurope' }], [keys]],
  'commvault.kv.access': [[keys], [app01]],
  'commvault.kv.microsoft-limits': [[keys], [app01]],
  // By a stream, and by a snapshot.
  'commvault.cmk.des': [[shopCart], [finLedger]],
  'commvault.cmk.restore-ok': [[finLedger], [app01]],
  'commvault.zones.kept': [[app01], [app01, { region: 'westus' }]],
  'commvault.zones.dropped': [[app01, { region: 'westus' }], [app01]],
  'commvault.host-encryption': [[app01, {}, withMachine({ usesEncryptionAtHost: true })], [app01]],
  'commvault.in-place.deletes': [[app01, { cv: 'in-place' }], [app01]],
  'commvault.out-of-place': [
    [app01],
    [app01, { staging: account(prod('rg-restore-weu'), 'stprodweu01') }],
  ],
  'commvault.staged-convert': [[app01], [vm(corp('rg-legacy'), 'legacy-img-03')]],
  'commvault.stages': [[app01], null],
  'commvault.nsg.same': [[webFe], [app01]],
  'commvault.nsg.none': [[app01], [webFe]],
};

/** No wizard restores files: the rule applies as soon as one does. */
const FILES = 'commvault.encrypted-blobs.files';

describe('a rule of document 003', () => {
  test.each(Object.entries(of003))('%s speaks where it is so', async (id, [speaks, silent]) => {
    const accounts = known((await viewOf(speaks)).reads.accounts) ?? [];
    expect(accounts.length).toBeGreaterThan(0);
    expect(spoken(await viewOf(speaks))).toContain(id);
    const others = silent === null ? [] : spoken(await viewOf(silent));
    expect(others).not.toContain(id);
  });

  test(`${FILES} refuses files by what was answered here`, async () => {
    const { facts, choices } = await viewOf([app01, { encryptedBlobs: 'yes' }]);
    const heard = (scenario: 'files' | 'entire-vm') =>
      verdictsAmong(rulesOfCommvault.all, facts, { ...choices, scenario }).map(
        ({ rule }) => rule.id,
      );
    expect(heard('files')).toContain(FILES);
    expect(heard('entire-vm')).not.toContain(FILES);
  });

  test('is in one of these tests, each of them', () => {
    const tested = [...Object.keys(of003), FILES];
    expect(tested.toSorted()).toEqual(rulesOf003.map(({ id }) => id).toSorted());
    expect(tested).toHaveLength(23);
  });
});

const IN = { staging: account(prod('rg-restore-weu'), 'stprodweu01') } as const;

/** What Commvault and Azure refuse besides: where, and where not. */
const ofPlatform: Readonly<Record<string, () => readonly [speaks: Case, silent: Case]>> = {
  instance: () => [[app01, { instance: null }], [app01]],
  point: () => [[app01, { point: 'commvault:commserve.contoso.example/job/1' }], [app01]],
  'restore-disabled': () => [[vm(corp('rg-identity'), 'dc-hq-01')], [app01]],
  passkey: () => [[vm(prod('rg-pay'), 'pay-api-02')], [app01]],
  'os-disk': () => [[vm(corp('rg-media'), 'media-arch-01')], [app01]],
  'ultra-disks': () => [[app01, {}, withMachine({ hasUltraDisks: true })], [app01]],
  'point.later': () => [
    [
      app01,
      {},
      ({ points }) => ({
        points: {
          state: 'known',
          value: (known(points) ?? []).map((one) => ({
            ...one,
            time: instant(it.clock.now() + 1),
          })),
        },
      }),
    ],
    [app01],
  ],
  hypervisor: () => [
    [
      app01,
      {},
      ({ vm: read }) => {
        const value = known(read);
        return value ? { vm: { state: 'known', value: { ...value, hypervisor: null } } } : {};
      },
    ],
    [app01],
  ],
  'in-place.confirm': () => [
    [app01, { cv: 'in-place', confirmReplace: 'App01' }],
    [app01, { cv: 'in-place', confirmReplace: 'app01' }],
  ],
  // What no other VM of the hypervisor tells either.
  subscription: () => [[gone, {}, () => ({ hypervisorAzureIds: [] })], [app01]],
  'subscription.hypervisor': () => [
    [app01, { subscription: corporate }],
    [app01, { subscription: corporate, hypervisor: '121' }],
  ],
  name: () => [[app01, { isNameTyped: true }], [app01]],
  'name.form': () => [
    [app01, { vmName: 'a.' }],
    [app01, { vmName: 'a.b' }],
  ],
  'name.taken': () => [
    [app01, { vmName: 'APP01' }],
    [app01, { vmName: 'app01', overwrite: true }],
  ],
  rg: () => [[app01, { subscription: corporate, hypervisor: '121' }], [app01]],
  region: () => [[gone], [app01]],
  size: () => [[gone], [app01]],
  'size.available': () => [[app01, { vmSize: 'Standard_A1_v2_Promo' }], [app01]],
  cores: () => [
    [
      app01,
      {},
      () => ({
        usages: {
          state: 'known',
          value: [{ name: 'cores', label: 'vCPUs', used: 97, limit: 100 }],
        },
      }),
    ],
    [app01],
  ],
  account: () => [[app01], [app01, IN]],
  'account.region': () => [
    [app01, { ...IN, region: 'northeurope' }],
    [app01, IN],
  ],
  network: () => [
    [app01, { region: 'northeurope' }],
    [app01, { region: 'northeurope', vnet: networks.neu }],
  ],
  'network.region': () => [
    [app01, { vnet: networks.neu }],
    [app01, { vnet: networks.weu }],
  ],
  subnet: () => [
    [
      app01,
      { vnet: networks.weu },
      ({ networks: read }) => ({
        networks: {
          state: 'known',
          value: (known(read) ?? []).map((one) => ({ ...one, subnets: [] })),
        },
      }),
    ],
    [app01, { vnet: networks.weu }],
  ],
  // Without a network selected it is the source's own.
  'copy.host-name': () => [[app01], [app01, { vnet: networks.neu }]],
  'nsg.region': () => [
    [webFe, { region: 'northeurope' }],
    [webFe, { region: 'northeurope', securityGroup: '/nsg' }],
  ],
  'overwrite.confirm': () => [
    [app01, { overwrite: true }],
    [app01, { overwrite: true, consequenceRead: true }],
  ],
};

const NAMES = Object.keys(ofPlatform);
const heardAtRestore = (view: CommvaultView): string[] => [
  ...spoken(view),
  ...refusedAtSubmit(view.facts, view.choices, view.model.rules).map(({ rule }) => rule.id),
];

describe('a rule of the services', () => {
  test.each(NAMES)('%s speaks where it is so, and nowhere else', async (name) => {
    const [speaks, silent] = ofPlatform[name]?.() ?? [];
    if (speaks === undefined || silent === undefined) throw new Error('no case');
    const id = `platform.commvault.${name}`;
    expect(heardAtRestore(await viewOf(speaks))).toContain(id);
    expect(heardAtRestore(await viewOf(silent))).not.toContain(id);
  });

  test('is in one of these tests, each of them', () => {
    const ids = commvaultPlatformRules.map(({ id }) => id);
    expect(NAMES.map((name) => `platform.commvault.${name}`).toSorted()).toEqual(ids.toSorted());
  });
});

/** A VM with the host name of its source: where it is on the source's network, and where that isn't known. */
const notRead: Otherwise = ({ interfaces }) => ({
  interfaces: interfaces.map(() => ({ state: 'forbidden' as const })),
});
const sourceGone: Otherwise = () => ({ azureId: { state: 'known', value: null } });
const twins: readonly (readonly [string, () => Case, 'speaks' | 'not checked' | null])[] = [
  ['no network selected', () => [app01], 'speaks'],
  ['the source’s network', () => [app01, { vnet: networks.weu }], 'speaks'],
  ['another network', () => [app01, { vnet: networks.neu }], null],
  ['a network, and NICs not read', () => [app01, { vnet: networks.neu }, notRead], 'not checked'],
  ['in place', () => [app01, { cv: 'in-place' }], null],
  ['a source that is gone', () => [app01, {}, sourceGone], null],
  [
    'the source overwritten',
    () => [app01, { overwrite: true, vmName: 'app01', rg: 'rg-app-prod' }],
    null,
  ],
];

test.each(twins)('one host name on one network: %s', async (_, given, state) => {
  const { settled } = await viewOf(given());
  const found = settled.verdicts.find(
    ({ rule }) => rule.id === 'platform.commvault.copy.host-name',
  );
  expect(found?.state ?? null).toBe(state);
});

test('no rule of Azure Backup judges a restore by Commvault', () => {
  const groups = new Set(rulesOfCommvault.all.map(({ group }) => group));
  expect([...groups]).toEqual(['commvault']);
});

test('every rule has a text, and a step or an end to be met at', async () => {
  const { model } = await viewOf([app01]);
  const places = [...model.steps.map(({ id }) => id), 'afterwards'];
  for (const rule of rulesOfCommvault.all) {
    expect(sayOf(rule)).not.toBe(rule.id);
    expect(places).toContain(model.stepOf(rule));
  }
});

test('in place of a VM that Azure has no more is allowed', async () => {
  const own = known(
    (await viewOf([gone, { cv: 'in-place', subscription: production }])).reads.accounts,
  );
  const view = await viewOf([
    gone,
    {
      cv: 'in-place',
      subscription: production,
      staging: own?.find(({ region }) => region === 'westeurope')?.id ?? null,
      confirmReplace: 'edge-cache-09',
    },
  ]);
  expect(refusedAtSubmit(view.facts, view.choices, view.model.rules)).toEqual([]);
});

/** Hypervisor × subscription × what tells: the two belong together, and nothing is taken for granted. */
const RULE = 'platform.commvault.subscription.hypervisor';
const notReported: Otherwise = () => ({ hypervisorAzureIds: [] });
const disagreeing: Otherwise = () => ({
  hypervisorAzureIds: [app01, vm(corp('rg-media'), 'media-arch-01')].map((id) => ({
    state: 'known',
    value: resourceId(id),
  })),
});
const together: readonly (readonly [what: string, at: Case, heard: string | undefined])[] = [
  ['own hypervisor, own subscription', [keys], undefined],
  ['own hypervisor, other subscription', [keys, { subscription: corporate }], 'speaks'],
  [
    'other hypervisor, own subscription',
    [keys, { hypervisor: '121', subscription: production }],
    'speaks',
  ],
  [
    'other hypervisor, its subscription',
    [keys, { hypervisor: '121', subscription: corporate }],
    undefined,
  ],
  [
    'gone source, own hypervisor, other subscription',
    [gone, { subscription: corporate }],
    'speaks',
  ],
  [
    'other hypervisor of which no VM tells',
    [keys, { hypervisor: '121', subscription: production }, notReported],
    'not checked',
  ],
  [
    'other hypervisor whose VMs disagree',
    [keys, { hypervisor: '121', subscription: production }, disagreeing],
    'not checked',
  ],
];

test.each(together)('hypervisor and subscription: %s', async (_, at, heard) => {
  const { settled } = await viewOf(at);
  expect(settled.verdicts.find(({ rule }) => rule.id === RULE)?.state).toBe(heard);
});

test('the subscription of the hypervisor is offered instead, by its name', async () => {
  const view = await viewOf([app01, { hypervisor: '121', subscription: production }]);
  const own = rulesOfCommvault.all.filter(({ id }) => id === RULE);
  const { reasons, instead } = explainRules(view, own);
  expect(reasons.flatMap(({ facts }) => facts.map(({ text }) => text))).toContain(
    'The VMs of the hypervisor are in the subscription Contoso Corporate',
  );
  expect(instead?.label).toBe('Use the subscription of the hypervisor');
});

/** What was not read is not checked, and what was chosen stays. */

const uncheckedIn = ({ settled }: CommvaultView): string[] =>
  settled.verdicts.flatMap(({ rule, state }) => (state === 'not checked' ? [rule.id] : []));

/** Reads that fail, and the rules that are then not checked. */
const failing: readonly (readonly [keyof CommvaultReads, readonly string[]])[] = [
  ['vm', ['platform.commvault.restore-disabled', 'platform.commvault.passkey']],
  ['backupDisks', ['platform.commvault.os-disk']],
  ['group', []],
  [
    'machine',
    ['commvault.disk-8tb', 'commvault.host-encryption', 'platform.commvault.ultra-disks'],
  ],
  ['regions', ['commvault.zones.kept', 'commvault.zones.dropped']],
  ['machineNames', ['platform.commvault.name.taken']],
  ['sizes', ['platform.commvault.size.available', 'platform.commvault.cores']],
  ['usages', ['platform.commvault.cores']],
];

describe('a read that fails', () => {
  test.each(failing)('%s leaves rules unchecked', async (name, rules) => {
    const { viewOf: viewNow } = testWizard();
    const view = await viewNow(app01, { region: 'northeurope' });
    const unread = commvaultView(view.draft, { ...view.reads, [name]: { state: 'forbidden' } });
    const before = uncheckedIn(view);
    expect(rules.filter((id) => before.includes(id))).toEqual([]);
    expect(uncheckedIn(unread)).toEqual(expect.arrayContaining([...rules]));
    expect(unread.draft.choices).toEqual(view.draft.choices);
  });

  test('of which VM it is in Azure leaves open all that the VM would tell', async () => {
    const view = await testWizard().viewOf(app01, { region: 'northeurope' });
    const unread = { azureId: { state: 'failed' }, machine: { state: 'not asked' } } as const;
    const after = commvaultView(view.draft, { ...view.reads, ...unread });
    expect(uncheckedIn(after)).toEqual(
      expect.arrayContaining(['commvault.zones.kept', 'platform.commvault.network']),
    );
    // What it was backed up as, its hypervisor still tells.
    expect(after.facts.vm).toMatchObject({ deployment: 'arm', exists: undefined });
    expect(after.shown).toMatchObject({ vmName: null, subscription: null });
  });

  test('of disks leaves open whether a key vault encrypts the VM', async () => {
    const keysVm = `${prod('rg-app-prod')}/providers/Microsoft.Compute/virtualMachines/keys-lnx-01`;
    const view = await testWizard().viewOf(keysVm);
    const disks = view.reads.disks.map(() => ({ state: 'failed' }) as const);
    const unread = commvaultView(view.draft, { ...view.reads, disks });
    expect(uncheckedIn(unread)).toContain('commvault.kv.access');
    expect(view.facts.vm?.keyVaultEncrypted).toBe(true);
  });

  test('of one NIC leaves open whether the VM has a security group', async () => {
    const view = await testWizard().viewOf(app01);
    const unread = commvaultView(view.draft, { ...view.reads, interfaces: [{ state: 'failed' }] });
    expect(uncheckedIn(unread)).toContain('commvault.nsg.none');
  });
});

test.each([
  ['has expired', 'old-access-token'],
  ['is of another tenant', 'token-of-another-tenant'],
])(
  'a token that %s fails each read of the CommServe, and nothing is lost',
  async (_, accessToken) => {
    const { viewOf: viewNow, connect } = testWizard();
    const before = await viewNow(app01, { rg: 'rg-web', powerOn: false });
    connect({ accessToken, refreshToken: 'none' });
    const after = await viewNow(app01, before.draft.choices);
    const ofCommServe = ['vm', 'points', 'backupDisks', 'hypervisors', 'accessNodes'] as const;
    expect(ofCommServe.map((name) => after.reads[name].state)).not.toContain('known');
    expect(known(after.reads.machine)?.name).toBe('app01');
    expect(after.draft.choices).toEqual(before.draft.choices);
    expect(uncheckedIn(after)).toContain('platform.commvault.passkey');
    expect(sentOf(after)).toBeNull();
  },
);

test('of a VM that is gone from Azure the facts are not reported, and not unread', async () => {
  const id = `${prod('rg-app-prod')}/providers/Microsoft.Compute/virtualMachines/edge-cache-09`;
  const view = await testWizard().viewOf(id);
  expect(uncheckedIn(view)).toContain('commvault.disk-8tb');
  expect(unknownLine('vm.diskSizesGiB', view)).toContain('response doesn’t include it');
  expect(view.facts.vm).toMatchObject({ exists: false, deployment: 'arm', isManaged: true });
});
