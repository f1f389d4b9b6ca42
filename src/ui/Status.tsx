import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync16Filled } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle16Regular } from '@fluentui/react-icons/svg/circle';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Prohibited16Regular } from '@fluentui/react-icons/svg/prohibited';
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle';
import { SubtractCircle16Regular } from '@fluentui/react-icons/svg/subtract-circle';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import { Name } from '#src/ui/Name.tsx';

export type Tone =
  | 'done'
  | 'running'
  | 'warning'
  | 'failed'
  | 'waiting'
  | 'cancelled'
  | 'impossible'
  | 'unknown';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    verticalAlign: 'bottom',
  },
  // The color is set on the icon's parent, because in high contrast an svg would keep its own.
  // Two pixels of padding center the icon on the first line.
  icon: { display: 'inline-flex', flexShrink: 0, paddingBlock: '2px' },
  done: { color: tokens.colorStatusSuccessForeground1 },
  running: { color: tokens.colorBrandForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  neutral: { color: tokens.colorNeutralForeground3 },
});

const ICONS: Record<Tone, ReactNode> = {
  done: <CheckmarkCircle16Filled />,
  running: <ArrowSync16Filled />,
  warning: <Warning16Filled />,
  failed: <ErrorCircle16Filled />,
  waiting: <Circle16Regular />,
  cancelled: <SubtractCircle16Regular />,
  impossible: <Prohibited16Regular />,
  unknown: <QuestionCircle16Regular />,
};

export interface StatusProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

/** A state: an icon and a word, never a color alone. */
export function Status({ tone, children }: StatusProps) {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      <StatusIcon tone={tone} />
      <span>
        <Name>{children}</Name>
      </span>
    </span>
  );
}

/** The icon alone, for where the word stands elsewhere. */
export function StatusIcon({ tone }: { readonly tone: Tone }) {
  const styles = useStyles();
  const color =
    tone === 'done' || tone === 'running' || tone === 'warning' || tone === 'failed'
      ? styles[tone]
      : styles.neutral;
  return (
    <span aria-hidden className={`${styles.icon} ${color}`}>
      {ICONS[tone]}
    </span>
  );
}
