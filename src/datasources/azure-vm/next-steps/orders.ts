import {
  accessStep,
  licenseStep,
  protectStep,
  sqlStep,
  staticAddressStep,
} from '#src/actions/after-steps.ts';
import { telling, type WriteStep } from '#src/actions/steps.ts';
import { revokeStep } from '#src/actions/roles.ts';
import * as z from 'zod/mini';
import type { ActionPlan, GuardedAction } from '#src/actions/action.ts';
import { openStep, recordOf } from '#src/actions/record.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { protectedItemId } from '#src/api/recovery-services/items.ts';
import { ROLES_STEP, type VmStepId } from '#src/datasources/azure-vm/sent-restore.ts';
import { azCommand, type Command, type CommandPart } from '#src/lib/command.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { stepActions } from '#src/strings/next-steps.ts';

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
const subjectOf = (wanted: StepOrder): ResourceId =>
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

interface OrderParts {
  readonly sentence: string;
  readonly plan: Partial<ActionPlan>;
  readonly writes: readonly WriteStep[];
  /** Of the writes; left out: the sentence of the action. */
  readonly titles?: readonly string[];
  /** The same in the Azure CLI (Microsoft Learn, reference of `az`; aftercare §2.2). It never has a secret. */
  readonly command: Command;
}

const { sentence, line } = stepActions;

/** What an order says, changes, sends and is as a command. */
export function stepOrderParts(wanted: StepOrder): OrderParts {
  const name = nameOf(subjectOf(wanted));
  const untouched = [line.content(name)];
  switch (wanted.kind) {
    case 'protect':
      return {
        sentence: sentence.protect(name, wanted.policyName),
        plan: { created: [line.job], untouched },
        writes: [protectStep(wanted)],
        command: azCommand([
          'az backup protection enable-for-vm',
          ...azPlace(wanted.vaultId, 'vault-name'),
          ['--vm', wanted.machineId],
          ['--policy-name', wanted.policyName],
        ]),
      };
    case 'address': {
      const nic = nameOf(wanted.nicId);
      return {
        sentence: sentence.address(nic, wanted.address),
        plan: { changed: [line.address(nic)], untouched, lost: [line.connections] },
        writes: [staticAddressStep(wanted.nicId, wanted.address)],
        command: azCommand([
          'az network nic ip-config update',
          ...azPlace(wanted.nicId, 'nic-name'),
          '--name ipconfig1',
          ['--private-ip-address', wanted.address],
        ]),
      };
    }
    case 'license':
      return {
        sentence: sentence.license(name, wanted.license),
        plan: { changed: [line.vm(name)], untouched },
        writes: [licenseStep(wanted.machineId, wanted.license)],
        command: azCommand([
          'az vm update',
          ...azPlace(wanted.machineId),
          ['--license-type', wanted.license],
        ]),
      };
    case 'sql':
      return {
        sentence: sentence.sql(name),
        plan: { created: [line.registration(name)], untouched },
        writes: [sqlStep(wanted.machineId, wanted)],
        command: azCommand([
          'az sql vm create',
          ...azPlace(wanted.machineId),
          ['--location', wanted.region],
          ['--license-type', wanted.license],
        ]),
      };
    case 'reset':
      return {
        sentence: sentence.reset(name, wanted.userName),
        plan: {
          created: [line.extension(name)],
          untouched,
          lost: [line.password(wanted.userName)],
        },
        writes: [accessStep(wanted, () => takeSecret(wanted.runTag))],
        command: azCommand([
          'az vm user update',
          ...azPlace(wanted.machineId),
          ['--username', wanted.userName],
          // The shell asks for it, so that no history of commands has it.
          wanted.secret === 'password'
            ? '--password "$(read -rs p; echo "$p")"'
            : '--ssh-key-value key.pub',
        ]),
      };
    case 'revoke':
      return {
        sentence: sentence.revoke(name),
        plan: { lost: wanted.ids.map(line.role) },
        writes: wanted.ids.map((one) => revokeStep(one, wanted.principalId)),
        titles: wanted.ids.map(line.role),
        command: azCommand(['az role assignment delete', ['--ids', ...wanted.ids]]),
      };
  }
}

/** A resource by the options of the Azure CLI. */
export function azPlace(of: ResourceId, option = 'name'): CommandPart[] {
  const { subscriptionId = '', resourceGroup = '', name = '' } = parseResourceId(of) ?? {};
  return [
    ['--subscription', subscriptionId],
    ['--resource-group', resourceGroup],
    [`--${option}`, name],
  ];
}

const EMPTY: ActionPlan = { created: [], changed: [], untouched: [], lost: [] };

/** The guarded action of an order: the same steps under the same id, also after a reload. `onDone`: called when a result is there. */
export function stepActionOf(wanted: StepOrder, onDone: () => void): GuardedAction {
  const parts = stepOrderParts(wanted);
  return {
    id: stepActionId(wanted),
    sentence: parts.sentence,
    plan: { ...EMPTY, ...parts.plan },
    confirmName: nameOf(subjectOf(wanted)),
    steps: parts.writes.map((write, index) => ({
      id: String(index),
      title: parts.titles?.[index] ?? parts.sentence,
      ...telling(write, onDone),
    })),
  };
}

/** Passwords and keys that were typed: in the memory of this page alone, until they are sent. */
const typed = new Map<string, string>();
onNewVisit(() => typed.clear());

/** Keeps what was typed for one reset, and forgets that of others. */
export function holdSecret(runTag: string, secret: string): void {
  typed.clear();
  typed.set(runTag, secret);
}

/** What was typed for a reset; null: it was sent or forgotten. */
export function takeSecret(runTag: string): string | null {
  const secret = typed.get(runTag) ?? null;
  typed.delete(runTag);
  return secret;
}
