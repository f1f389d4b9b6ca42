import type { Draft, DraftChoices, TakenBack } from '#src/wizard/draft/schema.ts';
import { sameId } from '#src/model/resource-id.ts';

/**
 * A change by the operator, applied: what is still valid later is kept, what is not is taken back
 * and the reason noted. Pure.
 */
export function withChoices(draft: Draft, change: Partial<DraftChoices>, at: number): Draft {
  const before = draft.choices;
  const takenBack: TakenBack[] = draft.takenBack.filter(({ field }) => !(field in change));
  let choices: DraftChoices = { ...before, warningsRead: false, ...change };
  if (isOther(before.instance, change.instance)) {
    if (before.point !== null && change.point === undefined) {
      takenBack.push({ field: 'point', because: 'instance' });
    }
    choices = { ...choices, point: change.point ?? null };
  }
  if (isOther(subscriptionOf(before), subscriptionOf(choices))) {
    if (before.rg !== null && !before.rgIsNew && change.rg === undefined) {
      takenBack.push({ field: 'rg', because: 'subscription' });
      choices = { ...choices, rg: null };
    }
    if (before.staging !== null && change.staging === undefined) {
      takenBack.push({ field: 'staging', because: 'subscription' });
      choices = { ...choices, staging: null };
    }
  }
  return { ...draft, changedAt: at, choices, takenBack };
}

/** Where a restore goes: the subscription chosen, else the one of the instance's vault. */
function subscriptionOf({ subscription, instance }: DraftChoices): string | null {
  return subscription ?? /^\/subscriptions\/([^/]+)/i.exec(instance ?? '')?.[1] ?? null;
}

/** Whether a change exchanges something already chosen for something else. */
function isOther(before: string | null, after: string | null | undefined): boolean {
  return before !== null && after !== undefined && !sameId(before, after);
}
