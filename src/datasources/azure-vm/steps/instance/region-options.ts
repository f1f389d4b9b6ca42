import { ruleNamed } from '#src/rules/engine.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { factFrom as words } from '#src/strings/fact-from.ts';
import { factText } from '#src/rules/facts.ts';
import { instances } from '#src/strings/instances.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Blocked, FieldOptions } from '#src/ui/fields/option.ts';
import { explain, judgeValue } from '#src/wizard/explain/findings.ts';
import { changeChoices } from '#src/datasources/azure-vm/choices/transitions.ts';
import { withChoice } from '#src/datasources/azure-vm/view.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';

/** The two regions of a vault; the secondary one with the reason why the machine cannot go there. */
export function regionOptions(view: DraftView): FieldOptions {
  return {
    options: (['primary', 'secondary'] as const).map((value) => ({
      value,
      label: instances.views[value],
    })),
    judge: (value) => (value === 'secondary' ? { blocked: notThere(view) } : {}),
  };
}

function notThere(view: DraftView): Blocked | undefined {
  if (view.shown.regionView === 'secondary') {
    return judgeValue(view, 'regionView', 'secondary').blocked;
  }
  // A point is chosen anew there, so the one of the primary region does not count.
  const there = withChoice(view, { regionView: 'secondary', point: null });
  const choices = { ...view.choices, recoveryPointId: null };
  const { blocked } = judgeValue({ ...there, choices }, 'regionView', 'secondary');
  return blocked && { ...blocked, explain: () => withOtherMachine(view, blocked.explain()) };
}

/** Where the primary region is chosen already, what is left is to look for another machine. */
function withOtherMachine(view: DraftView, explanation: ReturnType<Blocked['explain']>) {
  if (explanation.instead !== null && explanation.instead.field !== 'regionView') {
    return explanation;
  }
  const apply = () =>
    changeChoices(view.draft.id, {
      datasource: 'azure-vm',
      regionView: 'secondary',
      instance: null,
    });
  return {
    ...explanation,
    instead: { label: wizard.region.otherMachine, apply, field: 'regionView' },
  };
}

/** A vault to look into. Null: it does not say whether it keeps anything in a second region. */
export interface ListedVault {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly hasCrossRegionRestore: boolean | null;
}

/** All vaults; those that keep nothing in a second region stay in view, with their reason. */
export function vaultOptions(vaults: readonly ListedVault[]): FieldOptions {
  return {
    options: vaults.map(({ id, name, region }) => ({ value: id, label: name, remark: region })),
    judge: (id) =>
      vaults.find((one) => one.id === id)?.hasCrossRegionRestore === false
        ? { blocked: withoutSecondary() }
        : {},
  };
}

/** Why a vault without Cross Region Restore cannot be looked into there. */
function withoutSecondary(): Blocked {
  const rule = ruleNamed(vmRules, 'crr.enabled');
  const fact = {
    text: factText('vault.crrEnabled', false),
    from: words.read([wizard.region.vaults], null),
    way: null,
  };
  return {
    short: rule.short ?? '',
    explain: () => ({
      reasons: [{ id: rule.id, ...explain(rule), facts: [fact] }],
      instead: null,
    }),
  };
}
