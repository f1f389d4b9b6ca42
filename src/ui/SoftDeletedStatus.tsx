import { roughDurationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { SoftDeletion } from '#src/model/instances.ts';
import { softDelete as words } from '#src/strings/soft-delete.ts';
import { Status } from '#src/ui/Status.tsx';
import { TwoLines } from '#src/ui/TwoLines.tsx';
import { useNow } from '#src/ui/use-now.ts';

/** How long Azure keeps what is deleted softly. */
export function deletionLeft({ purgeAt }: SoftDeletion, now: Instant): string {
  if (purgeAt === null) return words.notReported;
  return purgeAt <= now ? words.over : words.left(roughDurationText(purgeAt - now));
}

/** The same with the status, in one line of text. */
export const deletionText = (deletion: SoftDeletion, now: Instant): string =>
  words.inList(words.state, deletionLeft(deletion, now));

/** "12 days left" is looked at again this often. */
const LOOK_EVERY_MS = 60_000;

/** That a backup instance is deleted softly, with the days left. */
export function SoftDeletedStatus({ deletion }: { readonly deletion: SoftDeletion }) {
  const now = useNow(LOOK_EVERY_MS);
  return (
    <TwoLines
      first={<Status tone="failed">{words.state}</Status>}
      second={deletionLeft(deletion, now)}
    />
  );
}
