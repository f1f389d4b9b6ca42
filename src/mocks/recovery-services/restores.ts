import {
  type RestoreRequestWire,
  restoreRequestWire,
  type ValidationProblemWire,
  validationRequestWire,
  type ValidationRequestWire,
  type ValidationWire,
} from '#src/api/recovery-services/restore-requests.ts';
import { quotasShortFor } from '#src/mocks/compute/sizes.ts';
import { itemNotFound, wrongBody } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { rehydrationBy } from '#src/mocks/recovery-services/archive.ts';
import { usesIdentity } from '#src/mocks/recovery-services/judge-account.ts';
import { judgeRestore, refusalsOf } from '#src/mocks/recovery-services/judge.ts';
import {
  isGone,
  type Restore,
  targetSubscription,
} from '#src/mocks/recovery-services/judgement.ts';
import { pollingHeaders, vaultOperations } from '#src/mocks/recovery-services/operation-report.ts';
import { onItem, onVault, pointPath, vaultPath } from '#src/mocks/recovery-services/paths.ts';
import { findPointLeft, pointNotFound } from '#src/mocks/recovery-services/recovery-points.ts';
import {
  type Answer,
  type Call,
  isNumericVersion,
  ok,
  param,
  type Route,
  route,
} from '#src/mocks/service.ts';
import type { Ending, JobPlan } from '#src/mocks/time/plan.ts';
import type { RestoreAccepted } from '#src/mocks/world/events.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { guidFrom, hash32 } from '#src/mocks/world/ids.ts';
import { findInstance, findMachine, instancesIn, machineAsOf } from '#src/mocks/world/lookup.ts';
import { madeBy } from '#src/mocks/world/made-things.ts';
import { planRestore } from '#src/mocks/world/plan-restore.ts';
import { jobErrors } from '#src/mocks/world/plan-seed-job.ts';
import type { InstanceSeed, MachineSeed, PointSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

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
function inOtherRegion({ secondaryRegion }: RestoreWish): Partial<JobPlan> {
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

type Acceptance =
  | { readonly isAccepted: true; readonly event: RestoreAccepted }
  | { readonly isAccepted: false; readonly refusal: Answer };

/** Judges a restore and, where the service takes it, decides all that will come of it. */
export function acceptRestore(
  state: State,
  now: number,
  wish: RestoreWish,
  sender: Sender,
): Acceptance {
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
      ...inOtherRegion(wish),
    },
    makes: madeBy({ machine: restored, body: properties, atMs: now }),
  };
  return { isAccepted: true, event };
}

/** Who sent a request, and where to. */
export const senderOf = ({ request, apiVersion }: Call) => ({
  clientRequestId: request.headers.get('x-ms-client-request-id') ?? null,
  requestId: request.requestId,
  apiVersion,
  path: request.url.pathname,
});

function trigger(call: Call, instance: InstanceSeed, vault: VaultSeed): Answer {
  const parsed = restoreRequestWire.safeParse(parseJson(call.request.body));
  if (!parsed.success) return wrongBody('a restore request', parsed.error);
  const point = findPointLeft(instance, param(call, 'point'), call.now);
  if (point === undefined) return pointNotFound(param(call, 'point'));
  const machine = findMachine(call.state, instance.machineId);
  if (machine === undefined) return pointNotFound(point.name);
  const verdict = acceptRestore(
    call.state,
    call.now,
    { vault, instance, machine, point, body: parsed.data },
    senderOf(call),
  );
  if (!verdict.isAccepted) return verdict.refusal;
  const { event } = verdict;
  return {
    status: 202,
    headers: pollingHeaders(call, instance.id, event.operationId),
    events: [event, ...rehydrationBy(call.now, instance, point, parsed.data)],
  };
}

/**
 * Validates restores (azure-contract §6): the judge of restores decides, and its problem comes in a 200.
 * Codes are those of the refused restore; that validation uses the same ones is a guess (G), except for
 * a running machine (aftercare §2.2, D).
 */

/** Simulated time until a validation that runs by itself is over (G). */
const VALIDATION_MS = 10_000;

