import type { RestoreRequestWire } from '#src/api/recovery-services/restore-requests.ts';
import { usesIdentity } from '#src/mocks/recovery-services/judge-account.ts';
import { judgeRestore } from '#src/mocks/recovery-services/judge.ts';
import { isGone } from '#src/mocks/recovery-services/judgement.ts';
import { type Answer, isNumericVersion } from '#src/mocks/service.ts';
import type { Ending, JobPlan } from '#src/mocks/time/plan.ts';
import type { RestoreAccepted } from '#src/mocks/world/events.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { guidFrom, hash32 } from '#src/mocks/world/ids.ts';
import { jobErrors } from '#src/mocks/world/plan-seed-job.ts';
import { machineAsOf } from '#src/mocks/world/lookup.ts';
import { madeBy } from '#src/mocks/world/made-things.ts';
import { planRestore } from '#src/mocks/world/plan-restore.ts';
import type { InstanceSeed, MachineSeed, PointSeed, VaultSeed } from '#src/mocks/world/seed.ts';

/** A requested restore. */
export interface RestoreWish {
  readonly vault: VaultSeed;
  readonly instance: InstanceSeed;
  readonly machine: MachineSeed;
  readonly point: PointSeed;
  readonly body: RestoreRequestWire;
  /** The region that it runs in, where that is not the vault's own: `vault` and `machine` are of it. */
  readonly secondaryRegion?: string;
}

type Sender = Pick<
  RestoreAccepted,
  'clientRequestId' | 'requestId' | 'apiVersion' | 'path' | 'byAnotherUser'
>;

/** Simulated time until the operation ends: 60 to 90 s, fixed by its id (G). */
const operationMsOf = (operationId: string): number => 60_000 + (hash32(operationId) % 30_000);

/** Operation ids of the secondary region are base64 with `=` at the end (S). */
const operationIdOf = ({ secondaryRegion }: RestoreWish, key: string): string =>
  secondaryRegion === undefined ? guidFrom(key) : btoa(`${hash32(key)};${guidFrom(key)}`);

/** How a job of the secondary region differs: it can't be canceled (C). */
function elsewhere({ secondaryRegion }: RestoreWish): Partial<JobPlan> {
  return secondaryRegion === undefined ? {} : { isCancellable: false, secondaryRegion };
}

/**
 * The job has the operation's own id since 2025, and another before (azure-contract §7, R); also where
 * an operation's id is no guid.
 */
const jobIdOf = (
  { secondaryRegion }: RestoreWish,
  operationId: string,
  apiVersion: string,
): string =>
  isNumericVersion(apiVersion) || secondaryRegion !== undefined
    ? guidFrom(`job:${operationId}`)
    : operationId;

/**
 * The service takes a restore by an identity (official samples of 2021-11-15 and later, S), and it
 * does not work (document 000, Restore VMs with managed identities, note): the job fails.
 */
const NO_IDENTITIES: Ending = {
  kind: 'failed',
  task: 0,
  part: 0.1,
  error: jobErrors.identityElsewhere,
};

/** How a restore in the secondary region ends that is to act by an identity; null for others. */
const endingByIdentity = ({ body, secondaryRegion }: RestoreWish): Ending | null =>
  secondaryRegion !== undefined && usesIdentity({ body: body.properties }) ? NO_IDENTITIES : null;

/** Its snapshot is looked for when the job runs: the job fails, not the request (azure-contract §12, D). */
const endingOf = (point: PointSeed): Ending =>
  isGone(point)
    ? { kind: 'failed', task: 0, part: 0, error: jobErrors.snapshotGone }
    : { kind: 'completed' };

type Verdict =
  | { readonly isAccepted: true; readonly event: RestoreAccepted }
  | { readonly isAccepted: false; readonly refusal: Answer };

/** Judges a restore and, where the service takes it, decides all that will come of it. */
export function acceptRestore(
  state: State,
  now: number,
  wish: RestoreWish,
  sender: Sender,
): Verdict {
  const { body, instance, machine, point, vault } = wish;
  const { properties } = body;
  const refusal = judgeRestore({ state, vault, instance, machine, point, body: properties });
  if (refusal !== null) return { isAccepted: false, refusal };
  // What is restored is what the point holds; a machine that is replaced in place keeps its own make-up.
  const restored =
    properties.recoveryType === 'OriginalLocation' ? machine : machineAsOf(machine, point);
  const { seed, restores } = state;
  const number = restores.length;
  const preset = seed.presets?.[number];
  const operationId =
    preset?.operationId ?? operationIdOf(wish, `${seed.name}:operation:${number}:${now}`);
  const jobId = preset?.jobId ?? jobIdOf(wish, operationId, sender.apiVersion);
  const event: RestoreAccepted = {
    type: 'restore-accepted',
    at: now,
    operationId,
    jobId,
    operationMs: operationMsOf(operationId),
    ...sender,
    body,
    plan: {
      ...planRestore({
        instance,
        machine: restored,
        point,
        body: properties,
        jobId,
        // That a job of the secondary region has it, too, is a guess (G).
        clientRequestId: sender.clientRequestId,
        atMs: now,
        ending: endingByIdentity(wish) ?? endingOf(point),
      }),
      ...elsewhere(wish),
    },
    makes: madeBy({ machine: restored, body: properties, atMs: now }),
  };
  return { isAccepted: true, event };
}
