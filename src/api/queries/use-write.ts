import {
  type MutationFunctionContext,
  type MutationKey,
  type MutateOptions,
  type MutationOptions,
  type QueryClient,
  type QueryKey,
  useMutation,
  type UseMutationResult,
  useQueryClient,
} from '@tanstack/react-query';
import { ArmError, armFacts, isRefusal, refusedAndLooked } from '#src/api/arm/error.ts';
import { now } from '#src/lib/clock.ts';
import { isRepeatedPress } from '#src/lib/browser.ts';
import { whileWriting } from '#src/lib/lock.ts';
import type { Instant } from '#src/lib/time.ts';

/** What a press starts. Whoever uses it can't forget the guard: only {@link useWrite} takes one. */
export interface Write<Data, Input> {
  /** One runs at a time under a key in this page, whichever button has started it. */
  readonly mutationKey: MutationKey;
  readonly mutationFn: (input: Input, context: MutationFunctionContext) => Promise<Data>;
  /** Nothing sends it again by itself: not after a failure, and not once a connection is back. */
  readonly retry: false;
  readonly networkMode: 'always';
  /** It has a guard of its own, which lets another press through once a person has left one behind that hangs. */
  readonly hasOwnGuard?: true;
}

/** Something that a press starts, under a key that all buttons for it share. */
export const newWrite = <Data, Input>(
  mutationKey: MutationKey,
  mutationFn: Write<Data, Input>['mutationFn'],
): Write<Data, Input> => ({ mutationKey, mutationFn, retry: false, networkMode: 'always' });

/** What is canceled by one request that may arrive twice. */
interface Cancel {
  /** What is canceled. */
  readonly id: string;
  readonly cancel: () => Promise<unknown>;
  /** Whether it is canceled, or about to be. Rejects as reads do. */
  readonly isCanceled: () => Promise<boolean>;
  /** The query that is read again whatever was answered. */
  readonly queryKey: QueryKey;
}

/** When the service accepted that something is canceled; null: another request did it, at a moment not known. */
export type Canceled = Instant | null;

/** Asks once to cancel something, under a key of its own. */
export const cancelMutation = (
  mutationKey: MutationKey,
  { id, cancel, isCanceled, queryKey }: Cancel,
): Write<Canceled, void> =>
  newWrite(mutationKey, async (_input: void, { client }) => {
    try {
      return await whileWriting([id], async (hasWaited) => {
        // By another tab.
        const isOver = hasWaited && (await isCanceled().catch(() => false));
        if (isOver) return null;
        await cancel();
        return now();
      });
    } catch (error) {
      if (armFacts(error)?.kind === 'notSent') throw error;
      // The answer may be to a second copy of the request: then it is being canceled.
      const isDone = await isCanceled().catch(() => null);
      if (isDone === true) return null;
      if (!(error instanceof ArmError)) throw error;
      if (isDone === false) throw isRefusal(error) ? refusedAndLooked(error, now()) : error;
      throw new ArmError({ ...error.facts, kind: 'lost', status: null });
    } finally {
      void client.invalidateQueries({ queryKey });
    }
  });

/** What no press ever starts, where a button has to have something. */
export const NO_WRITE = newWrite<null, void>(['nothing'], async () => null);

/**
 * Presses once: nothing happens where the same is on its way, or where this is the second click of a double
 * click. The cache of writes changes within the press itself, unlike what is drawn.
 */
export function pressOnce(
  client: QueryClient,
  { mutationKey, hasOwnGuard }: Pick<Write<never, never>, 'mutationKey' | 'hasOwnGuard'>,
  press: () => void,
): void {
  const isOnItsWay = hasOwnGuard !== true && client.isMutating({ mutationKey, exact: true }) > 0;
  if (!isRepeatedPress() && !isOnItsWay) press();
}

/** A write as a component sees it. */
export type Writing<Data, Input> = Pick<
  UseMutationResult<Data, Error, Input>,
  'data' | 'error' | 'isPending' | 'isSuccess' | 'variables' | 'reset'
> & {
  readonly mutate: (input: Input, options?: MutateOptions<Data, Error, Input>) => void;
};

/** A write behind a button: two presses in one moment, or while the first is on its way, are one. */
export function useWrite<Data, Input>(write: Write<Data, Input>): Writing<Data, Input> {
  const client = useQueryClient();
  const { mutate, data, error, isPending, isSuccess, variables, reset } = useMutation(write);
  return {
    data,
    error,
    isPending,
    isSuccess,
    variables,
    reset,
    mutate: (input, options) => pressOnce(client, write, () => mutate(input, options)),
  };
}

/** A read that a press asks for: it starts nothing, and another press asks anew. */
export const useAsking = <Data, Input = void>(read: MutationOptions<Data, Error, Input>) =>
  useMutation(read);
