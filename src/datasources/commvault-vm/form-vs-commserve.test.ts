import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compare,
  type Compared,
  type Wanted,
} from '#src/datasources/commvault-vm/testing-comparison.ts';

/** The form takes exactly what the simulated CommServe takes, as far as either can know it. */

const index = fc.nat({ max: 50 });
const rarely = fc.option(index, { freq: 2 });
const mostly = fc.option(index, { freq: 9 });
const seldom = fc.nat({ max: 9 }).map((nth) => nth === 0);

const wanted = (cv: Wanted['cv']): fc.Arbitrary<Wanted> =>
  fc.record({
    vm: index,
    point: fc.option(index, { freq: 1 }),
    cv: fc.constant(cv),
    isElsewhere: seldom,
    isAstray: seldom,
    region: fc.option(index, { freq: 1 }),
    rg: rarely,
    staging: mostly,
    vnet: fc.option(index, { freq: 1 }),
    zone: fc.option(index, { freq: 1 }),
    vmSize: fc.option(index, { freq: 1 }),
    isNameTaken: seldom,
    overwrite: seldom,
    asManaged: fc.boolean(),
    isConfirmed: seldom.map((isNot) => !isNot),
  });

describe.each(['out-of-place', 'in-place'] as const)('form and CommServe agree %s', (cv) => {
  test('on random restores', async () => {
    const outcomes: Compared['outcome'][] = [];
    await fc.assert(
      fc.asyncProperty(wanted(cv), async (one) => {
        const compared = await compare(one);
        outcomes.push(compared.outcome);
        expect(compared.outcome === 'disagreed' ? compared : null).toBeNull();
      }),
      { numRuns: 40 },
    );
    expect(outcomes.filter((outcome) => outcome === 'taken').length).toBeGreaterThan(3);
    expect(outcomes.filter((outcome) => outcome === 'refused').length).toBeGreaterThan(3);
  });
});
