import { makeStaticStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  Matches,
  Outlet,
  useMatch,
  useMatchRoute,
  useRouter,
  useRouterState,
} from '@tanstack/react-router';
import { use, useRef, useState, useSyncExternalStore } from 'react';
import { isOffline } from '#src/api/arm/error.ts';
import { onSignInStatus, signInStatus } from '#src/api/arm/sign-in-state.ts';
import { Navigation } from '#src/app/Navigation.tsx';
import { SimulationContext, SimulationFrame } from '#src/app/SimulationFrame.tsx';
import { TopBar } from '#src/app/TopBar.tsx';
import { adoptedDrafts, forgetAdopted } from '#src/app/adopted-drafts.ts';
import { useIsArrived } from '#src/app/page-arrival.ts';
import { useShortcut } from '#src/app/window-keys.ts';
import { onConnectionChange } from '#src/lib/browser.ts';
import { now, onServiceClock, serviceClock } from '#src/lib/clock.ts';
import { timeText } from '#src/lib/format.ts';
import { readEntry, writeEntry } from '#src/lib/storage.ts';
import { isSheetKeyOn } from '#src/lib/stored-values.ts';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { shell } from '#src/strings/shell.ts';
import { Part, lazyPart } from '#src/ui/Part.tsx';
import { takeFocusInPlace } from '#src/ui/dom.ts';
import { useMedia, useOpening, useZone, useZoneOnce } from '#src/ui/hooks.ts';
import { PageHeader } from '#src/ui/page.tsx';
import { SkeletonRows } from '#src/ui/states.tsx';
import { SHORT } from '#src/ui/styles.ts';
import { jobAddress } from '#src/api/arm/address.ts';
import { isBarHidden, onBarChange } from '#src/app/notifications/bar-hidden.ts';
import { onInViewChange, restoresInView } from '#src/progress/live/in-view.ts';
import { runningBar } from '#src/strings/notifications.ts';
import { isRestoreOver, onWatchedChange, watchedJobs } from '#src/wizard/submit/watched.ts';

// It is shown once, and in few browsers.
const AdoptedDrafts = lazyPart(
  () => import('#src/app/AdoptedDrafts.tsx'),
  (code) => code.AdoptedDrafts,
);

interface AdoptedPlaceProps {
  /** Where the focus goes once it is dismissed. */
  readonly onDismissed: () => void;
}

/** The place of the notice that drafts of before belong to this account now; nothing while there is none. */
function AdoptedPlace({ onDismissed }: AdoptedPlaceProps) {
  const [many, setMany] = useState(adoptedDrafts);
  if (many === 0) return null;
  const dismiss = () => {
    forgetAdopted();
    setMany(0);
    onDismissed();
  };
  return (
    <Part what={shell.earlierDrafts}>
      <AdoptedDrafts many={many} onDismiss={dismiss} />
    </Part>
  );
}

// Most clocks are right.
const ClockNotice = lazyPart(
  () => import('#src/app/ClockNotice.tsx'),
  (code) => code.ClockNotice,
);

const CLOCK_ENTRY = 'clockNotice';
const MINUTE_MS = 60_000;

interface ClockPlaceProps {
  /** Where the focus goes once it is dismissed. */
  readonly onDismissed: () => void;
}

/** The place of the notice that this computer's clock is wrong, by more than a minute: shown until it is dismissed once. */
function ClockPlace({ onDismissed }: ClockPlaceProps) {
  const { aheadMs } = useSyncExternalStore(onServiceClock, serviceClock);
  const [dismissed, setDismissed] = useState(dismissedAt);
  const minutes = Math.round(aheadMs / MINUTE_MS);
  const isKnown = dismissed !== null && Math.abs(dismissed - minutes) <= 1;
  if (Math.abs(aheadMs) <= MINUTE_MS || isKnown) return null;
  const dismiss = () => {
    writeEntry(CLOCK_ENTRY, String(minutes));
    setDismissed(minutes);
    onDismissed();
  };
  return (
    <Part what={shell.clock.notice}>
      <ClockNotice aheadMs={minutes * MINUTE_MS} onDismiss={dismiss} />
    </Part>
  );
}

/** How wrong the clock was when a person last dismissed the notice, in minutes; null: it never was dismissed. */
function dismissedAt(): number | null {
  const entry = readEntry(CLOCK_ENTRY);
  const minutes = entry.ok && entry.value !== null ? Number(entry.value) : Number.NaN;
  return Number.isSafeInteger(minutes) ? minutes : null;
}

/** That the browser has no connection, and what comes back by itself; nothing while it has one. */
function ConnectionLine() {
  const styles = useStyles();
  const since = useSyncExternalStore(onConnectionChange, offlineSince);
  // There from the start, so that what comes into it is read out.
  return (
    <div aria-live="polite">
      {since !== null && <div className={styles.line}>{shell.offline(timeText(since))}</div>}
    </div>
  );
}

let knownOffline: Instant | null = null;

/** When the browser was first known to have no connection; null: it has one, as far as it knows. */
function offlineSince(): Instant | null {
  knownOffline = isOffline() ? (knownOffline ?? now()) : null;
  return knownOffline;
}

declare module '@tanstack/react-router' {
  /** How the head of a page looks before the page is there. */
  interface StaticDataRouteOption {
    readonly title?: string;
    /** It has no page above it. */
    readonly isTop?: boolean;
    readonly hasSubtitle?: boolean;
  }
}

/** A line without words, as high as the one that comes there. */
const BLANK = '\u00A0';

/** The first thing to be read of a page. */
const focusHeading = (place: HTMLElement | null): void =>
  takeFocusInPlace(place?.querySelector('h1') ?? null);

