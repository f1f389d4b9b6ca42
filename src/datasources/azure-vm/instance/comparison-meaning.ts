import { type VmRuleId, vmRules } from '#src/datasources/azure-vm/rules.ts';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import { listText, newerTextsCount } from '#src/lib/wording.ts';
import {
  type Aspect,
  type Compared,
  comparisonStatus,
  type ComparisonStatus,
  disksOnlyIn,
  type PointValue,
  type Side,
} from '#src/model/comparison.ts';
import type { PointDisk, RecoveryPointTier } from '#src/model/points.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { doc000 } from '#src/rules/rule.ts';
import { comparison } from '#src/strings/instance.ts';
import { sayOf, sourceLine } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';

type Texts = { readonly [A in Aspect]: (value: Compared[A]) => readonly string[] };

/** How a value of each aspect reads: one line, or one for each thing. */
const texts: Texts = {
  time: (at) => [dateTimeText(at)],
  consistency: (consistency) => [wizard.consistency[consistency]],
  tier: (tier) => [wizard.tier[tier]],
  vmSize: (size) => [size],
  osType: (os) => [os],
  diskCount: (count) => [String(count)],
  disks: ({ included, excluded }) => [
    ...included.map(diskText),
    ...excluded.map((disk) => comparison.leftOut(diskText(disk))),
  ],
  zone: (zone) => [zone === null ? comparison.noZone : comparison.zoneOf(zone)],
  diskEncryption: (isEncrypted) => [isEncrypted ? comparison.encrypted : comparison.notEncrypted],
  encryptionSets: (sets) => (sets.length === 0 ? [comparison.platformKeys] : sets),
  privateAccess: (isPrivate) => [isPrivate ? comparison.isPrivate : comparison.isPublic],
};

/** The lines that one side shows about an aspect; a value that isn't reported shows as such. */
export function sideText(aspect: Aspect, side: Side): readonly string[] {
  return lines(aspect, side[aspect]);
}

function lines<A extends Aspect>(aspect: A, reported: PointValue<Compared[A]>): readonly string[] {
  return reported.kind === 'value'
    ? texts[aspect](reported.value)
    : [comparison.unreported[reported.kind]];
}

/** A disk by its place and name. */
function diskText({ lun, name }: PointDisk): string {
  const place =
    lun === null
      ? comparison.unreported.notReported
      : lun < 0
        ? comparison.systemDisk
        : comparison.lun(lun);
  return name === null ? place : comparison.disk(place, name);
}

const words = comparison.meaning;

/** Two sides with their names; `isNow`: the second is the machine of today. */
export interface Pair {
  readonly a: Side;
  readonly b: Side;
  readonly names: readonly [a: string, b: string];
  readonly isNow: boolean;
}

/** A sentence about a restore, and who says so. */
export interface ComparisonMeaning {
  readonly text: string;
  readonly source: string;
}

/**
 * What a row of the comparison means for a restore: what the rules say about it, or what follows
 * from both sides alone. Empty where nothing differs and nothing that is known bears on a restore.
 */
export function meaningOf(aspect: Aspect, pair: Pair): readonly ComparisonMeaning[] {
  const status = comparisonStatus(aspect, pair.a, pair.b);
  if (status === 'same') return [];
  const found = meanings[aspect](pair, status);
  return found.length === 0 && status === 'differs'
    ? [{ text: words.undocumented, source: comparison.sources.ours }]
    : found;
}

const meanings: Readonly<
  Record<Aspect, (pair: Pair, status: ComparisonStatus) => readonly ComparisonMeaning[]>
> = {
  time: timeMeaning,
  consistency: (pair) =>
    aboutSides(pair, 'consistency', (value) =>
      value === 'CrashConsistent' ? ['point.consistency.crash'] : [],
    ),
  tier: (pair) => aboutSides(pair, 'tier', (tier) => ofTier()[tier]),
  vmSize: sizeMeaning,
  osType: () => [],
  diskCount: countMeaning,
  disks: diskMeaning,
  zone: ({ isNow }, status) =>
    status === 'differs'
      ? rulesSay(
          ...(isNow ? (['replace.zone.not-applicable'] as const) : []),
          'special.zone-pinned',
        )
      : [],
  diskEncryption: (pair) =>
    aboutSides(pair, 'diskEncryption', (isEncrypted) => (isEncrypted ? OF_ENCRYPTED : [])),
  encryptionSets: (pair) =>
    aboutSides(pair, 'encryptionSets', (sets) =>
      sets.length > 0 ? ['replace.encrypted', 'encryption.cmk.create-ok'] : [],
    ),
  privateAccess: (pair) =>
    aboutSides(pair, 'privateAccess', (isPrivate) => (isPrivate ? ['network.choices'] : [])),
};

