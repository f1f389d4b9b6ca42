import * as z from 'zod/mini';
import { useQueries } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { deploymentEndQuery } from '#src/api/queries/deployments.ts';
import { now } from '#src/lib/clock.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import { instant } from '#src/lib/time.ts';
import type { Deployment } from '#src/model/deployment.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { keepMachine } from '#src/wizard/next-steps/marks.ts';

/** One deployment of a job's template. Its name is used once: what Azure has under it is this attempt. */
const attempt = z.object({
  /** Id of the deployment. */
  id: z.string(),
  /** Epoch milliseconds of the press. */
  at: z.number(),
  /** `sent`: no answer has come yet, or none that says what came of it. `refused`: nothing was started. */
  state: z.enum(['sent', 'started', 'refused']),
  /** How it ended, kept as Azure reported it: its history forgets it. Left out: that wasn't read. */
  end: z.optional(
    z.object({
      isGood: z.boolean(),
      /** Epoch milliseconds. */
      at: z.number(),
      /** Ids of the VMs that it created or changed. */
      machines: z.array(z.string()),
    }),
  ),
  /** When Azure's answer accepted it, epoch milliseconds; absent in entries of before, and where a read found it. */
  acceptedAt: z.optional(z.number()),
  /** When a read had it last, epoch milliseconds; absent in entries of before. */
  seenAt: z.optional(z.number()),
});
export type DeployAttempt = z.infer<typeof attempt>;

const stored = storedValues('deployments.', z.array(attempt));

const NONE: readonly DeployAttempt[] = [];

/** The attempts to deploy a job's template in this browser, the oldest first. The same array until it changes. */
export const attempts = (jobId: string): readonly DeployAttempt[] =>
  stored.read(jobId.toLowerCase()) ?? NONE;

/**
 * The name of the next attempt: `rc-`, the draft or else the job, and its number, which is higher where
 * the resource group has such names, as of another browser.
 */
export function nextName(jobId: string, taken: readonly string[]): string {
  const source = draftOfJob(jobId)?.id ?? jobId.split('/').at(-1) ?? '';
  const start = `rc-${source.replaceAll(/[^\w-]/g, '').slice(0, 40)}-`;
  let number = attempts(jobId).length + 1;
  while (taken.some((one) => sameId(one, `${start}${String(number)}`))) number += 1;
  return `${start}${String(number)}`;
}

/** The number of an attempt, by its name. */
export const numberOf = (id: string): number => Number(id.split('-').at(-1));

/** Writes down that an attempt is about to be sent. */
export function noteSent(jobId: string, id: string): void {
  stored.write(jobId.toLowerCase(), [...attempts(jobId), { id, at: now(), state: 'sent' }]);
}

/** Writes down what came of an attempt: Azure's answer accepted it, a read found it, or it was refused. */
export function noteOutcome(
  jobId: string,
  id: string,
  outcome: 'started' | 'found' | 'refused',
): void {
  if (outcome === 'found') return noteSeen(jobId, id);
  const accepted = outcome === 'started' ? { acceptedAt: now() } : {};
  change(jobId, id, (one) => ({ ...one, state: outcome, ...accepted }));
}

/** Writes down that Azure has listed an attempt, so that it is known later to have been there. */
export function noteSeen(jobId: string, id: string): void {
  const seenAt = now();
  const isNews = attempts(jobId).some(
    (one) => one.id === id && seenAt - (one.seenAt ?? 0) > SEEN_EVERY_MS,
  );
  if (isNews) change(jobId, id, (one) => ({ ...one, state: 'started', seenAt }));
}

/** What is read every few seconds is written down every minute. */
const SEEN_EVERY_MS = 60_000;

function change(
  jobId: string,
  id: string,
  becomes: (before: DeployAttempt) => DeployAttempt,
): void {
  const changed = attempts(jobId).map((one) => (one.id === id ? becomes(one) : one));
  stored.write(jobId.toLowerCase(), changed);
}

/** Writes down how an attempt ended. */
export function noteEnd(jobId: string, { id, status, changedAt, outputs }: Deployment): void {
  const isGood = status.kind === 'succeeded';
  const end = { isGood, at: changedAt ?? now(), machines: machinesAmong(outputs) };
  const changed = attempts(jobId).map((one) => (sameId(one.id, id) ? { ...one, end } : one));
  stored.write(jobId.toLowerCase(), changed);
  if (end.machines.length > 0) keepMachine(jobId, instant(end.at));
}

export const onAttempts = stored.listen;

/** The VMs among what a deployment created or changed. */
export const machinesAmong = (ids: readonly ResourceId[]): ResourceId[] =>
  ids.filter((id) => /\/Microsoft\.Compute\/virtualMachines\/[^/]+$/i.test(id));

/** Reads how the deployments of a job's template ended, and stores it. */
export function useDeploymentEnds(id: ResourceId): void {
  const all = useSyncExternalStore(onAttempts, () => attempts(id));
  const open = all.filter(({ state, end }) => state !== 'refused' && end === undefined);
  useQueries({
    queries: open.map((one) =>
      deploymentEndQuery(
        resourceId(one.id),
        () => noteSeen(id, one.id),
        (ended) => noteEnd(id, ended),
      ),
    ),
  });
}
