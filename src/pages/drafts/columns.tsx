import { jobAddress } from '#src/api/arm/address.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { PointCell } from '#src/pages/drafts/PointCell.tsx';
import type { DraftRow } from '#src/pages/drafts/rows.ts';
import { common } from '#src/strings/common.ts';
import { drafts as words } from '#src/strings/drafts.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { Labeled, Moment, TwoLines } from '#src/ui/text.tsx';
import { usePartStyles } from '#src/ui/instance/styles.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { Status } from '#src/ui/Status.tsx';
import { DiscardDraft } from '#src/wizard/drafts/DiscardDraft.tsx';
import { DraftLink } from '#src/wizard/drafts/DraftLink.tsx';

const { heads } = words;

/** The columns of the page of drafts. */
export const draftColumns: readonly Column<DraftRow>[] = [
  { head: heads.name, cell: ({ name }) => <strong>{name}</strong> },
  {
    head: heads.kind,
    cell: ({ isRead, kind, datasource }) =>
      isRead ? (
        <TwoLines first={kind ?? words.notSelected} second={datasource ?? undefined} />
      ) : (
        common.notRead
      ),
  },
  {
    head: heads.point,
    cell: ({ isRead, point }) => (
      <Labeled label={heads.point}>{isRead ? <PointCell point={point} /> : common.notRead}</Labeled>
    ),
  },
  { head: heads.step, isFirstToLeave: true, cell: ({ step }) => stepText(step) },
  {
    head: heads.changed,
    cell: ({ changedAt }) => (
      <Labeled label={heads.changed}>
        <Moment at={changedAt} />
      </Labeled>
    ),
  },
  { head: heads.status, cell: ({ status: { tone, text } }) => <Status tone={tone}>{text}</Status> },
  { head: heads.actions, cell: (row) => <Actions {...row} /> },
];

/** A step that no wizard of this version has goes by its id. */
const stepText = (step: string | null): string =>
  Object.entries(words.steps).find(([id]) => id === step)?.[1] ?? step ?? common.notRead;

function Actions({ id, name, step, jobId, isOpen, mayRun }: DraftRow) {
  const { whole } = usePartStyles();
  const named = (action: string) => ({
    'aria-label': words.actionOf(action, name),
    children: action,
  });
  return (
    <span className={whole}>
      {jobId !== null ? (
        <RouterLink
          to="/jobs/$jobId"
          params={{ jobId: jobAddress(resourceId(jobId)) }}
          {...named(words.job)}
        />
      ) : (
        <DraftLink
          id={id}
          {...(isOpen && step !== null && { step })}
          {...named(isOpen ? words.resume : words.open)}
        />
      )}
      {mayRun !== undefined && (
        <DiscardDraft
          {...{ id, name, mayRun }}
          label={wizard.drafts.discard}
          size="small"
          appearance="subtle"
        />
      )}
    </span>
  );
}
