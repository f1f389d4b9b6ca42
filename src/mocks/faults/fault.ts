import * as z from 'zod/mini';

/**
 * Faults are data: which request, how often, what happens. They name operations as `routes.ts` does.
 */

/** Operations that a fault meets as one: restores start, jobs are read and listed, and deletions are undone. */
export const operationGroups = {
  'restore-start': [
    'restores.trigger',
    'restores.triggerSecondary',
    'diskRestores.trigger',
    'commvaultTasks.create',
  ],
  'job-read': ['jobs.get', 'jobs.getSecondary', 'diskJobs.get', 'commvaultJobs.get'],
  'job-list': ['jobs.list', 'jobs.listSecondary', 'diskJobs.list', 'commvaultJobs.list'],
  // A VM's deletion is undone by the write that also changes its protection (live §6, S).
  undelete: ['protectedItems.protect', 'deletedBackupInstances.undelete'],
} as const;
export type OperationGroup = keyof typeof operationGroups;

/** Whether an operation, by its name, belongs to a group. */
export function isInGroup(group: OperationGroup, operation: string | null): boolean {
  return operationGroups[group].some((name) => name === operation);
}

const seconds = z.number().check(z.minimum(0));
const task = z.number().check(z.int(), z.minimum(0));
/** A status that an answer with a body can have. */
const pageStatus = z
  .number()
  .check(z.int(), z.minimum(200), z.maximum(599))
  .check(z.refine((status) => ![204, 205, 304].includes(status)));

/** What a CommServe may do beside what any service may. */
const commServeFaults = [
  'job-unknown',
  'job-waits',
  'job-pending',
  'job-errors',
  'job-never-starts',
  'access-denied',
  'bare-returns',
  'token-rotated',
  'no-description',
  'wrong-total',
  'download-beside',
] as const;
export type CommServeFault = (typeof commServeFaults)[number];

const effectShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('latency'), seconds }),
  // An error in the service's own form, in front of the work or, with `after`, once it is done and stored.
  z.object({
    kind: z.literal('status'),
    status: z.literal([400, 401, 403, 404, 409, 412, 413, 500, 503]),
    code: z.optional(z.string()),
    after: z.optional(z.boolean()),
  }),
  // A 401 that asks for a token with other claims: a client may get one and ask again.
  z.object({ kind: z.literal('challenge') }),
  // No token can be had in the page: nothing leaves it before the person signs in again.
  z.object({ kind: z.literal('no-token') }),
  // The clock of the page's machine is ahead of the world's by so many minutes; negative: behind it.
  z.object({ kind: z.literal('clock-off'), minutes: z.number().check(z.int()) }),
  // A 429 whose Retry-After is in seconds or an HTTP date; without a number it has no such header.
  z.object({
    kind: z.literal('throttle'),
    retryAfterSeconds: z.optional(seconds),
    as: z.optional(z.literal('date')),
  }),
  z.object({ kind: z.literal('timeout'), seconds }),
  z.object({ kind: z.literal('drop') }),
  // Something between page and Azure answers with an HTML page (200 unless told); the work is done (`after`) or not.
  z.object({
    kind: z.literal('html-page'),
    status: z.optional(pageStatus),
    after: z.optional(z.boolean()),
  }),
  // The request is received twice, as where a browser or a gateway repeats it: the page gets the second answer alone.
  z.object({ kind: z.literal('repeated') }),
  // The accepted restore's operation names the newest job of another restore in the vault; the work is done or not.
  z.object({ kind: z.literal('leads-to-another'), undone: z.optional(z.boolean()) }),
  // The job of the next restore is in lists, and there by its ID, only so long after its start.
  z.object({ kind: z.literal('listed-late'), seconds }),
  // No answer ever comes; the work is done (`after`) or not.
  z.object({ kind: z.literal('never-answers'), after: z.optional(z.boolean()) }),
  // The next request with a page token (`$skipToken`) gets the error that it is too old.
  z.object({ kind: z.literal('expire-page-token') }),
  z.object({ kind: z.literal('truncated-json') }),
  z.object({ kind: z.literal('wrong-json') }),
  // Jobs have an empty property bag and no tasks (azure-contract §9).
  z.object({ kind: z.literal('empty-bags') }),
  // VMs, backup instances, restore points, NICs and disks come without all that their schemas leave optional.
  z.object({ kind: z.literal('bare-source') }),
  // Jobs don't report the id of the request that started them; or something between page and Azure
  // has given the request an id of its own, which its job then has.
  z.object({ kind: z.literal('odd-ids'), are: z.literal(['unreported', 'replaced']) }),
  // The page can read no header beyond those that CORS always exposes.
  z.object({ kind: z.literal('hide-headers') }),
  // The answer says by `Location` alone where its operation is followed.
  z.object({ kind: z.literal('location-only') }),
  // The addresses that the answer gives, of an operation and of a list's next page, are of another host.
  z.object({ kind: z.literal('leads-elsewhere') }),
  // Status and headers come; then the connection breaks in the middle of the body.
  z.object({ kind: z.literal('half-body') }),
  // The work is done and stored; then the connection breaks.
  z.object({ kind: z.literal('answer-lost') }),
  // The same, and lists of jobs come only so many real seconds later: a search can’t find the job before.
  z.object({ kind: z.literal('answer-held'), seconds }),
  // The work is done and stored; then the answer is a 500.
  z.object({ kind: z.literal('accepted-but-500') }),
  // The job of the next restore fails in this subtask (from 0), or stalls in it, for ever or for so long.
  z.object({ kind: z.literal('job-fails'), task }),
  z.object({ kind: z.literal('job-stalls'), task, forSeconds: z.optional(seconds) }),
  // The operation of the next restore ends badly, and no job comes of it.
  z.object({ kind: z.literal('operation-fails') }),
  z.object({ kind: z.literal('operation-canceled') }),
  // The operation takes so long, whatever it does.
  z.object({ kind: z.literal('operation-slow'), seconds }),
  // The session in which files are read ends so long after its request.
  z.object({ kind: z.literal('session-ends'), seconds }),
  // The answer that mounts a restore point lacks entries, a known extension, or its expiry.
  z.object({
    kind: z.literal('odd-scripts'),
    lacks: z.literal(['scripts', 'extension', 'expiry']),
  }),
  // A CommServe of Commvault does so (commvault.md §7).
  z.object({
    kind: z.literal('commserve'),
    does: z.literal(commServeFaults),
    seconds: z.optional(seconds),
  }),
]);
export type FaultEffect = z.infer<typeof effectShape>;

const faultShape = z.object({
  id: z.string(),
  match: z.object({
    method: z.optional(z.string()),
    /** Text that the path contains, in any letter case. */
    path: z.optional(z.string()),
    /** Name of an operation, such as `restores.trigger`. */
    operation: z.optional(z.string()),
    /** Any operation of a group, such as whatever starts a restore. */
    group: z.optional(z.literal(['restore-start', 'job-read', 'undelete'])),
  }),
  /** How many requests it meets; null is every one. */
  times: z.nullable(z.number()),
  effect: effectShape,
});
export type Fault = z.infer<typeof faultShape>;

/** A fault by its name: which requests it meets, how many of them (null is every one), and what happens. */
export const fault = (
  id: string,
  match: Fault['match'],
  times: Fault['times'],
  effect: FaultEffect,
): Fault => ({ id, match, times, effect });

/** Checks a fault that came from outside, such as a test; throws when it is none. */
export function parseFault(given: unknown): Fault {
  return faultShape.parse(given);
}

/** A fault that another version of this code may have stored; null when this one knows none like it. */
export function faultIn(stored: unknown): Fault | null {
  return faultShape.safeParse(stored).data ?? null;
}

/** An effect that came from outside; null when there is none like it. */
export function effectIn(effect: unknown): FaultEffect | null {
  return effectShape.safeParse(effect).data ?? null;
}

/** What the page's own machine lacks or has wrong: such a fault meets no request. */
export function isOfThePage({ effect }: Pick<Fault, 'effect'>): boolean {
  return effect.kind === 'no-token' || effect.kind === 'clock-off';
}
