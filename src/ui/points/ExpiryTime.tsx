import { dateTimeText, roughDurationText } from '#src/lib/format.ts';
import { type Instant, isoText } from '#src/lib/time.ts';
import { isExpired } from '#src/model/points.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';

const words = instance.points;

interface ExpiryTimeProps {
  /** Null: not reported. */
  readonly expiresAt: Instant | null;
  readonly now: Instant;
}

/** When a restore point expires, or that it has. */
export function ExpiryTime({ expiresAt, now }: ExpiryTimeProps) {
  if (expiresAt === null) return common.absence.notReported;
  return (
    <time dateTime={isoText(expiresAt)} title={dateTimeText(expiresAt)}>
      {isExpired({ expiresAt }, now)
        ? words.expired
        : words.left(roughDurationText(expiresAt - now))}
    </time>
  );
}
