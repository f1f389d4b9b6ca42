import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import {
  chosenTypes,
  COMMVAULT_STEPS,
  commvaultChoices,
  type CommvaultChoices,
  commvaultFields,
  commvaultTransitions,
  newCommvaultDraft,
  withType,
} from '#src/datasources/commvault-vm/fields.ts';
import { commvaultTargetOf, commvaultView } from '#src/datasources/commvault-vm/model.ts';
import { commvaultPictureOf } from '#src/datasources/commvault-vm/picture.ts';
import {
  COMMVAULT_COVERAGE,
  commvaultNotLookedAt,
  commvaultPlanOf,
  overwriteText,
} from '#src/datasources/commvault-vm/plan.ts';
import {
  commvaultQueriesAtRestore,
  commvaultQueriesOf,
  newCommvaultReader,
  prefilled,
  suggestedIn,
} from '#src/datasources/commvault-vm/prefill.ts';
import { COMMVAULT_READS, type CommvaultReadName } from '#src/datasources/commvault-vm/reads.ts';
import {
  commvaultSubnetOptions,
  fullSubnets,
} from '#src/datasources/commvault-vm/steps/VmPanel.tsx';
import { instanceOf, testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { keysOf } from '#src/lib/data.ts';
import { app01, webFe } from '#src/mocks/commvault/testing.ts';
import { corp, corporate, prod, production } from '#src/mocks/world/worlds/default-estate.ts';
import { targetsMeet } from '#src/model/lost-restore.ts';
import { usableSubnets } from '#src/model/places.ts';
import { unreadFact } from '#src/ui/picture/model.ts';
import type { DraftChange } from '#src/wizard/draft/schema.ts';
import { applied } from '#src/wizard/draft/transitions.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import type { ReadSource } from '#src/wizard/read-table.ts';
import { refusersOf } from '#src/wizard/review/check.ts';
import { stepStates } from '#src/wizard/steps/flow.ts';
import { pictureLines } from '#src/wizard/testing-picture.ts';

const gone = `${prod('rg-app-prod')}/providers/Microsoft.Compute/virtualMachines/edge-cache-09`;
const it = testWizard();

describe('what is filled in', () => {
  test('out of place is the source’s, but for the name', async () => {
    const { shown } = await it.viewOf(app01);
    expect(shown).toMatchObject({
      hypervisor: '120',
      subscription: production,
      vmName: 'app01-restored-0604',
      rg: 'rg-app-prod',
      region: 'westeurope',
      vmSize: 'Standard_D4s_v5',
      staging: null,
      vnet: null,
    });
  });

  test('in place is the source’s, whatever was chosen before', async () => {
    const before = { vmName: 'x', isNameTyped: true, rg: 'rg-web', region: 'northeurope' } as const;
    const change = { ...before, cv: 'in-place', overwrite: true, zone: '2' } as const;
    expect((await it.viewOf(app01, change)).shown).toMatchObject({
      vmName: 'app01',
      rg: 'rg-app-prod',
      region: 'westeurope',
      overwrite: false,
      zone: null,
    });
  });

  test('of a source that is gone from Azure is what Commvault reports, and where its hypervisor’s VMs are', async () => {
    expect((await it.viewOf(gone)).shown).toMatchObject({
      vmName: 'edge-cache-09',
      subscription: production,
      region: null,
      vmSize: null,
    });
    expect((await it.viewOf(gone, { cv: 'in-place' })).shown.rg).toBe('rg-app-prod');
  });

  test('through another hypervisor is the subscription of its VMs, and no resource group', async () => {
    expect((await it.viewOf(app01, { hypervisor: '121' })).shown).toMatchObject({
      subscription: corporate,
      rg: null,
      region: 'westeurope',
    });
  });

  test('through a hypervisor of which no VM tells is no subscription', async () => {
    const view = await it.viewOf(app01, { hypervisor: '121' });
    const hypervisorAzureIds = view.reads.hypervisorAzureIds.map(
      () => ({ state: 'failed' }) as const,
    );
    const unread = commvaultView(view.draft, { ...view.reads, hypervisorAzureIds });
    expect(unread.shown).toMatchObject({ subscription: null, rg: null });
  });

  test('is the one account of a region, and the first subnet that takes VMs', async () => {
    const { shown, reads } = await it.viewOf(app01, { region: 'northeurope' });
    expect(shown.staging).toMatch(/\/stprodneu01$/);
    const networks = reads.networks.state === 'known' ? reads.networks.value : [];
    const vnet = networks.find(({ name }) => name === 'vnet-prod-weu')?.id ?? '';
    expect((await it.viewOf(app01, { vnet })).shown.subnet).toBe('default');
  });

  test('is no subnet without a free address, which isn’t offered either', async () => {
    const { reads } = await it.viewOf(app01);
    const networks = reads.networks.state === 'known' ? reads.networks.value : [];
    const vnet = networks.find(({ name }) => name === 'vnet-prod-weu');
    const view = await it.viewOf(app01, { vnet: vnet?.id ?? null });
    const full = networks.map((one) => ({
      ...one,
      subnets: one.subnets.map((subnet) =>
        subnet.name === 'default' ? { ...subnet, usedAddresses: 100_000 } : subnet,
      ),
    }));
    const after = commvaultView(view.draft, {
      ...view.reads,
      networks: { state: 'known', value: full },
    });
    // Of the world one is full anyway.
    const usable = vnet === undefined ? [] : usableSubnets(vnet);
    const free = usable.filter(({ name }) => name !== 'default');
    expect(after.shown.subnet).toBe(free[0]?.name ?? null);
    expect(commvaultSubnetOptions(after).map(({ value }) => value)).toEqual(
      free.map(({ name }) => name),
    );
    expect([fullSubnets(view), fullSubnets(after)]).toEqual([1, 2]);
  });

  test('is no zone that the region lacks', async () => {
    expect((await it.viewOf(app01, { zone: '3' })).shown.zone).toBe('3');
    expect((await it.viewOf(app01, { zone: '3', region: 'westus' })).shown.zone).toBeNull();
  });

  test('is nothing that another region has', async () => {
    const { reads } = await it.viewOf(app01);
    const vault = reads.keyVaults.state === 'known' ? reads.keyVaults.value[0] : undefined;
    if (vault === undefined) throw new Error('no key vault');
    const own = await it.viewOf(app01, { keyVault: vault.id, region: vault.region });
    const other = await it.viewOf(app01, { keyVault: vault.id, region: 'westus' });
    expect([own.shown.keyVault, other.shown.keyVault]).toEqual([vault.id, null]);
    expect(other.draft.choices.keyVault).toBe(vault.id);
  });

  test('is not filled in again once a name was typed and removed', async () => {
    expect((await it.viewOf(app01, { isNameTyped: true })).shown.vmName).toBeNull();
  });

  test('counts as suggested until a person chooses, and not filled in again once cleared', async () => {
    const held = await it.viewOf(app01);
    const suggested = suggestedIn(held.draft.choices, held.shown);
    expect(suggested).toEqual(expect.arrayContaining(['hypervisor', 'vmName', 'rg', 'region']));
    const chosen = await it.viewOf(app01, { rg: held.shown.rg });
    expect(suggestedIn(chosen.draft.choices, chosen.shown)).not.toContain('rg');

    const cleared = applied(commvaultTransitions, held.stored, { rg: null }, 1);
    const { shown } = await it.viewOf(app01, commvaultChoices(cleared.choices));
    expect([shown.rg, shown.region]).toEqual([null, held.shown.region]);
    // Of another VM it is suggested again.
    const other = { ...commvaultChoices(cleared.choices), instance: instanceOf(webFe) };
    expect((await it.viewOf(webFe, other)).shown.rg).not.toBeNull();
  });

  test('in place only the storage account is a suggestion', async () => {
    const { draft, shown } = await it.viewOf(webFe, { cv: 'in-place' });
    expect(suggestedIn(draft.choices, shown).filter((one) => one !== 'staging')).toEqual([]);
  });

  test('stays when it is filled in once more', async () => {
    for (const cv of ['in-place', 'out-of-place'] as const) {
      const { shown, reads } = await it.viewOf(webFe, { cv });
      expect(prefilled(shown, reads)).toEqual(shown);
    }
  });
});

describe('a change', () => {
  const begun = (given: Partial<CommvaultChoices>) =>
    newCommvaultDraft('d', 0, { instance: instanceOf(app01), ...given });
  const after = (given: Partial<CommvaultChoices>, change: DraftChange) =>
    applied(commvaultTransitions, begun(given), change, 1);

  test('of the name makes it a typed one, also where it is removed', () => {
    expect(after({}, { vmName: 'a' }).choices).toMatchObject({ vmName: 'a', isNameTyped: true });
    expect(after({ vmName: 'a' }, { vmName: null }).choices['isNameTyped']).toBe(true);
    expect(after({}, { rg: 'a' }).choices['isNameTyped']).toBeNull();
  });

  test('of the key vault takes the disk encryption set away, and the other way around', () => {
    const set = after({ keyVault: '/kv' }, { diskEncryptionSet: '/des' }).choices;
    expect(set).toMatchObject({ keyVault: null, diskEncryptionSet: '/des' });
    const vault = after({ diskEncryptionSet: '/des' }, { keyVault: '/kv' }).choices;
    expect(vault).toMatchObject({ keyVault: '/kv', diskEncryptionSet: null });
    expect(after({ keyVault: '/kv' }, { diskEncryptionSet: null }).choices['keyVault']).toBe('/kv');
  });

  test('of the subscription takes away what is in the other one, and says so', () => {
    const { choices, takenBack } = after(
      { rg: 'rg-web', staging: '/a', region: 'westeurope' },
      { subscription: corporate },
    );
    expect(choices).toMatchObject({ rg: null, staging: null, region: 'westeurope' });
    expect(takenBack.map(({ field, because }) => [field, because])).toEqual([
      ['rg', 'subscription'],
      ['staging', 'subscription'],
    ]);
  });

  test('of the VM takes away all that was chosen for the one before', () => {
    const given = { point: 'p', rg: 'r', vmName: 'n', confirmReplace: 'app01', diskTypes: '{}' };
    const { choices } = after({ ...given, encryptedBlobs: 'yes' }, { instance: instanceOf(webFe) });
    for (const field of [...Object.keys(given), 'encryptedBlobs'])
      expect(choices[field]).toBeNull();
    expect(commvaultFields.canRead(choices)).toBe(true);
  });

  test('of the network takes the subnet away', () => {
    expect(after({ vnet: '/a', subnet: 's' }, { vnet: '/b' }).choices['subnet']).toBeNull();
  });
});

test('a draft of before, and one with a value of another kind', () => {
  expect(commvaultFields.canRead({ datasource: 'commvault-vm', instance: null })).toBe(true);
  const odd = { datasource: 'commvault-vm', instance: null, cv: 'sideways' };
  expect(commvaultFields.canRead(odd)).toBe(false);
});

test('two drafts of one target differ from two of others', () => {
  const of = (given: Partial<CommvaultChoices>) =>
    commvaultTargetOf(newCommvaultDraft('d', 0, { instance: instanceOf(app01), ...given }).choices);
  expect(of({ instance: null })).toEqual([]);
  const meet = (one: Partial<CommvaultChoices>, other: Partial<CommvaultChoices>) =>
    targetsMeet(of(one), of(other));
  expect(meet({ cv: 'in-place', rg: 'a' }, { cv: 'in-place', rg: 'b' })).toBe(true);
  expect(meet({ rg: 'A', vmName: 'N' }, { rg: 'a', vmName: 'n' })).toBe(true);
  expect(meet({ rg: 'a', vmName: 'n' }, { rg: 'a', vmName: 'm' })).toBe(false);
});

describe('the steps', () => {
  const statesOf = async (id: string, change: Partial<CommvaultChoices> = {}) =>
    Object.fromEntries(
      stepStates(COMMVAULT_STEPS, await it.viewOf(id, change)).map((step) => [
        step.id,
        step.state.state,
      ]),
    );

  test('wait for what is theirs alone', async () => {
    expect(await statesOf(app01)).toEqual({
      datasource: 'done',
      instance: 'done',
      'restore-point': 'done',
      destination: 'done',
      vm: 'todo',
      options: 'done',
      review: 'todo',
    });
    expect(await statesOf(app01, { cv: 'in-place' })).toMatchObject({ destination: 'todo' });
    expect(await statesOf(app01, { vmName: 'app01' })).toMatchObject({ vm: 'blocked' });
  });

  test('name each field that lacks something by itself, and not by the rule that sums them up', async () => {
    const view = await it.viewOf(gone, { subscription: production });
    const { error } = schemaFor(view.model, 'vm', view.reads).safeParse(view.shown);
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['rg', 'platform.commvault.rg'],
      ['region', 'platform.commvault.region'],
      ['vmSize', 'platform.commvault.size'],
      ['staging', 'platform.commvault.account'],
    ]);
  });
});

