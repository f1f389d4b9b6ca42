import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import type { ScenarioId, WayKind } from '#src/model/scenario.ts';
import type { Instant } from '#src/lib/time.ts';
import { ruleText } from '#src/strings/rules.ts';
import type { Reason } from '#src/ui/explanation.ts';
import { outageSentence } from '#src/wizard/draft/outage-text.ts';
import { known, type Reads } from '#src/wizard/draft/reads.ts';
import { reasonOf } from '#src/wizard/draft/reason.ts';
import { unknownLine } from '#src/wizard/draft/unknown-fact.ts';
import { type Doubt, doubtOf, type Source, sourceOf } from '#src/wizard/ways/source.ts';
import { choicesOf, type Judgement, judge } from '#src/wizard/ways/judge.ts';
import { type Scenario, SCENARIOS } from '#src/wizard/ways/scenarios.ts';
import { type Way, WAYS, type WayState } from '#src/wizard/ways/way.ts';

/** The ways back for one machine and one scenario. */
export interface Ways {
  /** The way that touches least and can be taken; null when none can. */
  readonly first: Way | null;
  /** All others, with what speaks against them, in the same order. */
  readonly others: readonly Way[];
  /** The newest restore point before the time given; null when there is none. */
  readonly newest: RecoveryPoint | null;
  /** The oldest of all points, whenever it was made; null when there is none. */
  readonly oldest: RecoveryPoint | null;
  readonly source: Source;
  /** What Azure knows that does not go with what the person says. */
  readonly doubt: Doubt | null;
  /** What the vault has left of its copies, where something is down and that is known. */
  readonly outage: string | null;
}

/**
 * Which ways lead back after what has happened, least destructive first, each from the newest point
 * strictly before `before` (null: of all points) that it can use. Decided by the rules over what was
 * read of the machine; a way that a rule refuses carries the rule, its facts and its source. Pure.
 */
export function waysFor(id: ScenarioId, reads: Reads, before: Instant | null): Ways {
  const scenario = SCENARIOS[id];
  const all = newestFirst(known(reads.points) ?? []);
  const points = all.filter(({ time }) => before === null || (time ?? before) < before);
  const [newest] = points;
  const told = {
    oldest: all.at(-1) ?? null,
    source: sourceOf(reads),
    doubt: doubtOf(id, reads),
    outage: scenario.down === undefined ? null : outageSentence(scenario.down, reads),
  };
  if (newest === undefined) return { first: null, others: [], newest: null, ...told };
  const ways = scenario.ways.map((kind) => wayOf(kind, points, reads, scenario));
  const first = ways.find(({ state }) => state === 'open') ?? null;
  return { first, others: ways.filter((way) => way !== first), newest, ...told };
}

/** A point without a time is before nothing and after nothing: it cannot be chosen by time. */
function newestFirst(points: readonly RecoveryPoint[]): RecoveryPoint[] {
  return points
    .filter(({ time }) => time !== null)
    .toSorted((a, b) => Number(b.time) - Number(a.time));
}

function wayOf(
  kind: WayKind,
  points: readonly RecoveryPoint[],
  reads: Reads,
  scenario: Scenario,
): Way {
  const tried = newestOfEachSort(points, reads).map((point) => ({
    point,
    judgement: judge(kind, point, reads, scenario),
  }));
  const [newest] = tried;
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
        : { point: newest.point, reasons: reasonsOf(newest.judgement, reads) },
    reasons: usable === undefined && judgement !== undefined ? reasonsOf(judgement, reads) : [],
    notChecked:
      usable === undefined
        ? []
        : usable.judgement.notChecked.map((fact) =>
            unknownLine(fact, { reads, choices: usable.judgement.choices }),
          ),
    warnings: (judgement?.warning ?? []).map(({ id }) => ruleText(id).say),
    afterwards: (judgement?.checklist ?? []).map(({ id }) => ruleText(id).say),
  };
}

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

function stateOf(kind: WayKind, isAllowed: boolean, { down }: Scenario): WayState {
  if (!isAllowed) return 'blocked';
  if (kind === 'files') return 'elsewhere';
  return down === 'region' && WAYS[kind].to !== 'pairedRegion' ? 'waits' : 'open';
}

function reasonsOf({ blocking, facts, choices }: Judgement, reads: Reads): Reason[] {
  return blocking.map((rule) => reasonOf(rule, { reads, facts, choices }));
}
