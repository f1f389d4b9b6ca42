import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { mountedQuery } from '#src/api/queries/mounted.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { dateTimeText, durationText, timeText } from '#src/lib/format.ts';
import { type Instant, instant } from '#src/lib/time.ts';
import { sessionPhase } from '#src/model/file-recovery/session.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { recoverFiles, sessions as words } from '#src/strings/files.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status } from '#src/ui/Status.tsx';
import { useNow } from '#src/ui/use-now.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import { DraftLink } from '#src/wizard/drafts/DraftLink.tsx';
import {
  markHandled,
  noteUnmounted,
  type OpenSession,
  openSessions,
} from '#src/wizard/sessions.ts';

/** A countdown in minutes is right to the half of one. */
const EVERY_MS = 30_000;

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
  },
});

/** The sessions of file recovery of this browser: how long each goes on, or what is left to do. */
export function FileSessions() {
  const { plainList } = useCommonStyles();
  useSyncExternalStore(onDraftChange, draftsVersion);
  const open = openSessions();
  if (open.length === 0) return null;
  return (
    <section aria-label={words.title}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      <ul className={plainList}>
        {open.map((one) => (
          <SessionLine key={`${one.draftId} ${String(one.session.since)}`} open={one} />
        ))}
      </ul>
    </section>
  );
}

interface SessionLineProps {
  readonly open: OpenSession;
}

function SessionLine({ open }: SessionLineProps) {
  const { line } = useStyles();
  const { draftId, machine, session } = open;
  const at = useNow(EVERY_MS);
  const { expiresAt } = session;
  const phase = sessionPhase(session, at);
  const isRunning = expiresAt !== null && phase !== 'expired';
  return (
    <li className={line}>
      <DraftLink id={draftId}>{recoverFiles.of(machine)}</DraftLink>
      {isRunning ? (
        <Status tone={phase === 'running' ? 'running' : 'warning'}>
          {words.endsIn(leftText(instant(expiresAt), at))}
        </Status>
      ) : (
        <OpenStep open={open} />
      )}
    </li>
  );
}

const MINUTE_MS = 60_000;

/** To the minute, and never "0 s" while it runs. */
const leftText = (end: Instant, at: Instant): string =>
  durationText(Math.max(1, Math.round((end - at) / MINUTE_MS)) * MINUTE_MS);

/** What is left to do where nothing says that the disks are unmounted. */
function OpenStep({ open }: SessionLineProps) {
  const { machine, session } = open;
  const { pointId, since, expiresAt } = session;
  const read = useQuery(mountedQuery(resourceId(pointId), () => noteUnmounted(pointId)));
  const command = (text: string, run: () => void) => (
    <Button size="small" aria-label={words.ofMachine(text, machine)} onClick={run}>
      {text}
    </Button>
  );
  return (
    <>
      {expiresAt === null ? (
        <Status tone="unknown">{words.notReported(dateTimeText(instant(since)))}</Status>
      ) : (
        <>
          <Status tone="warning">{words.notConfirmed}</Status>
          <span>{words.ended(dateTimeText(instant(expiresAt)))}</span>
        </>
      )}
      {command(words.checkAgain, () => void read.refetch())}
      {command(words.markDone, () => markHandled(open))}
      <span role="status">{readText(read)}</span>
    </>
  );
}

/** What the latest read of the restore point says. Where it isn't mounted, its line is gone. */
function readText({ data, error, isFetching, dataUpdatedAt }: UseQueryResult<boolean | null>) {
  if (isFetching) return words.checking;
  if (error !== null) return words.notRead(problemOf(error).message);
  return data === true ? words.stillMounted(timeText(instant(dataUpdatedAt))) : words.notSaid;
}
