import { openStep, recordOf } from '#src/actions/record.ts';
import * as z from 'zod/mini';
import { protectedItemId } from '#src/api/recovery-services/items.ts';
import { ROLES_STEP, type VmStepId } from '#src/datasources/azure-vm/sent-restore.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';

/** What is to be done about a next step, as it is stored once it was confirmed. It never has a secret. */

const id = z.pipe(z.string(), z.transform(resourceId));
/** When it was planned, epoch milliseconds: the same can be done again later. */
const at = z.number();

const order = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('protect'),
    at,
    machineId: id,
    vaultId: id,
    policyId: id,
    policyName: z.string(),
  }),
  z.object({ kind: z.literal('address'), at, machineId: id, nicId: id, address: z.string() }),
  z.object({ kind: z.literal('license'), at, machineId: id, license: z.string() }),
  z.object({
    kind: z.literal('sql'),
    at,
    machineId: id,
    region: z.string(),
    license: z.enum(['PAYG', 'AHUB']),
  }),
  z.object({
    kind: z.literal('reset'),
    at,
    machineId: id,
    region: z.string(),
    osType: z.enum(['Windows', 'Linux']),
    userName: z.string(),
    secret: z.enum(['password', 'ssh_key']),
    runTag: z.string(),
  }),
  z.object({
    kind: z.literal('revoke'),
    at,
    vaultId: id,
    principalId: z.string(),
    ids: z.array(id),
  }),
]);
export type StepOrder = z.infer<typeof order>;
export type StepOrderKind = StepOrder['kind'];

const stored = storedValues('step-orders.', order);
const nameOfOrder = (jobId: string, step: string): string => `${jobId.toLowerCase()}.${step}`;

/** What the action of an order is about. */
export const subjectOf = (wanted: StepOrder): ResourceId =>
  wanted.kind === 'revoke' ? wanted.vaultId : wanted.machineId;

/** The id of the action of an order: the same after a reload. */
export const stepActionId = (wanted: StepOrder): string =>
  `${wanted.kind}.${subjectOf(wanted).toLowerCase()}.${String(wanted.at)}`;

/** Whether all that an order asked for is there. */
export function isCarriedOut(wanted: StepOrder): boolean {
  const record = recordOf(stepActionId(wanted));
  return record !== null && openStep(record) === undefined;
}

/** What was confirmed about a step; null: nothing. The same object until it changes. */
export const stepOrderOf = (jobId: string, step: string): StepOrder | null =>
  stored.read(nameOfOrder(jobId, step));

/** Writes down that an order is about to be carried out. */
export const keepStepOrder = (jobId: string, step: string, wanted: StepOrder): void =>
  stored.write(nameOfOrder(jobId, step), wanted);

/** Orders that were carried out and planned anew since. */
const past = storedValues('step-orders-past.', z.array(order));

/** Forgets an order that was given up; one that was carried out stays known as done. */
export function removeStepOrder(jobId: string, step: string): void {
  const wanted = stepOrderOf(jobId, step);
  if (wanted !== null && isCarriedOut(wanted)) {
    past.write(jobId.toLowerCase(), [...(past.read(jobId.toLowerCase()) ?? []), wanted]);
  }
  stored.remove(nameOfOrder(jobId, step));
}

export const onStepOrders = stored.listen;

/** The steps that something can be done about. */
export const ORDER_STEPS = {
  'backup-again.continues': 'protect',
  'platform.backup.stopped': 'protect',
  'backup-again.setup': 'protect',
  'backup-again.template-vm': 'protect',
  'after.static-ip': 'address',
  'special.hub.after': 'license',
  'special.sql': 'sql',
  'after.cloud-init-password': 'reset',
  'after.domain.4-reset': 'reset',
  [ROLES_STEP]: 'revoke',
} as const satisfies Partial<Record<VmStepId, StepOrderKind>>;

/** What was confirmed about all steps of a job, also what was planned anew since. */
export const stepOrdersOf = (jobId: string): StepOrder[] => [
  ...(past.read(jobId.toLowerCase()) ?? []),
  ...Object.keys(ORDER_STEPS).flatMap((step) => stepOrderOf(jobId, step) ?? []),
];

/** The steps that set up backup. */
const BACKUP_STEPS = [
  'backup-again.continues',
  'platform.backup.stopped',
  'backup-again.setup',
  'backup-again.template-vm',
] as const satisfies readonly VmStepId[];

/** The backup instance that was made from here after a job; undefined: none, or not yet. */
export function itemMadeAfter(jobId: string): ResourceId | undefined {
  const [wanted] = BACKUP_STEPS.flatMap((step) => stepOrderOf(jobId, step) ?? []);
  return wanted?.kind === 'protect' && isCarriedOut(wanted)
    ? protectedItemId(wanted.vaultId, wanted.machineId)
    : undefined;
}
