import { Button, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Instant } from '#src/lib/time.ts';
import {
  type Aspect,
  ASPECTS,
  type ComparisonStatus,
  machineSide,
  pointSide,
  type Side,
  statusOf,
} from '#src/model/comparison.ts';
import { Section } from '#src/ui/instance/Section.tsx';
import { usePartStyles } from '#src/ui/instance/part-styles.ts';
import { comparison as words } from '#src/strings/comparison.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import {
  type Chosen,
  COMPARISON_ID,
} from '#src/datasources/azure-vm/instance/compare/use-comparing.ts';
import { meaningOf, type Pair } from '#src/datasources/azure-vm/instance/compare/meaning.ts';
import { pointText } from '#src/ui/instance/point-columns.tsx';
import type { Source } from '#src/datasources/azure-vm/instance/use-source.ts';
import { sideText } from '#src/datasources/azure-vm/instance/compare/side-text.ts';
import { Name } from '#src/ui/Name.tsx';

export interface CompareSectionProps {
  readonly chosen: Chosen;
  readonly source: Source;
  readonly now: Instant;
  readonly onClose: () => void;
}

/** Two points side by side, or a point and the machine now: what differs, and what that means. */
export function CompareSection({ chosen, source, now, onClose }: CompareSectionProps) {
  const styles = usePartStyles();
  const pair = pairOf(chosen, source, now);
  const count = (wanted: ComparisonStatus) =>
    ASPECTS.filter((aspect) => statusOf(aspect, pair.a, pair.b) === wanted).length;
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
        {pair.isNow && source.machine === null ? (
          <Status tone="warning">{words.gone}</Status>
        ) : (
          words.sum(count('differs'), count('notChecked'), count('same'))
        )}
        <DataTable
          label={words.label(...pair.names)}
          columns={columnsOf(pair)}
          rows={ASPECTS}
          rowKey={(aspect) => aspect}
        />
        <span className={styles.second}>{words.onlyPoints}</span>
      </div>
    </Section>
  );
}

function pairOf({ one, other }: Chosen, source: Source, now: Instant): Pair {
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
    { head: words.heads.status, cell: (aspect) => statusCell(statusOf(aspect, a, b)) },
    { head: words.heads.meaning, cell: (aspect) => <MeaningCell aspect={aspect} pair={pair} /> },
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

function MeaningCell({ aspect, pair }: { readonly aspect: Aspect; readonly pair: Pair }) {
  const styles = usePartStyles();
  return (
    <ul className={styles.list}>
      {meaningOf(aspect, pair).map(({ text, source }) => (
        <li key={text}>
          {text}
          <span className={styles.second}>{source}</span>
        </li>
      ))}
    </ul>
  );
}
