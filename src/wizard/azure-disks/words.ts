import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import { optionVerdicts } from '#src/rules/options.ts';
import type { StepId } from '#src/rules/step-of.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { ruleText } from '#src/strings/rules.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Explanation } from '#src/ui/explanation.ts';
import type { FieldTexts } from '#src/ui/fields/field-text.ts';
import type { RefusedWords } from '#src/ui/fields/refused-lines.ts';
import type { Judgement } from '#src/ui/fields/option.ts';
import { DISK_NAME } from '#src/wizard/azure-disks/disk-name.ts';
import type { DiskView } from '#src/wizard/azure-disks/view.ts';
import { refusedWords } from '#src/wizard/draft/refused-words.ts';
import { explain, sayRule } from '#src/wizard/draft/rule-words.ts';

/** What a field says of what refuses it: a rule, or Azure's own limit of names. */
export const diskErrorWords: Pick<FieldTexts, 'errorText' | 'explainError'> = {
  errorText: (code) => (code === DISK_NAME ? diskFlow.parameters.badName : sayRule(code)),
  explainError: (code) => {
    const rule = catalogue.find(({ id }) => id === code);
    return rule === undefined ? undefined : () => explainDiskRule(rule);
  },
};

/** What a step's form says of the fields that it refuses; the target's have labels of their own. */
export function diskRefused(step: StepId): RefusedWords {
  const { mode, subscription, rg, diskName } = diskFlow.parameters;
  return {
    labels:
      step === 'configuration'
        ? { diskMode: mode, subscription, rg, diskName }
        : refusedWords(step).labels,
    ...diskErrorWords,
  };
}

/** A rule with who says so. */
export function explainDiskRule(rule: CatalogueRule): Explanation {
  return { reasons: [{ id: rule.id, facts: [], ...explain(rule) }], instead: null };
}

/** Why a disk cannot be restored to a place; nothing where it can. */
export function judgeMode({ facts, choices }: DiskView, mode: string): Judgement {
  const value = mode === 'OLR' ? 'OLR' : 'ALR';
  const verdicts = optionVerdicts(facts, choices, 'diskMode', value);
  const rules = verdicts.flatMap(({ rule, state }) => (state === 'speaks' ? [rule] : []));
  if (rules.length === 0) return {};
  const shorts = new Set(
    rules.map(({ id }) => ruleText(id).short ?? wizard.explain.notPossibleShort),
  );
  const reasons = rules.flatMap((rule) => explainDiskRule(rule).reasons);
  return {
    blocked: { short: [...shorts].join('; '), explain: () => ({ reasons, instead: null }) },
  };
}
