import { makeStyles, tokens } from '@fluentui/react-components';
import { createContext, type ReactNode } from 'react';
import { common } from '#src/strings/common.ts';
import { shell } from '#src/strings/shell.ts';
import { Part } from '#src/ui/Part.tsx';

const useStyles = makeStyles({
  root: {
    // What is placed inside it scrolls with it, and never makes the page longer.
    position: 'relative',
    width: '348px',
    boxSizing: 'border-box',
    overflowY: 'auto',
    // What takes the focus is not to be under the panel's last line, which stays in place.
    scrollPaddingBlockEnd: '72px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    // Where it would take a page too much of its width it stands below: the page stays in view.
    '@media (max-width: 1279px)': {
      gridColumn: '1 / -1',
      width: 'auto',
      height: '45dvh',
      borderLeft: 'none',
      borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    },
    '@media (max-width: 639px)': {
      position: 'sticky',
      bottom: 'var(--strip-height, 0px)',
      zIndex: 1,
      overscrollBehavior: 'contain',
    },
    '@media print': { display: 'none' },
  },
  line: { height: '32px', backgroundColor: tokens.colorNeutralBackground2 },
});

interface SimulationFrameProps {
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The place of the simulation panel: beside the page, or below it where there is no room. */
export function SimulationFrame({ onClose, children }: SimulationFrameProps) {
  const styles = useStyles();
  // At the document it comes last: a list that is open in the panel takes Escape for itself.
  const listen = (frame: HTMLElement | null) => {
    const onKeyDown = ({ key, target, defaultPrevented }: KeyboardEvent) => {
      const isOurs = target instanceof Node && frame?.contains(target) === true;
      if (key === 'Escape' && isOurs && !defaultPrevented) onClose();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  };
  return (
    <aside data-simulation aria-label={common.openSimulation} ref={listen} className={styles.root}>
      <Part what={shell.simulation}>{children}</Part>
    </aside>
  );
}

/** The place of the line that says that nothing is real, while it is on its way. */
export function LinePlace() {
  const styles = useStyles();
  return <div className={styles.line} />;
}

/** What a demo adds to the shell; a live build has none of it. */
export interface SimulationParts {
  /** The line that says that nothing is real; it may ask for the panel, or be put away. */
  readonly banner: (ask: {
    readonly onOpen: () => void;
    readonly onHidden: () => void;
  }) => ReactNode;
  /** The panel, which may ask to be closed. It takes the focus when it is drawn. */
  readonly panel: (onClose: () => void) => ReactNode;
}

/** The demo's parts, for the shell; null in a live build. */
export const SimulationContext = createContext<SimulationParts | null>(null);
