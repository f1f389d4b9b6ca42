import { jobAddress } from '#src/api/arm/address.ts';
import type { Command } from '#src/lib/command.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/jobs.ts';
import {
  isNewVm,
  isOtherGroup,
  itemOf,
  type MetRestore,
  type OtherRestores,
  restoresFrom,
  restoresMet,
  type RunningRestore,
  type SameTarget,
  type TargetPart,
  unreadJob,
  type UnreadSource,
  type WantedTarget,
} from '#src/model/lost-restore.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { UNREAD_SETTINGS, type WithUnread } from '#src/model/unread-settings.ts';
import type { FieldName } from '#src/rules/fields.ts';
import type { Rule } from '#src/rules/rule.ts';
import { checks as words, coverage } from '#src/strings/checks.ts';
import { common } from '#src/strings/common.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { submission } from '#src/strings/submission.ts';
import type { Tone } from '#src/ui/Status.tsx';
import type { Reviewed } from '#src/wizard/draft/schema.ts';
import type { Findings } from '#src/wizard/explain/findings.ts';
import { unknownLine, unknownLines } from '#src/wizard/explain/unknown.ts';
import type { NotChecked, View } from '#src/wizard/explain/view.ts';
import { known, type Read, type ReadTrouble, troubleText } from '#src/wizard/read.ts';
import type { Need, PinnedCheck, ReviewAction } from '#src/wizard/task.ts';

/**
 * How a check stands, the best first. Only the first counts as passed. `warned`: the restore might be rejected or
 * fail, and a person has to read that; `toDo`: something is left to choose, which the form names when Restore is
 * selected; `failed`: the service rejects the restore, so that Restore can't be selected.
 */
export const CHECK_STATES = [
  'passed',
  'checking',
  'notChecked',
  'warned',
  'toDo',
  'failed',
] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** The tone of each state. */
export const CHECK_TONES: Readonly<Record<CheckState, Tone>> = {
  passed: 'done',
  checking: 'running',
  notChecked: 'unknown',
  warned: 'warning',
  toDo: 'waiting',
  failed: 'failed',
};

/** Its sign at its part of the picture; null: none while it isn't known, or is still to be chosen there. */
export const CHECK_PINS: Readonly<Record<CheckState, PinnedCheck['tone']>> = {
  passed: 'ok',
  checking: null,
  notChecked: 'unknown',
  warned: 'warning',
  toDo: null,
  failed: 'error',
};

/** What a list of checks comes to. */
export interface CheckSum {
  readonly verdict: keyof typeof words.verdict;
  readonly failed: number;
  readonly toDo: number;
  readonly warned: number;
  /** Could not be checked, or not yet: never counted as passed. */
  readonly notChecked: number;
}

/** A line of a list that is added up. `isOptional`: that it wasn't looked at is nothing to accept. */
interface SummedCheck {
  readonly state: CheckState;
  readonly isOptional?: boolean;
}

/** Adds up a list. What is not checked, or not yet, is never counted as passed. Pure. */
export function sumOf(lines: readonly SummedCheck[]): CheckSum {
  const count = (...states: CheckState[]): number =>
    lines.filter(({ state }) => states.includes(state)).length;
  return {
    verdict: verdictOf(lines),
    failed: count('failed'),
    toDo: count('toDo'),
    warned: count('warned'),
    notChecked: count('notChecked', 'checking'),
  };
}

function verdictOf(lines: readonly SummedCheck[]): CheckSum['verdict'] {
  const states = lines.map(({ state }) => state);
  if (states.includes('failed')) return 'notPossible';
  if (states.includes('toDo')) return 'toDo';
  if (states.includes('checking')) return 'checking';
  return lines.some(warns) ? 'readyWithWarnings' : 'ready';
}

const warns = ({ state, isOptional = false }: SummedCheck): boolean =>
  state === 'warned' || (state === 'notChecked' && !isOptional);

/** What the rules say, as lines of a list. */
export const checksOfRules = ({ refused, warned, notChecked }: Findings): SummedCheck[] => [
  ...refused.map(({ rule }) => ({ state: stateOfRule(rule) })),
  ...warned.map(() => ({ state: 'warned' as const })),
  ...notChecked.map(() => ({ state: 'notChecked' as const })),
];

/** How a check stands by a rule that refuses: it asks for a choice, or isn't possible at all. */
export const stateOfRule = ({ kind }: Pick<Rule, 'kind'>): 'toDo' | 'failed' =>
  kind === 'require-field' ? 'toDo' : 'failed';

