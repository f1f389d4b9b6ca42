import * as fc from 'fast-check';

/**
 * Property tests draw the same cases in every `npm test`, so that a run says something about the
 * change and not about chance. `tools/fuzz.ts` draws others: what it finds becomes a case of its own.
 */
const SEED = 20251120;

fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? SEED) });
