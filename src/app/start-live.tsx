import type { ReactNode } from 'react';
import { CLOUD } from '#src/api/arm/hosts.ts';
import { armPipelines } from '#src/api/arm/pipeline.ts';
import { startSession } from '#src/api/arm/session.ts';
import { App } from '#src/app/App.tsx';
import { startAs } from '#src/app/start-as.ts';
import { readConfig } from '#src/app/config.ts';
import { readDeployment } from '#src/app/deployment.ts';
import { removeWorkers } from '#src/app/remove-workers.ts';
import { loadCode } from '#src/lib/load-code.ts';
import { goByNewerTexts } from '#src/lib/newer-texts.ts';
import { StartTrouble } from '#src/app/StartTrouble.tsx';

/** A page that is being left stays as it is. */
const LEAVING = new Promise<never>(() => undefined);

/** Signs in and gives the application on real Azure, or the page that says why no one is signed in. */
export async function startLive(): Promise<ReactNode> {
  const config = readConfig(import.meta.env);
  if (!config.ok) return <StartTrouble why="notConfigured" missing={config.reason} />;
  goByNewerTexts(true);
  if (await removeWorkers()) return LEAVING;
  // On its way while the sign-in is.
  const deployment = readDeployment();
  const { startLiveSignIn } = await loadCode(() => import('#src/api/arm/live-sign-in.ts'));
  const { started, signIn, follow } = await startLiveSignIn(config.value);
  switch (started.kind) {
    case 'signedIn': {
      const { account, tokens } = started;
      // Nothing that is stored is read before the account is known.
      const { tenantId, accountId } = account;
      await startAs({ mode: 'live', cloud: CLOUD, tenantId, accountId });
      follow(account);
      startSession(armPipelines(tokens), tokens.signInAgain);
      await deployment;
      return <App />;
    }
    case 'signedOut': {
      const { SignedOut } = await loadCode(() => import('#src/app/account/SignedOut.tsx'));
      return <SignedOut onSignIn={signIn} />;
    }
    case 'trouble': {
      const { SignInTrouble } = await loadCode(() => import('#src/app/account/SignInTrouble.tsx'));
      return <SignInTrouble trouble={started.trouble} config={config.value} onSignIn={signIn} />;
    }
  }
}