/** What can be done about a check. */
export type Remedy =
  /** Go to where it is chosen. */
  | {
      readonly kind: 'field';
      readonly step: string;
      readonly field: FieldName;
      /** The button's label, where it is not the name of the step. */
      readonly label?: string;
    }
  /** An action that is confirmed in a dialog of its own. */
  | ({ readonly kind: 'action' } & ReviewAction)
  /** A command for a shell, to copy. */
  | {
      readonly kind: 'command';
      readonly label: string;
      readonly command: Command;
      /** Folded up under its label: what else can be done is easier. */
      readonly isOtherWay?: boolean;
    }
  /** CheckResult at a job, by its address. `since`: when it started; null: it doesn't report that. */
  | {
      readonly kind: 'job';
      readonly address: string;
      readonly machine: string;
      readonly since: Instant | null;
    }
  /** Read it once more. */
  | {
      readonly kind: 'again';
      readonly what: string;
      /** The button's label, where nothing has failed. */
      readonly label?: string;
      /** It can succeed only once a person changed something, such as a role. */
      readonly isAfter?: boolean;
      readonly go: () => void;
    };

/** How a check stands, with the text of this very state: a text never stands under another one. */
export interface Verdict<State extends CheckState = CheckState> {
  readonly state: State;
  /** The value found, why there is none, or the reason of a rule; never empty. */
  readonly found: string;
}

/** What a check found, beside what the rules say. */
export interface CheckResult extends Verdict {
  /** What Azure calls the permissions that its text is about. */
  readonly actions?: readonly string[];
  readonly remedies?: readonly Remedy[];
  /** It passed, and the service has said otherwise since: its text has that, and it isn't folded away. */
  readonly isContradicted?: boolean;
  /** When it was found, where that is no read. */
  readonly at?: Instant;
}

/** The states that rules bring about. */
type RuleState = Exclude<CheckState, 'passed' | 'checking'>;

/** The verdict on a check, and whose it is: what the check found, or the reasons of rules. */
export type Judged =
  | (Verdict & { readonly by: 'look' })
  | (Verdict<RuleState> & { readonly by: 'rules' });

/**
 * Judges a check by what it found and by the rules about it. Rules that decide its state also give its text: what it
 * found belongs to another state. Null: nothing was found, and no rule speaks.
 */
export function judged<Reads>(
  own: Verdict | null,
  { refused, warned, notChecked }: Findings,
  view: View<Reads>,
): Judged | null {
  const ofRules: Verdict<RuleState>[] = [
    ...refused.map(({ rule }) => ({ state: stateOfRule(rule), found: sayOf(rule) })),
    ...warned.map(({ rule }) => ({ state: 'warned' as const, found: sayOf(rule) })),
    ...unknownLines(notChecked, view).map((found) => ({ state: 'notChecked' as const, found })),
  ];
  const all = own === null ? ofRules : [own, ...ofRules];
  const state = worst(all.map((one) => one.state));
  if (own?.state === state) return { by: 'look', state, found: own.found };
  const deciding = ofRules.filter((one) => one.state === state);
  const [first] = deciding;
  if (first === undefined) return null;
  const reasons = new Set(deciding.map(({ found }) => found));
  return { by: 'rules', state: first.state, found: [...reasons].join(' ') };
}

/** The worst of several states. */
function worst(states: readonly CheckState[]): CheckState {
  return CHECK_STATES.findLast((state) => states.includes(state)) ?? 'passed';
}

/** Several results as one: the worst of them decides the state, and gives the text. Null: there is none. */
export function worstOf(results: readonly CheckResult[]): CheckResult | null {
  const state = worst(results.map((one) => one.state));
  const telling = results.filter((one) => one.state === state);
  return telling.length === 0
    ? null
    : {
        state,
        found: telling.map(({ found }) => found).join(' '),
        actions: [...new Set(telling.flatMap(({ actions = [] }) => actions))],
        remedies: telling.flatMap(({ remedies = [] }) => remedies),
      };
}

/** What a check found with the names of its actions, for where nothing folds them up. */
export const foundText = ({
  found,
  actions = [],
}: Pick<CheckResult, 'found' | 'actions'>): string =>
  actions.length === 0 ? found : `${found} ${words.actionList(actions)}`;