/** Rules by tier. What the documents refuse of both tiers is a warning where newer texts count. */
const ofTier = (): Readonly<Record<RecoveryPointTier, readonly VmRuleId[]>> => ({
  Snapshot: ['point.tier.snapshot-only.no-replace', 'point.csr.snapshot', 'czr.block.snapshot'],
  SnapshotAndVault: [
    'point.csr.mixed',
    newerTextsCount() ? 'platform.czr.both-tiers' : 'czr.block.snapshot',
  ],
  Vault: ['restore-disks.vhd.vault-under-4tb'],
  Archive: ['point.archive'],
  unknown: [],
});

const OF_ENCRYPTED = [
  'encryption.ade.create-vm',
  'encryption.ade.disks-same',
  'replace.encrypted',
  'csr.ade',
] as const;

function timeMeaning({ a, b, isNow }: Pair): readonly ComparisonMeaning[] {
  if (a.time.kind !== 'value' || b.time.kind !== 'value') return [];
  const lasted = durationText(b.time.value - a.time.value);
  const text = isNow ? words.after(dateTimeText(a.time.value), lasted) : words.between(lasted);
  return [{ text, source: comparison.sources.both }];
}

function sizeMeaning({ isNow }: Pair, status: ComparisonStatus): readonly ComparisonMeaning[] {
  if (status !== 'differs') return [];
  const stays = {
    text: words.sizeStays,
    source: sourceLine(doc000('Restore options, Replace existing')),
  };
  return [
    ...(isNow ? [stays] : []),
    { text: words.sizeOfNew, source: comparison.sources.ours },
    ...rulesSay('create-vm.sku-unavailable.disks-kept'),
  ];
}

function countMeaning(
  { a, b, isNow }: Pair,
  status: ComparisonStatus,
): readonly ComparisonMeaning[] {
  if (status !== 'differs') return [];
  const leavesOut = [a, b].some(
    ({ disks }) => disks.kind === 'value' && disks.value.excluded.length > 0,
  );
  return [
    ...(isNow ? rulesSay('replace.disk-count') : []),
    // The sentence is about backups of all disks.
    ...(leavesOut ? [] : rulesSay('restore-disks.all-disks')),
  ];
}

function diskMeaning(
  { a, b, names, isNow }: Pair,
  status: ComparisonStatus,
): readonly ComparisonMeaning[] {
  if (status !== 'differs' || a.disks.kind !== 'value' || b.disks.kind !== 'value') return [];
  const [one, other] = [a.disks.value.included, b.disks.value.included];
  const inFirst = listText(disksOnlyIn(one, other).map(diskText));
  const inSecond = listText(disksOnlyIn(other, one).map(diskText));
  return [
    ...(inFirst === '' ? [] : [words.onlyIn(names[0], inFirst)]),
    ...(inSecond === ''
      ? []
      : [isNow ? words.onlyNow(inSecond) : words.onlyIn(names[1], inSecond)]),
  ].map((text) => ({ text, source: comparison.sources.both }));
}

/** What the rules report for each side's own value; what applies to both appears once, without a side. */
function aboutSides<A extends Aspect>(
  { a, b, names }: Pair,
  aspect: A,
  rulesOf: (value: ValueOf<A>) => readonly VmRuleId[],
): readonly ComparisonMeaning[] {
  const [ofA, ofB] = [idsOf(a[aspect], rulesOf), idsOf(b[aspect], rulesOf)];
  return [
    ...ofA.map((id) => ruleSays(id, ofB.includes(id) ? null : names[0])),
    ...ofB.filter((id) => !ofA.includes(id)).map((id) => ruleSays(id, names[1])),
  ];
}

type ValueOf<A extends Aspect> = Extract<Side[A], { readonly kind: 'value' }>['value'];

function idsOf<Value>(
  reported: { readonly kind: 'value'; readonly value: Value } | { readonly kind: string },
  rulesOf: (value: Value) => readonly VmRuleId[],
): readonly VmRuleId[] {
  return 'value' in reported ? rulesOf(reported.value) : [];
}

function rulesSay(...ids: readonly VmRuleId[]): ComparisonMeaning[] {
  return ids.map((id) => ruleSays(id, null));
}

/** The words of a rule with its documents; `about` names the side that it speaks of. */
function ruleSays(id: VmRuleId, about: string | null): ComparisonMeaning {
  const rule = ruleNamed(vmRules, id);
  const say = sayOf(rule);
  return {
    text: about === null ? say : words.about(about, say),
    source: rule.source.map(sourceLine).join('; '),
  };
}
