import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { vaultQuery } from '#src/api/recovery-services/vaults.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/reads/read.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  exampleReads,
  exampleView,
  OTHER_SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { isStillSo } from '#src/datasources/azure-vm/use-restore.ts';
import { plannedRestore } from '#src/datasources/azure-vm/request.ts';

/** The last reading before a restore is sent. */

let client: QueryClient;
beforeEach(() => {
  client = new QueryClient();
});

const nowhere = resourceId('');
const reads = exampleReads();
const vault = known(reads.vault);

/** Whether the restore is sent, by what the last reading has found. */
async function isSent(choices: Partial<VmChoices>): Promise<boolean> {
  const view = exampleView(choices, reads);
  const planned = plannedRestore(view);
  return planned.ok && isStillSo(client, view, planned.value);
}

const deleteMachine = (): void => {
  const id = known(reads.instance)?.sourceResourceId ?? nowhere;
  client.setQueryData(machineQuery(id).queryKey, null);
};

test.each([
  ['a replacement', AS_REPLACEMENT],
  ['a new machine', AS_NEW_VM],
])('%s is sent while all is as it was', async (_, choices) => {
  expect(await isSent(choices)).toBe(true);
});

test.each([
  ['a replacement, which it refuses', AS_REPLACEMENT],
  ['a new machine, which it warns of', AS_NEW_VM],
])('a source that was deleted holds back %s', async (_, choices) => {
  deleteMachine();
  expect(await isSent(choices)).toBe(false);
});

test('what was warned of at Review does not hold back', async () => {
  deleteMachine();
  const view = exampleView(
    { ...AS_NEW_VM, warningsRead: true },
    { ...reads, machine: { state: 'known', value: null } },
  );
  const planned = plannedRestore(view);
  expect(planned.ok && (await isStillSo(client, view, planned.value))).toBe(true);
});

test('a vault that allows no other subscription any more holds back', async () => {
  const other = { subscription: OTHER_SUB };
  expect(await isSent(other)).toBe(true);
  client.setQueryData(
    vaultQuery(vault?.id ?? nowhere).queryKey,
    vault && { ...vault, crossSubscriptionRestore: 'disabled' },
  );
  expect(await isSent(other)).toBe(false);
});
