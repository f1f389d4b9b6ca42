import { type ReactNode, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import {
  armPipelines,
  awaitedTokens,
  startSession,
  type TokenSource,
} from '#src/api/arm/pipeline.ts';
import { provideCommServes } from '#src/api/commvault/home.ts';
import { App, newApplication } from '#src/app/App.tsx';
import { keepFocusIn } from '#src/app/keep-focus.ts';
import { LinePlace, type SimulationParts } from '#src/app/SimulationFrame.tsx';
import { LEAVING, type NoApplication, type Ready, type BuildStart } from '#src/app/start.ts';
import { startAsDemoAccount, VISITOR } from '#src/app/demo-account.ts';
import { startLive } from '#src/app/start-live.tsx';
import { StartTrouble } from '#src/app/StartTrouble.tsx';
import { isBannerHidden, isPastWorker, registerWorker, takeAddress } from '#src/lib/demo-start.ts';
import { endFirstVisit } from '#src/lib/first-visit.ts';
import { holdRequests, watchPresses } from '#src/lib/browser.ts';
import { invariant } from '#src/lib/result.ts';
import { isStorageBlocked } from '#src/lib/storage.ts';
import { loadCode } from '#src/lib/load.ts';
import { forgetViews } from '#src/lib/stored-values.ts';
import type { Begun } from '#src/mocks/boot.ts';

const place = document.getElementById('root');
invariant(place, 'index.html has no element for the application');
keepFocusIn(place);
watchPresses(document);
let root: Root | null = null;
/** What a demo adds: its places, until it is there itself. */
let simulation: SimulationParts | null = __DEMO__
  ? { banner: () => !isBannerHidden() && <LinePlace />, panel: () => null }
  : null;

function show(content: ReactNode): void {
  invariant(place, 'the application has lost its element');
  root ??= createRoot(place);
  root.render(<StrictMode>{content}</StrictMode>);
}

const page = {
  draw: () => {
    const { settle, ...application } = newApplication();
    settle();
    show(<App {...application} simulation={simulation} isSettled />);
  },
  remove: () => {
    root?.unmount();
    root = null;
    // A dialog hides the rest of the page from readers; one that is taken away while open left that behind.
    place.removeAttribute('aria-hidden');
  },
};

/** What of the demo comes late: the build has the page fetch what is imported here of the simulated Azure. */
const loadSimulator = async () =>
  Promise.all([
    import('#src/mocks/boot.ts'),
    import('#src/mocks/tokens.ts'),
    import('#src/mocks/panel/SimulationBanner.tsx'),
  ]);

/** How a demo starts: with the simulated Azure. */
const startDemo: BuildStart = {
  origins: [],
  begin: async () => {
    const code = loadCode(loadSimulator);
    // Whoever waits for it hears of a failure.
    code.catch(() => undefined);
    if (!('serviceWorker' in navigator))
      return { kind: 'page', page: <StartTrouble why="cannotStart" reason="no-service-worker" /> };
    const { serviceWorker } = navigator;
    if (await isPastWorker(serviceWorker)) {
      location.reload();
      return LEAVING;
    }
    const worker = registerWorker(serviceWorker);
    worker.catch(() => undefined);
    const { whole, putBack } = takeAddress();
    const settle = async () => {
      let settled: Ready | NoApplication | null = null;
      try {
        settled = await startSimulation(await code, { address: whole, worker });
        return settled;
      } finally {
        // Who loads the page again wants what the address said.
        if (settled?.kind !== 'ready') putBack();
      }
    };
    return { kind: 'begun', settle };
  },
};

async function startSimulation(
  [{ bootSimulation }, { simulatedCommServes, simulatedTokens }, banner]: Awaited<
    ReturnType<typeof loadSimulator>
  >,
  begun: Begun,
): Promise<Ready | NoApplication> {
  const boot = await bootSimulation(page, begun);
  if (!boot.ok) {
    const trouble = <StartTrouble why="cannotStart" reason="worker-failed" detail={boot.detail} />;
    return { kind: 'page', page: trouble };
  }
  await startAsDemoAccount(VISITOR);
  if (boot.isDescribed) {
    forgetViews();
    endFirstVisit();
  }
  provideCommServes(simulatedCommServes);
  const scenario = await banner.watchScenario(boot.simulation);
  const { SimulationBanner, LazyPanel } = banner;
  return {
    kind: 'ready',
    tokens: simulatedTokens(boot.simulation),
    simulation: {
      banner: (ask) => <SimulationBanner scenario={scenario} {...ask} />,
      panel: (onClose) => <LazyPanel simulation={boot.simulation} onClose={onClose} />,
    },
  };
}

/**
 * Draws the frame at once. Until it is settled who uses it, and by which clock, nothing of it can be used, nothing that
 * is stored is read but the theme, and requests wait.
 */
async function start({ origins, begin }: BuildStart): Promise<void> {
  const release = holdRequests(location.origin, origins);
  const { promise, resolve } = Promise.withResolvers<TokenSource>();
  const tokens = awaitedTokens(promise);
  startSession(armPipelines(tokens), tokens.signInAgain);
  try {
    if (!('popover' in HTMLElement.prototype)) return show(<StartTrouble why="tooOld" />);
    if (isStorageBlocked()) return show(<StartTrouble why="storageBlocked" />);
    const begun = await begin();
    if (begun.kind === 'page') return show(begun.page);
    const { settle, ...application } = newApplication();
    show(<App {...application} simulation={simulation} isSettled={false} />);
    const settled = await begun.settle();
    if (settled.kind === 'page') return show(settled.page);
    ({ simulation } = settled);
    release();
    resolve(settled.tokens);
    settle();
    show(<App {...application} simulation={simulation} isSettled />);
  } catch (error) {
    show(<StartTrouble why="startFailed" error={error} />);
  }
}

// An entry that awaits here makes the bundler write one more file for each page, which only names another.
void start(__DEMO__ ? startDemo : startLive);
