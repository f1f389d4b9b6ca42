import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Outlet, useMatch } from '@tanstack/react-router';
import { use, useRef, useState } from 'react';
import { AdoptedPlace } from '#src/app/AdoptedPlace.tsx';
import { ClockPlace } from '#src/app/ClockPlace.tsx';
import { ConnectionLine } from '#src/app/ConnectionLine.tsx';
import { useLowerEdge } from '#src/app/lower-edge.ts';
import { Navigation } from '#src/app/Navigation.tsx';
import { ShortcutPlace } from '#src/app/ShortcutPlace.tsx';
import { SignInPlace } from '#src/app/account/SignInPlace.tsx';
import { SimulationContext } from '#src/app/simulation.ts';
import { SimulationFrame } from '#src/app/SimulationFrame.tsx';
import { StripPlace } from '#src/app/notifications/StripPlace.tsx';
import { TopBar } from '#src/app/TopBar.tsx';
import { SHORT } from '#src/ui/room.ts';
import { useZone } from '#src/ui/use-zone.ts';
import { useMedia } from '#src/ui/use-media.ts';
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

const SETTINGS = { from: '/settings', shouldThrow: false } as const;

/** The frame around every page. */
export function Shell() {
  const styles = useStyles();
  useLowerEdge();
  const zone = useZone();
  const simulation = use(SimulationContext);
  const isWizard = useMatch({ ...WIZARD, select: () => true }) === true;
  const isSettings = useMatch({ ...SETTINGS, select: () => true }) === true;
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
      <div className={mergeClasses(styles.top, styles.hiddenOnPaper)}>
        <a href="#content" className={styles.skip}>
          {common.skipToContent}
        </a>
        <TopBar
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
        >
          <Navigation
            isRail={isRail || isWizard || isSimulationOpen}
            onFollow={() => setIsMenuOpen(false)}
          />
        </div>
        <main ref={main} id="content" tabIndex={-1} className={styles.main}>
          <AdoptedPlace onDismissed={() => main.current?.focus()} />
          <ClockPlace onDismissed={() => main.current?.focus()} />
          {/* Every time on the page is rendered anew; Settings, where the zone is chosen, has none. */}
          <Outlet key={isSettings ? 'settings' : zone} />
        </main>
        {simulation !== null && isSimulationOpen && (
          <SimulationFrame onClose={closeSimulation}>
            {simulation.panel(closeSimulation)}
          </SimulationFrame>
        )}
      </div>
      <ShortcutPlace />
      <StripPlace onHidden={() => main.current?.focus()} />
    </div>
  );
}
