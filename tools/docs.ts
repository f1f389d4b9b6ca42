/** Writes the documents that are made from code. Their tests tell when one is stale. */
import { writeFileSync } from 'node:fs';
import { factsDocument } from './docs/facts.ts';

writeFileSync(new URL('../docs/facts.md', import.meta.url), factsDocument());
