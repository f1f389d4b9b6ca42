import { newDraft, ruleChoices, withChoices } from '#src/datasources/azure-vm/choices.ts';
import { vmFactsOf } from '#src/datasources/azure-vm/facts.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { fileModel } from '#src/datasources/azure-vm/files/model.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { outageSentence } from '#src/datasources/azure-vm/steps/outage-text.ts';
import { copiesLeft, ownRegionName, pairName } from '#src/datasources/azure-vm/target.ts';
import {
  RESTORE_OPTIONS,
  type VmRestoreOption,
  type RestoreOptionState,
  type Scenario,
  SCENARIOS,
} from '#src/datasources/azure-vm/what-happened/scenarios.ts';
import type { Instant } from '#src/lib/time.ts';
import {
  regionHealth,
  type RegionHealth,
  sameRegion,
  type ServiceIssue,
} from '#src/model/places.ts';
import { inSecondary, isExpired, type RecoveryPoint } from '#src/model/points.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import type { RestoreOptionKind, ScenarioId } from '#src/model/restore-option.ts';
import { type RuleVerdict, verdictsAmong } from '#src/rules/engine.ts';
import type { FactName, Facts } from '#src/rules/facts.ts';
import type { Choices } from '#src/rules/fields.ts';
import { fieldsOf, isRuleOf, type Rule } from '#src/rules/rule.ts';
import { settle } from '#src/rules/settle.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import type { Reason } from '#src/ui/explanation.tsx';
import { reasonOf } from '#src/wizard/explain/findings.ts';
import { unknownLine } from '#src/wizard/explain/unknown.ts';
import type { ViewModel } from '#src/wizard/explain/view.ts';
import { known } from '#src/wizard/read.ts';

