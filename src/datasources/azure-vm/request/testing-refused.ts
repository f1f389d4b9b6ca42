import { AZURE } from '#src/api/arm/error.ts';
import { type TestArm, testArm } from '#src/api/arm/testing.ts';
import { installClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { type FakeClock, fakeClock, fakeStorage } from '#src/lib/testing.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { vmDraft } from '#src/datasources/azure-vm/choices.ts';
import { vmViewOf, vmModel } from '#src/datasources/azure-vm/model.ts';
import { plannedRestore, sendRestore } from '#src/datasources/azure-vm/request.ts';
import { readsThrough } from '#src/datasources/azure-vm/request/testing.ts';
import { madeGroupsOf } from '#src/wizard/draft/sent.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { storedDraft } from '#src/wizard/submit/testing-tab.ts';

/** A tab with Review of a VM's draft, and a simulated Azure that refuses one request, for tests. */

export const REFUSALS = [403, 409, 400, 429, 500, 'lost', 'offline'] as const;

/** What is refused, by method and part of its address, and how. */
export interface Broken {
  readonly method: string;
  readonly part: string;
  readonly how: (typeof REFUSALS)[number];
}

export interface RefusedTab {
  readonly azure: TestAzure;
  readonly client: TestArm;
  readonly clock: FakeClock;
  /** From now on one request is refused; null: none. */
  breaks(broken: Broken | null): void;
  /** What Review has of a draft, read anew, and whether nothing in it refuses the restore. */
  review(id: string): Promise<{ view: ReturnType<typeof vmViewOf>; isAccepted: boolean }>;
  /** One press of Restore on what Review has had; left out: on what it has now. */
  press(id: string, view?: ReturnType<typeof vmViewOf>): Promise<void>;
}

/** Replaces a global, as `vi.stubGlobal` does. */
type Stub = (name: string, value: unknown) => void;

/** A tab in which waits are over at once. The caller unstubs all, and puts the machine's clock back. */
export function refusedTab(scenario: 'document' | 'default', stub: Stub): RefusedTab {
  resetPageState();
  stub('localStorage', fakeStorage().area);
  const azure = testAzure(scenario);
  const clock = fakeClock(azure.clock.now(), 1_000_000);
  installClock(clock);
  let broken: Broken | null = null;
  const client = testArm(
    async (request) => {
      const how = broken !== null && isOf(broken, request) ? broken.how : null;
      if (how === null) return azure.azure.fetch(request);
      if (how === 'lost' || how === 'offline') throw new TypeError('Failed to fetch');
      const error = { code: `Answer${String(how)}`, message: 'No.' };
      return Response.json({ error }, { status: how, headers: { 'retry-after': '1' } });
    },
    undefined,
    AZURE,
    true,
  );
  const review = async (id: string) => {
    const draft = vmDraft(storedDraft(id));
    const found = await readsThrough(client.arm, draft.choices);
    const reads = { ...found, made: madeGroupsOf(draft) };
    const view = vmViewOf(draft, reads);
    const { success } = schemaFor(vmModel, 'review', reads).safeParse(view.shown);
    return { view, isAccepted: success };
  };
  return {
    azure,
    client,
    clock,
    breaks: (next) => {
      broken = next;
      stub('navigator', { onLine: next?.how !== 'offline' });
    },
    review,
    press: async (id, seen) => {
      const view = seen ?? (await review(id)).view;
      const planned = plannedRestore(view);
      if (!planned.ok) throw new Error(planned.reason);
      const confirmed = { planned: planned.value, choices: view.shown, nextSteps: [], plan: '' };
      await sendRestore(client.arm, id, confirmed, { isStillSo: () => Promise.resolve(true) });
    },
  };
}

const isOf = ({ method, part }: Broken, request: Request): boolean =>
  request.method === method && request.url.toLowerCase().includes(part.toLowerCase());
