import type { RequestBodyType } from '@azure/core-rest-pipeline';
import type { ArmErrorFacts } from '#src/api/arm/error.ts';

/**
 * How a body leaves this page. A browser repeats a request whose reused connection ends before the
 * answer, a POST too; it can't repeat a stream, which it has read once.
 */
export type BodyForm = 'stream' | 'text';

/** The service requires a length, which a stream does not have. */
const LENGTH_REQUIRED = 411;

/** How the bodies of requests that start something leave this page. */
export type Uploads = ReturnType<typeof newUploads>;

/** Bodies leave as text until streams are proved; always where the browser has no request streams. */
export function newUploads(canStream: boolean) {
  let form: BodyForm = 'text';
  let isKnown = !canStream;
  let proof: Promise<void> | null = null;
  const decide = (decided: BodyForm): void => {
    form = decided;
    isKnown = true;
  };
  const proved = async (passes: (form: BodyForm) => Promise<boolean>): Promise<void> => {
    if (await passes('stream')) decide('stream');
    else if (await passes('text')) decide('text');
    // Neither says anything about streams. A stream that the browser can't send starts nothing.
    else if (!isKnown) form = 'stream';
  };
  return {
    /** The form of the next one. */
    form: () => form,
    /**
     * Finds out which form reaches the service, by a request that starts nothing, sent as a stream and, where
     * that fails, as text. Does nothing once that is known. Never rejects if `passes` doesn't.
     */
    prove: async (passes: (form: BodyForm) => Promise<boolean>): Promise<void> => {
      if (isKnown) return;
      proof ??= proved(passes).finally(() => {
        proof = null;
      });
      await proof;
    },
    /** Notes the status of the answer to a body of this form; null: no answer came. */
    note: (sent: BodyForm, status: number | null): void => {
      if (sent === 'text') return;
      if (status === LENGTH_REQUIRED) decide('text');
      // The way to the service may have changed: it is proved again before the next press.
      else if (status === null) isKnown = false;
    },
  };
}

/** What a question came to; `status` null: to no answer. */
export type ProofAnswer = Pick<ArmErrorFacts, 'status' | 'code'>;

/** Answered, or refused by what is about the person or the load: the body has arrived. */
const ARRIVED: readonly (number | null)[] = [200, 401, 403, 429];

/** Whether the service itself has answered, whatever it says. */
const isOwn = ({ status, code }: ProofAnswer): boolean =>
  ARRIVED.includes(status) || (status !== null && status < 500 && code !== null);

/**
 * Whether a form passes, by a question that starts nothing: HTTP/1.1 doesn't carry streams, and a gateway on the way
 * may require a length. A refusal that text gets, too, is not about the form.
 */
export function passing(
  ask: (form: BodyForm) => Promise<ProofAnswer>,
): (form: BodyForm) => Promise<boolean> {
  let text: Promise<ProofAnswer> | undefined;
  const asText = (): Promise<ProofAnswer> => (text ??= ask('text'));
  return async (form) => {
    if (form === 'text') return isOwn(await asText());
    const streamed = await ask(form);
    if (ARRIVED.includes(streamed.status)) return true;
    if (!isOwn(streamed)) return false;
    const { status, code } = await asText();
    return status === streamed.status && code === streamed.code;
  };
}

/** Whether this browser sends request bodies as streams; one that doesn't sends the stream's name as text. */
export function hasRequestStreams(): boolean {
  let isRead = false;
  const init = {
    method: 'POST',
    body: new ReadableStream(),
    get duplex() {
      isRead = true;
      return 'half' as const;
    },
  };
  const { headers } = new Request('https://localhost/', init);
  return isRead && !headers.has('content-type');
}

/** A body in a form. A stream is made anew for each request. */
export function bodyIn(form: BodyForm, text: string): RequestBodyType {
  return form === 'text' ? text : () => streamOf(text);
}

function streamOf(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });
}
