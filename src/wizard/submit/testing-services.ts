import { type Sent, testArm } from '#src/api/arm/testing.ts';
import { startSession } from '#src/api/arm/session.ts';
import type { LostSearchQuery } from '#src/api/queries/restores.ts';
import { lostDiskSearch } from '#src/datasources/azure-disk/request/lost-search.ts';
import { beginDisk, pressDisk } from '#src/datasources/azure-disk/request/testing.ts';
import { createDraft } from '#src/datasources/azure-vm/choices/testing-store.ts';
import { EXAMPLE_CHOICES } from '#src/datasources/azure-vm/testing.ts';
import { lostSearch } from '#src/datasources/azure-vm/request/lost-search.ts';
import { sendRestore } from '#src/datasources/azure-vm/request/send-machine.ts';
import { confirmedExample } from '#src/datasources/azure-vm/request/testing-confirmed.ts';
import { sendInSecondary } from '#src/datasources/azure-vm/request/testing-secondary.ts';
import { searchFor } from '#src/datasources/commvault-vm/request/lost-search.ts';
import { begin, openTab, press } from '#src/datasources/commvault-vm/request/testing.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { type LookedFor } from '#src/wizard/submit/press.ts';

/** Every service that restores, with one press of Restore, for tests. */

export interface Service {
  readonly it: Pick<TestAzure, 'azure' | 'clock' | 'store'>;
  /** What left the page. */
  readonly sent: readonly Sent[];
  /** Creates a draft and presses Restore. */
  readonly press: () => Promise<string>;
  readonly search: (draft: Draft, attempt: LookedFor) => LostSearchQuery;
}

function withAzure(
  scenario: 'document' | 'default',
  pressIn: (client: ReturnType<typeof testArm>) => Promise<string>,
  search: Service['search'],
): Service {
  resetPageState();
  const it = testAzure(scenario);
  const client = testArm((request) => it.azure.fetch(request));
  startSession(client.arm);
  return { it, sent: client.sent, press: () => pressIn(client), search };
}

const isStillSo = () => Promise.resolve(true);

export const services = {
  'Recovery Services': () =>
    withAzure(
      'document',
      async ({ arm }) => {
        const id = createDraft(EXAMPLE_CHOICES);
        await sendRestore(arm, id, confirmedExample(), { isStillSo });
        return id;
      },
      lostSearch,
    ),
  'the secondary region': () => withAzure('default', sendInSecondary, lostSearch),
  'Data Protection': () =>
    withAzure(
      'default',
      async (client) => {
        const id = beginDisk();
        await pressDisk(client, id);
        return id;
      },
      lostDiskSearch,
    ),
  Commvault: (): Service => {
    const tab = openTab();
    const pressed = async () => {
      const id = begin();
      await press(id);
      return id;
    };
    return { it: tab, sent: tab.sent, press: pressed, search: searchFor };
  },
} as const;
export type Name = keyof typeof services;
