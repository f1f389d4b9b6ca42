import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Matches, useMatch, useRouterState } from '@tanstack/react-router';
import { use, useRef, useState } from 'react';
import { AdoptedPlace } from '#src/app/AdoptedPlace.tsx';
import { useIsArrived } from '#src/app/arrivals.ts';
import { ClockPlace } from '#src/app/ClockPlace.tsx';
import { ConnectionLine } from '#src/app/ConnectionLine.tsx';
import { FirstPage } from '#src/app/FirstPage.tsx';
import { useLowerEdge } from '#src/app/lower-edge.ts';
import { Navigation } from '#src/app/Navigation.tsx';
import { ShortcutPlace } from '#src/app/ShortcutPlace.tsx';
import { SignInPlace } from '#src/app/account/SignInPlace.tsx';
import { SimulationContext } from '#src/app/simulation.ts';
import { SimulationFrame } from '#src/app/SimulationFrame.tsx';
import { StripPlace } from '#src/app/notifications/StripPlace.tsx';
import { TopBar } from '#src/app/TopBar.tsx';
import { SHORT } from '#src/ui/styles.ts';
import { useMedia, useZoneOnce } from '#src/ui/hooks.ts';
import { common } from '#src/strings/common.ts';

/** On paper a page goes on over many sheets, without what is around it. */
const PRINT = '@media print';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr) auto',
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
  // Notices hang from the bar, over whatever the page has placed by itself.
  top: { position: 'relative', zIndex: 2 },
  below: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    gridTemplateRows: 'minmax(0, 1fr) auto',
    minHeight: 0,
    '@media (max-width: 639px)': { display: 'block' },
    [PRINT]: { display: 'block' },
  },
  side: { minHeight: 0 },
  main: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    // How a page is laid out follows the room that it has, and not the screen's.
    containerType: 'inline-size',
    containerName: 'page wide-page',
    overflowY: 'auto',
    // What is placed in it, unseen texts too, scrolls with it and makes the document no longer.
    position: 'relative',
    // What takes the focus is not to be under the buttons that stay in view.
    scrollPaddingBlockEnd: '96px',
    ':focus': { outlineStyle: 'none' },
    '@media (max-width: 639px)': { containerName: 'page', overflowY: 'visible' },
    [SHORT]: { scrollPaddingBlockEnd: 0 },
    [PRINT]: { overflowY: 'visible' },
  },
  hiddenOnPaper: { [PRINT]: { display: 'none' } },
  hiddenWhenNarrow: { '@media (max-width: 639px)': { display: 'none' } },
});

const WIZARD = { from: '/restore/$draftId/$step', shouldThrow: false } as const;

/** Whether a wizard is shown, or will be as soon as its page is there. */
function useIsWizard(isArrived: boolean): boolean {
  const isShown = useMatch({ ...WIZARD, select: () => true }) === true;
  const isComing = useRouterState({
    select: ({ location }) => location.pathname.startsWith('/restore/'),
  });
  return isArrived ? isShown : isComing;
}

export interface ShellProps {
  /** Whether clock and storage may be read, and requests sent. Until then nothing in it can be used. */
  readonly isSettled: boolean;
}

/** The frame around every page; it is drawn before it is known who uses it, and stays as it is. */
export function Shell({ isSettled }: ShellProps) {
  const styles = useStyles();
  useLowerEdge();
  // Bar and navigation name the zone.
  useZoneOnce(isSettled);
  const simulation = use(SimulationContext);
  const isArrived = useIsArrived();
  const isWizard = useIsWizard(isArrived);
  const hasRoom = useMedia('(min-width: 1280px)');
  const [isRailWanted, setIsRailWanted] = useState<boolean | null>(null);
  const isRail = isRailWanted ?? !hasRoom;
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const [isSimulationOpen, setIsSimulationOpen] = useState(false);
  const simulationButton = useRef<HTMLButtonElement>(null);
  const main = useRef<HTMLElement>(null);
  const closeSimulation = () => {
    setIsSimulationOpen(false);
    simulationButton.current?.focus();
  };
  const toggleNavigation = () => {
    setIsRailWanted(!isRail);
    setIsMenuOpen((isOpen) => !isOpen);
  };
  return (
    <div className={styles.root}>
      <div className={mergeClasses(styles.top, styles.hiddenOnPaper)} inert={!isSettled}>
        <a href="#content" className={styles.skip}>
          {common.skipToContent}
        </a>
        <TopBar
          isSettled={isSettled}
          isSimulated={simulation !== null}
          isSimulationOpen={isSimulationOpen}
          simulationButton={simulationButton}
          onNavigation={toggleNavigation}
          onSimulation={() => setIsSimulationOpen((isOpen) => !isOpen)}
        />
        <SignInPlace />
        {simulation?.banner({
          onOpen: () => setIsSimulationOpen(true),
          onHidden: () => main.current?.focus(),
        })}
        <ConnectionLine />
      </div>
      <div className={styles.below}>
        <div
          className={mergeClasses(
            styles.side,
            styles.hiddenOnPaper,
            !isMenuOpen && styles.hiddenWhenNarrow,
          )}
          inert={!isSettled}
        >
          <Navigation
            isSettled={isSettled}
            isRail={isRail || isWizard || isSimulationOpen}
            onFollow={() => setIsMenuOpen(false)}
          />
        </div>
        <main ref={main} id="content" tabIndex={-1} className={styles.main}>
          {isArrived ? (
            <>
              <AdoptedPlace onDismissed={() => main.current?.focus()} />
              <ClockPlace onDismissed={() => main.current?.focus()} />
            </>
          ) : (
            <FirstPage />
          )}
          {isSettled && <Matches />}
        </main>
        {simulation !== null && isSimulationOpen && (
          <SimulationFrame onClose={closeSimulation}>
            {simulation.panel(closeSimulation)}
          </SimulationFrame>
        )}
      </div>
      {isSettled && (
        <>
          <ShortcutPlace />
          <StripPlace onHidden={() => main.current?.focus()} />
        </>
      )}
    </div>
  );
}
