import { commServes } from '#src/api/commvault/home.ts';
import { useConnected } from '#src/datasources/commvault-vm/connection/use-connected.ts';
import { connection } from '#src/strings/commvault/connection.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';

const words = connection.note;

export interface ConnectionNoteProps {
  /** Empty: which one isn't known yet. */
  readonly host: string;
}

/** That there is no token for a CommServe, and where one is entered; nothing while there is one. */
export function ConnectionNote({ host }: ConnectionNoteProps) {
  const isConnected = useConnected(host);
  if (isConnected || host === '') return null;
  const isNamed = commServes().some((one) => one.host === host);
  return (
    <Notice
      intent="warning"
      title={words.title}
      actions={isNamed ? <RouterLink to="/settings">{words.toSettings}</RouterLink> : undefined}
    >
      {isNamed ? words.body(host) : words.notNamed(host)}
    </Notice>
  );
}
