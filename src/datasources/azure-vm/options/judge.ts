import { ruleChoices } from '#src/datasources/azure-vm/choices/choices.ts';
import { newDraft } from '#src/datasources/azure-vm/choices/schema.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { copiesLeft } from '#src/datasources/azure-vm/choices/target-region.ts';
import { withChoices } from '#src/datasources/azure-vm/choices/transitions.ts';
import { factsOf } from '#src/datasources/azure-vm/facts.ts';
import { fileModel } from '#src/datasources/azure-vm/files/model.ts';
import {
  RESTORE_OPTIONS,
  type RestoreOption,
  type Scenario,
} from '#src/datasources/azure-vm/options/scenarios.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { sameRegion } from '#src/model/places.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { RestoreOptionKind } from '#src/model/restore-option.ts';
import { type RuleVerdict, verdictsAmong } from '#src/rules/engine.ts';
import type { FactName, Facts } from '#src/rules/facts.ts';
import type { Choices } from '#src/rules/fields.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { settle } from '#src/rules/settle.ts';
import { known } from '#src/wizard/reads/read.ts';

/** What the rules say about one option from one restore point. */
export interface Judgement {
  readonly facts: Facts;
  readonly choices: Choices;
  /** The rules that refuse it. */
  readonly blocking: readonly Rule[];
  readonly notChecked: readonly FactName[];
  readonly warning: readonly Rule[];
  /** The rules that name something to do afterwards. */
  readonly checklist: readonly Rule[];
}

/** What an option chooses in the wizard besides machine and point. */
export function choicesOf(
  kind: RestoreOptionKind,
  reads: Reads,
  { down }: Scenario,
): RestoreOption['choices'] {
  const { option, to } = RESTORE_OPTIONS[kind];
  if (option === null) return {};
  return {
    group: option === 'replaceDisks' ? 'replaceExisting' : 'createNew',
    option,
    ...(to === 'otherZone' ? { zone: otherZone(reads) } : {}),
    ...(to === 'pairedRegion' && isAnyTime(reads, down) ? { regionView: 'secondary' } : {}),
    // Options that stay in a region that is down wait until it is up, and are judged as they will be then.
    ...(down === 'zone' || (down === 'region' && to === 'pairedRegion') ? { outage: down } : {}),
  };
}

/**
 * Whether the paired region is restored to by Cross Region Restore. Without that it takes a disaster:
 * a zone alone is none.
 */
function isAnyTime(reads: Reads, down: Scenario['down']): boolean {
  return down !== 'region' || copiesLeft(reads) === 'secondary';
}

/** Hears the rules about an option from a point. What the person says is down is a fact like any other. */
export function judge(
  kind: RestoreOptionKind,
  point: RecoveryPoint,
  reads: Reads,
  scenario: Scenario,
): Judgement {
  const draft = draftChoices(kind, point, reads, scenario);
  if (kind === 'files') return judgeFiles(draft, reads);
  const facts = factsOf(reads, draft);
  const wanted = ruleChoices(draft, reads);
  const settled = settle(facts, wanted, vmRules);
  if (wanted.secondary && !settled.choices.secondary) {
    // As asked: with its fields settled the option would be back in the region of the vault.
    return withoutCopy(
      judgementOf(facts, wanted, verdictsAmong(vmRules.all, facts, wanted).filter(isOfRegion)),
    );
  }
  const judgement = judgementOf(facts, settled.choices, settled.verdicts);
  // With its zone taken away it would be another option, of which the rules say other things.
  return wanted.zone === null || wanted.zone === settled.choices.zone
    ? judgement
    : { ...judgement, choices: wanted, blocking: zoneHiders(facts, wanted) };
}

/** Files are recovered by rules of their own. */
function judgeFiles(draft: VmChoices, reads: Reads): Judgement {
  const { factsOf: fileFactsOf, ruleChoices: fileRuleChoices, rules } = fileModel;
  const facts = fileFactsOf(reads, draft);
  const { choices, verdicts } = settle(facts, fileRuleChoices(draft, reads), rules);
  return judgementOf(facts, choices, verdicts);
}

/** A vault without a copy there gets no advice to turn on what it can't have. */
function withoutCopy(judgement: Judgement): Judgement {
  const { blocking } = judgement;
  const isNone = blocking.some(({ id }) => id === 'crr.grs-only');
  return isNone
    ? { ...judgement, blocking: blocking.filter(({ id }) => id !== 'crr.enabled') }
    : judgement;
}

/** The rules that take the zone away, all of them: settling names the first alone. */
function zoneHiders(facts: Facts, choices: Choices): Rule[] {
  return verdictsAmong(vmRules.all, facts, choices).flatMap(({ rule, state }) =>
    rule.kind === 'hide-field' && state === 'speaks' && fieldsOf(rule).includes('zone')
      ? [rule]
      : [],
  );
}

/** The choices of a new draft that goes this way, as the wizard would make them. */
function draftChoices(
  kind: RestoreOptionKind,
  { name }: RecoveryPoint,
  reads: Reads,
  scenario: Scenario,
): VmChoices {
  const chosen = choicesOf(kind, reads, scenario);
  const given = {
    datasource: 'azure-vm',
    instance: known(reads.instance)?.id,
    point: name,
    // Chosen later it would take the point back.
    regionView: chosen.regionView ?? 'primary',
  } as const;
  return withChoices(newDraft('option', 0, given), chosen, 0).choices;
}

function judgementOf(facts: Facts, choices: Choices, verdicts: readonly RuleVerdict[]): Judgement {
  const speaking = verdicts.flatMap(({ rule, state }) => (state === 'speaks' ? [rule] : []));
  const missing = verdicts.flatMap((one) =>
    one.rule.kind === 'block' && one.state === 'not checked' && isOfSource(one.fact)
      ? [one.fact]
      : [],
  );
  return {
    facts,
    choices,
    blocking: speaking.filter((rule) => rule.kind === 'block' && !isPutRight(rule)),
    notChecked: [...new Set(missing)],
    warning: speaking.filter(
      (rule) => isPutRight(rule) || (rule.kind === 'warn' && !('always' in rule)),
    ),
    checklist: speaking.filter(({ kind }) => kind === 'checklist'),
  };
}

/** What is put right on the way, when the replacement is confirmed: it closes no option beforehand. */
function isPutRight(rule: Rule): boolean {
  return rule.kind === 'block' && fieldsOf(rule).includes('confirmReplace');
}

/** Rules that depend on the target are checked when that is selected. */
function isOfSource(fact: FactName): boolean {
  return /^(vm|point|vault)\./.test(fact) || fact === 'target.regionHasZones';
}

/** For a restore elsewhere only the rules about that region count: its other fields aren't required here. */
function isOfRegion({ rule }: RuleVerdict): boolean {
  return fieldsOf(rule).includes('regionView');
}

/** Zones are numbered so in every region that has any. */
const ZONES = ['1', '2', '3'];

/**
 * The first zone of the region that isn't the VM's own. If the region has none, or it is unknown, a zone is
 * still required: the rules report what is wrong with it.
 */
function otherZone(reads: Reads): string | null {
  const region = known(reads.vault)?.region;
  const zones = known(reads.regions)?.find(({ name }) => sameRegion(name, region))?.zones ?? [];
  const own = known(reads.machine)?.zone ?? null;
  return (zones.length > 0 ? zones : ZONES).find((zone) => zone !== own) ?? null;
}
