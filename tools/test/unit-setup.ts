import { sampleSeed } from './sample-seed.ts';

/** Before all unit tests, in the process whose environment their workers inherit. */
export function setup(): void {
  const seed = sampleSeed();
  process.env['SAMPLE_SEED'] = seed;
  const isWhole = process.env['MATRIX'] === 'all';
  console.log(isWhole ? 'Matrices: every combination' : `Matrices: a sample, SAMPLE_SEED=${seed}`);
}