/** In place of the first page until it is there: the head that it will have, and what it is loading. */
function FirstPage() {
  const router = useRouter();
  const [, , route] = router.getMatchedRoutes(router.latestLocation.pathname);
  const {
    title,
    isTop = false,
    hasSubtitle = true,
  } = route?.options.staticData ?? {
    title: shell.notFound.title,
    isTop: true,
    hasSubtitle: false,
  };
  return (
    <div ref={focusHeading}>
      <PageHeader
        title={title ?? common.product}
        crumbs={isTop ? undefined : common.overview}
        subtitle={hasSubtitle ? BLANK : undefined}
      />
      <SkeletonRows what={shell.thisPage} />
    </div>
  );
}

/**
 * What stays at the lower edge of a narrow screen, where the whole page scrolls under it: the running
 * restores, above them the simulation panel, above that the buttons of the wizard. Each stands on the one
 * below, and what takes the focus comes to stand above all.
 */
const useBottomInset = makeStaticStyles(`
@media (max-width: 639px) {
  html { scroll-padding-bottom: calc(var(--bar-height, 0px) + var(--panel-height, 0px) + 136px); }
  html:has([data-running-bar]) { --bar-height: 56px; }
  html:has([data-simulation]) { --panel-height: 45dvh; }
}
@media (max-width: 639px) and (max-height: 559px) {
  html { scroll-padding-bottom: calc(var(--bar-height, 0px) + var(--panel-height, 0px) + 8px); }
}
`);

const ShortcutSheet = lazyPart(
  () => import('#src/ui/ShortcutSheet.tsx'),
  (code) => code.ShortcutSheet,
);

/** Opens the keyboard shortcuts at `?`, from wherever no text is typed. */
function ShortcutPlace() {
  const { opening, open, close } = useOpening<null>();
  useShortcut(isSheetKey, () => open(null));
  if (opening === null) return null;
  return (
    <Part key={opening.key} what={shell.shortcuts}>
      <ShortcutSheet onClosed={close} />
    </Part>
  );
}

/** Fields that take letters, and lists that find an option by them. */
const TYPED_IN = 'input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox]';

function isSheetKey({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const isTyped = target instanceof Element && target.closest(TYPED_IN) !== null;
  return key === '?' && !ctrlKey && !metaKey && !altKey && !isTyped && isSheetKeyOn();
}

// Most visits end before their sign-in does.
const SignInNotice = lazyPart(
  () => import('#src/app/account/SignInNotice.tsx'),
  (code) => code.SignInNotice,
);

/** The place of the offer to sign in again, above every page; nothing while the sign-in renews itself. */
function SignInPlace() {
  const status = useSyncExternalStore(onSignInStatus, signInStatus);
  if (status.kind === 'good') return null;
  return (
    <Part what={shell.signInOffer}>
      <SignInNotice status={status} />
    </Part>
  );
}

/** On paper a page goes on over many sheets, without what is around it. */
const PRINT = '@media print';

const useStyles = makeStyles({
  line: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
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

interface ShellProps {
  /** Whether clock and storage may be read, and requests sent. Until then nothing in it can be used. */
  readonly isSettled: boolean;
}

/** The frame around every page; it is drawn before it is known who uses it, and stays as it is. */
export function Shell({ isSettled }: ShellProps) {
  const styles = useStyles();
  useBottomInset();
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
  // Where a message was closed: the page stays where it is.
  const toContent = () => takeFocusInPlace(main.current);
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
          onHidden: toContent,
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
              <AdoptedPlace onDismissed={toContent} />
              <ClockPlace onDismissed={toContent} />
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
          <RunningBarPlace onHidden={toContent} />
        </>
      )}
    </div>
  );
}

const SETTINGS = { from: '/settings', shouldThrow: false } as const;

/** The page that the address names. */
export function ShownPage() {
  const zone = useZone();
  const isSettings = useMatch({ ...SETTINGS, select: () => true }) === true;
  // Every time on the page is rendered anew; Settings, where the zone is chosen, has none.
  return <Outlet key={isSettings ? 'settings' : zone} />;
}

const useRunningBarStyles = makeStyles({
  root: {
    position: 'relative',
    height: '40px',
    boxSizing: 'border-box',
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 639px)': { position: 'sticky', bottom: 0, zIndex: 1, height: '56px' },
    '@media print': { display: 'none' },
  },
});

// Its content arrives with the bell; its place is there at the first paint, so that nothing moves.
const RunningBar = lazyPart(
  () => import('#src/app/notifications/RunningBar.tsx'),
  (code) => code.RunningBar,
);

interface RunningBarPlaceProps {
  readonly onHidden: () => void;
}

/** The place of the restores that run, under every page but its own; nothing while none does. */
function RunningBarPlace({ onHidden }: RunningBarPlaceProps) {
  const styles = useRunningBarStyles();
  const isHidden = useSyncExternalStore(onBarChange, isBarHidden);
  const page = useMatchRoute()({ to: '/jobs/$jobId' });
  const open = page === false ? null : page.jobId?.toLowerCase();
  // The page of a job and the axis of Backup jobs show all that the bar would.
  const inView = useSyncExternalStore(onInViewChange, restoresInView);
  const running = useSyncExternalStore(onWatchedChange, watchedJobs).filter(
    (job) =>
      !isRestoreOver(job) &&
      jobAddress(job.jobId).toLowerCase() !== open &&
      !inView.includes(job.jobId.toLowerCase()),
  );
  if (isHidden || running.length === 0) return null;
  return (
    <section data-running-bar aria-label={runningBar.label} className={styles.root}>
      <Part what={runningBar.what} buttonClass="">
        <RunningBar running={running} onHidden={onHidden} />
      </Part>
    </section>
  );
}
