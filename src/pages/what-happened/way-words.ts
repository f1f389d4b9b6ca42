import { dateTimeText } from '#src/lib/format.ts';
import type { ScenarioId } from '#src/model/scenario.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import type { Source } from '#src/wizard/ways/source.ts';
import { type Way, WAYS } from '#src/wizard/ways/way.ts';

/** A way in sentences. */
export interface WayText {
  readonly name: string;
  readonly does: string;
  readonly leaves: string;
  /** Why another way stands before it. */
  readonly less: string;
  /** Why it cannot be taken now; null when it can. */
  readonly state: string | null;
}

/** Says what a way does to a machine, and what it leaves alone. */
export function wayText(way: Way, scenario: ScenarioId, source: Source): WayText {
  const { less, lessAfter, waits, ways, state } = whatHappened;
  return {
    name: ways[way.kind],
    does: doesText(way, source),
    leaves: leavesText(way, scenario, source),
    less:
      way.state === 'waits'
        ? waits(source.region)
        : (lessAfter(scenario, way.kind) ?? less[way.kind]),
    state: {
      open: null,
      blocked: state.blocked(source.name),
      elsewhere: state.elsewhere,
      waits: state.waits(source.region),
    }[way.state],
  };
}

/** What the button says that starts a way: where it leads to and from which point, if it is elsewhere. */
export function startText(way: Way, source: Source): string {
  const { restore, restoreIn } = whatHappened.answer;
  const time = way.point?.time ?? null;
  const place = placeOf(way, source);
  return place === null || time === null ? restore : restoreIn(place, dateTimeText(time));
}

/** The zone or region that a way leads to; null where it stays, or that is not known. */
function placeOf({ kind, choices }: Way, { pair }: Source): string | null {
  const { to } = WAYS[kind];
  if (to === 'pairedRegion') return pair;
  const zone = choices.zone ?? null;
  return to === 'otherZone' && zone !== null ? whatHappened.answer.zone(zone) : null;
}

function doesText({ kind, choices }: Way, { pair }: Source): string {
  const { does, somePair } = whatHappened;
  switch (kind) {
    case 'zoneVm':
    case 'zoneDisks':
      return does[kind](choices.zone ?? '');
    case 'regionVm':
    case 'regionDisks':
      return does[kind](pair ?? somePair);
    default:
      return does[kind];
  }
}

function leavesText({ kind }: Way, scenario: ScenarioId, { name, isGone }: Source): string {
  const { leaves } = whatHappened;
  if (WAYS[kind].touch === 'replaces') return leaves.nothing(name);
  if (isGone) return leaves.gone;
  return scenario === 'ransomware' ? leaves.evidence(name) : leaves.machine(name);
}
