import type { EventWire } from '#src/api/commvault/jobs/wire.ts';
import type { JobError } from '#src/model/jobs.ts';

/** Events of at least this severity say what went wrong: 3 and 6 were seen, and what they mean is assumed (A). */
const SEVERE = 6;

/** How a CommServe writes a code into its texts, as in `ERROR CODE [91:329]: …`. */
const CODE = /^ERROR CODE \[([\d:]+)\]:?\s*/i;

/** Why a job did not end as it should: its own reasons first, each once, then its severe events. */
export function errorsOf(
  reasons: readonly (string | null | undefined)[],
  events: readonly EventWire[],
): readonly JobError[] {
  const severe = events.filter(({ severity }) => (severity ?? 0) >= SEVERE);
  const texts = new Set([...reasons, ...severe.map(({ description }) => description)]);
  return [...texts].flatMap((said) => {
    if (!said) return [];
    const message = said.replace(CODE, '');
    const event = events.find(({ description }) => description?.includes(message));
    const code = CODE.exec(said)?.[1] ?? event?.eventCodeString ?? '';
    return [{ code, title: '', message, recommendations: [] }];
  });
}
