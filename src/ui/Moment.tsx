import { dateTimeText, offsetTimeText } from '#src/lib/format.ts';
import { type Instant, isoText } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { Name } from '#src/ui/Name.tsx';

export interface MomentProps {
  /** Null: nothing reports it. */
  readonly at: Instant | null;
}

/** A moment, with the offset of its time zone in the tooltip. */
export function Moment({ at }: MomentProps) {
  if (at === null) return common.notReported;
  const text = dateTimeText(at);
  return (
    <time dateTime={isoText(at)} title={offsetTimeText(at)}>
      <Name>{text}</Name>
    </time>
  );
}
