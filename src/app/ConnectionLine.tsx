import { makeStyles, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { isOffline } from '#src/api/arm/error.ts';
import { onConnectionChange } from '#src/lib/browser.ts';
import { shell } from '#src/strings/shell.ts';

const useStyles = makeStyles({
  line: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
});

/** That the browser has no connection, and what comes back by itself; nothing while it has one. */
export function ConnectionLine() {
  const styles = useStyles();
  const isOff = useSyncExternalStore(onConnectionChange, isOffline);
  // There from the start, so that what comes into it is read out.
  return (
    <div aria-live="polite">{isOff && <div className={styles.line}>{shell.offline}</div>}</div>
  );
}
