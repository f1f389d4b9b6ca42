import { makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { wizard } from '#src/strings/wizard.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { PlanParts, type PlanProps } from '#src/wizard/plan/PlanParts.tsx';
import { NO_PANEL_BESIDE } from '#src/ui/styles.ts';

const words = wizard.plan;

const useStyles = makeStyles({
  root: {
    width: '368px',
    flexShrink: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    boxSizing: 'border-box',
    [NO_PANEL_BESIDE]: { display: 'none' },
  },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalM,
  },
  live: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** What will happen, in words, as it is chosen, beside the form. */
export const PlanPanel = memo(function PlanPanel(props: PlanProps) {
  const styles = useStyles();
  return (
    <aside className={styles.root} aria-label={words.title}>
      <div className={styles.head}>
        <SectionHeading level={2}>{words.title}</SectionHeading>
        <span className={styles.live}>{words.live}</span>
      </div>
      <p>{props.sentence}</p>
      <PlanParts {...props} />
    </aside>
  );
});
