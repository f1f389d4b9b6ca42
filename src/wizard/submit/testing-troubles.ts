import { QueryClient } from '@tanstack/react-query';
import type { Fault, FaultEffect } from '#src/mocks/faults/fault.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { certainJob, requestOf } from '#src/model/lost-restore.ts';
import { attemptOf, isSent } from '#src/wizard/draft/schema.ts';
import { discardDraft } from '#src/wizard/draft/store.ts';
import { adoptJob, pressOf } from '#src/wizard/submit/follow.ts';
import { type Name, type Service, services } from '#src/wizard/submit/testing-services.ts';
import { storedDraft } from '#src/wizard/submit/testing-tab.ts';

/** What happens around a press of Restore, of any service, for tests. */

const added = (id: string, more: Pick<Fault, 'match' | 'times' | 'effect'>): WorldEvent => ({
  type: 'fault-added',
  at: 0,
  fault: { id, ...more },
});

/** The next restore, or every request from now on, has these faults. */
const breaks = ({ it }: Service, ...effects: readonly FaultEffect[]) =>
  it.azure.append(
    effects.map((effect, at) =>
      added(String(at), { match: { group: 'restore-start' }, times: 1, effect }),
    ),
  );
export const withoutIds = ({ it }: Service) =>
  it.azure.append([
    added('ids', { match: {}, times: null, effect: { kind: 'odd-ids', are: 'unreported' } }),
    added('bags', {
      match: { operation: 'commvaultJobs.taskDetails' },
      times: null,
      effect: { kind: 'commserve', does: 'no-description' },
    }),
  ]);

/** The request that started the restore arrives again: as it is, or as that of another person. */
export async function arrives({ it, sent }: Service, as: 'it is' | 'another'): Promise<void> {
  const start = sent.find(({ url }) =>
    /\/restore\?|\/backupCrossRegionRestore\?|\/CreateTask$/.test(url),
  );
  if (start === undefined) throw new Error('nothing was sent');
  const { url, method, headers, body } = start;
  const theirs = '99999999-0000-4000-8000-000000000000';
  const description = /(?<="jobDescription":")[^"]*/;
  const answer = await it.azure.fetch(
    as === 'it is'
      ? new Request(url, { method, headers, body })
      : new Request(url, {
          method,
          headers: { ...headers, 'x-ms-client-request-id': theirs },
          body: body?.replace(description, theirs) ?? null,
        }),
  );
  if (!answer.ok) throw new Error(`the other request was refused: ${String(answer.status)}`);
}

/** One press with faults, and what happens after it. */
export const pressed =
  (effects: readonly FaultEffect[], after?: (service: Service) => Promise<void>) =>
  async (name: Name) => {
    const service = services[name]();
    await breaks(service, ...effects);
    const id = await service.press();
    service.it.clock.add(5);
    await after?.(service);
    return [service, id] as const;
  };

/** The event of an accepted restore as a log of before has it: its job has an ID of its own. */
export async function olderEvents(name: Name): Promise<readonly WorldEvent[]> {
  const service = services[name]();
  // Its draft would hold back the next press for the same target.
  discardDraft(await service.press());
  const stored = await service.it.store.read(0);
  return stored.map(({ event }): WorldEvent => {
    if (event.type !== 'restore-accepted') return event;
    const activityId = '11111111-0000-4000-8000-000000000000';
    return { ...event, plan: { ...event.plan, activityId } };
  });
}

/** Looks for the job as the page does, and takes the one that is certain. */
export async function looked({ search }: Service, id: string) {
  const draft = storedDraft(id);
  const attempt = attemptOf(draft.submission);
  if (attempt === null) throw new Error(`no request is open: ${draft.submission.state}`);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { jobs, isFound } = await client.query(search(draft, attempt));
  const certain = certainJob(pressOf(attempt), jobs);
  if (certain !== null) adoptJob(id, certain, 'target');
  const { submission } = storedDraft(id);
  return {
    found: jobs.map((job) => requestOf(pressOf(attempt), job)),
    /** How the job was found that the draft has now; null: the person decides. */
    by: submission.state === 'job' ? (submission.foundBy ?? 'named') : null,
    goesOn: !isFound,
    isClosed: isSent(submission),
  };
}
