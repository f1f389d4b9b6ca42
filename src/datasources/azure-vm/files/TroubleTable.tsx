import { useState } from 'react';
import { fileSession, type ScriptTrouble, scriptTroubles } from '#src/strings/file-session.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { SearchField } from '#src/ui/filters/SearchField.tsx';

const words = fileSession.troubles;
const [seen, means, help] = words.heads;

const columns: readonly Column<ScriptTrouble>[] = [
  // On a narrow screen there are no heads: it is the head of its entry.
  { head: seen, cell: (one) => <Seen text={one.seen} /> },
  { head: means, cell: (one) => one.means },
  { head: help, cell: (one) => one.help },
];

function Seen({ text }: { readonly text: string }) {
  const { strong } = useCommonStyles();
  return <span className={strong}>{text}</span>;
}

/** What the script prints when something goes wrong, to search by a message. */
export function TroubleTable() {
  const [search, setSearch] = useState('');
  const rows = troublesWith(search);
  return (
    <section aria-label={words.title}>
      <SectionHeading level={3}>{words.title}</SectionHeading>
      <SearchField label={words.search} value={search} onSearch={setSearch} />
      <p role="status">
        {rows.length === 0 ? words.none : words.shown(rows.length, scriptTroubles.length)}
      </p>
      {rows.length > 0 && (
        <DataTable label={words.title} columns={columns} rows={rows} rowKey={(one) => one.seen} />
      )}
    </section>
  );
}

/** The entries that have all the words somewhere, whatever their letter case. */
function troublesWith(search: string): readonly ScriptTrouble[] {
  const wanted = search.toLowerCase().split(/\s+/);
  return scriptTroubles.filter(({ seen: one, means: two, help: three }) => {
    const text = `${one} ${two} ${three}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
