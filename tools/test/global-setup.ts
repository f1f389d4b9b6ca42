import { existsSync } from 'node:fs';

import { chromium } from 'playwright/test';

import { testBrowserProblem } from '../chromium.ts';
import { bringUpToDate, testedBuild } from './tested-build.ts';
import { serveBuild } from './server.ts';

/** The sentence alone: where in our own code it was written doesn't help. */
function sentence(error: unknown): Error {
  const plainError = new Error(error instanceof Error ? error.message : String(error));
  plainError.stack = plainError.message;
  return plainError;
}

async function prepare(): Promise<() => Promise<void>> {
  // Said once here instead of by every test.
  const problem = testBrowserProblem(existsSync(chromium.executablePath()));
  if (problem !== undefined) throw new Error(problem);
  const tested = testedBuild(process.env);
  await bringUpToDate(tested);
  // Each test of the live build has a world of its own.
  return tested.mode === 'live' ? async () => undefined : serveBuild(tested);
}

/** Before the first browser test: a browser, a build as new as its sources, and the server of it. */
// oxlint-disable-next-line import/no-default-export -- Playwright calls a file's default export.
export default async function globalSetup(): Promise<() => Promise<void>> {
  return prepare().catch((error: unknown) => {
    throw sentence(error);
  });
}
