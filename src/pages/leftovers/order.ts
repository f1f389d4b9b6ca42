import * as z from 'zod/mini';
import type { ActionStep, GuardedAction } from '#src/actions/action.ts';
import {
  deleteContainerStep,
  deleteDiskStep,
  deleteInterfaceStep,
} from '#src/actions/delete-steps.ts';
import { telling, type WriteStep } from '#src/actions/steps.ts';
import { recordOf } from '#src/actions/record.ts';
import { revokeStep } from '#src/actions/roles.ts';
import { azCommand, type Command, powerShellCommand } from '#src/lib/command.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import { type Leftover, LEFTOVER_KINDS } from '#src/model/leftovers.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { afterwards } from '#src/strings/afterwards.ts';
import { leftovers as words } from '#src/strings/leftovers.ts';
import { noteCleanUp } from '#src/wizard/next-steps/afterwards.tsx';

/** What is to be deleted, as it is stored once it was confirmed. */

const id = z.pipe(
  z.string(),
  z.transform((text): ResourceId => resourceId(text)),
);

const item = z.object({
  kind: z.enum(LEFTOVER_KINDS),
  id,
  name: z.string(),
  sizeGiB: z.nullable(z.number()),
  held: z.nullable(z.object({ scope: id, principalId: z.string() })),
  /** The restore that it is, or might be, left over of; left out: none is known. */
  of: z.optional(z.object({ jobId: id, isCertain: z.boolean() })),
});
type DeleteItem = z.infer<typeof item>;

const deleteOrder = z.object({
  /** When it was planned, epoch milliseconds. */
  at: z.number(),
  items: z.array(item),
});
export type DeleteOrder = z.infer<typeof deleteOrder>;

const stored = storedValues('leftovers-order', deleteOrder);

/** The latest order that was confirmed in this browser; null: there is none. The same object until it changes. */
export const latestOrder = (): DeleteOrder | null => stored.read('');

/** Writes down that an order is about to be carried out. */
export const keepOrder = (order: DeleteOrder): void => stored.write('', order);

export const forgetOrder = (): void => stored.remove('');

export const onLatestOrder = stored.listen;

/** An order to delete what was selected. */
export const orderOf = (at: number, selected: readonly Leftover[]): DeleteOrder => ({
  at,
  items: selected.map(({ kind, id: resource, name, sizeGiB, held, jobId, claim }) => ({
    kind,
    id: resource,
    name,
    sizeGiB,
    held,
    ...(jobId === null ? {} : { of: { jobId, isCertain: claim === 'certain' } }),
  })),
});

/** What the deletion of one thing says, loses, sends and is as commands. */
interface ItemParts {
  readonly title: string;
  readonly lost: string;
  readonly write: WriteStep;
  /**
   * The same as commands (Microsoft Learn: az disk, az network nic, az storage container-rm, az role assignment;
   * `Az.Compute`, `Az.Network`, `Az.Storage`, `Az.Resources`).
   */
  readonly az: Command;
  readonly powerShell: Command;
}

function partsOf(one: DeleteItem): ItemParts {
  const { kind, id: resource, name, held } = one;
  const [, , , , group = '', , , , account = ''] = resource.split('/');
  const within = ['-ResourceGroupName', group] as const;
  const named = { title: words.step[kind](name), lost: words.lost(one) };
  switch (kind) {
    case 'disk':
      return {
        ...named,
        write: deleteDiskStep(resource),
        az: azCommand(['az disk delete --yes', ['--ids', resource]]),
        powerShell: powerShellCommand(['Remove-AzDisk', within, ['-DiskName', name], '-Force']),
      };
    case 'interface':
      return {
        ...named,
        write: deleteInterfaceStep(resource),
        az: azCommand(['az network nic delete', ['--ids', resource]]),
        powerShell: powerShellCommand([
          'Remove-AzNetworkInterface',
          within,
          ['-Name', name],
          '-Force',
        ]),
      };
    case 'container':
      return {
        ...named,
        write: deleteContainerStep(resource),
        az: azCommand([
          'az storage container-rm delete --yes',
          ['--storage-account', resource.split('/blobServices/')[0] ?? ''],
          ['--name', name],
        ]),
        powerShell: powerShellCommand([
          'Remove-AzRmStorageContainer',
          within,
          ['-StorageAccountName', account],
          ['-Name', name],
          '-Force',
        ]),
      };
    case 'role': {
      const { scope = resourceId(''), principalId = '' } = held ?? {};
      return {
        ...named,
        write: revokeStep(resource, principalId, scope),
        az: azCommand(['az role assignment delete', ['--ids', resource]]),
        powerShell: powerShellCommand([
          'Remove-AzRoleAssignment',
          ['-ObjectId', principalId],
          ['-RoleDefinitionName', 'Disk Restore Operator'],
          ['-Scope', scope],
        ]),
      };
    }
  }
}

/** The action of an order: the same steps under the same id, also after a reload. One that fails keeps the others. */
export function deleteActionOf({ at, items }: DeleteOrder): GuardedAction {
  const parts = items.map(partsOf);
  const isOne = items.length === 1;
  return {
    id: `leftovers.${String(at)}`,
    plannedAt: at,
    // A role has the name of its group, which stays.
    sentence: isOne ? (parts[0]?.title ?? '') : words.sentence(items.length),
    plan: {
      created: [],
      changed: [],
      untouched: [words.untouched],
      lost: parts.map(({ lost }) => lost),
    },
    confirmName: isOne ? (items[0]?.name ?? '') : words.confirmName(items.length),
    steps: items.map((one) => ({ id: one.id.toLowerCase(), ...noted(one) })),
    isEachAlone: true,
  };
}

/** A request whose result is written down beside the restore that it cleans up after, once it was read. */
function noted(one: DeleteItem): Omit<ActionStep, 'id'> {
  const { title, write } = partsOf(one);
  const { of } = one;
  if (of === undefined) return { title, ...write };
  const text = of.isCertain ? title : afterwards.likely(title);
  return {
    title,
    ...telling(write, () => noteCleanUp(of.jobId, one.id.toLowerCase(), text)),
  };
}

/** An order as commands, one below the other. */
export function deleteCommandsOf(items: readonly DeleteItem[]) {
  return {
    az: items.map((one) => partsOf(one).az),
    powerShell: items.flatMap((one) => {
      const [, , subscription = ''] = one.id.split('/');
      return [
        powerShellCommand(['$null = Set-AzContext', ['-Subscription', subscription]]),
        partsOf(one).powerShell,
      ];
    }),
  };
}

/** Resource Graph lags by minutes: for so long a list may still have what was deleted. */
const LAG_MS = 15 * 60_000;

/** The ids, in lower case, of what the latest order has deleted and a list may still have. */
export function deletedLately(now: number): ReadonlySet<string> {
  const order = latestOrder();
  const record = order === null ? null : recordOf(deleteActionOf(order).id);
  const done = record?.steps.filter(({ state, at }) => state === 'done' && now - at < LAG_MS) ?? [];
  return new Set(done.map(({ id: resource }) => resource));
}
