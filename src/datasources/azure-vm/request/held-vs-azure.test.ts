import { expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { listPermissions } from '#src/api/authorization/permissions/ops.ts';
import { listComputeUsages } from '#src/api/compute/usages/ops.ts';
import { listMachineSizes } from '#src/api/compute/sizes/ops.ts';
import { hasKeyVault } from '#src/api/key-vaults/vaults/get.ts';
import { startRestore } from '#src/api/recovery-services/restores/ops.ts';
import { validateRestore } from '#src/api/recovery-services/restores/validate.ts';
import { instant } from '#src/lib/time.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { corporate, inGroup, production } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import { type Line, linesOf } from '#src/datasources/azure-vm/checks/lines.ts';
import { keyVaultsOf, networkGroup } from '#src/datasources/azure-vm/checks/scopes.ts';
import { newDraft, type VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { plannedRestore } from '#src/datasources/azure-vm/request/request.ts';
import { readsThrough } from '#src/datasources/azure-vm/request/testing.ts';
import { readOf } from '#src/datasources/azure-vm/request/testing-read.ts';
import { heldLines } from '#src/datasources/azure-vm/steps/review/reviewed.ts';
import { viewOf } from '#src/datasources/azure-vm/view.ts';
import { known } from '#src/wizard/reads/read.ts';
import { reasonOf } from '#src/wizard/review/held.tsx';

/**
 * What Review calls impossible the simulated Azure rejects, and what can be pressed it accepts: of the checks beside
 * the rules, which the form is compared by.
 */

type Arm = ReturnType<typeof testArm>['arm'];

const network = `${inGroup(production, 'rg-network-weu')}/providers/Microsoft.Network/virtualNetworks/vnet-prod-weu`;
const accountIn = (subscription: string, group: string, name: string): string =>
  `${inGroup(subscription, group)}/providers/Microsoft.Storage/storageAccounts/${name}`;

function sourceOf(machine: string) {
  const item = defaultWorld.instances.find(({ friendlyName }) => friendlyName === machine);
  return { instance: item?.id ?? '', point: item?.points[0]?.name ?? '' };
}

const newMachine: Partial<VmChoices> = {
  subscription: production,
  group: 'createNew',
  option: 'createVm',
  rg: 'rg-restore-weu',
  vmName: 'night-01',
  vnet: network,
  subnet: 'default',
  staging: accountIn(production, 'rg-restore-weu', 'stprodweu01'),
};
const ledgerDisks: Partial<VmChoices> = {
  subscription: corporate,
  group: 'createNew',
  option: 'restoreDisks',
  rg: 'rg-restore-eus2',
  diskEncryptionSet: `${inGroup(corporate, 'rg-restore-eus2')}/providers/Microsoft.Compute/diskEncryptionSets/des-restore-eus2`,
};

async function reviewOf(arm: Arm, machine: string, choices: Partial<VmChoices>) {
  const all: VmChoices = {
    ...newDraft('draft', 0).choices,
    datasource: 'azure-vm',
    identity: 'none',
    consequenceRead: true,
    warningsRead: true,
    ...sourceOf(machine),
    ...choices,
  };
  const reads = await readsThrough(arm, all);
  return viewOf(newDraft('draft', 0, all), reads);
}

/** Review's list as it is once everything is read. `problems`: what Azure's own validation found; null: it waits. */
async function linesAt(arm: Arm, view: DraftView, problems: Problems): Promise<Line[]> {
  const vaultIds = keyVaultsOf(view) ?? [];
  const vault = known(view.reads.vault)?.id;
  const keyVaults = await Promise.all(
    vaultIds.map(async (id) => ({ id, read: await readOf(id, (one) => hasKeyVault(arm, one)) })),
  );
  const sizes = await readOf('westeurope', (region) => listMachineSizes(arm, production, region));
  return linesOf({
    view: { ...view, reads: { ...view.reads, sizes } },
    reads: {
      vaultRights: await readOf(vault, (id) => listPermissions(arm, id)),
      networkRights: await readOf(networkGroup(view), (id) => listPermissions(arm, id)),
      usages: await readOf('westeurope', (region) => listComputeUsages(arm, production, region)),
      restores: { state: 'known', value: [] },
      runningRestores: { state: 'known', value: [] },
      otherRestores: {
        state: 'known',
        value: { restores: [], areVaultsUnread: false, unread: [] },
      },
      keyVaults,
    },
    validation: {
      stage: problems === null ? { kind: 'idle' } : { kind: 'done', at: instant(0), problems },
      plan: { restore: null, restoreText: '' },
      isStale: false,
      waitsFor: null,
      start: () => undefined,
      stop: () => undefined,
    },
    readAgain: () => undefined,
  });
}

type Problems = Awaited<ReturnType<typeof validateRestore>> | null;

/** The status that Azure answers with; null: there is no request to send. */
async function statusOf(arm: Arm, view: DraftView): Promise<number | null> {
  const planned = plannedRestore(view);
  if (!planned.ok) return null;
  try {
    await startRestore(arm, planned.value.restore, 'mine');
    return 202;
  } catch (error) {
    return armFacts(error)?.status ?? 0;
  }
}

interface Row {
  readonly of: string;
  readonly choices: Partial<VmChoices>;
  readonly line: Line['id'];
  readonly state: Line['state'];
  readonly status: number | null;
  readonly world?: ScenarioId;
}

const rows: readonly (Row & { readonly what: string })[] = [
  {
    what: 'all in order',
    of: 'app01',
    choices: newMachine,
    line: 'cores',
    state: 'passed',
    status: 202,
  },
  {
    what: 'too few cores',
    of: 'sql-erp-02',
    choices: newMachine,
    line: 'cores',
    state: 'warned',
    status: 202,
  },
  {
    what: 'a full subnet',
    of: 'app01',
    choices: { ...newMachine, subnet: 'snet-data' },
    line: 'addresses',
    state: 'warned',
    status: 202,
  },
  {
    what: 'a subnet that is gone',
    of: 'app01',
    choices: { ...newMachine, subnet: 'gone' },
    line: 'addresses',
    state: 'failed',
    status: 400,
  },
  {
    what: 'a storage account that is gone',
    of: 'app01',
    choices: { ...newMachine, staging: accountIn(production, 'rg-restore-weu', 'stgone') },
    line: 'staging',
    state: 'failed',
    status: null,
  },
  {
    what: 'no permission in the vault',
    of: 'app01',
    choices: newMachine,
    line: 'rightsVault',
    state: 'failed',
    status: 403,
    world: 'few-rights',
  },
  {
    what: 'a key vault that is gone',
    of: 'fin-ledger-01',
    choices: ledgerDisks,
    line: 'keys',
    state: 'warned',
    status: 202,
  },
];

test('the table has 7 rows, of each state at least one', () => {
  expect(rows).toHaveLength(7);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['passed', 'warned', 'failed']));
});

