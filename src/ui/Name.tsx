import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { momentPieces } from '#src/lib/format.ts';
import { shownText } from '#src/lib/visible-text.ts';

export interface NameProps {
  /** A text that came from others; anything but a text is shown as it is. */
  readonly children: ReactNode;
  /** Cut like a name, whatever is in it. */
  readonly isName?: boolean;
}

/** A moment in a text: never broken within its day or its hour, and between them where there is little room alone. */
const useStyles = makeStyles({
  moment: { whiteSpace: 'nowrap', '@media (max-width: 1023px)': { whiteSpace: 'normal' } },
  whole: { whiteSpace: 'nowrap' },
});

/**
 * A name, or another text that comes from Azure or a person: what is hidden in it is written out, its direction stays its
 * own, and a tooltip has what was cut.
 */
export function Name({ children, isName }: NameProps) {
  if (typeof children !== 'string') return children;
  const { text, whole, isIsolated } = shownText(children, isName);
  if (isIsolated) return <bdi title={whole}>{text}</bdi>;
  const pieces = momentPieces(text);
  return pieces.length === 1 ? text : <WithMoments pieces={pieces} />;
}

/** A text, the day and the hour of a moment, and what follows. */
function WithMoments({ pieces }: { readonly pieces: readonly string[] }) {
  const styles = useStyles();
  const [text, day, hour, ...rest] = pieces;
  if (hour === undefined) return text;
  return (
    <>
      {text}
      <span className={styles.moment}>
        <span className={styles.whole}>{day}</span> <span className={styles.whole}>{hour}</span>
      </span>
      <WithMoments pieces={rest} />
    </>
  );
}
