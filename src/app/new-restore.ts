import type { QueryClient } from '@tanstack/react-query';
import { instanceFromAddress, jobFromAddress } from '#src/api/arm/address.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import type { NewRestoreSearch } from '#src/app/new-restore-search.ts';
import { begin, USUAL_DATASOURCE } from '#src/datasources/begin.ts';
import type { Task } from '#src/datasources/datasource.ts';
import { codeOf, ownerOf } from '#src/datasources/registry.ts';
import { loadCode } from '#src/lib/load.ts';
import { parseInstant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { type MendingField, scenarioIdOf } from '#src/model/restore-option.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { sentChoicesOf, storedMade } from '#src/wizard/draft/sent.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';
import { FIRST_STEP, LAST_STEP } from '#src/wizard/steps/task-steps.ts';

interface CauseSearch {
  readonly what?: string | undefined;
  readonly before?: string | undefined;
}

/** The answers that led to a restore; undefined if it didn't start from what has happened. */
export function causeOf({ what, before }: CauseSearch) {
  const scenario = what === undefined ? null : scenarioIdOf(what);
  return scenario === null ? undefined : { scenario, before: parseInstant(before) };
}

/** Where a new draft is opened: its step, and the field that takes the focus. */
interface DraftPlace {
  readonly draftId: string;
  readonly step: string;
  readonly field: MendingField | null;
}

/**
 * A new draft like the one that led to a job. With the same choices if this browser started it; else with its
 * VM, as no job names its restore point; else empty. Review evaluates it anew. It opens at the field that
 * fixes the restore, once everything before that is selected.
 */
async function draftAgain(
  address: string,
  mending: MendingField | null,
  queries: QueryClient,
): Promise<DraftPlace> {
  const id = jobFromAddress(address);
  if (id === null) return { draftId: (await begin({})).draftId, step: FIRST_STEP, field: null };
  const draft = draftOfJob(id);
  if (draft !== null) {
    const unread = { confirmReplace: null, consequenceRead: false, warningsRead: false };
    const { draftId, task } = await begin({ ...sentChoicesOf(draft), ...unread });
    // What the restore before has created is there for the next one, too.
    changeDraft(draftId, (begun) => ({ ...begun, madeGroups: storedMade(draft) }));
    const step = mending === null ? null : task.stepWith(mending);
    return { draftId, step: step ?? LAST_STEP, field: mending };
  }
  const choices = await choicesOf(id, queries);
  const { draftId, task } = await begin(choices);
  const step = choices.instance === null ? null : task.stepWith('point');
  return { draftId, step: step ?? FIRST_STEP, field: null };
}

/** What a job implies for another restore of its instance. */
async function choicesOf(id: ResourceId, queries: QueryClient) {
  const owner = ownerOf(id);
  const spec = owner && (await codeOf(owner, owner.jobSpec));
  const instance = await queries
    .query({ ...jobQuery(id), staleTime: 'static' })
    .then(async (job) => (await spec?.instanceOf(job)) ?? null)
    .catch(() => null);
  return { instance, ...spec?.choicesOf(id) };
}

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
  const hasPoint = point !== null || suggestsPoint(search);
  return { draftId, step: firstOpen(task, { instance, hasPoint, view }), field: null };
}

/**
 * Whether the step after that of the restore point suggests the newest one: the kind of restore was named, and
 * nothing that has happened makes the newest a bad one.
 */
const suggestsPoint = ({ option, what, before }: NewRestoreSearch): boolean =>
  option !== undefined && what === undefined && before === undefined;

/** The step that asks for the first of what an address does not choose. */
function firstOpen({ stepWith, stepAfter }: Task, { instance, hasPoint, view }: Given): string {
  if (instance !== null && hasPoint) return stepAfter('point') ?? LAST_STEP;
  if (instance !== null) return stepWith('point') ?? FIRST_STEP;
  // In the secondary region the datasource is settled.
  return (view === 'secondary' ? stepWith('instance') : null) ?? FIRST_STEP;
}

interface Given extends Pick<NewRestoreSearch, 'view'> {
  readonly instance: string | null;
  /** It was chosen, or is going to be suggested. */
  readonly hasPoint: boolean;
}
