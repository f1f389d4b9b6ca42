import { makeStyles, tokens } from '@fluentui/react-components';
import { roughDurationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { useNow } from '#src/ui/use-now.ts';

const useStyles = makeStyles({
  root: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
});

/** Seconds between two looks: less would be noise. */
const EVERY_MS = 5000;

/** When what is shown was read from Azure, on the product's clock; nothing before the first read. */
export function ReadAgo({ at }: { readonly at: Instant | null }) {
  const styles = useStyles();
  const time = useNow(EVERY_MS);
  if (at === null) return null;
  return <span className={styles.root}>{common.readAgo(roughDurationText(time - at))}</span>;
}
