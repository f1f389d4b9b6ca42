import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Outlet, useMatchRoute } from '@tanstack/react-router';
import { Suspense, use, useState } from 'react';
import { Navigation } from '#src/app/Navigation.tsx';
import { SimulationContext } from '#src/app/simulation.ts';
import { TopBar } from '#src/app/TopBar.tsx';
import { common } from '#src/strings/common.ts';

/** On paper a page goes on over many sheets, without what is around it. */
const PRINT = '@media print';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateRows: '48px minmax(0, 1fr)',
    gridTemplateColumns: 'minmax(0, 1fr)',
    height: '100dvh',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 639px)': { display: 'block', height: 'auto', minHeight: '100dvh' },
    [PRINT]: { display: 'block', height: 'auto' },
  },
  skip: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalM,
    top: '-100px',
    zIndex: 2,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    ':focus': { top: tokens.spacingVerticalS },
  },
  below: {
    display: 'flex',
    minHeight: 0,
    '@media (max-width: 639px)': { display: 'block' },
    [PRINT]: { display: 'block' },
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 auto',
    minWidth: 0,
    overflowY: 'auto',
    ':focus': { outlineStyle: 'none' },
    '@media (max-width: 639px)': { overflowY: 'visible' },
    [PRINT]: { overflowY: 'visible' },
  },
  simulation: {
    width: '348px',
    flexShrink: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 1023px)': {
      position: 'fixed',
      insetBlock: 0,
      insetInlineEnd: 0,
      maxWidth: '100%',
      zIndex: 3,
    },
  },
  hiddenOnPaper: { [PRINT]: { display: 'none' } },
  hiddenWhenNarrow: { '@media (max-width: 639px)': { display: 'none' } },
});

/** The frame around every page. */
export function Shell() {
  const styles = useStyles();
  const renderSimulation = use(SimulationContext);
  const isWizard = useMatchRoute()({ to: '/restore/$draftId/$step' }) !== false;
  const [isNavigationOpen, setIsNavigationOpen] = useState(true);
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const [isSimulationOpen, setIsSimulationOpen] = useState(false);
  const toggleNavigation = () => {
    setIsNavigationOpen((isOpen) => !isOpen);
    setIsMenuOpen((isOpen) => !isOpen);
  };
  return (
    <div className={styles.root}>
      <a href="#content" className={styles.skip}>
        {common.skipToContent}
      </a>
      <div className={styles.hiddenOnPaper}>
        <TopBar
          isSimulated={renderSimulation !== null}
          isSimulationOpen={isSimulationOpen}
          onNavigation={toggleNavigation}
          onSimulation={() => setIsSimulationOpen((isOpen) => !isOpen)}
        />
      </div>
      <div className={styles.below}>
        <div className={mergeClasses(styles.hiddenOnPaper, !isMenuOpen && styles.hiddenWhenNarrow)}>
          <Navigation
            isRail={!isNavigationOpen || isWizard || isSimulationOpen}
            onFollow={() => setIsMenuOpen(false)}
          />
        </div>
        <main id="content" tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
        {renderSimulation !== null && isSimulationOpen && (
          <aside className={styles.simulation} aria-label={common.openSimulation}>
            <Suspense>{renderSimulation(() => setIsSimulationOpen(false))}</Suspense>
          </aside>
        )}
      </div>
    </div>
  );
}
