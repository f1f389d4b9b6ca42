import { AZURE, type Home } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type Sent, testArm } from '#src/api/arm/testing.ts';
import { installWorldClock } from '#src/api/queries/testing.ts';
import type { TestAzure } from '#src/mocks/testing.ts';

/** What tests need that send every request which starts something. */

/** A request of the client that starts something, and a world in which it can. */
export interface Write {
  /** The function of `src/api` that sends it. */
  readonly of: string;
  readonly world: () => TestAzure | Promise<TestAzure>;
  /** Where it goes, if not to Azure Resource Manager. */
  readonly home?: Home;
  /** What there is where it is received twice, as text; left out: the same as where it is received once. */
  readonly twice?: 'two restores' | 'the second pair of tokens';
  /** Does what has to come before; what comes back sends it, as one press does. */
  readonly ready: (it: WriteWorld) => Promise<() => Promise<unknown>>;
}

export interface WriteWorld extends TestAzure {
  readonly arm: ArmPipelines;
}

/** Nothing has to come before: a press sends it. */
export const atOnce =
  (send: (it: WriteWorld) => Promise<unknown>): Write['ready'] =>
  async (it) =>
  () =>
    send(it);

/** A write that was sent, and the world after it. */
export interface Tried {
  readonly it: WriteWorld;
  /** The requests that started something, as they left. */
  readonly starts: readonly Sent[];
  /** What came of the press. */
  readonly end: unknown;
}

const isRead = ({ method, url }: Sent): boolean =>
  ['GET', 'HEAD'].includes(method) ||
  /Microsoft\.ResourceGraph|\/JobDetails$|accessToken/.test(url);

/** How a write is tried. */
export interface Trying {
  /** Whether the browser has request streams, and the way carries them. */
  readonly canStream?: boolean;
  /** Whether each request is received a second time, as where a browser repeats it; the page gets that answer alone. */
  readonly isRepeated?: boolean;
  /** Makes one press out of gestures; left out: just presses. */
  readonly by?: (press: () => Promise<unknown>) => Promise<unknown>;
}

/** Tries a write in a world of its own. */
export async function tried(write: Write, trying: Trying = {}): Promise<Tried> {
  const { canStream = true, isRepeated = false, by = (press) => press() } = trying;
  const world = await write.world();
  installWorldClock(world.clock);
  const starts: Sent[] = [];
  let isPressed = false;
  const token = { token: 'demo-access-token', expiresOnTimestamp: Number.MAX_SAFE_INTEGER };
  const { arm } = testArm(
    async (request, one) => {
      if (!isPressed || isRead(one)) return world.azure.fetch(request);
      starts.push(one);
      if (isRepeated) await world.azure.fetch(request.clone());
      return world.azure.fetch(request);
    },
    { getToken: async () => token },
    write.home ?? AZURE,
    canStream,
  );
  const it = { ...world, arm };
  const press = await write.ready(it);
  isPressed = true;
  const end = await by(press).catch((error: unknown) => error);
  return { it, starts, end };
}
