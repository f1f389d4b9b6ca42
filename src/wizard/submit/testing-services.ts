import { type Sent, testArm } from '#src/api/arm/testing.ts';
import { startSession } from '#src/api/arm/pipeline.ts';
import type { LostSearchQuery } from '#src/api/queries/restores.ts';
import { acceptedDiskQuery, lostDiskSearch } from '#src/datasources/azure-disk/jobs.ts';
import { beginDisk, pressDisk } from '#src/datasources/azure-disk/testing-request.ts';
import { acceptedQuery, lostSearch } from '#src/datasources/azure-vm/jobs.ts';
import { createDraft } from '#src/datasources/azure-vm/choices/testing-store.ts';
import { EXAMPLE_CHOICES } from '#src/datasources/azure-vm/testing.ts';
import { sendRestore } from '#src/datasources/azure-vm/request.ts';
import { confirmedExample } from '#src/datasources/azure-vm/request/testing-confirmed.ts';
import { beginInSecondary } from '#src/datasources/azure-vm/request/testing-secondary.ts';
import { acceptedCommvaultQuery, lostCommvaultSearch } from '#src/datasources/commvault-vm/jobs.ts';
import { begin, openTab, press } from '#src/datasources/commvault-vm/testing-request.ts';
import type { AcceptedQueryOf } from '#src/datasources/datasource.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import type { LookedFor } from '#src/wizard/submit/follow.ts';

/** Every service that restores, with drafts of it and presses of Restore, for tests. */

export interface Service {
  readonly it: Pick<TestAzure, 'azure' | 'clock' | 'store'>;
  /** What left the page. */
  readonly sent: readonly Sent[];
  /** Creates a draft, which is pressed as often as the test likes. */
  readonly begin: () => Promise<Begun>;
  /** Creates a draft and presses Restore. */
  readonly press: () => Promise<string>;
  readonly search: (draft: Draft, attempt: LookedFor) => LostSearchQuery;
  readonly acceptedQuery: AcceptedQueryOf;
}

interface Begun {
  readonly id: string;
  readonly press: () => Promise<void>;
}

type Follows = Pick<Service, 'search' | 'acceptedQuery'>;

const pressedOnce = async (beginOne: Service['begin']): Promise<string> => {
  const { id, press: pressNow } = await beginOne();
  await pressNow();
  return id;
};

function withAzure(
  scenario: 'document' | 'default',
  beginIn: (client: ReturnType<typeof testArm>) => Promise<Begun>,
  follows: Follows,
): Service {
  resetPageState();
  const it = testAzure(scenario);
  const client = testArm((request) => it.azure.fetch(request));
  startSession(client.arm);
  const beginHere = () => beginIn(client);
  return {
    it,
    sent: client.sent,
    begin: beginHere,
    press: () => pressedOnce(beginHere),
    ...follows,
  };
}

const isStillSo = () => Promise.resolve(true);

export const services = {
  'Recovery Services': () =>
    withAzure(
      'document',
      async ({ arm }) => {
        const id = createDraft(EXAMPLE_CHOICES);
        return { id, press: () => sendRestore(arm, id, confirmedExample(), { isStillSo }) };
      },
      { search: lostSearch, acceptedQuery },
    ),
  'the secondary region': () =>
    withAzure('default', beginInSecondary, { search: lostSearch, acceptedQuery }),
  'Data Protection': () =>
    withAzure(
      'default',
      async (client) => {
        const id = beginDisk();
        return { id, press: () => pressDisk(client, id) };
      },
      { search: lostDiskSearch, acceptedQuery: acceptedDiskQuery },
    ),
  Commvault: (): Service => {
    const tab = openTab();
    const beginHere = async () => {
      const id = begin();
      return { id, press: () => press(id) };
    };
    return {
      it: tab,
      sent: tab.sent,
      begin: beginHere,
      press: () => pressedOnce(beginHere),
      search: lostCommvaultSearch,
      acceptedQuery: acceptedCommvaultQuery,
    };
  },
} as const;
export type Name = keyof typeof services;