describe('the plan', () => {
  test('in place says first that the VM is deleted, in its head, its sentence and its line', async () => {
    const plan = commvaultPlanOf(await it.viewOf(app01, { cv: 'in-place' }));
    expect(plan.about).toContain('In place: deletes the VM first');
    expect(plan.sentence).toMatch(/^Deletes app01 first, then creates it again as of /);
    expect(plan.line).toBe('Deletes app01 and creates it again');
    expect(plan.lost.join(' ')).toContain(
      'canceled after the VM is deleted, app01 no longer exists',
    );
  });

  test('out of place names what is new, and that the source stays', async () => {
    const plan = commvaultPlanOf(await it.viewOf(app01));
    expect(plan.expected).toBeTruthy();
    expect(plan.sentence).toContain(
      'Creates a new VM app01-restored-0604 in rg-app-prod, West Europe',
    );
    expect(plan.sentence).toContain('app01 doesn’t change.');
    expect(plan.lost).toEqual([]);
    const over = commvaultPlanOf(await it.viewOf(app01, { overwrite: true }));
    expect(over.sentence).toContain('If a VM named app01-restored-0604 exists there');
  });

  test('of a VM that is gone deletes nothing', async () => {
    const plan = commvaultPlanOf(await it.viewOf(gone, { cv: 'in-place' }));
    expect(plan.sentence).toMatch(/^Creates edge-cache-09 again/);
    expect(plan.about).not.toContain('In place: deletes the VM first');
    expect(plan.lost).toEqual([]);
    expect(plan.line).toBe('Creates edge-cache-09 again');
  });

  test('with overwrite says that a VM is deleted where one has the name', async () => {
    const view = await it.viewOf(app01, { overwrite: true, vmName: 'app01' });
    expect(commvaultPlanOf(view).sentence).toContain('Deletes the VM app01 there first.');
    expect(overwriteText(view)).toContain('a VM named app01 is deleted.');
    // It is the source itself.
    expect(commvaultPlanOf(view).sentence).not.toContain('doesn’t change');
    expect(commvaultPlanOf(view).lost.join(' ')).toContain('app01 no longer exists');
    const other = await it.viewOf(app01, { overwrite: true, vmName: 'app01', rg: 'rg-shop' });
    expect(commvaultPlanOf(other).sentence).toContain('app01 doesn’t change.');
    expect(commvaultPlanOf(other).lost).toEqual([]);
    const none = await it.viewOf(app01, { overwrite: true, vmName: 'nobody' });
    expect(commvaultPlanOf(none).sentence).toContain('If a VM named nobody exists there');
    expect(overwriteText(none)).toContain('if a VM named nobody exists');
  });
});

