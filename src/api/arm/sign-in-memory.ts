import { type Instant, instant } from '#src/lib/time.ts';

/** What this tab remembers of its sign-in while it is away at Microsoft Entra's page. */
export interface SignInMemory {
  /** Whether the browser stores anything for this site: without that no sign-in comes to its end. */
  readonly isUsable: () => boolean;
  /** When the tab last left for the sign-in; null: it never did, or has come back with an account. */
  readonly leftAt: () => Instant | null;
  readonly noteLeaving: (at: Instant | null) => void;
  /** Until when sign-in renews itself; null: Entra has not said. */
  readonly endsAt: () => Instant | null;
  readonly noteEnd: (at: Instant) => void;
  /** Whether the person chose to sign out. */
  readonly isSignedOut: () => boolean;
  readonly noteSignedOut: (isSignedOut: boolean) => void;
}

const PREFIX = 'restore-center.sign-in.';
const LEFT_AT = `${PREFIX}left-at`;
const ENDS_AT = `${PREFIX}ends-at`;
const SIGNED_OUT = `${PREFIX}signed-out`;

/** The memory of a tab, in a storage such as `sessionStorage`; a getter, since it may throw. */
export function signInMemory(storage: () => Storage): SignInMemory {
  const read = (key: string): string | null => quietly(() => storage().getItem(key)) ?? null;
  const write = (key: string, text: string | null): void => {
    quietly(() => (text === null ? storage().removeItem(key) : storage().setItem(key, text)));
  };
  const readInstant = (key: string): Instant | null => {
    const ms = Number(read(key) ?? Number.NaN);
    return Number.isFinite(ms) ? instant(ms) : null;
  };
  return {
    isUsable: () => {
      write(`${PREFIX}probe`, 'stored');
      const isStored = read(`${PREFIX}probe`) === 'stored';
      write(`${PREFIX}probe`, null);
      return isStored;
    },
    leftAt: () => readInstant(LEFT_AT),
    noteLeaving: (at) => write(LEFT_AT, at === null ? null : String(at)),
    endsAt: () => readInstant(ENDS_AT),
    noteEnd: (at) => write(ENDS_AT, String(at)),
    isSignedOut: () => read(SIGNED_OUT) !== null,
    noteSignedOut: (isSignedOut) => write(SIGNED_OUT, isSignedOut ? 'true' : null),
  };
}

/** Nothing is stored, and nothing read, where the browser forbids it. */
function quietly<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
