/**
 * Until the returned function is called, a request to another origin than these throws. Requests of the pipelines wait by
 * themselves; this is for whatever doesn't.
 */
export function holdRequests(
  own: string,
  others: readonly string[],
  sender: Pick<typeof globalThis, 'fetch'> = globalThis,
): () => void {
  const { fetch } = sender;
  sender.fetch = async (input, init) => {
    const { origin } = new URL(input instanceof Request ? input.url : input, own);
    if (origin !== own && !others.includes(origin))
      throw new TypeError(`${origin} before the start is over`);
    return fetch(input, init);
  };
  return () => {
    sender.fetch = fetch;
  };
}