describe('storage types by disk', () => {
  test('are kept as text, and one that is the disk’s own is left out', () => {
    const one = withType(null, 'a', 'Premium_LRS');
    expect(chosenTypes(one)).toEqual({ a: 'Premium_LRS' });
    expect(chosenTypes(withType(one, 'b', 'Standard_LRS'))).toEqual({
      a: 'Premium_LRS',
      b: 'Standard_LRS',
    });
    expect(withType(one, 'a', null)).toBeNull();
  });

  test.each([null, '', '[]', '{', '{"a":1}', 'null'])('of %j are none', (text) => {
    expect(chosenTypes(text)).toEqual({});
  });
});

test('a group of another subscription is no place of the source', async () => {
  const legacy = `${corp('rg-legacy')}/providers/Microsoft.Compute/virtualMachines/legacy-img-03`;
  expect((await it.viewOf(legacy)).shown).toMatchObject({
    subscription: corporate,
    rg: 'rg-legacy',
  });
});

test('of what could refuse a restore by Commvault, nothing looks at some: 10 rows, and settings', async () => {
  expect(refusersOf(COMMVAULT_COVERAGE)).toHaveLength(10);
  const view = await it.viewOf(app01);
  const { vm } = view.reads;
  if (vm.state !== 'known') throw new Error('no VM');
  const value = { ...vm.value, unread: ['restoreAuthorization'] as const };
  const authorized = { ...view, reads: { ...view.reads, vm: { state: 'known', value } as const } };
  expect(commvaultNotLookedAt(view)).toHaveLength(7);
  expect(commvaultNotLookedAt(authorized).slice(7)).toEqual([
    'authorization of restores in Commvault',
  ]);
});

