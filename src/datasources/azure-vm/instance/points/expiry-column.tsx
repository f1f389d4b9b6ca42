import { dayOf, type Instant, isoText } from '#src/lib/time.ts';
import { dateTimeText, dayText, roughDurationText } from '#src/lib/format.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { TwoLines } from '#src/ui/TwoLines.tsx';

const words = instance.points;

/** The column that shows when restore points go. */
export const expiryColumn = (now: Instant): GridColumn<RecoveryPoint> => ({
  head: words.heads.expires,
  width: { least: 96 },
  leaves: 2,
  place: 'line',
  cell: (point) => <ExpiryCell point={point} now={now} />,
});

/** When a point goes; one that is deleted softly says so, too. */
function ExpiryCell({ point, now }: { readonly point: RecoveryPoint; readonly now: Instant }) {
  const { expiresAt: at, isSoftDeleted } = point;
  if (at === null) {
    return (
      <TwoLines first={common.notReported} second={isSoftDeleted ? words.softDeleted : undefined} />
    );
  }
  return (
    <TwoLines
      first={
        <time dateTime={isoText(at)} title={dateTimeText(at)}>
          {at <= now ? words.expired : words.left(roughDurationText(at - now))}
        </time>
      }
      second={isSoftDeleted ? words.softDeleted : dayText(dayOf(at))}
    />
  );
}
