import { type TestArm, testArm } from '#src/api/arm/testing.ts';
import { findRestoreJobs } from '#src/api/recovery-services/lost-jobs.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { searchOf } from '#src/datasources/azure-vm/jobs.ts';
import { sendRestore } from '#src/datasources/azure-vm/request.ts';
import { confirmedExample } from '#src/datasources/azure-vm/request/testing.ts';
import { createDraft, EXAMPLE_CHOICES } from '#src/datasources/azure-vm/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { type FakeClock, fakeClock, type FakeStorage, fakeStorage } from '#src/lib/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { certainJob, type FoundJob } from '#src/model/lost-restore.ts';
import { attemptOf, type Draft, type Submission } from '#src/wizard/draft/schema.ts';
import { draftState } from '#src/wizard/draft/store.ts';
import { adoptJob, pressOf } from '#src/wizard/submit/follow.ts';

/** A tab that sends restores of document 004's machine to a simulated Azure, for tests. */

export interface SendingTab {
  readonly azure: TestAzure;
  readonly client: TestArm;
  readonly storage: FakeStorage;
  /** This machine's clock, which stands. */
  readonly clock: FakeClock;
  /** Method and last part of the path of each request, with what was stored when it reached Azure. */
  readonly reached: readonly string[];
  press(draftId: string, how?: Pressing): Promise<void>;
  /** The next request of an operation has this fault. */
  breaks(effect: FaultEffect, operation?: string): Promise<unknown>;
  /** Time goes by, here and in Azure. */
  pass(seconds: number): void;
  requests(): number;
  restoresMade(): Promise<number>;
}

/** One press of Restore: the choices beside the example's, and what is decided beforehand. */
interface Pressing extends NonNullable<Parameters<typeof sendRestore>[3]['decided']> {
  readonly choices?: Partial<VmChoices>;
  readonly isStillSo?: () => Promise<boolean>;
  readonly arm?: TestArm;
}

/** What stands between the tab and Azure; passes requests on unless told otherwise. */
type Between = (request: Request, pass: () => Promise<Response>) => Promise<Response>;

/** A tab whose clock is ahead of Azure's by so many milliseconds. The caller stubs `localStorage` by its storage. */
export function sendingTab(aheadMs = 0, between: Between = (_, passOn) => passOn()): SendingTab {
  resetPageState();
  const storage = fakeStorage();
  const azure = testAzure('document');
  const clock = fakeClock(azure.clock.now() + aheadMs);
  clock.pause(true);
  installClock(clock);
  const reached: string[] = [];
  const client = testArm((request) => {
    reached.push(`${request.method} ${lastOf(request.url)}: ${storedState(storage)}`);
    return between(request, () => azure.azure.fetch(request));
  });
  return {
    azure,
    client,
    storage,
    clock,
    reached,
    press: (draftId, { choices = {}, isStillSo = yes, arm = client, ...decided } = {}) =>
      sendRestore(arm.arm, draftId, confirmedExample(choices), {
        isStillSo,
        ...(decided && { decided }),
      }),
    breaks: (effect, operation = 'restores.trigger') =>
      azure.azure.append([
        { type: 'fault-added', at: 0, fault: { id: 'f', match: { operation }, times: 1, effect } },
      ]),
    pass: (seconds) => {
      azure.clock.add(seconds);
      clock.jump(seconds * 1000);
    },
    requests: () => client.sent.filter(({ url }) => url.includes('/restore?')).length,
    restoresMade: async () => (await azure.azure.state()).restores.length,
  };
}

const yes = () => Promise.resolve(true);

/** What the page finds of a draft's restore in the vault's list. */
export async function found({ client }: SendingTab, id: string): Promise<readonly FoundJob[]> {
  const { draft, attempt } = openAttempt(id);
  return findRestoreJobs(client.arm, searchOf(draft, attempt));
}

/** Looks once for the job of a draft's restore and takes the one that is certainly its own, as the page does. */
export async function look(tab: SendingTab, id: string): Promise<string | null> {
  const jobs = await found(tab, id);
  const certain = certainJob(pressOf(openAttempt(id).attempt), jobs);
  if (certain !== null) adoptJob(id, certain, 'target');
  return certain?.name ?? null;
}

function openAttempt(id: string) {
  const draft = storedDraft(id);
  const attempt = attemptOf(draft.submission);
  if (attempt === null) throw new Error(`no request is open: ${draft.submission.state}`);
  return { draft, attempt };
}

/** Puts the machine's clock back. */
export const installMachineClock = (): void => installClock(machineClock);

/** A draft with all that the example needs. */
export const exampleId = (choices: Partial<VmChoices> = {}): string =>
  createDraft({ ...EXAMPLE_CHOICES, ...choices });

export function storedDraft(id: string): Draft {
  const { draft } = draftState(id);
  if (!draft.ok) throw new Error(draft.reason.kind);
  return draft.value;
}

export const submissionOf = (id: string): Submission => storedDraft(id).submission;

const lastOf = (url: string): string => new URL(url).pathname.split('/').at(-1) ?? '';

function storedState({ entries }: FakeStorage): string {
  const text = [...entries].find(([key]) => key.includes('/draft.'))?.[1] ?? '';
  const [, state = '', step = ''] =
    /"submission":\{"state":"(\w+)"(?:.*?"step":"(\w+)")?/.exec(text) ?? [];
  return step === '' ? state : `${state} ${step}`;
}
