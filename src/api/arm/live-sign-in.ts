import { loadMsal, type Registration } from '#src/api/arm/msal.ts';
import { signInMemory } from '#src/api/arm/sign-in-memory.ts';
import { type Account, beginSignIn, setSignInStatus } from '#src/api/arm/sign-in-state.ts';
import {
  signInByChoice,
  signOutOf,
  type SignInWorld,
  type Started,
  startSignIn,
} from '#src/api/arm/sign-in.ts';
import { watchEnd } from '#src/api/arm/watch-end.ts';
import { openChannel } from '#src/lib/browser.ts';
import { machineNow } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';

/** What a page starts with, and how a person signs in who has to. */
export interface LiveSignIn {
  readonly started: Started;
  readonly signIn: () => void;
  /** Makes the sign-in known, and follows how long it lasts; once the owner of all that is stored is known. */
  readonly follow: (account: Account) => void;
}

/** Signs in by Microsoft Entra. */
export async function startLiveSignIn(registration: Registration): Promise<LiveSignIn> {
  const memory = signInMemory(() => sessionStorage);
  // Without it the library fails in its own words.
  if (!memory.isUsable()) {
    return { started: STORAGE, signIn: () => location.reload(), follow: () => undefined };
  }
  const library = await loadMsal(registration, (seconds) =>
    memory.noteEnd(instant(machineNow() + seconds * 1000)),
  );
  const world: SignInWorld = { library, memory, onStatus: setSignInStatus };
  return {
    started: await startSignIn(world),
    signIn: () => void signInByChoice(world).catch(() => location.reload()),
    follow: (account) => {
      beginSignIn({ account, since: machineNow(), signOut: signOutOfAllTabs(world) });
      void watchEnd({ memory, byFrame: library.byFrame, onStatus: setSignInStatus });
    },
  };
}

/** Ends the session. Other tabs of the account forget their tokens, and show what this one comes back to. */
function signOutOfAllTabs(world: SignInWorld): () => Promise<void> {
  const channel = openChannel('signed-out');
  channel?.addEventListener('message', () => {
    world.memory.noteSignedOut(true);
    void world.library.forget().finally(() => location.reload());
  });
  return async () => {
    channel?.postMessage(null);
    await signOutOf(world);
  };
}

const STORAGE: Started = { kind: 'trouble', trouble: { kind: 'storage', facts: null } };
