/** The ways in which a page of ours can send something, and where to. */
type Sender = Pick<typeof globalThis, 'fetch'>;

/**
 * Until the way back is called, a request to another origin than these throws. Requests of the pipelines wait by
 * themselves; this is for whatever doesn't.
 */
export function holdRequests(origins: readonly string[], sender: Sender = globalThis): () => void {
  const { fetch } = sender;
  const isHeld = ({ url }: Request): boolean => !origins.includes(new URL(url).origin);
  sender.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (isHeld(request)) throw new TypeError(`${request.url} before the start was over.`);
    return fetch(input, init);
  };
  return () => {
    sender.fetch = fetch;
  };
}
