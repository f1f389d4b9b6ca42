import * as z from 'zod/mini';
import type { ActionStep, GuardedAction } from '#src/actions/action.ts';
import { recordOf } from '#src/actions/record.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import {
  deleteContainerStep,
  deleteDiskStep,
  deleteInterfaceStep,
  revokeStep,
} from '#src/actions/delete-steps.ts';
import type { WriteStep } from '#src/actions/steps.ts';
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
export type DeleteItem = z.infer<typeof item>;

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

/** The action of an order: the same steps under the same id, also after a reload. One that fails keeps the others. */
export function actionOf({ at, items }: DeleteOrder): GuardedAction {
  const steps = items.map((one): ActionStep => ({
    id: one.id.toLowerCase(),
    title: words.step[one.kind](one.name),
    ...noted(one, requestOf(one)),
  }));
  const [first] = steps;
  const isOne = items.length === 1;
  return {
    id: `leftovers.${String(at)}`,
    // A role has the name of its group, which stays.
    sentence: isOne ? (first?.title ?? '') : words.sentence(items.length),
    plan: {
      created: [],
      changed: [],
      untouched: [words.untouched],
      lost: items.map((one) => words.lost(one)),
    },
    confirmName: isOne ? (items[0]?.name ?? '') : words.confirmName(items.length),
    steps,
    isEachAlone: true,
  };
}

/** A request whose result is written down beside the restore that it cleans up after, once it was read. */
function noted(one: DeleteItem, { look, run }: WriteStep): WriteStep {
  const { of, kind, name } = one;
  if (of === undefined) return { look, run };
  const title = words.step[kind](name);
  return {
    run,
    look: async () => {
      const seen = await look();
      if (seen === 'done') {
        noteCleanUp(
          of.jobId,
          one.id.toLowerCase(),
          of.isCertain ? title : afterwards.likely(title),
        );
      }
      return seen;
    },
  };
}

function requestOf({ kind, id: resource, held }: DeleteItem): WriteStep {
  switch (kind) {
    case 'container':
      return deleteContainerStep(resource);
    case 'disk':
      return deleteDiskStep(resource);
    case 'interface':
      return deleteInterfaceStep(resource);
    case 'role':
      return revokeStep(resource, held?.principalId ?? '', held?.scope ?? resourceId(''));
  }
}

/** Resource Graph lags by minutes: for so long a list may still have what was deleted. */
const LAG_MS = 15 * 60_000;

/** The ids, in lower case, of what the latest order has deleted and a list may still have. */
export function deletedLately(now: number): ReadonlySet<string> {
  const order = latestOrder();
  const record = order === null ? null : recordOf(actionOf(order).id);
  const done = record?.steps.filter(({ state, at }) => state === 'done' && now - at < LAG_MS) ?? [];
  return new Set(done.map(({ id: resource }) => resource));
}