/** What the rules say about one option from one restore point. */
interface Judgement {
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
function choicesOf(
  kind: RestoreOptionKind,
  reads: Reads,
  { down }: Scenario,
): VmRestoreOption['choices'] {
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
function judge(
  kind: RestoreOptionKind,
  point: RecoveryPoint,
  reads: Reads,
  scenario: Scenario,
): Judgement {
  const draft = draftChoices(kind, point, reads, scenario);
  if (kind === 'files') return judgeFiles(draft, reads);
  const facts = vmFactsOf(reads, draft);
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

/** What an action at Review puts right: it closes no option beforehand. */
function isPutRight(rule: Rule): boolean {
  return rule.kind === 'block' && fieldsOf(rule).includes('powerState');
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

/** The machine that the options are of, as far as sentences about them need it. */
export interface OptionVm {
  /** ID of the backup instance. */
  readonly id: ResourceId;
  readonly name: string;
  /** Azure reports that the VM no longer exists. */
  readonly isGone: boolean;
  /** The vault's region, as people call it where that is known. */
  readonly region: string;
  /** The name of its paired region, likewise; null if it has none or it is unknown. */
  readonly pair: string | null;
  /** What Azure Service Health tells of the two. */
  readonly health: { readonly region: RegionHealth; readonly pair: RegionHealth };
}

function sourceOf(reads: Reads, issues: readonly ServiceIssue[] | undefined): OptionVm {
  const item = known(reads.instance);
  const region = ownRegionName(reads);
  const pair = pairName(reads);
  return {
    id: item?.id ?? resourceId(''),
    name: item?.friendlyName ?? '',
    isGone: known(reads.machine) === null,
    region: region ?? '',
    pair,
    health: { region: regionHealth(issues, region), pair: regionHealth(issues, pair) },
  };
}

/** A machine said to be deleted that is there, or said to be encrypted under a key that has none. */
type Doubt = 'stillThere' | 'notEncrypted';

function doubtOf(scenario: ScenarioId, reads: Reads): Doubt | null {
  const machine = known(reads.machine);
  if (machine === undefined || machine === null) return null;
  if (scenario === 'machine-deleted') return 'stillThere';
  const hasNoKey =
    known(reads.points)?.[0]?.isEncrypted === false &&
    machine.disks.length > 0 &&
    // The encryption of an unmanaged disk is that of its storage account, which isn't read.
    machine.disks.every(
      ({ managedDiskId, encryptionSetId }) => managedDiskId !== null && encryptionSetId === null,
    );
  return scenario === 'encrypted' && hasNoKey ? 'notEncrypted' : null;
}

/** Whether something that decides on an option is still on its way. What failed is not waited for. */
export function isBeingRead({ vault, machine, disks, regions, secondaryPoints }: Reads): boolean {
  return (
    [vault, machine].some(({ state }) => state === 'loading' || state === 'not asked') ||
    [regions, secondaryPoints, ...disks].some(({ state }) => state === 'loading')
  );
}

/** The restore options for one machine and one scenario. */
export interface RestoreOptions {
  /** The option that touches least and can be taken; null when none can. */
  readonly first: VmRestoreOption | null;
  /** All others, with what speaks against them, in the same order. */
  readonly others: readonly VmRestoreOption[];
  /** The newest restore point before the time given; null when there is none. */
  readonly newest: RecoveryPoint | null;
  /** The oldest of all points, whenever it was made; null when there is none. */
  readonly oldest: RecoveryPoint | null;
  readonly source: OptionVm;
  /** What Azure reports that contradicts what the person reports. */
  readonly doubt: Doubt | null;
  /** What the vault has left of its copies, where something is down and that is known. */
  readonly outage: string | null;
}

/**
 * Which options lead back after what has happened, least destructive first, each from the newest point
 * strictly before `before` (null: of all points) that it can use. Decided by the rules over what was
 * read of the machine; an option that a rule refuses carries the rule, its facts and its source. `issues`: what
 * Azure Service Health reports; left out: not read. Pure.
 */
export function restoreOptionsFor(
  id: ScenarioId,
  reads: Reads,
  before: Instant | null,
  issues?: readonly ServiceIssue[],
): RestoreOptions {
  const scenario = SCENARIOS[id];
  const all = newestFirst(known(reads.points) ?? []);
  const points = all.filter(({ time }) => before === null || (time ?? before) < before);
  const [newest] = points;
  const context = {
    oldest: all.at(-1) ?? null,
    source: sourceOf(reads, issues),
    doubt: doubtOf(id, reads),
    outage: scenario.down === undefined ? null : outageSentence(scenario.down, reads),
  };
  if (newest === undefined) return { first: null, others: [], newest: null, ...context };
  const restoreOptions = scenario.restoreOptions.map((kind) =>
    restoreOptionOf(kind, points, reads, scenario),
  );
  const open = restoreOptions.filter(({ state }) => state === 'open');
  const first = open.find(({ isPartial }) => !isPartial) ?? open[0] ?? null;
  return {
    first,
    others: restoreOptions.filter((restoreOption) => restoreOption !== first),
    newest,
    ...context,
  };
}

/** A point without a time is before nothing and after nothing: it cannot be chosen by time. */
function newestFirst(points: readonly RecoveryPoint[]): RecoveryPoint[] {
  return points
    .filter(({ time }) => time !== null)
    .toSorted((a, b) => Number(b.time) - Number(a.time));
}

function restoreOptionOf(
  kind: RestoreOptionKind,
  points: readonly RecoveryPoint[],
  reads: Reads,
  scenario: Scenario,
): VmRestoreOption {
  const tried = newestOfEachSort(points, reads).map((point) => ({
    point,
    judgement: judge(kind, point, reads, scenario),
  }));
  const [newest] = tried;
  const model = kind === 'files' ? fileModel : vmModel;
  const usable = tried.find(({ judgement }) => judgement.blocking.length === 0);
  const chosen = usable ?? leastRefused(tried);
  const judgement = chosen?.judgement;
  const choices = choicesOf(kind, reads, scenario);
  const point = chosen?.point ?? null;
  return {
    kind,
    state: stateOf(kind, usable !== undefined, scenario),
    choices,
    point: point !== null && choices.regionView === 'secondary' ? inSecondary(point) : point,
    passedOver:
      newest === undefined || usable === undefined || newest === usable
        ? null
        : { point: newest.point, reasons: reasonsOf(newest.judgement, reads, model) },
    reasons:
      usable === undefined && judgement !== undefined ? reasonsOf(judgement, reads, model) : [],
    notChecked:
      usable === undefined
        ? []
        : usable.judgement.notChecked.map((fact) =>
            unknownLine(fact, { model, reads, choices: usable.judgement.choices }),
          ),
    isPartial: judgement?.warning.some((rule) => isRuleOf(rule, PARTIAL)) ?? false,
    warnings: (judgement?.warning ?? []).map(sayOf),
    afterwards: (judgement?.checklist ?? []).map(sayOf),
  };
}

/** Rules that warn that a disk of the VM is out of reach. */
const PARTIAL = ['files.shared-disks.left-out'];

interface Tried {
  readonly point: RecoveryPoint;
  readonly judgement: Judgement;
}

/** Where no point can be used, what stands in the way of them all: the one with the fewest reasons tells it. */
function leastRefused(tried: readonly Tried[]): Tried | undefined {
  const count = ({ judgement }: Tried): number => judgement.blocking.length;
  return tried.toSorted((a, b) => count(a) - count(b))[0];
}

/**
 * What a rule says of a point it says of its tier, of whether it is in the secondary region, and of its
 * end: of each sort the newest point stands for all.
 */
function newestOfEachSort(points: readonly RecoveryPoint[], reads: Reads): RecoveryPoint[] {
  const there = new Set(known(reads.secondaryPoints)?.map(({ name }) => name));
  const sorts = points.map((point) =>
    JSON.stringify([point.tier, there.has(point.name), isExpired(point, reads.at)]),
  );
  return points.filter((_, at) => sorts.indexOf(sorts[at] ?? '') === at);
}

function stateOf(
  kind: RestoreOptionKind,
  isAllowed: boolean,
  { down }: Scenario,
): RestoreOptionState {
  if (!isAllowed) return 'blocked';
  return down === 'region' && RESTORE_OPTIONS[kind].to !== 'pairedRegion' ? 'waits' : 'open';
}

function reasonsOf(
  { blocking, facts, choices }: Judgement,
  reads: Reads,
  model: ViewModel<Reads>,
): Reason[] {
  return blocking.map((rule) => reasonOf(rule, { model, reads, facts, choices }));
}
