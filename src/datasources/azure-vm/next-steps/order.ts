import * as z from 'zod/mini';
import { storedValues } from '#src/lib/stored-values.ts';
import { resourceId } from '#src/model/resource-id.ts';

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

/** What was confirmed about a step; null: nothing. The same object until it changes. */
export const orderOf = (jobId: string, step: string): StepOrder | null =>
  stored.read(nameOfOrder(jobId, step));

/** Writes down that an order is about to be carried out. */
export const keepOrder = (jobId: string, step: string, wanted: StepOrder): void =>
  stored.write(nameOfOrder(jobId, step), wanted);

/** Forgets an order that was given up. */
export const removeOrder = (jobId: string, step: string): void =>
  stored.remove(nameOfOrder(jobId, step));

export const onOrders = stored.listen;
