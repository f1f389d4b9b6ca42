import { armFacts, isRefusal } from '#src/api/arm/error.ts';
import { now } from '#src/lib/clock.ts';
import { type GroupName, isSameGroup, madeGroupsOf } from '#src/wizard/draft/sent.ts';
import type { MadeGroup } from '#src/wizard/draft/schema.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';

/** A resource group to create where there is none. */
export interface GroupToMake extends GroupName {
  /** Creates it, unless it exists; `onRequest` is called before the request that creates it leaves. */
  readonly run: (onRequest: () => void) => Promise<'created' | 'existed'>;
}

/** Creates a resource group where there is none. What is created, or may be, counts as the draft's own. */
export async function makeGroup(draftId: string, group: GroupToMake): Promise<void> {
  const { subscriptionId, name } = group;
  let isRequested = false;
  const note = (isSure: boolean): void =>
    keepNote(draftId, group, [{ subscriptionId, name, at: now(), isSure }]);
  try {
    const came = await group.run(() => {
      isRequested = true;
      // Its answer may never come.
      note(false);
    });
    if (came === 'created') note(true);
  } catch (error) {
    const isClear = isRefusal(error) || armFacts(error)?.kind === 'notSent';
    if (isRequested && isClear) keepNote(draftId, group, []);
    throw error;
  }
}

/** Notes what is known of a resource group in place of what was. */
function keepNote(draftId: string, group: GroupName, known: readonly MadeGroup[]): void {
  changeDraft(draftId, (draft) => {
    const others = madeGroupsOf(draft).filter((one) => !isSameGroup(one, group));
    return { ...draft, madeGroups: [...others, ...known] };
  });
}
