import { CLOUD, SIGN_IN_ORIGIN } from '#src/api/arm/hosts.ts';
import { type Config, readConfig } from '#src/app/config.ts';
import { readDeployment } from '#src/app/deployment.ts';
import { removeWorkers } from '#src/app/remove-workers.ts';
import { LEAVING, type NoApplication, type Ready, type BuildStart } from '#src/app/start.ts';
import { startAsDemoAccount } from '#src/app/demo-account.ts';
import { StartTrouble } from '#src/app/StartTrouble.tsx';
import { loadCode } from '#src/lib/load.ts';
import { goByNewerTexts } from '#src/lib/wording.ts';

/** How the application on real Azure starts: it signs in. */
export const startLive: BuildStart = {
  origins: [SIGN_IN_ORIGIN],
  begin: async () => {
    const config = readConfig(import.meta.env);
    if (!config.ok) {
      const page = <StartTrouble why="notConfigured" missing={config.reason} />;
      return { kind: 'page', page };
    }
    goByNewerTexts(true);
    if (await removeWorkers()) return LEAVING;
    return { kind: 'begun', settle: async () => signIn(config.value) };
  },
};

/** Signs in, or gives the page that says why no one is signed in. */
async function signIn(config: Config): Promise<Ready | NoApplication> {
  // On its way while the sign-in is.
  const deployment = readDeployment();
  const { startLiveSignIn } = await loadCode(() => import('#src/api/arm/msal.ts'));
  const { started, signIn: again, follow } = await startLiveSignIn(config);
  switch (started.kind) {
    case 'signedIn': {
      const { account, tokens } = started;
      // Nothing that is stored is read before the account is known.
      const { tenantId, accountId } = account;
      await startAsDemoAccount({ mode: 'live', cloud: CLOUD, tenantId, accountId });
      follow(account);
      await deployment;
      return { kind: 'ready', tokens, simulation: null };
    }
    case 'signedOut': {
      const { SignedOut } = await loadCode(() => import('#src/app/account/SignInTrouble.tsx'));
      return { kind: 'page', page: <SignedOut onSignIn={again} /> };
    }
    case 'trouble': {
      const { SignInTrouble } = await loadCode(() => import('#src/app/account/SignInTrouble.tsx'));
      const { trouble } = started;
      const page = <SignInTrouble trouble={trouble} config={config} onSignIn={again} />;
      return { kind: 'page', page };
    }
  }
}
