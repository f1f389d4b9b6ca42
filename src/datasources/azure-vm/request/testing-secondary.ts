import type { TestArm } from '#src/api/arm/testing.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmViewOf } from '#src/datasources/azure-vm/model.ts';
import { plannedRestore, sendRestore } from '#src/datasources/azure-vm/request.ts';
import { readsThrough } from '#src/datasources/azure-vm/request/testing.ts';
import { createDraft } from '#src/datasources/azure-vm/testing.ts';
import { inGroup, production } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';

const app01 = defaultWorld.instances.find(({ id }) => id.endsWith(';app01'))?.id ?? '';

/** A draft that restores the disks of app01 in the secondary region, and what a press of it sends, for tests. */
export async function beginInSecondary({ arm }: TestArm) {
  const given: Partial<VmChoices> = {
    datasource: 'azure-vm',
    regionView: 'secondary',
    instance: app01,
    option: 'restoreDisks',
    rg: 'rg-restore-weu',
    staging: `${inGroup(production, 'rg-restore-weu')}/providers/Microsoft.Storage/storageAccounts/stprodneu01`,
  };
  const reads = await readsThrough(arm, newDraft('d', 0, given).choices);
  const there = reads.secondaryPoints.state === 'known' ? reads.secondaryPoints.value : [];
  const choices = { ...given, point: there[0]?.name ?? null };
  const plan = plannedRestore(vmViewOf(newDraft('d', 0, choices), reads));
  if (!plan.ok) throw new Error(plan.reason);
  const id = createDraft(choices);
  const confirmed = {
    planned: plan.value,
    choices: newDraft('d', 0, choices).choices,
    nextSteps: [],
    plan: '',
  };
  const isStillSo = () => Promise.resolve(true);
  return { id, press: () => sendRestore(arm, id, confirmed, { isStillSo }) };
}

/** Sends it. @returns the draft's id. */
export async function sendInSecondary(client: TestArm): Promise<string> {
  const { id, press } = await beginInSecondary(client);
  await press();
  return id;
}
