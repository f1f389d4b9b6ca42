import type { ReactNode } from 'react';
import { CLOUD } from '#src/api/arm/hosts.ts';
import { signIn } from '#src/api/arm/msal.ts';
import { armPipelines } from '#src/api/arm/pipeline.ts';
import { startSession } from '#src/api/arm/session.ts';
import { App } from '#src/app/App.tsx';
import { startAs } from '#src/app/start-as.ts';
import { readConfig } from '#src/app/config.ts';
import { removeWorkers } from '#src/app/remove-workers.ts';
import { StartTrouble } from '#src/app/StartTrouble.tsx';

/** A page that is being left stays as it is. */
const LEAVING = new Promise<never>(() => undefined);

/** Signs in and gives the application on real Azure. @throws what the sign-in throws. */
export async function startLive(): Promise<ReactNode> {
  const config = readConfig(import.meta.env);
  if (!config.ok) return <StartTrouble why="notConfigured" missing={config.reason} />;
  if (await removeWorkers()) return LEAVING;
  const tokens = await signIn(config.value);
  // Nothing that is stored is read before the account is known.
  if (tokens.account === null) return LEAVING;
  await startAs({ mode: 'live', cloud: CLOUD, ...tokens.account });
  startSession(armPipelines(tokens), tokens.signInAgain);
  return <App />;
}
