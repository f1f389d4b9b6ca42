import { abortError } from '#src/lib/result.ts';

/** Rejects when the client gives up, and never ends otherwise. */
export function untilGivenUp(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = (): void => reject(abortError(signal));
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}

/** A body that sends what there is of it, and then breaks. */
export function breakingOff(text: string | null): ReadableStream<Uint8Array> {
  let left = text ?? '';
  return new ReadableStream({
    pull: (controller) => {
      if (left === '') controller.error(new TypeError('network error'));
      else controller.enqueue(new TextEncoder().encode(left));
      left = '';
    },
  });
}
