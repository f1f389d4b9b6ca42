import { isSampled } from '#src/lib/testing-sample.ts';
import { test } from './fixtures.ts';

/**
 * A test that has its like elsewhere: a scan of one screen, one list with its filters, one way in which
 * an input is bad. `npm test` takes a third of them, by title and commit, and `npm run matrix` all.
 */
export function likeTest(title: string, body: Parameters<typeof test>[2]): void {
  if (isSampled(title, 1 / 3)) test(title, { tag: '@matrix' }, body);
}
