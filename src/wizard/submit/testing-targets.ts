import { QueryClient } from '@tanstack/react-query';
import { provideJobSources } from '#src/api/queries/jobs.ts';
import { testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { JOB_SOURCES } from '#src/datasources/registry.ts';
import { installClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { app01 } from '#src/mocks/commvault/testing.ts';
import { openAttemptsOn } from '#src/wizard/draft/sent.ts';
import {
  type CheckResult,
  metIn,
  type TargetReads,
  targetResult,
} from '#src/wizard/review/check.ts';
import { begunSince } from '#src/wizard/submit/latest-reads.ts';
import type { HowToSend } from '#src/wizard/submit/submit.ts';
import {
  type Names,
  type Ordered,
  type TargetKind,
  vm,
} from '#src/wizard/submit/testing-orders.ts';
import { commvault, disk } from '#src/wizard/submit/testing-other-orders.ts';
import { storedDraft } from '#src/wizard/submit/testing-tab.ts';

/** Restores of app01 by all datasources, against simulated services, for tests of targets that meet. */

/** A browser and the services, in the default world. */
export function targetWorld() {
  resetPageState();
  const it = testWizard();
  installClock({ now: it.clock.now, realDelayMs: () => 0, onJump: () => () => undefined });
  provideJobSources(JOB_SOURCES);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  // Disks are replaced only of a VM that is shut down.
  const ready = it.azure.append([
    { type: 'machine-powered', at: it.clock.now(), machineId: app01, isStopped: true },
  ]);
  /** Lists are behind by less than this. */
  const pass = () => it.clock.add(90);

  async function order(kind: TargetKind, names: Names): Promise<Ordered> {
    await ready;
    switch (kind) {
      case 'Azure Disk':
        return disk(names);
      case 'Commvault out of place':
        return commvault(it, false, names);
      case 'Commvault in place':
        return commvault(it, true, names);
      default:
        return vm(kind, names);
    }
  }

  const readNow = async ({ queries: { ofVault, others } }: Ordered): Promise<TargetReads> => {
    // Resource Graph answers only so many questions in a few seconds.
    it.clock.add(5);
    const [own, all] = await Promise.all([
      ofVault === null ? null : client.query({ ...ofVault, staleTime: 0 }),
      client.query({ ...others, staleTime: 0 }),
    ]);
    return {
      ofVault: own === null ? null : { state: 'known', value: own },
      others: { state: 'known', value: all },
    };
  };

  /** What Review shows of a draft. */
  async function review(ordered: Ordered, draftId: string) {
    const reads = await readNow(ordered);
    const check: CheckResult = targetResult(ordered.wanted, reads, ordered.what);
    return {
      check,
      reads,
      open: openAttemptsOn(
        draftId,
        storedDraft(draftId).choices,
        ordered.targetOf,
        ordered.wanted.parts,
      ),
    };
  }

  /** One press of Restore, after Review has shown something; `meanwhile` happens once all is read. */
  const press = async (
    ordered: Ordered,
    draftId: string,
    reads: TargetReads,
    {
      meanwhile,
      ...decided
    }: NonNullable<HowToSend['decided']> & {
      readonly meanwhile?: () => Promise<unknown>;
    } = {},
  ): Promise<void> => {
    const { wanted, queries } = ordered;
    const read = begunSince(client, {
      draftId,
      wanted,
      queries,
      shown: metIn(wanted, reads),
      decided,
    });
    it.clock.add(5);
    await ordered.press(draftId, {
      isStillSo: () => Promise.resolve(true),
      begunSince: async () => {
        const begun = await read();
        await meanwhile?.();
        return begun;
      },
      decided,
    });
  };
  return { ...it, pass, order, review, press };
}
