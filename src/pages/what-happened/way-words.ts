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
    does: doesText(way),
    leaves: leavesText(way, scenario, source),
    less:
      way.state === 'waits'
        ? waits(source.region)
        : (lessAfter(scenario, way.kind) ?? less[way.kind]),
    state: {
      open: null,
      blocked: state.blocked(source.name),
      elsewhere: state.elsewhere,
      notYet: state.notYet,
      waits: state.waits(source.region),
    }[way.state],
  };
}

function doesText({ kind, choices }: Way): string {
  const { does } = whatHappened;
  return kind === 'zoneVm' || kind === 'zoneDisks' ? does[kind](choices.zone ?? '') : does[kind];
}

function leavesText({ kind }: Way, scenario: ScenarioId, { name, isGone }: Source): string {
  const { leaves } = whatHappened;
  if (WAYS[kind].touch === 'replaces') return leaves.nothing(name);
  if (isGone) return leaves.gone;
  return scenario === 'ransomware' ? leaves.evidence(name) : leaves.machine(name);
}
