import { expect, test } from 'vitest';
import { dateTimeText, timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/jobs.ts';
import type {
  OtherRestores,
  RunningRestore,
  TargetPart,
  UnreadSource,
} from '#src/model/lost-restore.ts';
import { WAY_ON_KINDS } from '#src/model/problem.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { checks } from '#src/strings/checks.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import { faultsOf, unlisted, claimsBy } from '#src/strings/testing-claims.ts';
import {
  type BegunRestore,
  type Draft,
  type MadeGroup,
  newDraft,
} from '#src/wizard/draft/schema.ts';
import type { Read } from '#src/wizard/read.ts';
import {
  earlierWords,
  type NothingStarted,
  refusalWords,
  sameTargetWords,
} from '#src/wizard/review/ReviewNotes.tsx';
import { openReason } from '#src/wizard/review/ReviewStep.tsx';
import { targetResult } from '#src/wizard/review/check.ts';

/** Which facts the sentences of Review need: restores to the same target and earlier requests. */

const AT = 1_749_000_000_000;
const time = dateTimeText(instant(AT));
const pressed = { clientRequestId: 'c', sentAt: AT };
const draft = newDraft('d', AT, { datasource: 'azure-vm', instance: null, point: null });
const other: Draft = { ...draft, id: 'other', submission: { state: 'lost', ...pressed } };
const begun: BegunRestore = { id: '/jobs/1', machine: 'app01', since: AT };

type Asking = Pick<Draft, 'task' | 'earlier' | 'submission'>;
const restore: Asking = { submission: { state: 'none' }, earlier: pressed };
const script: Asking = { ...restore, task: 'recoverFiles' };
const ruledOut = { ...pressed, notOurs: ['/jobs/2'] };

const { earlier, sameTarget, begunSince } = submission;
const earlierSays = (known: Asking): readonly string[] => {
  const words = earlierWords(known);
  return words === null ? [] : [words.title, words.body];
};
const noRequest = { 'a request without an outcome': { earlier: undefined } };
const noneSince: Partial<Asking> = { submission: { state: 'lost', ...pressed } };
const unlooked = { ...pressed, isUnlooked: true };
const earlierRow = claimsBy<Asking>(earlierSays);
const earlierRows = [
  earlierRow('earlier.title', restore, earlier.title(time), {
    ...noRequest,
    'a restore': { task: 'recoverFiles' },
    'no later press': noneSince,
  }),
  earlierRow('earlier.body', restore, earlier.body(0), {
    ...noRequest,
    'no job that was ruled out': { earlier: ruledOut },
  }),
  earlierRow('earlier.body.ruledOut', { ...restore, earlier: ruledOut }, earlier.body(1), {
    'a job that was ruled out': { earlier: pressed },
  }),
  earlierRow('earlier.unlooked', { ...restore, earlier: unlooked }, earlier.unlooked, {
    'a look that couldn’t be made': { earlier: pressed },
    'a restore': { task: 'recoverFiles' },
  }),
  earlierRow(
    'script.earlier.unlooked',
    { ...script, earlier: unlooked },
    submission.script.earlier.unlooked,
    {
      'a look that couldn’t be made': { earlier: pressed },
      'a file recovery': { task: undefined },
    },
  ),
  earlierRow('script.earlier.title', script, submission.script.earlier.title(time), {
    ...noRequest,
    'a file recovery': { task: undefined },
  }),
  earlierRow('script.earlier.body', script, submission.script.earlier.body(), {
    ...noRequest,
    'a file recovery': { task: undefined },
  }),
];

interface Met extends Pick<Draft, 'task'> {
  readonly others: readonly Draft[];
  readonly begun: readonly BegunRestore[];
}
function metSays({ others, begun: since, ...asking }: Met): readonly (string | null)[] {
  if (others.length + since.length === 0) return [];
  const { title, body } = sameTargetWords(asking, others);
  return [title, body, openReason(asking, others, since)];
}
const ofOther: Met = { others: [other], begun: [] };
const ofBegun: Met = { others: [], begun: [begun] };
const metRow = claimsBy<Met>(metSays);
const metRows = (['title', 'body', 'waits'] as const).flatMap((key) => [
  metRow(`sameTarget.${key}`, ofOther, sameTarget[key], {
    'another draft’s request': { others: [] },
    'not only a restore in progress': ofBegun,
    'a restore': { task: 'recoverFiles' },
  }),
  metRow(
    `script.sameTarget.${key}`,
    { ...ofOther, task: 'recoverFiles' },
    submission.script.sameTarget[key],
    { 'another draft’s request': { others: [] }, 'a file recovery': { task: undefined } },
  ),
  metRow(`begunSince.${key}`, ofBegun, begunSince[key], {
    'a restore that began since': { begun: [] },
    'no other draft’s request': { others: [other] },
  }),
]);

/** As a CommServe reports it, whose jobs name no subscription. */
const running: Job = {
  id: resourceId('444'),
  name: '444',
  vaultName: '',
  itemName: '',
  operation: 'Restore',
  status: 'inProgress',
  statusWord: null,
  startedAt: null,
  endedAt: null,
  durationMs: null,
  isCancellable: false,
};

interface TargetKnown {
  readonly wanted: TargetPart;
  readonly found: TargetPart | null;
  readonly isOfVault: boolean;
  /** What the restore in progress is of; empty: not reported. */
  readonly item: string;
  readonly others: Partial<OtherRestores> | 'loading' | 'failed';
  readonly job?: Partial<Job>;
}
const part = (more: Partial<TargetPart> = {}): TargetPart => ({
  kind: 'vm',
  name: 'app02',
  group: 'rg',
  subscriptionId: 's',
  ...more,
});
function targetFound({ wanted, found, isOfVault, item, others, job }: TargetKnown): string {
  const own = { ...running, itemName: item, ...job };
  const one: RunningRestore[] =
    found === null ? [] : [{ job: own, details: null, target: [found] }];
  const ofVault: Read<RunningRestore[]> = { state: 'known', value: isOfVault ? one : [] };
  const rest = { restores: isOfVault ? [] : one, unread: [] };
  const read: Read<OtherRestores> =
    typeof others === 'string'
      ? { state: others }
      : { state: 'known', value: { ...rest, ...others } };
  return targetResult({ parts: [wanted], source: 'app01' }, { ofVault, others: read }, 'vm').found;
}
const { target } = checks;
type Why = UnreadSource['why'];
const unreadOf = (why: Why, kind: UnreadSource['kind'], name: string | null = null) => ({
  others: { unread: [{ kind, name, why }] },
});
const CS = 'cs01';
const TARGET_SENTENCES = {
  creates: target.creates('app02', 'rg'),
  takesName: target.takesName('App02', 'other'),
  'takesName.somewhere': target.takesName('App02', null),
  freed: target.freed,
  'cancel.azure': target.cancel.azure(
    'Microsoft.RecoveryServices/vaults/backupJobs/cancel/action',
    'rsv',
  ),
  'cancel.commServe': target.cancel.commServe(CS),
  'cancel.notOffered': target.cancel.notOffered,
  'cancel.underWay': target.cancel.underWay,
  createsDisk: target.createsDisk('os', 'rg'),
  createsDisks: target.createsDisks('app01', 'rg'),
  replacesDisks: target.replacesDisks('app01'),
  replacesVm: target.replacesVm('app01'),
  noSubscription: target.noSubscription,
  maybe: target.maybe(1, 'app01'),
  'unreported.vm': target.unreported.vm(1),
  'unreported.elsewhere': target.unreported.elsewhere(1),
  noneRead: target.noneRead,
  'unread.failed.vaults': target.unread.failed.vaults,
  'unread.failed.named': target.unread.failed.named([CS]),
  'unread.late.vaults': target.unread.late.vaults,
  'unread.late.named': target.unread.late.named([CS]),
  inSecondary: target.unread.failed.named([target.inSecondary('rsv')]),
  none: target.none,
  from: target.from(1, 'app01'),
};
const targetSays = (known: TargetKnown): readonly string[] => {
  const text = targetFound(known);
  return Object.values(TARGET_SENTENCES).filter((one) => text.includes(one));
};
const meets: TargetKnown = {
  wanted: part(),
  found: part(),
  isOfVault: false,
  item: 'web01',
  others: {},
};
const none: TargetKnown = { ...meets, found: null };
const silent = part({ name: null, group: null, subscriptionId: null });
const os = part({ kind: 'disk', name: 'os' });
const ofApp01 = part({ kind: 'disksOf', name: 'app01' });
const inPlace = part({ name: 'app01', replaces: 'disks' });
const anew = part({ name: 'app01', replaces: 'all' });
/** What every restore of this kind needs to be named as the same. */
const names = (found: TargetPart) => ({
  'a restore in progress': { found: null },
  'its name': { found: { ...found, name: null } },
  'the same name': { found: { ...found, name: 'other' } },
  'the same group': { found: { ...found, group: 'other' } },
  'the same subscription': { found: { ...found, subscriptionId: 'other' } },
  'that it does this': { found: { ...found, isGuess: true } },
});
const targetClaim = claimsBy<TargetKnown>(targetSays);
const targetRow = (
  known: Partial<TargetKnown>,
  key: keyof typeof TARGET_SENTENCES,
  without: Readonly<Record<string, Partial<TargetKnown>>>,
) => targetClaim(key, { ...meets, ...known }, TARGET_SENTENCES[key], without);
const inOther = part({ name: 'App02', group: 'other' });
const somewhere = part({ name: 'App02', group: null });
const ofAzure = { id: resourceId('/jobs/1'), vaultName: 'rsv', isCancellable: true };
const ofCommServe = { vaultName: CS };
const canceling: Partial<Job> = { ...ofAzure, status: 'cancelling', isCancellable: false };
/** What a new VM's name needs to be named as taken, whatever its resource group is. */
const { 'the same group': _, ...byName } = names(inOther);
const targetRows = [
  targetRow({}, 'creates', names(part())),
  targetRow({ found: inOther }, 'takesName', {
    ...byName,
    'another group': { found: part() },
    'a new VM': { wanted: { ...inPlace, name: 'app02' } },
    'one that is created': { found: { ...inOther, replaces: 'disks' } },
  }),
  targetRow({ found: somewhere }, 'takesName.somewhere', {
    ...byName,
    'a group that isn’t reported': { found: part() },
  }),
  targetRow({ found: inOther }, 'freed', {
    ...byName,
    'a new VM': { wanted: inPlace },
    'a VM that isn’t there': { found: { ...inOther, replaces: 'all' } },
  }),
  targetRow({ job: ofAzure }, 'cancel.azure', {
    'a restore in progress': { found: null },
    'a job of Azure': { job: ofCommServe },
    'that Azure offers it': { job: { ...ofAzure, isCancellable: false } },
    'a job that isn’t being canceled': { job: canceling },
  }),
  targetRow({ job: ofCommServe }, 'cancel.commServe', {
    'a restore in progress': { found: null },
    'a job of a CommServe': { job: ofAzure },
  }),
  targetRow({ job: { ...ofAzure, isCancellable: false } }, 'cancel.notOffered', {
    'a restore in progress': { found: null },
    'that Azure doesn’t offer it': { job: ofAzure },
    'a job that isn’t being canceled': { job: canceling },
  }),
  targetRow({ job: canceling }, 'cancel.underWay', {
    'a restore in progress': { found: null },
    'a job that is being canceled': { job: ofAzure },
  }),
  targetRow({ wanted: os, found: os }, 'createsDisk', names(os)),
  targetRow({ wanted: ofApp01, found: ofApp01 }, 'createsDisks', names(ofApp01)),
  targetRow({ wanted: inPlace, found: inPlace }, 'replacesDisks', names(inPlace)),
  targetRow({ wanted: anew, found: anew }, 'replacesVm', names(anew)),
  targetRow({ found: part({ subscriptionId: null }) }, 'noSubscription', {
    'no subscription': { found: part() },
    'a restore in progress': { found: null },
  }),
  targetRow({ found: silent, item: 'app01' }, 'maybe', {
    'a restore of the same': { item: 'web01' },
    'a restore in progress': { found: null },
    'a target that isn’t reported': { found: part({ name: 'other' }) },
  }),
  targetRow({ found: silent, isOfVault: true }, 'unreported.vm', {
    'a target that isn’t reported': { found: part({ name: 'other' }) },
    'a restore of something else': { item: 'app01' },
    'a list of this vault': { isOfVault: false },
  }),
  targetRow({ found: silent }, 'unreported.elsewhere', {
    'a target that isn’t reported': { found: part({ name: 'other' }) },
    'a list of elsewhere': { isOfVault: true },
  }),
  targetRow({ found: null, ...unreadOf('failed', 'named', CS) }, 'noneRead', {
    'no restore of this target': { found: part(), isOfVault: true },
    'something unread': { others: {} },
    'a read': { others: 'failed' },
  }),
  ...(['failed', 'late'] as const).flatMap((why) => {
    const opposite = why === 'late' ? 'failed' : 'late';
    return [
      targetRow({ found: null, ...unreadOf(why, 'vaults') }, `unread.${why}.vaults`, {
        'a vault that wasn’t read': { others: {} },
        'why it wasn’t': unreadOf(opposite, 'vaults'),
      }),
      targetRow({ found: null, ...unreadOf(why, 'named', CS) }, `unread.${why}.named`, {
        'what wasn’t read': { others: {} },
        'why it wasn’t': unreadOf(opposite, 'named', CS),
      }),
    ];
  }),
  targetRow({ found: null, ...unreadOf('failed', 'secondary', 'rsv') }, 'inSecondary', {
    'the region': unreadOf('failed', 'named', 'rsv'),
  }),
  targetRow(none, 'none', {
    'no restore of this target': { found: part() },
    'none that might be': { found: silent },
    'a read that has ended': { others: 'loading' },
    'a read that worked': { others: 'failed' },
    'each vault read': unreadOf('failed', 'vaults'),
    'each service read in time': unreadOf('late', 'named', CS),
  }),
  ...[
    { wanted: inPlace, isOfVault: true },
    { wanted: anew },
    // What else isn't known takes nothing from it.
    { wanted: inPlace, ...unreadOf('failed', 'vaults') },
  ].map((known) =>
    targetRow({ ...known, item: 'app01', found: part({ name: 'other' }) }, 'from', {
      'a restore in progress': { found: null },
      'from that VM': { item: 'web01' },
      'another target': { found: known.wanted },
      'a restore in place': { wanted: part() },
    }),
  ),
];

const rows = [...earlierRows, ...metRows, ...targetRows];

/** Buttons, labels; `unreported.disk` is the same for Backup vaults; the list of the vault is among the reasons of a held press. */
const CLAIMLESS = `
  earlier.search earlier.stillOpen sameTarget.open sameTarget.onceMore begunSince.job
  script.earlier.search script.earlier.stillOpen script.sameTarget.open script.sameTarget.onceMore
`;
const OF_TARGET = 'name read unreported.disk unread.failed.vault unread.late.vault';

test(`${String(rows.length)} sentences about other restores are in the table`, () => {
  expect(rows).toHaveLength(42);
  const { earlier: ofScript, sameTarget: same } = submission.script;
  const texts = {
    earlier,
    sameTarget,
    begunSince,
    script: { earlier: ofScript, sameTarget: same },
  };
  expect(unlisted(texts, rows, CLAIMLESS)).toEqual([]);
  expect(unlisted(target, targetRows, OF_TARGET)).toEqual([]);
});

interface Refused {
  readonly sent: NothingStarted;
  readonly draft?: Partial<Draft>;
  readonly isSignedIn?: boolean;
}
function refusedSays({ sent, draft: more, isSignedIn = false }: Refused): readonly string[] {
  const { title, lines } = refusalWords(sent, { ...draft, submission: sent, ...more }, isSignedIn);
  return [title, ...lines];
}
const reason = { code: null, message: 'No.', requestId: null };
const byService: NothingStarted = { state: 'refused', ...reason };
const byPage = { state: 'notSent', ...reason, isPrepared: true } satisfies NothingStarted;
const unprepared: NothingStarted = { ...byPage, isPrepared: false };
const signedOut: NothingStarted = { ...byService, isSignedOut: true };
const unsigned: NothingStarted = { ...byPage, isSignedOut: true };
/** What was looked at since, and found nothing. */
const looked: NothingStarted = { ...byService, attempt: pressed, lookedAt: AT };
const notLooked: NothingStarted = { ...byService, attempt: pressed };
const files = { draft: { task: 'recoverFiles' } } satisfies Partial<Refused>;
const open = { draft: { earlier: pressed } } satisfies Partial<Refused>;
const commvault = { draft: { choices: { ...draft.choices, datasource: 'commvault-vm' } } };

const refused = claimsBy<Refused>(refusedSays);

const { refusedByAzure, notSent, heldBack, wayOn, groupMade } = submission;
const { refusal: ofScript } = submission.script;
const clock = timeText(instant(AT));
const made: MadeGroup = { subscriptionId: 's', name: 'rg', at: AT, isSure: true };
const withGroup = (group: Partial<MadeGroup>): Refused => ({
  sent: byService,
  draft: { madeGroups: [{ ...made, ...group }] },
});
const noGroup = { draft: { madeGroups: [] } };

const titleRows = [
  refused('refusedByAzure.title', { sent: byService }, refusedByAzure.title('Azure'), {
    'an answer that refuses': { sent: byPage },
    'the service that did': commvault,
    'a restore': files,
    'a sign-in': { sent: signedOut },
  }),
  refused('refusal.lookedAt', { sent: looked }, submission.refusal.lookedAt(clock), {
    'an answer that refuses': { sent: byPage },
    'a look': { sent: notLooked },
    'its time': { sent: { ...looked, lookedAt: AT + 60_000 } },
    'a restore': files,
  }),
  refused('refusal.notLooked', { sent: notLooked }, submission.refusal.notLooked, {
    'an answer that refuses': { sent: byPage },
    'no look': { sent: looked },
    'a press that is known': { sent: byService },
    'a restore': files,
  }),
  refused('refusedByAzure.kept', { sent: byService }, refusedByAzure.kept, {
    'an answer that refuses': { sent: byPage },
  }),
  refused('notSent.title', { sent: byPage }, notSent.title, {
    'a request that never left': { sent: byService },
    'a restore': files,
  }),
  refused('notSent.body', { sent: byPage }, notSent.body, { 'no earlier request': open }),
  refused('notSent.kept', { sent: byPage, ...open }, notSent.kept, {
    'an earlier request': { draft: {} },
  }),
  refused('notSent.notPrepared', { sent: unprepared }, notSent.notPrepared, {
    'what could not be prepared': { sent: byPage },
    'a request that never left': { sent: byService },
  }),
  refused('signedOut.title', { sent: signedOut }, submission.signedOut.title, {
    'a sign-in that is missing': { sent: byService },
    'no sign-in since': { isSignedIn: true },
  }),
  refused('signedOut.body', { sent: unsigned, isSignedIn: true }, submission.signedOut.body, {
    'no earlier request': open,
    'a request that never left': { sent: signedOut },
  }),
  refused('signedOut.kept', { sent: unsigned, ...open }, submission.signedOut.kept, {
    'an earlier request': { draft: {} },
  }),
  refused('signedInAgain', { sent: signedOut, isSignedIn: true }, common.signedInAgain, {
    'a sign-in since': { isSignedIn: false },
  }),
  ...(
    [
      ['refusedByAzure', byService, submission.script.refusedByAzure.title('Azure')],
      ['notSent', byPage, submission.script.notSent.title],
    ] as const
  ).flatMap(([key, sent, title]) => [
    refused(`script.${key}.title`, { sent, ...files }, title, {
      'a file recovery': { draft: {} },
      'how it ended': { sent: sent === byPage ? byService : byPage },
    }),
  ]),
  refused('script.notSent.body', { sent: byPage, ...files }, submission.script.notSent.body, {
    'a file recovery': { draft: {} },
    'no earlier request': { draft: { ...files.draft, earlier: pressed } },
  }),
  refused(
    'script.notSent.kept',
    { sent: byPage, draft: { ...files.draft, earlier: pressed } },
    submission.script.notSent.kept,
    { 'an earlier request': files },
  ),
  refused(
    'script.refusedByAzure.kept',
    { sent: byService, ...files },
    submission.script.refusedByAzure.kept,
    { 'an answer that refuses': { sent: byPage } },
  ),
  refused('script.refusal.lookedAt', { sent: looked, ...files }, ofScript.lookedAt(clock), {
    'a file recovery': { draft: {} },
    'a look': { sent: notLooked },
    'its time': { sent: { ...looked, lookedAt: AT + 60_000 } },
  }),
  refused('script.refusal.notLooked', { sent: notLooked, ...files }, ofScript.notLooked, {
    'a file recovery': { draft: {} },
    'no look': { sent: looked },
  }),
];

const HELD = [
  'jobsUnread',
  'jobsLate',
  'changesLate',
  'changed',
  'closed',
  'sameTarget',
  'calledOff',
  'begunSince',
  'othersUnread',
] as const satisfies readonly (keyof typeof heldBack)[];
const heldRows = HELD.map((one) =>
  refused(`heldBack.${one}`, { sent: { ...byPage, heldBack: one } }, heldBack[one], {
    'what held it back': { sent: byPage },
    'another reason': { sent: { ...byPage, heldBack: one === 'closed' ? 'changed' : 'closed' } },
    'a request that never left': { sent: byService },
  }),
);
const heldUnread = (
  sent: Pick<UnreadSource, 'kind' | 'why'>,
  by: 'jobsUnread' | 'othersUnread',
) => ({
  sent: { ...byPage, heldBack: by, unread: [{ name: null, ...sent }] },
});
const unreadRows = (['failed', 'late'] as const).map((why) =>
  refused(
    `heldBack.othersUnread.${why}`,
    heldUnread({ kind: 'vault', why }, 'othersUnread'),
    `${heldBack.othersUnread} ${target.unread[why].vault}`,
    {
      'what wasn’t read': { sent: { ...byPage, heldBack: 'othersUnread' } },
      'why it wasn’t': heldUnread(
        { kind: 'vault', why: why === 'late' ? 'failed' : 'late' },
        'othersUnread',
      ),
    },
  ),
);
const HELD_SCRIPT = [
  'jobsUnread',
  'jobsLate',
  'changesLate',
  'changed',
  'sameTarget',
] as const satisfies readonly (keyof typeof submission.script.heldBack)[];
const heldScriptRows = HELD_SCRIPT.map((one) =>
  refused(
    `script.heldBack.${one}`,
    { sent: { ...byPage, heldBack: one }, ...files },
    submission.script.heldBack[one],
    {
      'a file recovery': { draft: {} },
      'what held it back': { sent: { ...byPage, heldBack: 'closed' } },
    },
  ),
);

const CODES = ['AuthorizationFailed', 'Conflict'] as const;
const wayRows = [
  ...WAY_ON_KINDS.map((way) =>
    refused(`wayOn.${way}`, { sent: { ...byService, way } }, wayOn[way], {
      'what can be done': { sent: byService },
      'another way': { sent: { ...byService, way: way === 'again' ? 'after' : 'again' } },
      'no code that tells more': { sent: { ...byService, way, code: 'Conflict' } },
    }),
  ),
  // What is the same for a restore needs nothing more.
  ...WAY_ON_KINDS.filter((way) => submission.script.wayOn[way] !== wayOn[way]).map((way) =>
    refused(
      `script.wayOn.${way}`,
      { sent: { ...byService, way }, ...files },
      submission.script.wayOn[way],
      { 'what can be done': { sent: byService }, 'a file recovery': { draft: {} } },
    ),
  ),
  ...CODES.map((code) =>
    refused(
      `refusedByAzure.advice.${code}`,
      { sent: { ...byService, code } },
      refusedByAzure.advice[code]('Restore'),
      { 'its code': { sent: byService }, 'this code': { sent: { ...byService, code: 'Other' } } },
    ),
  ),
];

const groupRows = [
  refused('groupMade.stays', withGroup({}), groupMade.stays('rg', time), {
    'a group that was requested': noGroup,
    'an answer that it is created': withGroup({ isSure: false }),
    'its time': withGroup({ at: null }),
  }),
  refused('groupMade.stays.noTime', withGroup({ at: null }), groupMade.stays('rg', null), {
    'a group that was requested': noGroup,
    'no time': withGroup({}),
  }),
  refused('groupMade.mayStay', withGroup({ isSure: false }), groupMade.mayStay('rg', time), {
    'a group that was requested': noGroup,
    'no answer': withGroup({}),
  }),
];

const refusalRows = [
  ...titleRows,
  ...heldRows,
  ...unreadRows,
  ...heldScriptRows,
  ...wayRows,
  ...groupRows,
];

/** What Review says of the group: the datasource that offers new ones has a table of it. */
const OWN_GROUP = 'groupMade.line groupMade.exists';

test.each([...rows, ...refusalRows])('$key needs its facts', (row) =>
  expect(faultsOf(row)).toEqual([]),
);

test(`${String(refusalRows.length)} sentences about refusals are in the table`, () => {
  expect(refusalRows).toHaveLength(55);
  const { signedOut: out, script: scriptWords } = submission;
  const listed = refusalRows.map(({ key }) => ({ key: key.replace(/\.noTime$/, '') }));
  expect(
    unlisted(
      { refusedByAzure, notSent, heldBack, wayOn, groupMade, signedOut: out },
      listed,
      OWN_GROUP,
    ),
  ).toEqual([]);
  const { earlier: _, sameTarget: __, ...others } = scriptWords;
  expect(
    unlisted({ script: others }, listed, 'script.anyway script.press script.wayOn.setUp'),
  ).toEqual([]);
});

test('the code of a rejected restore, or of what is prepared for it, stands beside the service’s text', () => {
  const coded = { code: 'UserErrorVMConflict', message: 'Busy.' };
  for (const sent of [byService, unprepared])
    expect(refusedSays({ sent: { ...sent, ...coded } })).toContain('Busy. (UserErrorVMConflict)');
  expect(refusedSays({ sent: byService })).toContain('No.');
});
