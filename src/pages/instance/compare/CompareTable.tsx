import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ASPECTS, type Aspect, type Standing, standing } from '#src/model/comparison.ts';
import { meaningOf, type Pair } from '#src/pages/instance/compare/meaning.ts';
import { usePartStyles } from '#src/pages/instance/styles.ts';
import { sideText } from '#src/pages/instance/compare/side-text.ts';
import { comparison as words } from '#src/strings/comparison.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';

const TONES: Readonly<Record<Standing, Tone>> = {
  same: 'done',
  differs: 'warning',
  notChecked: 'unknown',
  noCounterpart: 'waiting',
};

/** A row for each thing that is compared. */
export function CompareTable({ pair }: { readonly pair: Pair }) {
  return (
    <DataTable
      label={words.label(...pair.names)}
      columns={columnsOf(pair)}
      rows={ASPECTS}
      rowKey={(aspect) => aspect}
    />
  );
}

function columnsOf(pair: Pair): Column<Aspect>[] {
  const { a, b, names } = pair;
  return [
    { head: words.heads.aspect, cell: (aspect) => <Whole>{words.aspects[aspect]}</Whole> },
    {
      head: names[0],
      cell: (aspect) => <SideCell name={names[0]} lines={sideText(aspect, a)} />,
    },
    {
      head: names[1],
      cell: (aspect) => <SideCell name={names[1]} lines={sideText(aspect, b)} />,
    },
    { head: words.heads.standing, cell: (aspect) => <StandingCell of={standing(aspect, a, b)} /> },
    { head: words.heads.meaning, cell: (aspect) => <MeaningCell aspect={aspect} pair={pair} /> },
  ];
}

function StandingCell({ of }: { readonly of: Standing }) {
  return (
    <Whole>
      <Status tone={TONES[of]}>{words.standing[of]}</Status>
    </Whole>
  );
}

/** Words that are not broken, however narrow the table. */
function Whole({ children }: { readonly children: ReactNode }) {
  return <span className={usePartStyles().whole}>{children}</span>;
}

interface SideCellProps {
  readonly name: string;
  readonly lines: readonly string[];
}

function SideCell({ name, lines }: SideCellProps) {
  const styles = usePartStyles();
  return (
    <ul className={styles.list}>
      <li className={mergeClasses(styles.second, styles.whenNarrow)}>{name}</li>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

interface MeaningCellProps {
  readonly aspect: Aspect;
  readonly pair: Pair;
}

function MeaningCell({ aspect, pair }: MeaningCellProps) {
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
