import type { Instant } from '#src/lib/time.ts';
import type { CheckId } from '#src/strings/preflight.ts';
import { answersOf, oldest } from '#src/wizard/draft/fact-from.ts';
import type { Read } from '#src/wizard/draft/reads.ts';
import { type Findings, findingsOf, isParticular, isSilent } from '#src/wizard/draft/review.ts';
import {
  type Check,
  type CheckState,
  type Look,
  type RuleSays,
  worst,
} from '#src/wizard/preflight/check.ts';
import { CHECKS } from '#src/wizard/preflight/checks.ts';
import type { PreflightRead } from '#src/wizard/draft/preflight-reads.ts';
import type { Seen } from '#src/wizard/preflight/seen.ts';

/** A line of the list. */
export interface Line extends Required<Omit<Look, 'at'>>, RuleSays {
  readonly id: CheckId;
  /** When the oldest of what it was read from was read; null: nobody knows, or nothing was. */
  readonly at: Instant | null;
}

/** The list before a restore: what each check found, together with what the rules say. Pure. */
export function linesOf(seen: Omit<Seen, 'findings'>): Line[] {
  const findings = findingsOf(seen.view.settled);
  return CHECKS.flatMap((check) => {
    const own = ownFindings(check, findings);
    const look = check.look({ ...seen, findings: own }) ?? lookOfRules(own);
    return look === null ? [] : [lineOf(check, { ...seen, look, own })];
  });
}

/** Rules that speak are told also where there was nothing to look at. */
function lookOfRules(own: Findings): Look | null {
  return isSilent(own) ? null : { state: 'passed', found: '' };
}

/** Of each rule the first check takes the verdict, so that it is told once. */
function ownFindings(check: Check, all: Findings): Findings {
  const isOwn = ({ rule }: Findings['refused'][number]): boolean =>
    CHECKS.find(({ claims }) => claims?.(rule) === true)?.id === check.id;
  return {
    refused: all.refused.filter(isOwn),
    warned: all.warned.filter(isOwn).filter(isParticular),
    notChecked: all.notChecked.filter(isOwn),
    unanswered: [],
  };
}

interface Heard extends Pick<Seen, 'view' | 'asked'> {
  readonly look: Look;
  readonly own: Findings;
}

function lineOf({ id, from }: Check, { look, own, ...seen }: Heard): Line {
  const { remedies = [] } = look;
  const speaking = [...own.refused, ...own.warned];
  return {
    id,
    state: worst([look.state, ...statesOf(own)]),
    found: look.found,
    remedies,
    rules: speaking.map(({ rule }) => rule),
    // What can be read again in the line itself is not told twice.
    unknown: remedies.some(({ kind }) => kind === 'again') ? [] : own.notChecked,
    at: look.at ?? oldest(from.flatMap((one) => answers(one, seen))),
  };
}

function statesOf({ refused, warned, notChecked }: Findings): CheckState[] {
  const told: [readonly unknown[], CheckState][] = [
    [refused, 'failed'],
    [warned, 'warned'],
    [notChecked, 'notChecked'],
  ];
  return told.flatMap(([verdicts, state]) => (verdicts.length > 0 ? [state] : []));
}

function answers(
  name: PreflightRead,
  { view, asked }: Pick<Seen, 'view' | 'asked'>,
): readonly Read<unknown>[] {
  switch (name) {
    case 'keyVaults':
      return asked.keyVaults.map(({ read }) => read);
    case 'vaultRights':
    case 'networkRights':
    case 'usages':
    case 'restores':
    case 'runningRestores':
      return [asked[name]];
    default:
      return answersOf(view.reads, name);
  }
}
