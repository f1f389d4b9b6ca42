import { connection } from '#src/strings/commvault/connection.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { useConnected } from '#src/datasources/commvault-vm/connection/use-connected.ts';

const words = connection.note;

export interface ConnectionNoteProps {
  readonly host: string;
}

/** That there is no token for a CommServe, and where one is entered; nothing while there is one. */
export function ConnectionNote({ host }: ConnectionNoteProps) {
  const isConnected = useConnected(host);
  if (isConnected) return null;
  return (
    <Notice
      intent="warning"
      title={words.title}
      actions={<RouterLink to="/settings">{words.toSettings}</RouterLink>}
    >
      {words.body(host)}
    </Notice>
  );
}
