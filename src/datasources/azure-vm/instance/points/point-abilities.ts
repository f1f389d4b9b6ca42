import { useQuery } from '@tanstack/react-query';
import { permissionsQuery } from '#src/api/authorization.ts';
import { newDraft, ruleChoices } from '#src/datasources/azure-vm/choices.ts';
import { vmFactsOf } from '#src/datasources/azure-vm/facts.ts';
import { RESTORE_KINDS } from '#src/datasources/azure-vm/field.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import { useSourceReads } from '#src/datasources/azure-vm/reader.ts';
import { type Reads, TARGET_NOT_READ } from '#src/datasources/azure-vm/reads.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
import { isExpired, type RecoveryPoint } from '#src/model/points.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { type RuleVerdict, verdictsAmong } from '#src/rules/engine.ts';
import { alternativeOf } from '#src/rules/options.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { settleChoices } from '#src/rules/settle.ts';
import type { Reason } from '#src/ui/explanation.tsx';
import { reasonOf } from '#src/wizard/explain/findings.ts';
import type { RuleGround } from '#src/wizard/explain/view.ts';
import { known, readOf } from '#src/wizard/read.ts';

/** What the rules say about one kind of restore from one point. */
export interface Ability {
  readonly kind: RestoreKind;
  /** `notChecked`: nothing that is known refuses it, and something is not known. */
  readonly state: 'possible' | 'notPossible' | 'notChecked';
  /** The rule that refuses it, in the few words of a list; null where none does. */
  readonly short: string | null;
  /** The rules that refuse it or can't be checked, computed only on request. */
  readonly explain: () => AbilityExplanation;
}

interface AbilityExplanation {
  readonly reasons: readonly Reason[];
  /** What a rule offers in its place, in its own words; null where none offers anything. */
  readonly instead: AbilityAlternative | null;
}

interface AbilityAlternative {
  readonly label: string;
  /** The kind of restore to choose from the same point; null: one that is still to be chosen. */
  readonly kind: RestoreKind | null;
  /** Another point is to be chosen, and no other kind. */
  readonly isOtherPoint: boolean;
  /** It is restored in the primary region. */
  readonly isPrimary: boolean;
}

const DECIDED: readonly string[] = ['instance', 'point', 'option'];

/** The rules about instance, kind and point: what else is chosen for a restore is judged when it is chosen. */
const rules = vmRules.all.filter(
  (rule) => rule.kind === 'block' && fieldsOf(rule).some((field) => DECIDED.includes(field)),
);

/** What each kind of restore from a point would meet, as the wizard would say it. Pure. */
export function abilitiesOf(
  reads: Reads,
  point: RecoveryPoint,
  regionView: VmChoices['regionView'] = 'primary',
): Ability[] {
  return RESTORE_KINDS.map((kind) => abilityOf(reads, point, regionView, kind));
}

/**
 * The same for many points: those that differ only in name and time are judged once. Hence
 * hundreds of points cost as much as the few sorts of them that a machine has.
 */
export function abilitiesOfMany(
  reads: Reads,
  regionView: VmChoices['regionView'] = 'primary',
): (point: RecoveryPoint) => readonly Ability[] {
  const judged = new Map<string, readonly Ability[]>();
  return (point) => {
    const { id: _id, name: _name, time: _time, expiresAt: _end, ...sort } = point;
    // Of its end, only whether it has passed refuses anything.
    const key = JSON.stringify([sort, isExpired(point, reads.at)]);
    const abilities = judged.get(key) ?? abilitiesOf(reads, point, regionView);
    judged.set(key, abilities);
    return abilities;
  };
}

function abilityOf(
  reads: Reads,
  point: RecoveryPoint,
  regionView: VmChoices['regionView'],
  kind: RestoreKind,
): Ability {
  const { choices: drafted } = newDraft('', 0, {
    instance: known(reads.instance)?.id ?? null,
    point: point.name,
    regionView,
    group: kind === 'replaceDisks' ? 'replaceExisting' : 'createNew',
    option: kind,
  });
  const facts = vmFactsOf(reads, drafted);
  const { choices } = settleChoices(facts, ruleChoices(drafted, reads), vmRules);
  const verdicts = verdictsAmong(rules, facts, choices);
  const refusing = verdicts.filter(({ state }) => state === 'speaks');
  const [first] = refusing;
  const state = first ? 'notPossible' : verdicts.length > 0 ? 'notChecked' : 'possible';
  return {
    kind,
    state,
    short: first?.rule.short ?? null,
    explain: () =>
      explanationOf(first ? refusing : verdicts, { model: vmModel, reads, facts, choices }),
  };
}

function explanationOf(
  verdicts: readonly RuleVerdict[],
  ground: RuleGround<Reads>,
): AbilityExplanation {
  const spoken = verdicts.map(({ rule }) => rule);
  return {
    reasons: spoken.map((rule) => reasonOf(rule, ground)),
    instead: insteadOf(spoken, ground),
  };
}

/** The first alternative that silences its rule and has words. */
function insteadOf(
  spoken: readonly Rule[],
  { facts, choices }: RuleGround<Reads>,
): AbilityAlternative | null {
  for (const rule of spoken) {
    const label = rule.instead?.label;
    const alternative = alternativeOf(rule, facts, choices, vmRules);
    if (label === undefined || alternative === null) continue;
    const isPrimary = alternative.sets.some(
      ({ field, value }) => field === 'regionView' && value === 'primary',
    );
    const option = alternative.sets.find(({ field }) => field === 'option')?.value;
    return {
      label,
      kind: RESTORE_KINDS.find((kind) => kind === option) ?? null,
      isOtherPoint: alternative.choose === 'point',
      isPrimary,
    };
  }
  return null;
}

/** What a point can do; null while what decides it is being read. */
export type AbilitiesOf = (point: RecoveryPoint) => readonly Ability[] | null;

/**
 * What the restore points of a backup instance can do before a target is selected: evaluated for the vault's
 * subscription, where a restore goes by default.
 */
export function usePointAbilities(
  itemId: string,
  regionView: VmChoices['regionView'],
): AbilitiesOf {
  const source = useSourceReads(itemId, regionView);
  const subscription = known(source.instance)?.subscriptionId;
  const permissions = readOf(
    useQuery({
      ...permissionsQuery(resourceId(`/subscriptions/${subscription ?? ''}`)),
      enabled: subscription !== undefined,
    }),
  );
  const isReading = [source.vault, source.machine, permissions].some(
    ({ state }) => state === 'loading',
  );
  const reads = { ...TARGET_NOT_READ, ...source, permissions };
  return isReading ? () => null : abilitiesOfMany(reads, regionView);
}