test.each(rows)('$what: $line is $state, and Azure answers $status', async (row) => {
  const { arm } = testArm(testAzure(row.world ?? 'default').azure.fetch);
  const staging =
    row.of === 'fin-ledger-01'
      ? (defaultWorld.accounts.find(
          ({ id, location, kind }) =>
            id.includes(corporate) && location === 'eastus2' && kind === 'StorageV2',
        )?.id ?? null)
      : newMachine.staging;
  const view = await reviewOf(arm, row.of, { staging, ...row.choices });
  const lines = await linesAt(arm, view, []);
  expect(lines.find(({ id }) => id === row.line)?.state).toBe(row.state);
  const isHeld = reasonOf(heldLines(lines), true) !== null;
  const status = await statusOf(arm, view);
  expect([status, isHeld]).toEqual([row.status, row.status !== 202]);
  // A warning is read first.
  expect(reasonOf(heldLines(lines), false) === null).toBe(row.state === 'passed');
});

test('what Azure’s own validation rejects is held, though the service would take it', async () => {
  const { arm } = testArm(testAzure('default').azure.fetch);
  const view = await reviewOf(arm, 'sql-erp-02', newMachine);
  const planned = plannedRestore(view);
  if (!planned.ok) throw new Error(planned.reason);
  const problems = await validateRestore(arm, planned.value.restore);
  const lines = await linesAt(arm, view, problems);
  expect(problems).toHaveLength(1);
  expect(reasonOf(heldLines(lines), true)).toBe('Not possible: Validation by Azure.');
});
