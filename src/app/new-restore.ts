import type { QueryClient } from '@tanstack/react-query';
import { instanceFromAddress } from '#src/api/arm/address.ts';
import { causeOf } from '#src/app/cause-of.ts';
import type { NewRestoreSearch } from '#src/app/new-restore-search.ts';
import { type DraftPlace, draftAgain } from '#src/app/restore-again.ts';
import { begin, USUAL_DATASOURCE } from '#src/datasources/begin.ts';
import type { Task } from '#src/datasources/datasource.ts';
import { ownerOf } from '#src/datasources/registry.ts';
import { loadCode } from '#src/lib/load.ts';
import { FIRST_STEP, LAST_STEP } from '#src/wizard/steps/task-steps.ts';

/** Creates the draft that an address asks for, and says where it is opened. */
export async function newRestore(
  search: NewRestoreSearch,
  queries: QueryClient,
): Promise<DraftPlace> {
  const { again, mend = null, rule } = search;
  if (again !== undefined) return draftAgain(again, mend, queries);
  const made = __DEMO__ && rule !== undefined ? await ofRule(rule) : null;
  return made ?? (await ofInstance(search));
}

/** A draft of the demo's own world in which a constraint is met. */
async function ofRule(id: string): Promise<DraftPlace | null> {
  const { draftOfRule } = await loadCode(() => import('#src/app/rule-draft.ts'));
  const made = await draftOfRule(id);
  return made && { ...made, field: null };
}

/** A draft, perhaps with instance, restore point and kind of restore chosen. */
async function ofInstance(search: NewRestoreSearch): Promise<DraftPlace> {
  const { option, zone, outage = null, view } = search;
  const fromAddress = search.instance === undefined ? null : instanceFromAddress(search.instance);
  const owner = fromAddress === null ? undefined : ownerOf(fromAddress);
  const instance = owner === undefined ? null : fromAddress;
  const point = instance === null ? null : (search.point ?? null);
  // A datasource without secondary regions drops the choice of one.
  const region =
    view === 'secondary' ? { datasource: owner?.id ?? USUAL_DATASOURCE, regionView: view } : {};
  const { draftId, task } = await begin(
    { instance, point, ...region },
    option === undefined ? {} : { option, zone: zone ?? null, outage },
    { cause: causeOf(search), task: search.task },
  );
  return { draftId, step: firstOpen(task, { instance, point, view }), field: null };
}

/** The step that asks for the first of what an address does not choose. */
function firstOpen({ stepWith, stepAfter }: Task, { instance, point, view }: Given): string {
  if (point !== null) return stepAfter('point') ?? LAST_STEP;
  if (instance !== null) return stepWith('point') ?? FIRST_STEP;
  // In the secondary region the datasource is settled.
  return (view === 'secondary' ? stepWith('instance') : null) ?? FIRST_STEP;
}

interface Given extends Pick<NewRestoreSearch, 'view'> {
  readonly instance: string | null;
  readonly point: string | null;
}
