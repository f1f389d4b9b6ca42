import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'playwright/test';

interface StoredText {
  readonly file: URL;
  /** The variable of the environment that writes the file anew, as `write`. */
  readonly variable: string;
  /** What has changed where it is another text. */
  readonly what: string;
  /** The test that writes it. */
  readonly spec: string;
}

/** A text is the one that is stored in a file, which a person has read; it can become that one. */
export function expectStored(text: string, { file, variable, what, spec }: StoredText): void {
  if (process.env[variable] === 'write') writeFileSync(file, text);
  const wayOn = `${variable}=write npm run e2e -- ${spec} writes it anew, to be read`;
  expect(text, `${what} has changed: ${wayOn}`).toBe(readFileSync(file, 'utf8'));
}
