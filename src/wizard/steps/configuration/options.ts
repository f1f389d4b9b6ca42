import { wizard } from '#src/strings/wizard.ts';
import type { SelectOption } from '#src/ui/fields/SelectField.tsx';
import { stagingChoice } from '#src/wizard/draft/choices.ts';
import { known, type Read } from '#src/wizard/draft/reads.ts';
import { blockedBecause } from '#src/wizard/draft/rule-words.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** Why a list is empty, while it is not read; undefined once it is. */
export function readHint(read: Read<unknown>): string | undefined {
  return read.state === 'known' ? undefined : wizard.reads[read.state];
}

/** The subscriptions, those that a rule refuses with its reason. */
export function subscriptionOptions(view: DraftView): SelectOption[] {
  return (known(view.reads.subscriptions) ?? []).map(({ id, name }) => ({
    value: id,
    label: name,
    remark: id,
    blockedBecause: blockedBecause(view, 'subscription', id),
  }));
}

/** The resource groups of the target subscription. */
export function groupOptions(view: DraftView): SelectOption[] {
  return (known(view.reads.groups) ?? []).map(({ name, region }) => ({
    value: name,
    label: name,
    remark: region,
  }));
}

/** The storage accounts with their redundancy in parentheses, the unusable ones with their reason. */
export function accountOptions(view: DraftView): SelectOption[] {
  const options = (known(view.reads.accounts) ?? []).map((account) => ({
    value: account.id,
    label: account.redundancy === null ? account.name : `${account.name} (${account.redundancy})`,
    remark: `${account.region}, ${account.resourceGroup}`,
    blockedBecause: blockedBecause(view, 'staging', stagingChoice(account)),
  }));
  return options.toSorted((a, b) => Number(isBlocked(a)) - Number(isBlocked(b)));
}

function isBlocked(option: SelectOption): boolean {
  return option.blockedBecause !== undefined;
}
