import { lazy, type ReactNode, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { armPipelines } from '#src/api/arm/pipeline.ts';
import { startSession } from '#src/api/arm/session.ts';
import { provideCommServes } from '#src/api/commvault/queries/deployed.ts';
import { App } from '#src/app/App.tsx';
import { startAs, VISITOR } from '#src/app/start-as.ts';
import { keepFocusIn } from '#src/app/keep-focus.ts';
import { startLive } from '#src/app/start-live.tsx';
import { StartTrouble } from '#src/app/StartTrouble.tsx';
import { invariant } from '#src/lib/invariant.ts';
import { loadCode } from '#src/lib/load-code.ts';
import { watchPresses } from '#src/lib/press.ts';
import { forgetViews } from '#src/lib/stored-values.ts';
import type { DrawnPage } from '#src/mocks/panel/visit.ts';

async function startDemo(page: DrawnPage): Promise<ReactNode> {
  const { bootSimulation } = await loadCode(() => import('#src/mocks/boot.ts'));
  const boot = await bootSimulation(page);
  if (!boot.ok) return <StartTrouble why="cannotStart" reason={boot.reason} detail={boot.detail} />;
  const { simulation } = boot;
  await startAs(VISITOR);
  if (boot.isDescribed) forgetViews();
  const { simulatedCommServes, simulatedTokens } = await loadCode(
    () => import('#src/mocks/tokens.ts'),
  );
  provideCommServes(simulatedCommServes);
  const tokens = simulatedTokens(simulation);
  startSession(armPipelines(tokens), tokens.signInAgain);
  const Panel = lazy(async () => {
    const { SimulationPanel } = await loadCode(
      () => import('#src/mocks/panel/SimulationPanel.tsx'),
    );
    return { default: SimulationPanel };
  });
  // The line is there at the first paint, so that nothing moves when it comes.
  const { SimulationBanner } = await loadCode(
    () => import('#src/mocks/panel/SimulationBanner.tsx'),
  );
  const { watchScenario } = await loadCode(() => import('#src/mocks/panel/watch-scenario.ts'));
  const scenario = await watchScenario(simulation);
  return (
    <App
      simulation={{
        banner: (ask) => <SimulationBanner scenario={scenario} {...ask} />,
        panel: (onClose) => <Panel simulation={simulation} onClose={onClose} />,
      }}
    />
  );
}

const place = document.getElementById('root');
invariant(place, 'index.html has no element for the application');
keepFocusIn(place);
watchPresses(document);
let root: Root | null = null;
let application: ReactNode = null;
const page = {
  draw: () => {
    root = createRoot(place);
    root.render(<StrictMode>{application}</StrictMode>);
  },
  remove: () => {
    root?.unmount();
    // A dialog hides the rest of the page from readers; one that is taken away while open left that behind.
    place.removeAttribute('aria-hidden');
  },
};

async function start(): Promise<void> {
  try {
    application = await (__DEMO__ ? startDemo(page) : startLive());
  } catch (error) {
    application = <StartTrouble why="startFailed" error={error} />;
  }
  page.draw();
}

// An entry that awaits here makes the bundler write one more file for each page, which only names another.
void start();