/** The way to read once more what a check lacks; none where that gets the same answer. */
export function againRemedies(trouble: ReadTrouble | undefined, what: string): Remedy[] {
  const go = trouble?.readAgain ?? null;
  if (trouble === undefined || go === null) return [];
  return [{ kind: 'again', what, go, isAfter: trouble.problem.way === 'after' }];
}

/** What a check says while a read is not known, and the way to ask again; null once it is. */
export function unread(read: Read<unknown>, what: string): CheckResult | null {
  switch (read.state) {
    case 'known':
      return null;
    case 'loading':
      return { state: 'checking', found: common.reading(what) };
    case 'not asked':
      return { state: 'notChecked', found: words.waits };
    case 'forbidden':
    case 'failed':
      return {
        state: 'notChecked',
        found: troubleText(read, what),
        remedies: againRemedies(read.trouble, what),
      };
  }
}

/** What could not be checked, with why: it was no warning that a person accepted. */
export const uncheckedRules = <Reads>(
  notChecked: readonly NotChecked[],
  view: View<Reads>,
): Reviewed['checks'] =>
  notChecked.map(({ rule, fact }) => ({
    name: sayOf(rule),
    state: submission.notChecked,
    found: unknownLine(fact, view),
    at: null,
  }));

/** A check as it may hold a press, with the text of this state. */
export interface ShownCheck extends Pick<Verdict, 'found'> {
  readonly name: string;
  /** The reasons of the rules that refuse it, in a few words each; left out: it failed by itself. */
  readonly reasons?: readonly string[];
  /** The id of its name in the table, which takes the focus. */
  readonly rowId: string;
  /** What puts it right, beside the button, too. */
  readonly action?: ReviewAction | undefined;
  /** A datasource may have states of its own: none of them holds a press. */
  readonly state: string;
  /** It warns and asks for nothing by itself: the box names it beside those that do. */
  readonly isNoted?: boolean;
}

/** The id of the box that starts a restore nevertheless, where one may run already. */
export const ONCE_MORE = 'start-once-more';

/** The id of the box by which the warnings of the checks are read. */
export const WARNINGS_BOX = 'check-warnings-read';

/** What the checks need before a press; `isRead`: whether their warnings were read. */
export function heldNeeds(checks: readonly ShownCheck[], isRead: boolean): Need[] {
  const failed = checks.flatMap(({ name, state, rowId, reasons, action }): Need[] =>
    state === 'failed'
      ? (reasons ?? [name]).map((text) => ({
          text,
          tone: 'failed',
          place: { id: rowId },
          isHolding: true,
          action,
        }))
      : [],
  );
  const warned = warnedNames(checks);
  if (isRead || warned.length === 0) return failed;
  const box = { id: WARNINGS_BOX };
  const toRead: Need = {
    text: words.warningsRead(warned),
    tone: 'waiting',
    place: box,
    isHolding: true,
  };
  return [...failed, toRead];
}

export const warnedNames = (checks: readonly ShownCheck[]): string[] =>
  warnedIn(checks).map(({ name }) => name);

/** Those that warn; none where no box asks for them. */
const warnedIn = (checks: readonly ShownCheck[]): readonly ShownCheck[] =>
  checks.some(({ state }) => state === 'warned')
    ? checks.filter(({ state, isNoted }) => state === 'warned' || isNoted)
    : [];

/** The warnings of the checks, as the record of a press has them. */
export const warningsOf = (checks: readonly ShownCheck[]): string[] =>
  warnedIn(checks).flatMap(({ name, found }) => (found === '' ? [] : [words.warning(name, found)]));

const targetWords = words.target;

/** The reads of restores in progress. */
export interface TargetReads {
  /** The list of the vault restored from; null: it has none of its own. */
  readonly ofVault: Read<readonly RunningRestore[]> | null;
  readonly others: Read<OtherRestores>;
}

/** The restores in progress that are read and meet a target, or may. */
export const metIn = (wanted: WantedTarget, reads: TargetReads): MetRestore[] =>
  restoresMet(wanted, ownOf(reads), elsewhereOf(reads));

const ownOf = ({ ofVault }: TargetReads): readonly RunningRestore[] =>
  (ofVault === null ? undefined : known(ofVault)) ?? [];

const elsewhereOf = ({ others }: TargetReads): readonly RunningRestore[] =>
  known(others)?.restores ?? [];

