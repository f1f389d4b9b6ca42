import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { mountedQuery } from '#src/api/recovery-services/points.ts';
import { readAtOf } from '#src/api/queries/query.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { recoverFiles, sessions as words } from '#src/strings/files.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { Status } from '#src/ui/Status.tsx';
import { useNow } from '#src/ui/hooks.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import { DraftLink } from '#src/wizard/draft/DraftLink.tsx';
import { mountedText, openSessionText } from '#src/wizard/mounted-read.ts';
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
  const { tone, text, ended } = openSessionText(session, at);
  const isOver = ended !== null || session.expiresAt === null;
  return (
    <li className={line}>
      <DraftLink id={draftId}>{recoverFiles.of(machine)}</DraftLink>
      <Status tone={tone}>{text}</Status>
      {ended !== null && <span>{ended}</span>}
      {isOver && <OpenStep open={open} />}
    </li>
  );
}

/** What is left to do where nothing says that the disks are unmounted. */
function OpenStep({ open }: SessionLineProps) {
  const { machine, session } = open;
  const { pointId } = session;
  const read = useQuery(mountedQuery(resourceId(pointId), () => noteUnmounted(pointId)));
  const command = (text: string, run: () => void) => (
    <Button size="small" aria-label={words.ofMachine(text, machine)} onClick={run}>
      {text}
    </Button>
  );
  return (
    <>
      {command(words.checkAgain, () => void read.refetch())}
      {command(words.markDone, () => markHandled(open))}
      <span role="status">{mountedText({ ...read, readAt: readAtOf(read) })}</span>
    </>
  );
}
