import { jobAddress } from '#src/api/arm/address.ts';
import type { Job } from '#src/model/jobs.ts';
import {
  itemOf,
  type MetRestore,
  type OtherRestores,
  restoresMet,
  type RunningRestore,
  type SameTarget,
  type TargetPart,
  type WantedTarget,
} from '#src/model/lost-restore.ts';
import { checks } from '#src/strings/checks.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import { type CheckResult, type Remedy, unread } from '#src/wizard/review/check.ts';

const words = checks.target;

/** The reads of restores in progress. */
export interface TargetReads {
  /** The list of the vault restored from; null: it has none of its own. */
  readonly ofVault: Read<readonly RunningRestore[]> | null;
  readonly others: Read<OtherRestores>;
}

/** The restores in progress that are read and meet a target, or may. */
export const metIn = (wanted: WantedTarget, { ofVault, others }: TargetReads): MetRestore[] =>
  restoresMet(
    wanted,
    (ofVault === null ? undefined : known(ofVault)) ?? [],
    known(others)?.restores ?? [],
  );

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
  if (same.length + maybe.length > 0) {
    const parts = [
      ...new Set(
        same.flatMap(({ restore: { job }, meeting }) =>
          meeting.kind === 'same' ? [sameText(wanted, job, meeting)] : [],
        ),
      ),
      ...(maybe.length === 0 ? [] : [words.maybe(maybe.length, wanted.source ?? '')]),
      ...unreadTexts(reads),
    ];
    const remedies = [...same, ...maybe].map(({ restore }) => toJob(restore));
    return { state: 'warned', found: parts.join(' '), remedies };
  }
  if (missing !== null) return missing;
  const silent = met.filter(({ meeting }) => meeting.kind === 'unreported');
  const [here, elsewhere] = [true, false].map((is) => silent.filter((one) => one.isOfVault === is));
  const gaps = [
    ...(here === undefined || here.length === 0 ? [] : [words.unreported[what](here.length)]),
    ...(elsewhere === undefined || elsewhere.length === 0
      ? []
      : [words.unreported.elsewhere(elsewhere.length)]),
    ...unreadTexts(reads),
  ];
  if (gaps.length === 0) return { state: 'passed', found: words.none };
  const remedies = silent.map(({ restore }) => toJob(restore));
  return { state: 'notChecked', found: [words.noneRead, ...gaps].join(' '), remedies };
}

/** What is still to come, or failed as a whole; null: both reads are there. */
function missingOf({ ofVault, others }: TargetReads): CheckResult | null {
  const all = [ofVault, others]
    .flatMap((read) => (read === null ? [] : [unread(read, words.read)]))
    .filter((one) => one !== null);
  return all.find(({ state }) => state !== 'checking') ?? all[0] ?? null;
}

/** What could hold a restore to this target and wasn't read. */
function unreadTexts({ others }: TargetReads): string[] {
  const { areVaultsUnread = false, unread: names = [] } = known(others) ?? {};
  return [
    ...(areVaultsUnread ? [words.vaultsUnread] : []),
    ...(names.length === 0 ? [] : [words.unread(names)]),
  ];
}

function sameText({ source }: WantedTarget, { id }: Job, { wanted, found }: SameTarget): string {
  const name = wanted.kind === 'other' ? (source ?? '') : (wanted.name ?? '');
  const text = whatText(name, wanted.group ?? '', found);
  const isSubscriptionOpen =
    wanted.subscriptionId !== null && found.subscriptionId === null && !id.startsWith('/');
  return isSubscriptionOpen ? `${text} ${words.noSubscription}` : text;
}

function whatText(name: string, group: string, { kind, replaces }: TargetPart): string {
  if (replaces === 'disks') return words.replacesDisks(name);
  if (replaces === 'all') return words.replacesVm(name);
  if (kind === 'disk') return words.createsDisk(name, group);
  return kind === 'disksOf' ? words.createsDisks(name, group) : words.creates(name, group);
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