/** The item that the point's id names; without an id, that of the source (older versions have none). */
function validatedInstance(
  { state }: Call,
  vault: VaultSeed,
  { id, properties }: ValidationRequestWire,
): InstanceSeed | undefined {
  const { sourceResourceId } = properties.restoreRequest;
  const instance = id
    ? findInstance(state, id.replace(/\/recoveryPoints\/[^/]*$/i, ''))
    : instancesIn(state, vault.id).find(({ machineId }) => sameId(machineId, sourceResourceId));
  return sameId(instance?.vaultId, vault.id) ? instance : undefined;
}

/**
 * What a validation sees beyond what a restore is refused for: too few cores for a new machine. Its
 * code is Azure's (azure-contract §12, S); the words are ours (G).
 */
function foreseen(restore: Restore): ValidationProblemWire[] {
  const { body, vault, machine, point, state } = restore;
  if (body.recoveryType !== 'AlternateLocation') return [];
  const place = { subscriptionId: targetSubscription(restore), location: vault.location };
  const { size } = machineAsOf(machine, point);
  const [short] = quotasShortFor(state, place, size);
  if (short === undefined) return [];
  return [
    {
      code: 'UserErrorCoreCountSubscriptionQuotaReached',
      message: `The cores that the subscription may use in ${vault.location} do not suffice for a machine of size ${size}: ${short.used} of ${short.limit} of ${short.name} are used.`,
      recommendations: [
        'Ask for a higher quota, or free cores in this region, then validate again.',
      ],
    },
  ];
}

/** Runs `work` with what the judge says of the request's restore. */
function judged(
  call: Call,
  vault: VaultSeed,
  work: (found: { readonly validateOperationResponse: object }) => Answer,
): Answer {
  const parsed = validationRequestWire.safeParse(parseJson(call.request.body));
  if (!parsed.success) return wrongBody('a validation of a restore', parsed.error);
  const { restoreRequest: body } = parsed.data.properties;
  const instance = validatedInstance(call, vault, parsed.data);
  if (instance === undefined) return itemNotFound(parsed.data.id ?? body.sourceResourceId);
  const point = findPointLeft(instance, body.recoveryPointId, call.now);
  const machine = findMachine(call.state, instance.machineId);
  if (point === undefined || machine === undefined) return pointNotFound(body.recoveryPointId);
  const restore = { state: call.state, vault, instance, machine, point, body };
  const refusals = refusalsOf(restore).map(({ code, message, advice }): ValidationProblemWire => ({
    code,
    message,
    recommendations: [advice ?? 'Change the request and validate it again.'],
  }));
  const validationResults = [...refusals, ...foreseen(restore)];
  const found = { validateOperationResponse: { validationResults } } satisfies ValidationWire;
  return work(found);
}

const validationOperations = vaultOperations({
  kind: 'validation',
  status: 'backupValidateOperationsStatuses',
  result: 'backupValidateOperationResults',
  seconds: 10,
});

function startValidation(call: Call, vault: VaultSeed): Answer {
  return judged(call, vault, (result) =>
    validationOperations.accept(call, vault, {
      operationMs: VALIDATION_MS,
      properties: { objectType: 'OperationStatusValidateOperationExtendedInfo', ...result },
      result,
    }),
  );
}

export const restoreRoutes: readonly Route[] = [
  route.post('restores.trigger', `${pointPath}/restore`, onItem(trigger)),
  route.post(
    'restores.validate',
    `${vaultPath}/backupValidateOperation`,
    onVault((call, vault) => judged(call, vault, ok)),
  ),
  route.post(
    'restores.startValidation',
    `${vaultPath}/backupTriggerValidateOperation`,
    onVault(startValidation),
  ),
  route.get(
    'restores.validationStatus',
    `${vaultPath}/backupValidateOperationsStatuses/{operation}`,
    validationOperations.status,
  ),
  route.get(
    'restores.validationResult',
    `${vaultPath}/backupValidateOperationResults/{operation}`,
    validationOperations.result,
  ),
];
