import { useSyncExternalStore } from 'react';
import { draftColumns } from '#src/pages/drafts/columns.tsx';
import { draftRows } from '#src/pages/drafts/rows.ts';
import { common } from '#src/strings/common.ts';
import { drafts as words } from '#src/strings/drafts.ts';
import { DataTable } from '#src/ui/DataTable.tsx';
import { usePartStyles } from '#src/ui/instance/styles.ts';
import { OverviewLink, PageHeader } from '#src/ui/page.tsx';
import { RouterButton } from '#src/ui/links.tsx';
import { EmptyState } from '#src/ui/states.tsx';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';

/** All drafts of this account in this browser, each with what became of it and the ways on. */
export function DraftsPage() {
  const { inset } = usePartStyles();
  useSyncExternalStore(onDraftChange, draftsVersion);
  const rows = draftRows();
  return (
    <>
      <PageHeader title={common.drafts} subtitle={words.about} crumbs={<OverviewLink />} />
      {rows.length === 0 ? (
        <EmptyState title={words.none}>
          {words.noneBody}
          <RouterButton appearance="primary" to="/restore/new" preload={false}>
            {common.restore}
          </RouterButton>
        </EmptyState>
      ) : (
        <div className={inset}>
          <DataTable
            label={common.drafts}
            columns={draftColumns}
            rows={rows}
            rowKey={({ id }) => id}
          />
        </div>
      )}
    </>
  );
}
