import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { type ReactNode, useState } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { countText, durationText, timeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { listText } from '#src/lib/wording.ts';
import type { Job } from '#src/model/jobs.ts';
import { NARROW, useLaneStyles } from '#src/pages/jobs/LaneCells.tsx';
import { common } from '#src/strings/common.ts';
import { running } from '#src/strings/progress.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { NameLink } from '#src/ui/links.tsx';
import { JobStatusBadge } from '#src/ui/Status.tsx';
import { Moment, Name } from '#src/ui/text.tsx';

/** The backups in progress on the axis of Backup jobs, folded to one line; opened, each by what its list says. */

const words = running.backups;

const useStyles = makeStyles({
  root: {
    minHeight: '40px',
    gridTemplateRows: 'minmax(39px, auto)',
    [NARROW]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gridTemplateAreas: '"name cancel"',
      gridTemplateRows: 'minmax(38px, auto)',
      minHeight: '38px',
      paddingBlock: 0,
    },
  },
  name: {
    gridArea: 'name',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  toggle: {
    flexShrink: 0,
    minWidth: 0,
    paddingInline: 0,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  names: {
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
    [NARROW]: { display: 'none' },
  },
  plot: { [NARROW]: { display: 'none' } },
  beside: { gridArea: 'cancel', display: 'none', [NARROW]: { display: 'block' } },
});

/** More names have no room. */
const MOST_NAMED = 3;

/** The first few as they are named, and how many there are beside. */
function fewOf(backups: readonly Job[], nameOf: (job: Job) => string): string {
  const more = backups.length - MOST_NAMED;
  return listText([
    ...backups.slice(0, MOST_NAMED).map(nameOf),
    ...(more > 0 ? [words.others(countText(more))] : []),
  ]);
}

const nameOf = ({ itemName }: Job): string => itemName || common.absence.notReported;

/** Backups in words, with their starts. */
export const backupsText = (backups: readonly Job[]): string =>
  fewOf(backups, (job) =>
    job.startedAt === null ? nameOf(job) : words.started(nameOf(job), timeText(job.startedAt)),
  );

interface BackupsRowProps {
  readonly backups: readonly Job[];
  readonly at: Instant;
  /** At its end, where there is little room. */
  readonly beside: ReactNode;
  /** The bars on the axis. */
  readonly children: ReactNode;
}

export function BackupsRow({ backups, at, beside, children }: BackupsRowProps) {
  const styles = useStyles();
  const places = useLaneStyles();
  const [isOpen, setIsOpen] = useState(false);
  const isAny = backups.length > 0;
  return (
    <>
      <div className={mergeClasses(places.row, styles.root)}>
        <div className={styles.name}>
          {isAny && (
            <>
              <Button
                size="small"
                appearance="transparent"
                className={styles.toggle}
                icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
                aria-expanded={isOpen}
                aria-label={words.count(backups.length, countText(backups.length))}
                onClick={() => setIsOpen(!isOpen)}
              >
                {words.short(backups.length, countText(backups.length))}
              </Button>
              <span className={styles.names} aria-hidden>
                <Name isName>{fewOf(backups, nameOf)}</Name>
              </span>
            </>
          )}
        </div>
        <div className={mergeClasses(places.plot, styles.plot)}>{children}</div>
        <div className={styles.beside}>{beside}</div>
      </div>
      {isOpen && isAny && (
        <DataTable
          label={words.title}
          columns={columnsAt(at)}
          rows={backups}
          rowKey={({ id, name }) => id || name}
        />
      )}
    </>
  );
}

function columnsAt(at: Instant): readonly Column<Job>[] {
  return [
    {
      head: running.table.backup,
      cell: (job) => {
        const { id } = job;
        const name = nameOf(job);
        return id === '' ? (
          <Name isName>{name}</Name>
        ) : (
          <NameLink to="/jobs/$jobId" params={{ jobId: jobAddress(id) }}>
            {name}
          </NameLink>
        );
      },
    },
    {
      head: words.vault,
      cell: ({ vaultName }) => <Name isName>{vaultName || common.absence.notReported}</Name>,
    },
    { head: running.table.started, cell: ({ startedAt }) => <Moment at={startedAt} /> },
    {
      head: words.duration,
      cell: ({ startedAt }) =>
        startedAt === null ? common.absence.notReported : durationText(Math.max(0, at - startedAt)),
    },
    {
      head: words.status,
      cell: ({ status, statusWord, ownWord }) => (
        <JobStatusBadge status={status} word={statusWord} own={ownWord} />
      ),
    },
  ];
}
