import { expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { listPermissions } from '#src/api/authorization.ts';
import { listComputeUsages, listMachineSizes } from '#src/api/compute/sizes.ts';
import { hasKeyVault } from '#src/api/key-vaults.ts';
import { startRestore, validateRestore } from '#src/api/recovery-services/restores.ts';
import { type CheckedLine, checkLinesOf } from '#src/datasources/azure-vm/checks/lines.ts';
import { keyVaultsOf, networkGroup } from '#src/datasources/azure-vm/checks/preflight.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { type DraftView, vmViewOf } from '#src/datasources/azure-vm/model.ts';
import { plannedRestore } from '#src/datasources/azure-vm/request.ts';
import { readOf, readsThrough } from '#src/datasources/azure-vm/request/testing.ts';
import { heldLines } from '#src/datasources/azure-vm/steps/review/use-review.tsx';
import { instant } from '#src/lib/time.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { corporate, inGroup, production } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { ValidationProblem } from '#src/model/problem.ts';
import { known } from '#src/wizard/read.ts';
import { heldNeeds } from '#src/wizard/review/check.ts';

/** Review of a restore in the default world, with its list, as the client reads it. */

function sourceOf(machine: string) {
  const item = defaultWorld.instances.find(({ friendlyName }) => friendlyName === machine);
  return { instance: item?.id ?? '', point: item?.points[0]?.name ?? '' };
}

/** A draft at Review, with everything that the wizard reads for it. */
async function reviewOf(arm: ArmPipelines, machine: string, choices: Partial<VmChoices>) {
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
  return vmViewOf(newDraft('draft', 0, all), reads);
}

/** Review's list as it is once everything is read. `problems`: what Azure's own validation found; null: it waits. */
async function linesAt(
  arm: ArmPipelines,
  view: DraftView,
  problems: Problems,
): Promise<CheckedLine[]> {
  const vaultIds = keyVaultsOf(view) ?? [];
  const vault = known(view.reads.vault)?.id;
  const keyVaults = await Promise.all(
    vaultIds.map(async (id) => ({ id, read: await readOf(id, (one) => hasKeyVault(arm, one)) })),
  );
  const sizes = await readOf('westeurope', (region) => listMachineSizes(arm, production, region));
  return checkLinesOf({
    view: { ...view, reads: { ...view.reads, sizes } },
    reads: {
      vaultRights: await readOf(vault, (id) => listPermissions(arm, id)),
      networkRights: await readOf(networkGroup(view), (id) => listPermissions(arm, id)),
      usages: await readOf('westeurope', (region) => listComputeUsages(arm, production, region)),
      restores: { state: 'known', value: [] },
      runningRestores: { state: 'known', value: [] },
      otherRestores: {
        state: 'known',
        value: { restores: [], unread: [] },
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
    denials: [],
    readAgain: () => undefined,
    shutDown: () => undefined,
  });
}

type Problems = readonly ValidationProblem[] | null;

/**
 * What Review calls impossible the simulated Azure rejects, and what can be pressed it accepts: of the checks beside
 * the rules, which the form is compared by.
 */

type Arm = ReturnType<typeof testArm>['arm'];

const network = `${inGroup(production, 'rg-network-weu')}/providers/Microsoft.Network/virtualNetworks/vnet-prod-weu`;
const accountIn = (subscription: string, group: string, name: string): string =>
  `${inGroup(subscription, group)}/providers/Microsoft.Storage/storageAccounts/${name}`;

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

type Row = readonly [
  what: string,
  of: string,
  choices: Partial<VmChoices>,
  line: CheckedLine['id'],
  state: CheckedLine['state'],
  status: number | null,
  world?: ScenarioId,
];
const table: readonly Row[] = [
  ['all in order', 'app01', newMachine, 'cores', 'passed', 202],
  ['too few cores', 'sql-erp-02', newMachine, 'cores', 'warned', 202],
  ['a full subnet', 'app01', { ...newMachine, subnet: 'snet-data' }, 'addresses', 'warned', 202],
  ['a subnet that is gone', 'app01', { ...newMachine, subnet: 'gone' }, 'addresses', 'failed', 400],
  [
    'a storage account that is gone',
    'app01',
    { ...newMachine, staging: accountIn(production, 'rg-restore-weu', 'stgone') },
    'staging',
    'failed',
    null,
  ],
  ['no permission in the vault', 'app01', newMachine, 'rightsVault', 'failed', 403, 'few-rights'],
  ['a key vault that is gone', 'fin-ledger-01', ledgerDisks, 'keys', 'warned', 202],
];

const rows = table.map(([what, of, choices, line, state, status, world = 'default']) => ({
  what,
  of,
  choices,
  line,
  state,
  status,
  world,
}));

test('the table has 7 rows, of each state at least one', () => {
  expect(rows).toHaveLength(7);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['passed', 'warned', 'failed']));
});

test.each(rows)('$what: $line is $state, and Azure answers $status', async (row) => {
  const { arm } = testArm(testAzure(row.world).azure.fetch);
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
  const isHeld = heldNeeds(heldLines(lines), true).length > 0;
  const status = await statusOf(arm, view);
  expect([status, isHeld]).toEqual([row.status, row.status !== 202]);
  // A warning is read first.
  expect(heldNeeds(heldLines(lines), false).length === 0).toBe(row.state === 'passed');
});

test('what Azure’s own validation rejects is held, though the service would take it', async () => {
  const { arm } = testArm(testAzure('default').azure.fetch);
  const view = await reviewOf(arm, 'sql-erp-02', newMachine);
  const planned = plannedRestore(view);
  if (!planned.ok) throw new Error(planned.reason);
  const problems = await validateRestore(arm, planned.value.restore);
  const lines = await linesAt(arm, view, problems);
  expect(problems).toHaveLength(1);
  const needs = heldNeeds(heldLines(lines), true).map(({ text }) => text);
  expect(needs).toEqual(['Validation by Azure']);
});
