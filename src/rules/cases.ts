import { type RuleCase } from './cases/case.ts';
import { choosingCases } from './cases/choosing.ts';
import { disksCases } from './cases/disks.ts';
import { networkCases } from './cases/network.ts';
import { replaceCases } from './cases/replace.ts';
import { stagingCases } from './cases/staging.ts';
import { subscriptionCases } from './cases/subscription.ts';
import { trackingCases } from './cases/tracking.ts';

/** Every worked example that speaks of written rules only. */
export const cases: readonly RuleCase[] = [
  ...choosingCases,
  ...stagingCases,
  ...disksCases,
  ...replaceCases,
  ...subscriptionCases,
  ...networkCases,
  ...trackingCases,
];
