import { dateTimeText } from '#src/lib/format.ts';
import type { ScenarioId } from '#src/model/restore-option.ts';
import { recoverFiles } from '#src/strings/files.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import type { Source } from '#src/datasources/azure-vm/options/source.ts';
import {
  RESTORE_OPTIONS,
  type RestoreOption,
} from '#src/datasources/azure-vm/options/scenarios.ts';

/** An option in sentences. */
export interface OptionText {
  readonly name: string;
  readonly does: string;
  readonly leaves: string;
  /** Why another option stands before it. */
  readonly less: string;
  /** Why it cannot be taken now; null when it can. */
  readonly state: string | null;
}

/** Says what an option does to a machine, and what it leaves alone. */
export function optionText(
  restoreOption: RestoreOption,
  scenario: ScenarioId,
  source: Source,
): OptionText {
  const { less, lessAfter, waits, ofGone, restoreOptions, state } = whatHappened;
  const { kind } = restoreOption;
  const replacesNothing = source.isGone && RESTORE_OPTIONS[kind].touch === 'replaces';
  return {
    name: source.isGone && kind === 'newVm' ? ofGone.newVm : restoreOptions[kind],
    does: doesText(restoreOption, source),
    leaves: leavesText(restoreOption, scenario, source),
    less:
      restoreOption.state === 'waits'
        ? waits(source.region)
        : replacesNothing
          ? ofGone.less
          : (lessAfter(scenario, kind) ?? less[kind]),
    state: {
      open: null,
      blocked: state.blocked(source.name),
      waits: state.waits(source.region),
    }[restoreOption.state],
  };
}

/** What the button says that starts an option: where it leads to and from which point, if it is elsewhere. */
export function startText(restoreOption: RestoreOption, source: Source): string {
  const { restore, restoreIn } = whatHappened.answer;
  if (restoreOption.kind === 'files') return recoverFiles.command;
  const time = restoreOption.point?.time ?? null;
  const place = placeOf(restoreOption, source);
  return place === null || time === null ? restore : restoreIn(place, dateTimeText(time));
}

/** The zone or region that an option leads to; null where it stays, or that is not known. */
function placeOf({ kind, choices }: RestoreOption, { pair }: Source): string | null {
  const { to } = RESTORE_OPTIONS[kind];
  if (to === 'pairedRegion') return pair;
  const zone = choices.zone ?? null;
  return to === 'otherZone' && zone !== null ? whatHappened.answer.zone(zone) : null;
}

function doesText({ kind, choices }: RestoreOption, source: Source): string {
  const { does, health, somePair } = whatHappened;
  const { region, pair } = { ...source, pair: source.pair ?? somePair };
  const zone = choices.zone ?? '';
  switch (kind) {
    case 'zoneVm':
    case 'zoneDisks':
      return `${does[kind](zone)} ${health[source.health.region](region, zone)}`;
    case 'regionVm':
    case 'regionDisks':
      return `${does[kind](pair)} ${health[source.health.pair](pair, null)}`;
    default:
      return does[kind];
  }
}

function leavesText(
  { kind }: RestoreOption,
  scenario: ScenarioId,
  { name, isGone }: Source,
): string {
  const { leaves } = whatHappened;
  if (isGone) return leaves.gone;
  if (RESTORE_OPTIONS[kind].touch === 'replaces') return leaves.nothing(name);
  return scenario === 'ransomware' ? leaves.evidence(name) : leaves.machine(name);
}
