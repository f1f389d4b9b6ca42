import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { mountedQuery } from '#src/api/recovery-services/points.ts';
import { readAtOf } from '#src/api/queries/query.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { sessions } from '#src/strings/files.ts';
import { mountedText } from '#src/wizard/mounted-read.ts';
import { noteUnmounted } from '#src/wizard/sessions.ts';
import { sessionText } from '#src/datasources/azure-vm/files/session/stage.ts';
import { sessionPhase, type SessionPhase } from '#src/model/file-recovery.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { useNow } from '#src/ui/use-now.ts';
import type { MountSession } from '#src/wizard/draft/session.ts';

const words = fileSession.ready;

const TONES: Readonly<Record<SessionPhase, Tone>> = {
  running: 'running',
  notReported: 'running',
  lastHour: 'warning',
  lastMinutes: 'warning',
  expired: 'warning',
  unmounted: 'done',
};

const EVERY_MS = 1000;

/** How long a session still lasts. The time that is left changes every second, and is not read out. */
export function SessionClock({ session }: { readonly session: MountSession }) {
  const at = useNow(EVERY_MS);
  const phase = sessionPhase(session, at);
  const isSoon = phase === 'lastHour' || phase === 'lastMinutes';
  return (
    <>
      <Status tone={TONES[phase]}>{sessionText(session, at)}</Status>
      <div role="status">
        {isSoon && words.soon}
        {phase === 'expired' && words.unconfirmed}
      </div>
      {phase === 'expired' && <MountedCheck pointId={resourceId(session.pointId)} />}
    </>
  );
}

/** Whether the disks are still mounted after the session's own end: read, and read again on request. */
function MountedCheck({ pointId }: { readonly pointId: ResourceId }) {
  const read = useQuery(mountedQuery(pointId, () => noteUnmounted(pointId)));
  return (
    <>
      <span role="status">{mountedText({ ...read, readAt: readAtOf(read) })}</span>
      <Button onClick={() => void read.refetch()}>{sessions.checkAgain}</Button>
    </>
  );
}