const READ_SOURCES: Readonly<Record<CommvaultReadName, ReadSource>> = COMMVAULT_READS;
const NAMES = keysOf(READ_SOURCES);
const kindsOf = (queries: readonly { readonly queryKey: readonly unknown[] }[]) =>
  queries.map(({ queryKey: [first] }) => first);

test('before anything is chosen it asks for the subscriptions alone', () => {
  const { choices } = newCommvaultDraft('d', 0);
  const { queries, reads } = newCommvaultReader(new QueryClient())(choices);
  expect(kindsOf(queries.filter(({ enabled }) => enabled))).toEqual(['subscriptions']);
  expect(reads.vm.state).toBe('not asked');
});

test('while nothing has changed the reads stay the same object', () => {
  const { choices } = newCommvaultDraft('d', 0);
  const read = newCommvaultReader(new QueryClient());
  const { reads } = read(choices);
  expect(read({ ...choices, vmName: 'typed' }).reads).toBe(reads);
});

describe('once the VM is read', () => {
  const ofNew = ['resource groups', 'virtual networks', 'key vaults', 'machine sizes'];

  test('it asks where a new VM can go; in place only for accounts and regions', async () => {
    const { viewOf } = testWizard();
    const { shown, reads } = await viewOf(app01);
    const kindsFor = (cv: 'in-place' | 'out-of-place') =>
      kindsOf(
        commvaultQueriesOf({ choices: { ...shown, cv }, reads }).filter(({ enabled }) => enabled),
      );
    expect(kindsFor('out-of-place')).toEqual(expect.arrayContaining(ofNew));
    expect(kindsFor('in-place').filter((kind) => ofNew.includes(String(kind)))).toEqual([]);
    expect(kindsFor('in-place')).toContain('storage accounts');
  });

  test('what others may have changed is read again before a restore', async () => {
    const { viewOf } = testWizard();
    const { shown, reads } = await viewOf(app01);
    expect(keysOf(commvaultQueriesAtRestore({ choices: shown, reads }))).toEqual(
      NAMES.filter((name) => READ_SOURCES[name].readAgain === 'atRestore'),
    );
  });
});

