import { makeStyles, Switch, tokens, useId } from '@fluentui/react-components';
import { startTransition, useOptimistic } from 'react';
import { effectText, leftText, targetText } from '#src/mocks/panel/fault-text.ts';
import type { FaultRow } from '#src/mocks/panel/fault-rows.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  switch: { flexGrow: 1, minWidth: 0 },
  label: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  left: { flexShrink: 0 },
});

interface FaultSwitchProps {
  readonly row: FaultRow;
  /** Resolves when the row says what has become of it. */
  readonly onChange: () => Promise<void>;
}

/** One fault: what it does, which requests it meets, how often yet, and whether it is on. */
export function FaultSwitch({ row, onChange }: FaultSwitchProps) {
  const styles = useStyles();
  // A press shows at once: storing it takes a moment.
  const [isOn, setIsOn] = useOptimistic(row.state === 'on');
  const press = () =>
    startTransition(async () => {
      setIsOn(!isOn);
      await onChange();
    });
  const leftId = useId('fault-left');
  return (
    <li className={styles.root}>
      <Switch
        className={styles.switch}
        checked={isOn}
        aria-describedby={leftId}
        onChange={press}
        label={{
          children: (
            <span className={styles.label}>
              <span>{effectText(row.fault)}</span>{' '}
              <span className={styles.quiet}>{targetText(row.fault)}</span>
            </span>
          ),
        }}
      />
      <span id={leftId} className={`${styles.quiet} ${styles.left}`}>
        {leftText(row)}
      </span>
    </li>
  );
}
