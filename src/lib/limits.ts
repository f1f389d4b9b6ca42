/** How long the product waits, in real milliseconds, before it says so and offers a way on. */
export const LIMITS = {
  /** One request to Azure, from its start to the last byte of the answer. */
  requestMs: 100_000,
  /** What Azure asks one read to wait for, all its repeats together; a longer wait is left to the person. */
  askedMs: 120_000,
  /** Code that is loaded when it is needed. */
  codeMs: 30_000,
  /** A new token: no request waits longer for the sign-in. */
  tokenMs: 30_000,
  /** After that a place that waits says that it takes longer than usual. */
  lateMs: 10_000,
  /** After that a page that is on its way shows its place. */
  pageMs: 1000,
} as const;
