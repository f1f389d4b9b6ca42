import { Button, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { SourceVm } from '#src/datasources/azure-vm/instance/source.ts';
import {
  COMPARISON_ID,
  type ComparedPoints,
} from '#src/datasources/azure-vm/instance/use-comparing.ts';
import type { Instant } from '#src/lib/time.ts';
import {
  ASPECTS,
  type Aspect,
  type Compared,
  type ComparisonStatus,
  type PointValue,
  type Side,
  comparisonStatus,
  disksOnlyIn,
  machineSide,
  pointSide,
} from '#src/model/comparison.ts';
import { common } from '#src/strings/common.ts';
import { comparison } from '#src/strings/instance.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Name } from '#src/ui/text.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { Section } from '#src/ui/instance.tsx';
import { usePartStyles } from '#src/ui/styles.ts';
import { pointText } from '#src/ui/instance-columns.tsx';
import { type VmRuleId, vmRules } from '#src/datasources/azure-vm/rules.ts';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import { listText, newerTextsCount } from '#src/lib/wording.ts';
import type { PointDisk, RecoveryPointTier } from '#src/model/points.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { doc000 } from '#src/rules/rule.ts';
import { sayOf, sourceLine } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';

interface CompareSectionProps {
  readonly chosen: ComparedPoints;
  readonly source: SourceVm;
  readonly now: Instant;
  readonly onClose: () => void;
}

/** Two points side by side, or a point and the machine now: what differs (all of it when wanted), and what that means. */
export function CompareSection({ chosen, source, now, onClose }: CompareSectionProps) {
  const styles = usePartStyles();
  const pair = pairOf(chosen, source, now);
  const [isWhole, setIsWhole] = useState(false);
  const rowsWith = (wanted: ComparisonStatus) =>
    ASPECTS.filter((aspect) => comparisonStatus(aspect, pair.a, pair.b) === wanted);
  const count = (wanted: ComparisonStatus) => rowsWith(wanted).length;
  const rows = isWhole ? ASPECTS : rowsWith('differs');
  return (
    <Section
      id={COMPARISON_ID}
      title={comparison.title}
      beside={
        <Button className={styles.end} appearance="subtle" onClick={onClose}>
          {comparison.close}
        </Button>
      }
    >
      <div className={mergeClasses(styles.inset, styles.column)}>
        <div className={styles.line}>
          {pair.isNow && source.machine === null ? (
            <Status tone="warning">{comparison.gone}</Status>
          ) : (
            comparison.sum(count('differs'), count('notChecked'), count('same'))
          )}
          <LinkButton onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? comparison.differing : comparison.all(ASPECTS.length)}
          </LinkButton>
        </div>
        {rows.length > 0 && (
          <DataTable
            label={comparison.label(...pair.names)}
            columns={columnsOf(pair)}
            rows={rows}
            rowKey={(aspect) => aspect}
          />
        )}
        <Meanings rows={rows} pair={pair} />
        <span className={styles.second}>{comparison.onlyPoints}</span>
      </div>
    </Section>
  );
}

function pairOf({ one, other }: ComparedPoints, source: SourceVm, now: Instant): Pair {
  const a = pointSide(one);
  if (other !== null) {
    return { a, b: pointSide(other), names: [pointText(one), pointText(other)], isNow: false };
  }
  const b = machineSide({ ...source, at: now });
  return { a, b, names: [pointText(one), comparison.now], isNow: true };
}

const TONES: Readonly<Record<ComparisonStatus, Tone>> = {
  same: 'done',
  differs: 'warning',
  notChecked: 'unknown',
  noCounterpart: 'waiting',
};

function columnsOf(pair: Pair): Column<Aspect>[] {
  const { a, b, names } = pair;
  return [
    {
      head: comparison.heads.aspect,
      cell: (aspect) => <Whole>{comparison.aspects[aspect]}</Whole>,
    },
    sideColumn(names[0], a),
    sideColumn(names[1], b),
    { head: comparison.heads.status, cell: (aspect) => statusCell(comparisonStatus(aspect, a, b)) },
  ];
}

const sideColumn = (name: string, side: Side): Column<Aspect> => ({
  head: name,
  cell: (aspect) => <SideCell name={name} lines={sideText(aspect, side)} />,
});

