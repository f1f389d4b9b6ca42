import { isCut } from '#src/lib/list.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { constraints } from '#src/strings/constraints.ts';
import { setAside as words } from '#src/strings/set-aside.ts';
import { known, type Read } from '#src/wizard/draft/reads.ts';
import { goesToSecondary } from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** Something chosen that Azure no longer lists, and its field. */
export interface GoneChoice {
  readonly field: 'point' | 'rg' | 'vnet' | 'staging';
  readonly text: string;
}

/** What was chosen and is no longer where it was; of a list that is not read in full nothing is said. Pure. */
export function goneChoices(view: DraftView): GoneChoice[] {
  const { draft, hidden, reads } = view;
  const { rg, rgIsNew, vnet, staging } = draft.choices;
  const named = known(reads.groups)?.map(({ name }) => name);
  const wanted = [
    { field: 'rg', chosen: rgIsNew ? null : rg, isGone: lacks(reads.groups, named, rg) },
    { field: 'vnet', chosen: vnet, isGone: lacks(reads.networks, idsOf(reads.networks), vnet) },
    {
      field: 'staging',
      chosen: staging,
      isGone: lacks(reads.accounts, idsOf(reads.accounts), staging),
    },
  ] as const;
  const targets = wanted.flatMap(({ field, chosen, isGone }) =>
    chosen === null || !isGone || hidden.has(field)
      ? []
      : [{ field, text: textOf(view, constraints.fields[field], nameOf(chosen)) }],
  );
  return [...gonePoint(view), ...targets];
}

/** A point that the vault has no more is known by no time. */
function gonePoint({ draft, reads, shown }: DraftView): GoneChoice[] {
  const list = goesToSecondary(shown, reads) ? reads.secondaryPoints : reads.points;
  const names = known(list)?.map(({ name }) => name);
  const { point } = draft.choices;
  return point === null || !lacks(list, names, point)
    ? []
    : [{ field: 'point', text: words.line([constraints.fields.point], words.pointGone) }];
}

/** What a field says of what was chosen in it and is gone; undefined where it is there. */
export function goneHint(view: DraftView, field: GoneChoice['field']): string | undefined {
  return goneChoices(view).find((one) => one.field === field)?.text;
}

function textOf({ reads, shown }: DraftView, label: string, name: string): string {
  const subscription = shown.subscription ?? known(reads.instance)?.subscriptionId ?? null;
  const place = known(reads.subscriptions)?.find(({ id }) => sameId(id, subscription))?.name;
  return words.line([words.chosen(label, name)], words.gone(place ?? words.somewhere));
}

const idsOf = (read: Read<readonly { readonly id: string }[]>): readonly string[] | undefined =>
  known(read)?.map(({ id }) => id);

function lacks(
  read: Read<readonly unknown[]>,
  all: readonly string[] | undefined,
  chosen: string | null,
): boolean {
  const list = known(read);
  if (list === undefined || isCut(list)) return false;
  return all?.some((one) => sameId(one, chosen)) === false;
}