/**
 * Whether a restore to the same target is in progress already, whoever started it and through whichever service. It
 * warns and never refuses: the service decides what two of them come to. Where something that could hold one wasn't
 * read, none is ruled out. `what`: what the vault's own restores are of.
 */
export function targetResult(
  wanted: WantedTarget,
  reads: TargetReads,
  what: 'vm' | 'disk',
): CheckResult {
  const met = metIn(wanted, reads);
  const same = met.filter(({ meeting }) => meeting.kind === 'same');
  const maybe = met.filter(({ meeting }) => meeting.kind === 'maybe');
  const missing = missingOf(reads);
  const silent = met.filter(({ meeting }) => meeting.kind === 'unreported');
  const failed = silent.filter(({ restore }) => restore.why !== undefined);
  const missed = [...(known(reads.others)?.unread ?? []), ...failed.flatMap(unreadJob)];
  const from = restoresFrom(wanted, [...ownOf(reads), ...elsewhereOf(reads)], met);
  const fromText = from.length === 0 ? [] : [targetWords.from(from.length, wanted.source ?? '')];
  if (same.length + maybe.length > 0) {
    const parts = [
      ...new Set(
        same.flatMap(({ restore: { job }, meeting }) =>
          meeting.kind === 'same' ? [sameText(wanted, job, meeting)] : [],
        ),
      ),
      ...nameTexts(same),
      ...(maybe.length === 0 ? [] : [targetWords.maybe(maybe.length, wanted.source ?? '')]),
      ...fromText,
      ...unreadTexts(missed),
    ];
    const remedies = [...[...same, ...maybe].map(({ restore }) => restore), ...from].map(toJob);
    return { state: 'warned', found: parts.join(' '), actions: cancelActions(same), remedies };
  }
  if (missing !== null) return missing;
  const [here, elsewhere] = [true, false].map((is) =>
    silent.filter((one) => one.isOfVault === is && !failed.includes(one)),
  );
  const gaps = [
    ...(here === undefined || here.length === 0 ? [] : [targetWords.unreported[what](here.length)]),
    ...(elsewhere === undefined || elsewhere.length === 0
      ? []
      : [targetWords.unreported.elsewhere(elsewhere.length)]),
    ...unreadTexts(missed),
  ];
  const remedies = [...silent.map(({ restore }) => restore), ...from].map(toJob);
  if (gaps.length === 0) {
    return { state: 'passed', found: [targetWords.none, ...fromText].join(' '), remedies };
  }
  const found = [targetWords.noneRead, ...fromText, ...gaps].join(' ');
  return { state: 'notChecked', found, remedies };
}

/** What is still to come, or failed as a whole; null: both reads are there. */
function missingOf({ ofVault, others }: TargetReads): CheckResult | null {
  const all = [ofVault === null ? null : lateOr(ofVault), unread(others, targetWords.read)].filter(
    (one) => one !== null,
  );
  return all.find(({ state }) => state !== 'checking') ?? all[0] ?? null;
}

/** The same of the list of the vault, which may have taken too long. */
function lateOr(ofVault: Read<unknown>): CheckResult | null {
  const missing = unread(ofVault, targetWords.read);
  const isLate = 'trouble' in ofVault && ofVault.trouble?.problem.isLate === true;
  return isLate && missing !== null
    ? { ...missing, found: targetWords.unread.late.vault }
    : missing;
}

/** What could hold a restore to a target and wasn't read, in words. */
export const unreadTexts = (sources: readonly UnreadSource[]): string[] =>
  (['failed', 'late'] as const).flatMap((why) => {
    const all = sources.filter((one) => one.why === why);
    const names = all.flatMap(({ kind, name }) =>
      name === null ? [] : [kind === 'secondary' ? targetWords.inSecondary(name) : name],
    );
    const text = targetWords.unread[why];
    return [
      ...(all.some(({ kind }) => kind === 'vault') ? [text.vault] : []),
      ...(all.some(({ kind }) => kind === 'vaults') ? [text.vaults] : []),
      ...(names.length === 0 ? [] : [text.named([...new Set(names)])]),
    ];
  });

function sameText({ source }: WantedTarget, { id }: Job, { wanted, found }: SameTarget): string {
  const name = wanted.kind === 'other' ? (source ?? '') : (wanted.name ?? '');
  const isElsewhere = isNewVm(wanted) && (found.group === null || isOtherGroup(wanted, found));
  const text = isElsewhere
    ? targetWords.takesName(found.name ?? name, found.group)
    : whatText(name, wanted.group ?? '', found);
  const isSubscriptionOpen =
    wanted.subscriptionId !== null && found.subscriptionId === null && !isOfAzure(id);
  return isSubscriptionOpen ? `${text} ${targetWords.noSubscription}` : text;
}