const statusCell = (status: ComparisonStatus) => (
  <Whole>
    <Status tone={TONES[status]}>{comparison.status[status]}</Status>
  </Whole>
);

/** Words that are not broken, however narrow the table. */
function Whole({ children }: { readonly children: ReactNode }) {
  return <span className={usePartStyles().whole}>{children}</span>;
}

function SideCell({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) {
  const styles = usePartStyles();
  return (
    <ul className={styles.list}>
      <li className={mergeClasses(styles.second, styles.whenNarrow)}>{name}</li>
      {lines.map((line) => (
        <li key={line}>
          <Name>{line}</Name>
        </li>
      ))}
    </ul>
  );
}

interface MeaningsProps {
  readonly rows: readonly Aspect[];
  readonly pair: Pair;
}

/** What the rows mean for a restore, over the whole width; nothing where they mean nothing. */
function Meanings({ rows, pair }: MeaningsProps) {
  const found = rows
    .map((aspect) => ({ aspect, meanings: meaningOf(aspect, pair) }))
    .filter(({ meanings }) => meanings.length > 0);
  if (found.length === 0) return null;
  return (
    <section aria-label={comparison.meaningTitle}>
      <SectionHeading level={3}>{comparison.meaningTitle}</SectionHeading>
      <KeyFacts
        facts={found.map(({ aspect, meanings }) => [
          comparison.aspects[aspect],
          <MeaningList key={aspect} meanings={meanings} />,
        ])}
      />
    </section>
  );
}

function MeaningList({ meanings }: { readonly meanings: readonly ComparisonMeaning[] }) {
  const styles = usePartStyles();
  return (
    <ul className={styles.list}>
      {meanings.map(({ text, source }) => (
        <li key={text}>
          {text}
          <span className={styles.second}>{source}</span>
        </li>
      ))}
    </ul>
  );
}

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
function sideText(aspect: Aspect, side: Side): readonly string[] {
  return linesOf(aspect, side[aspect]);
}

function linesOf<A extends Aspect>(
  aspect: A,
  reported: PointValue<Compared[A]>,
): readonly string[] {
  return reported.kind === 'value'
    ? texts[aspect](reported.value)
    : [common.absence[reported.kind]];
}

/** A disk by its place and name. */
function diskText({ lun, name }: PointDisk): string {
  const place =
    lun === null
      ? common.absence.notReported
      : lun < 0
        ? comparison.systemDisk
        : comparison.lun(lun);
  return name === null ? place : comparison.disk(place, name);
}

const meaningWords = comparison.meaning;

/** Two sides with their names; `isNow`: the second is the machine of today. */
export interface Pair {
  readonly a: Side;
  readonly b: Side;
  readonly names: readonly [a: string, b: string];
  readonly isNow: boolean;
}

/** A sentence about a restore, and who says so. */
interface ComparisonMeaning {
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
    ? [{ text: meaningWords.undocumented, source: comparison.sources.ours }]
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
  const text = isNow
    ? meaningWords.after(dateTimeText(a.time.value), lasted)
    : meaningWords.between(lasted);
  return [{ text, source: comparison.sources.both }];
}

function sizeMeaning({ isNow }: Pair, status: ComparisonStatus): readonly ComparisonMeaning[] {
  if (status !== 'differs') return [];
  const stays = {
    text: meaningWords.sizeStays,
    source: sourceLine(doc000('Restore options, Replace existing')),
  };
  return [
    ...(isNow ? [stays] : []),
    { text: meaningWords.sizeOfNew, source: comparison.sources.ours },
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
    ...(inFirst === '' ? [] : [meaningWords.onlyIn(names[0], inFirst)]),
    ...(inSecond === ''
      ? []
      : [isNow ? meaningWords.onlyNow(inSecond) : meaningWords.onlyIn(names[1], inSecond)]),
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

/** The meaningWords of a rule with its documents; `about` names the side that it speaks of. */
function ruleSays(id: VmRuleId, about: string | null): ComparisonMeaning {
  const rule = ruleNamed(vmRules, id);
  const say = sayOf(rule);
  return {
    text: about === null ? say : meaningWords.about(about, say),
    source: rule.source.map(sourceLine).join('; '),
  };
}
