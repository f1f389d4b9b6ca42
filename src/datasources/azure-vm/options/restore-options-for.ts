import { sayOf } from '#src/strings/rule-source.ts';
import { fileModel } from '#src/datasources/azure-vm/files/model.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import { choicesOf, judge, type Judgement } from '#src/datasources/azure-vm/options/judge.ts';
import {
  RESTORE_OPTIONS,
  type RestoreOption,
  type RestoreOptionState,
  type Scenario,
  SCENARIOS,
} from '#src/datasources/azure-vm/options/scenarios.ts';
import {
  type Doubt,
  doubtOf,
  type Source,
  sourceOf,
} from '#src/datasources/azure-vm/options/source.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { outageSentence } from '#src/datasources/azure-vm/steps/outage-text.ts';
import type { Instant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { RestoreOptionKind, ScenarioId } from '#src/model/restore-option.ts';
import type { ServiceIssue } from '#src/model/places.ts';
import { isOneOf } from '#src/rules/rule.ts';
import type { Reason } from '#src/ui/explanation.ts';
import { reasonOf } from '#src/wizard/explain/findings.ts';
import { unknownLine } from '#src/wizard/explain/unknown.ts';
import type { ViewModel } from '#src/wizard/explain/view.ts';
import { known } from '#src/wizard/reads/read.ts';

/** The restore options for one machine and one scenario. */
export interface RestoreOptions {
  /** The option that touches least and can be taken; null when none can. */
  readonly first: RestoreOption | null;
  /** All others, with what speaks against them, in the same order. */
  readonly others: readonly RestoreOption[];
  /** The newest restore point before the time given; null when there is none. */
  readonly newest: RecoveryPoint | null;
  /** The oldest of all points, whenever it was made; null when there is none. */
  readonly oldest: RecoveryPoint | null;
  readonly source: Source;
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
): RestoreOption {
  const tried = newestOfEachSort(points, reads).map((point) => ({
    point,
    judgement: judge(kind, point, reads, scenario),
  }));
  const [newest] = tried;
  const model = kind === 'files' ? fileModel : vmModel;
  const usable = tried.find(({ judgement }) => judgement.blocking.length === 0);
  const chosen = usable ?? leastRefused(tried);
  const judgement = chosen?.judgement;
  return {
    kind,
    state: stateOf(kind, usable !== undefined, scenario),
    choices: choicesOf(kind, reads, scenario),
    point: chosen?.point ?? null,
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
    isPartial: judgement?.warning.some((rule) => isOneOf(rule, PARTIAL)) ?? false,
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
 * What a rule says of a point it says of its tier, and of whether it is in the secondary region: of
 * each sort the newest point stands for all.
 */
function newestOfEachSort(points: readonly RecoveryPoint[], reads: Reads): RecoveryPoint[] {
  const there = new Set(known(reads.secondaryPoints)?.map(({ name }) => name));
  const sorts = points.map(({ tier, name }) => `${tier} ${String(there.has(name))}`);
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