const isOfAzure = (id: ResourceId): boolean => id.startsWith('/');

/** When the name of a new VM is free that other restores take, and who can cancel them. */
function nameTexts(same: readonly MetRestore[]): readonly string[] {
  const takers = takersIn(same);
  return takers.length === 0
    ? []
    : [targetWords.freed, ...new Set(takers.map((job) => cancelText(job)))];
}

/** The jobs among them that create a VM of the same name. */
const takersIn = (same: readonly MetRestore[]): readonly Job[] =>
  same.flatMap(({ restore: { job, details }, meeting }) =>
    meeting.kind === 'same' && [meeting.wanted, meeting.found].every(isNewVm)
      ? [details ?? job]
      : [],
  );

/** What a person must be allowed to do to cancel one of them. */
const cancelActions = (same: readonly MetRestore[]): readonly string[] =>
  takersIn(same).some(isCanceledByAction) ? [CANCEL_ACTION] : [];

const isCanceledByAction = ({ id, status, isCancellable }: Job): boolean =>
  isCancellable && status !== 'cancelling' && isOfAzure(id);

/** A CommServe’s list doesn’t report which jobs can be canceled. */
function cancelText({ id, vaultName, status, isCancellable }: Job): string {
  const { cancel } = targetWords;
  if (status === 'cancelling') return cancel.underWay;
  if (!isOfAzure(id)) return cancel.commServe(vaultName);
  return isCancellable ? cancel.azure(vaultName) : cancel.notOffered;
}

/** What a person must be allowed to do in its vault (azure-contract §5). */
const CANCEL_ACTION = 'Microsoft.RecoveryServices/vaults/backupJobs/cancel/action';

function whatText(name: string, group: string, { kind, replaces }: TargetPart): string {
  if (replaces === 'disks') return targetWords.replacesDisks(name);
  if (replaces === 'all') return targetWords.replacesVm(name);
  if (kind === 'disk') return targetWords.createsDisk(name, group);
  return kind === 'disksOf'
    ? targetWords.createsDisks(name, group)
    : targetWords.creates(name, group);
}

const toJob = (restore: RunningRestore): Remedy => {
  const { job } = restore;
  return {
    kind: 'job',
    address: jobAddress(job.id),
    machine: itemOf(restore),
    since: job.startedAt,
  };
};

/** What could reject a restore or make it fail. */
type RefuserId = keyof typeof coverage.refuser;

/**
 * What could refuse, in each kind of restore that it could refuse: the check that looks at it, or null where nothing
 * here does.
 */
export type Coverage<Kind extends string, Check extends string> = Readonly<
  Partial<Record<RefuserId, { readonly by: Check | null; readonly in: readonly Kind[] }>>
>;

/** What nothing here looks at in a kind of restore, by name; empty while none is chosen. */
export function notLookedAt<Kind extends string>(
  table: Coverage<Kind, string>,
  kind: Kind | null,
): string[] {
  return kind === null
    ? []
    : refusersOf(table).flatMap(([id, { by, in: kinds }]) =>
        by === null && kinds.includes(kind) ? [coverage.refuser[id]] : [],
      );
}

/** The settings of source and target that nothing here looks at, by name, each once. */
export function unreadNames(things: readonly (WithUnread | null | undefined)[]): string[] {
  const found = things.flatMap((one) => one?.unread ?? []);
  return UNREAD_SETTINGS.filter((one) => found.includes(one)).map((one) => coverage.setting[one]);
}

/** The entries of a table. */
export function refusersOf<Kind extends string, Check extends string>(
  table: Coverage<Kind, Check>,
) {
  const ids = Object.keys(coverage.refuser).filter(isRefuser);
  return ids.flatMap((id) => {
    const entry = table[id];
    return entry === undefined ? [] : [[id, entry] as const];
  });
}

const isRefuser = (id: string): id is RefuserId => id in coverage.refuser;

/** What wasn’t looked at, as lines of a record beside its checks. */
export const notLookedAtLines = (names: readonly string[]): Reviewed['checks'] =>
  names.map((name) => ({ name, state: coverage.state, found: coverage.found, at: null }));
