import { jobAddress } from '#src/api/arm/address.ts';
import { shell } from '#src/strings/shell.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';

export interface NoticeLineProps {
  readonly title: string;
  readonly jobId: string;
}

/** A sentence about a job, with the way to it. */
export function NoticeLine({ title, jobId }: NoticeLineProps) {
  return (
    <>
      {`${title} `}
      <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(jobId) }}>
        {shell.notifications.open}
      </RouterLink>
    </>
  );
}
