import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useState } from 'react';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { eventText } from '#src/mocks/panel/event-text.ts';
import { LogDetails } from '#src/mocks/panel/LogDetails.tsx';
import { isError, type LogLine } from '#src/mocks/panel/log-lines.ts';
import { shortPath, timeOf } from '#src/mocks/panel/log-text.ts';
import { simulation as strings } from '#src/strings/simulation.ts';
import { StatusIcon } from '#src/ui/Status.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    textAlign: 'start',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `-${tokens.strokeWidthThick}`,
    },
  },
  time: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  text: { flexGrow: 1, minWidth: 0 },
  path: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  event: { fontFamily: tokens.fontFamilyBase },
  status: { flexShrink: 0 },
  failed: {
    display: 'inline-flex',
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface LogItemProps {
  readonly line: LogLine;
  readonly faults: readonly Fault[];
}

/** One line of the log; pressed, it says more. A line never changes, so it is drawn once. */
export const LogItem = memo(function LogItem({ line, faults }: LogItemProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className={styles.time}>{timeOf(line)}</span>{' '}
        {line.kind === 'event' ? (
          <span className={mergeClasses(styles.text, styles.event)}>
            {eventText(line.stored.event, faults)}
          </span>
        ) : (
          <>
            <span>{line.request.method}</span>{' '}
            <span className={mergeClasses(styles.text, styles.path)}>
              {shortPath(line.request.path)}
            </span>{' '}
            <span className={mergeClasses(styles.status, isError(line) && styles.failed)}>
              {isError(line) && <StatusIcon tone="failed" />}
              {line.request.status ?? strings.noAnswer}
            </span>
          </>
        )}
      </button>
      {isOpen && <LogDetails line={line} />}
    </li>
  );
});
