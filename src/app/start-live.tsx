import type { ReactNode } from 'react';
import { signIn } from '#src/api/arm/msal.ts';
import { armPipelines } from '#src/api/arm/pipeline.ts';
import { startSession } from '#src/api/arm/session.ts';
import { App } from '#src/app/App.tsx';
import { readConfig } from '#src/app/config.ts';
import { StartTrouble } from '#src/app/StartTrouble.tsx';

/** Signs in and gives the application on real Azure. @throws what the sign-in throws. */
export async function startLive(): Promise<ReactNode> {
  const config = readConfig(import.meta.env);
  if (!config.ok) return <StartTrouble why="notConfigured" missing={config.reason} />;
  const tokens = await signIn(config.value);
  startSession(armPipelines(tokens), tokens.signInAgain);
  return <App />;
}
