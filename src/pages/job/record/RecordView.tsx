import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isoText } from '#src/lib/time.ts';
import { visibleText } from '#src/lib/visible-text.ts';
import {
  recordJson,
  recordMarkdown,
  type RecordPart,
  type RecordRows,
  type RestoreRecord,
} from '#src/model/record.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { record as words } from '#src/strings/record.ts';
import { CommandBar, SectionHeading } from '#src/ui/page.tsx';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Name } from '#src/ui/text.tsx';
import { saveFile } from '#src/ui/dom.ts';

const useStyles = makeStyles({
  commands: { '@media print': { display: 'none' } },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    padding: tokens.spacingHorizontalXXL,
    overflowWrap: 'anywhere',
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
  // Beside a long text a short word stays whole.
  cell: { minWidth: '5em' },
});

interface RecordViewProps {
  readonly id: ResourceId;
  /** Above the record; null: nothing to add. */
  readonly note: string | null;
  /** What reads again what the record holds, and how far that is. */
  readonly reads: ReactNode;
  readonly record: RestoreRecord;
}

/** A record as a page, which is printed as it is, and as files. */
export function RecordView({ id, note, reads, record }: RecordViewProps) {
  const styles = useStyles();
  // A job's name is a part of an address, and may be anything there.
  const file = `restore-record-${nameOf(id)
    .replaceAll(/[^\w.-]/g, '_')
    .slice(0, 64)}`;
  const { notKnown } = words;
  return (
    <>
      <div className={styles.commands}>
        <CommandBar label={words.commands}>
          <Button appearance="subtle" onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button
            appearance="subtle"
            onClick={() =>
              saveFile(
                `${file}.md`,
                'text/markdown',
                recordMarkdown(record, { notKnown, visible: visibleText }),
              )
            }
          >
            {words.markdown}
          </Button>
          <Button
            appearance="subtle"
            onClick={() =>
              saveFile(`${file}.json`, 'application/json', recordJson(record, isoText))
            }
          >
            {words.json}
          </Button>
        </CommandBar>
      </div>
      <div className={styles.body}>
        {note !== null && <span role="status">{note}</span>}
        <span>
          <Name>{record.title}</Name>
        </span>
        <span>{record.written}</span>
        {reads}
        {record.parts.map((part) => (
          <section key={part.key} aria-label={part.title}>
            <SectionHeading level={2}>{part.title}</SectionHeading>
            <RecordSection part={part} />
          </section>
        ))}
      </div>
    </>
  );
}

function RecordSection({ part }: { readonly part: RecordPart }) {
  if (part.kind === 'facts') {
    return (
      <KeyFacts facts={part.facts.map(({ label, text }) => [label, text ?? words.notKnown])} />
    );
  }
  if (part.rows === null) return <p>{words.notKnown}</p>;
  return part.rows.length === 0 ? <p>{part.none}</p> : <Rows title={part.title} rows={part.rows} />;
}

type Row = RecordRows[number];

const columnAt = (label: string, index: number): Column<Row> => ({
  head: label,
  cell: (row) => <Cell text={row[index]?.text ?? words.notKnown} />,
});

function Cell({ text }: { readonly text: string }) {
  const { cell } = useStyles();
  return (
    <div className={cell}>
      <Name>{text}</Name>
    </div>
  );
}

function Rows({ title, rows }: { readonly title: string; readonly rows: RecordRows }) {
  const columns = (rows[0] ?? []).map(({ label }, index) => columnAt(label, index));
  return (
    <DataTable
      label={title}
      columns={columns}
      rows={rows}
      // Two may be alike.
      rowKey={(row) => String(rows.indexOf(row))}
    />
  );
}
