import type { CommvaultRestore } from '#src/api/commvault/restores.ts';
import { newCommvaultDraft } from '#src/datasources/commvault-vm/fields.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import { restoreIn, sendCommvaultRestore } from '#src/datasources/commvault-vm/request.ts';
import { HOST, instanceOf, testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { installClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeClock } from '#src/lib/testing.ts';
import { app01, guidOf } from '#src/mocks/commvault/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { createDraft } from '#src/wizard/draft/store.ts';
import { refusedAtSubmit } from '#src/wizard/explain/findings.ts';
import { storedDraft } from '#src/wizard/submit/testing-tab.ts';

/** A tab that sends restores of app01 to a simulated CommServe, for tests. */

/** A tab with a token for a CommServe that has these faults; its clock is an hour slow. */
export function openTab(...faults: readonly string[]) {
  resetPageState();
  const it = testWizard('default', ...faults);
  const clock = fakeClock(it.clock.now() - 3_600_000);
  clock.pause(true);
  installClock(clock);
  const made = async (): Promise<number> =>
    (await it.azure.state()).serviceEvents.filter(({ event }) =>
      JSON.stringify(event).includes('"kind":"task"'),
    ).length;
  return {
    ...it,
    breaks: (effect: FaultEffect, operation = 'commvaultTasks.create') =>
      it.azure.append([
        { type: 'fault-added', at: 0, fault: { id: 'f', match: { operation }, times: 1, effect } },
      ]),
    /** How often `CreateTask` left, and how many restores were accepted. */
    counted: async () => [
      it.sent.filter(({ url }) => url.endsWith('/CreateTask')).length,
      await made(),
    ],
  };
}

/** app01 beside itself, or in place. */
const restoreOf = (isInPlace: boolean): CommvaultRestore => ({
  vm: { guid: guidOf(app01), name: 'app01' },
  subclientId: '35311',
  commCellId: 2,
  upTo: null,
  isInPlace,
  hypervisor: { id: '120', name: 'hv-contoso-production', instanceId: '7' },
  accessNode: null,
  target: {
    name: isInPlace ? 'app01' : 'app01-r',
    resourceGroup: isInPlace ? 'rg-app-prod' : 'rg-restore-weu',
    region: 'westeurope',
    storageAccount: 'stprodweu01',
    vmSize: '',
    zone: null,
    securityGroupId: null,
    disks: [],
    nics: [],
    createsPublicIp: false,
    isManaged: true,
    encryption: null,
    restoresTags: false,
  },
  powersOn: true,
  overwrites: isInPlace,
  notifies: false,
});

/** The restore that Restore would send; null where the form has none, or refuses it. */
export const sentOf = (view: CommvaultView): CommvaultRestore | null =>
  refusedAtSubmit(view.facts, view.choices, view.model.rules).length > 0 ? null : restoreIn(view);

/** A draft of it. */
export const begin = (isInPlace = false): string =>
  createDraft((id, at) =>
    newCommvaultDraft(id, at, {
      instance: instanceOf(app01),
      cv: isInPlace ? 'in-place' : 'out-of-place',
      vmName: isInPlace ? 'app01' : 'app01-r',
      rg: 'rg-restore-weu',
    }),
  );

/** One press of Restore. */
export async function press(id: string, decided = {}): Promise<void> {
  const { choices } = storedDraft(id);
  const planned = { host: HOST, restore: restoreOf(choices['cv'] === 'in-place') };
  const pressed = { planned, choices, nextSteps: ['own.backup'], plan: undefined };
  await sendCommvaultRestore(id, pressed, { isStillSo: async () => true, decided });
}
