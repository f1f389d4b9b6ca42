import { Button, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import {
  type ComparisonMeaning,
  meaningOf,
  type Pair,
  sideText,
} from '#src/datasources/azure-vm/instance/comparison-meaning.ts';
import type { SourceVm } from '#src/datasources/azure-vm/instance/source.ts';
import {
  type ComparedPoints,
  COMPARISON_ID,
} from '#src/datasources/azure-vm/instance/use-comparing.ts';
import type { Instant } from '#src/lib/time.ts';
import {
  type Aspect,
  ASPECTS,
  comparisonStatus,
  type ComparisonStatus,
  machineSide,
  pointSide,
  type Side,
} from '#src/model/comparison.ts';
import { comparison as words } from '#src/strings/instance.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Name } from '#src/ui/text.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { Section } from '#src/ui/instance/parts.tsx';
import { usePartStyles } from '#src/ui/instance/styles.ts';
import { pointText } from '#src/ui/instance/columns.tsx';

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
      title={words.title}
      beside={
        <Button className={styles.end} appearance="subtle" onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <div className={mergeClasses(styles.inset, styles.column)}>
        <div className={styles.line}>
          {pair.isNow && source.machine === null ? (
            <Status tone="warning">{words.gone}</Status>
          ) : (
            words.sum(count('differs'), count('notChecked'), count('same'))
          )}
          <LinkButton onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? words.differing : words.all(ASPECTS.length)}
          </LinkButton>
        </div>
        {rows.length > 0 && (
          <DataTable
            label={words.label(...pair.names)}
            columns={columnsOf(pair)}
            rows={rows}
            rowKey={(aspect) => aspect}
          />
        )}
        <Meanings rows={rows} pair={pair} />
        <span className={styles.second}>{words.onlyPoints}</span>
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
  return { a, b, names: [pointText(one), words.now], isNow: true };
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
    { head: words.heads.aspect, cell: (aspect) => <Whole>{words.aspects[aspect]}</Whole> },
    sideColumn(names[0], a),
    sideColumn(names[1], b),
    { head: words.heads.status, cell: (aspect) => statusCell(comparisonStatus(aspect, a, b)) },
  ];
}

const sideColumn = (name: string, side: Side): Column<Aspect> => ({
  head: name,
  cell: (aspect) => <SideCell name={name} lines={sideText(aspect, side)} />,
});

const statusCell = (status: ComparisonStatus) => (
  <Whole>
    <Status tone={TONES[status]}>{words.status[status]}</Status>
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
    <section aria-label={words.meaningTitle}>
      <SectionHeading level={3}>{words.meaningTitle}</SectionHeading>
      <KeyFacts
        facts={found.map(({ aspect, meanings }) => [
          words.aspects[aspect],
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
