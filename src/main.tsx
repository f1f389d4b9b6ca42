import { lazy, type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { armPipelines } from '#src/api/arm/pipeline.ts';
import { startSession } from '#src/api/arm/session.ts';
import { App } from '#src/app/App.tsx';
import { CannotStart } from '#src/app/CannotStart.tsx';
import { readConfig } from '#src/app/config.ts';
import { NotConfigured } from '#src/app/NotConfigured.tsx';
import { StartFailed } from '#src/app/StartFailed.tsx';
import { invariant } from '#src/lib/invariant.ts';

/** Simulated tokens never expire: nobody real is signed in. */
const simulatedTokens = {
  getToken: () =>
    Promise.resolve({ token: 'simulated', expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
};

async function startDemo(): Promise<ReactNode> {
  const { bootSimulation } = await import('#src/mocks/boot.ts');
  const boot = await bootSimulation();
  if (!boot.ok) return <CannotStart reason={boot.reason} detail={boot.detail} />;
  startSession(armPipelines(simulatedTokens));
  const Panel = lazy(async () => {
    const { SimulationPanel } = await import('#src/mocks/panel/SimulationPanel.tsx');
    return { default: SimulationPanel };
  });
  return (
    <App renderSimulation={(onClose) => <Panel simulation={boot.simulation} onClose={onClose} />} />
  );
}

async function startLive(): Promise<ReactNode> {
  const config = readConfig(import.meta.env);
  if (!config.ok) return <NotConfigured missing={config.reason} />;
  const { signIn } = await import('#src/api/arm/msal.ts');
  startSession(armPipelines(await signIn(config.value)));
  return <App />;
}

const root = document.getElementById('root');
invariant(root, 'index.html has no element for the application');
const application = await (__DEMO__ ? startDemo() : startLive()).catch((error: unknown) => (
  <StartFailed error={error} />
));
createRoot(root).render(<StrictMode>{application}</StrictMode>);
