import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, Suspense } from 'react';
import { common } from '#src/strings/common.ts';

const useStyles = makeStyles({
  root: {
    // What is placed inside it scrolls with it, and never makes the page longer.
    position: 'relative',
    width: '348px',
    flexShrink: 0,
    overflowY: 'auto',
    // What takes the focus is not to be under the panel's last line, which stays in place.
    scrollPaddingBlockEnd: '72px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 1023px)': {
      position: 'fixed',
      insetBlock: 0,
      insetInlineEnd: 0,
      maxWidth: '100%',
      zIndex: 3,
      overscrollBehavior: 'contain',
      boxShadow: tokens.shadow64,
    },
  },
});

export interface SimulationFrameProps {
  /** It lies over the page, which cannot be used meanwhile. */
  readonly isOverlay: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The place of the simulation panel: beside the page, or over it where there is no room. */
export function SimulationFrame({ isOverlay, onClose, children }: SimulationFrameProps) {
  const styles = useStyles();
  // At the document it comes last: a list that is open in the panel takes Escape for itself.
  const listen = (frame: HTMLElement | null) => {
    const onKeyDown = ({ key, target, defaultPrevented }: KeyboardEvent) => {
      const isOurs = isOverlay || (target instanceof Node && frame?.contains(target) === true);
      if (key === 'Escape' && isOurs && !defaultPrevented) onClose();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  };
  return (
    <section
      role={isOverlay ? 'dialog' : 'complementary'}
      aria-modal={isOverlay ? true : undefined}
      aria-label={common.openSimulation}
      ref={listen}
      className={styles.root}
    >
      <Suspense>{children}</Suspense>
    </section>
  );
}