const given = { duration: unreadFact('Expected duration'), goToField: () => undefined };

const linesOf = async (change: Partial<CommvaultChoices> = {}) => {
  const view = await it.viewOf(app01, change);
  return pictureLines(commvaultPictureOf(view, given).model);
};

const DISKS = ['OS disk 30GiB', 'Data disk 0 126GiB', 'Data disk 1 256GiB'];
const disks = (place: string, fate: string) => DISKS.map((disk) => `${place} ${disk}: ${fate}`);
/** The age of the point differs by the time that the reads take. */
const withoutTime = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/\d+ ms/, 'some time'));

test('out of place a new VM is made beside its source, on the source’s network', async () => {
  expect(withoutTime(await linesOf())).toEqual([
    'state configured',
    'source machine, app01, running, rg-app-prod, Standard_D4s_v5: unchanged (instance)',
    ...disks('source disk', 'unchanged'),
    'source NIC app01-nic0 10.20.0.4 on vnet-prod-weu/subnets/default: unchanged',
    'point Backup copy: unchanged (point)',
    'moves 412GiB, some time notInCopy',
    'under Access node Automatic: unchanged (accessNode)',
    'result machine, app01-restored-0604, New, rg-app-prod · West Europe, Standard_D4s_v5: new (vmName)',
    ...disks('result disk', 'new'),
    'result NIC New NIC Dynamic address on vnet-prod-weu/subnets/default: new (vnet)',
    'network vnet-prod-weu / default 10.20.0.0/24',
  ]);
});

