import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { wizard } from '#src/strings/wizard.ts';
import type { GoTo } from '#src/datasources/datasource.ts';
import { PlanParts, type PlanProps } from '#src/wizard/plan/PlanParts.tsx';
import { Modal } from '#src/ui/dialogs.tsx';
import { NO_PANEL_BESIDE } from '#src/ui/styles.ts';

const words = wizard.plan;

const useStyles = makeStyles({
  root: {
    display: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground2,
    [NO_PANEL_BESIDE]: { display: 'block' },
  },
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '40px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    // The link's own color falls below 4.5 to 1 on a hovered line in the dark.
    ':hover > :last-child': { color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  open: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    color: tokens.colorBrandForegroundLink,
  },
  drawer: {
    width: '320px',
    maxWidth: '100%',
    height: '100dvh',
    maxHeight: '100dvh',
    margin: 0,
    marginInlineStart: 'auto',
    padding: 0,
  },
  content: { padding: tokens.spacingHorizontalXXL },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** The plan in one line, for where there is no room beside the form. It opens as a drawer. */
export function PlanLine({ sentence, line, goTo, ...parts }: PlanProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.root}>
      <button
        type="button"
        aria-haspopup="dialog"
        className={styles.button}
        onClick={() => setIsOpen(true)}
      >
        <span className={styles.text}>{line}</span>
        <span className={styles.open}>
          {words.title}
          <ChevronRight16Regular aria-hidden />
        </span>
      </button>
      {isOpen && (
        <Modal
          name={{ label: words.title }}
          className={styles.drawer}
          onClosed={() => setIsOpen(false)}
        >
          {(close) => {
            const leave: GoTo = (step, field) => {
              // The field can take the focus only when the drawer holds it no more.
              close();
              goTo(step, field);
            };
            return (
              <div className={styles.content}>
                <div className={styles.head}>
                  <h2 className={styles.title}>{words.title}</h2>
                  <Button
                    appearance="subtle"
                    aria-label={words.close}
                    icon={<Dismiss20Regular />}
                    onClick={close}
                  />
                </div>
                <p>{sentence}</p>
                <PlanParts {...parts} goTo={leave} />
              </div>
            );
          }}
        </Modal>
      )}
    </div>
  );
}
