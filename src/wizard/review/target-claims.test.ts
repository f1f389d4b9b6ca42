import { expect, test } from 'vitest';
import type { Job } from '#src/model/jobs.ts';
import type {
  OtherRestores,
  RunningRestore,
  TargetPart,
  UnreadSource,
} from '#src/model/lost-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { checks } from '#src/strings/checks.ts';
import { claimsBy, unlisted } from '#src/strings/testing-claims.ts';
import type { Read } from '#src/wizard/read.ts';
import { targetResult } from '#src/wizard/review/check.ts';

/** Which facts the sentences about other restores to the same target need. */

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
  'cancel.azure': target.cancel.azure('rsv'),
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
const { 'the same group': _group, ...byName } = names(inOther);
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

/** Labels; `unreported.disk` is the same for Backup vaults; the list of the vault is among the reasons of a held press. */
const OF_TARGET = 'name read unreported.disk unread.failed.vault unread.late.vault';

test(`${String(targetRows.length)} sentences about other restores are in the table`, () => {
  expect(targetRows).toHaveLength(26);
  expect(unlisted(target, targetRows, OF_TARGET)).toEqual([]);
});
