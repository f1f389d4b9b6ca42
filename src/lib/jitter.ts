/**
 * A pause lengthened at random by up to a share of it, so that tabs and colleagues who were stopped in
 * one moment don't come back in one moment. Never shorter than it was.
 */
export function lengthened(ms: number, share: number): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return ms * (1 + (share * random) / 2 ** 32);
}
