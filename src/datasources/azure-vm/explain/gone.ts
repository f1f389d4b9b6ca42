import { subscriptionName } from '#src/datasources/azure-vm/reads.ts';
import { isCut } from '#src/lib/list.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { labelOf } from '#src/rules/fields.ts';
import { unusedChoices as words } from '#src/strings/unused-choices.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import { goesToSecondary } from '#src/datasources/azure-vm/choices/target-region.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';

/** Something chosen that Azure no longer lists, and its field. */
export interface GoneChoice {
  readonly field: 'point' | 'rg' | 'vnet' | 'staging';
  readonly text: string;
}

/** Selections that no longer exist; an incomplete list reports none. Pure. */
export function goneChoices(view: DraftView): GoneChoice[] {
  const { draft, hidden, reads } = view;
  const { rg, rgIsNew, vnet, staging } = draft.choices;
  const wanted = [
    { field: 'rg', chosen: rgIsNew ? null : rg, isGone: lacks(reads.groups, 'name', rg) },
    { field: 'vnet', chosen: vnet, isGone: lacks(reads.networks, 'id', vnet) },
    { field: 'staging', chosen: staging, isGone: lacks(reads.accounts, 'id', staging) },
  ] as const;
  const targets = wanted.flatMap(({ field, chosen, isGone }) =>
    chosen === null || !isGone || hidden.has(field)
      ? []
      : [{ field, text: textOf(view, labelOf(field), nameOf(chosen)) }],
  );
  return [...gonePoint(view), ...targets];
}

/** A point that the vault has no more is known by no time. */
function gonePoint({ draft, reads, shown }: DraftView): GoneChoice[] {
  const list = goesToSecondary(shown, reads) ? reads.secondaryPoints : reads.points;
  const { point } = draft.choices;
  return point === null || !lacks(list, 'name', point)
    ? []
    : [{ field: 'point', text: words.line([labelOf('point')], words.pointGone) }];
}

/** What a field says of what was chosen in it and is gone; undefined where it is there. */
export function goneHint(view: DraftView, field: GoneChoice['field']): string | undefined {
  return goneChoices(view).find((one) => one.field === field)?.text;
}

function textOf({ reads, shown }: DraftView, label: string, name: string): string {
  const subscription = shown.subscription ?? known(reads.instance)?.subscriptionId ?? null;
  const place = subscriptionName(reads, subscription) ?? words.somewhere;
  return words.line([words.chosen(label, name)], words.gone(place));
}

function lacks<Key extends string>(
  read: Read<readonly Readonly<Record<Key, string>>[]>,
  key: Key,
  chosen: string | null,
): boolean {
  const list = known(read);
  if (list === undefined || isCut(list)) return false;
  return !list.some((one) => sameId(one[key], chosen));
}