test('in place today’s disks are lost, and none is kept', async () => {
  expect(withoutTime(await linesOf({ cv: 'in-place' }))).toEqual([
    'state configured',
    'source point, Backup copy, app01: unchanged (point)',
    ...disks('source disk', 'unchanged'),
    'point Backup copy: unchanged (point)',
    'moves 412GiB, some time lost',
    'under Access node Automatic: unchanged (accessNode)',
    'result machine, app01, running, rg-app-prod, Standard_D4s_v5: new (cv)',
    ...disks('result disk', 'new'),
    ...disks('result beside', 'lost'),
    'result NIC app01-nic0 10.20.0.4 on vnet-prod-weu/subnets/default: unchanged',
    'network vnet-prod-weu / default ?Address range',
  ]);
});

test('what is empty is dotted, and a VM that is overwritten is a part of the result', async () => {
  const open = { overwrite: true, vmName: null, isNameTyped: true, point: null } as const;
  const lines = await linesOf(open);
  for (const line of [
    'state choosing',
    'point Backup copy: unknown (point)',
    'moves 412GiB, ?Time',
    'result machine, ?Display name, New, rg-app-prod · West Europe, Standard_D4s_v5: unknown (vmName)',
    'result other Existing VM (no name yet), deleted first: lost (overwrite)',
  ])
    expect(lines).toContain(line);
});

test('a copy that takes the place of its source loses it', async () => {
  const over = { overwrite: true, vmName: 'app01', isNameTyped: true } as const;
  const lines = withoutTime(await linesOf(over));
  expect(lines).toContain('moves 412GiB, some time lost');
  expect(lines).toContain('source disk OS disk 30GiB: lost');
});

test('a source that Azure has no more is absent', async () => {
  const view = await it.viewOf(app01);
  const withoutSource = {
    ...view,
    reads: { ...view.reads, azureId: { state: 'known', value: null } as const },
  };
  const { model } = commvaultPictureOf(withoutSource, given);
  expect(pictureLines(model)).toContain('source machine, none, rg-app-prod: unknown (instance)');
  expect(model.source.name).toBe('app01');
});
