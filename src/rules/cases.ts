import { type RuleCase } from './cases/case.ts';
import { afterwardsCases } from './cases/afterwards.ts';
import { choosingCases } from './cases/choosing.ts';
import { azureDiskCases } from './cases/azure-disk.ts';
import { commvaultCases } from './cases/commvault.ts';
import { disasterCases } from './cases/disaster.ts';
import { disksCases } from './cases/disks.ts';
import { machineCases } from './cases/machine.ts';
import { networkCases } from './cases/network.ts';
import { outageCases } from './cases/outage.ts';
import { platformCases } from './cases/platform.ts';
import { regionsCases } from './cases/regions.ts';
import { replaceCases } from './cases/replace.ts';
import { softDeleteCases } from './cases/soft-delete.ts';
import { stagingCases } from './cases/staging.ts';
import { subscriptionCases } from './cases/subscription.ts';
import { trackingCases } from './cases/tracking.ts';
import { zonesCases } from './cases/zones.ts';

/** Every worked example. */
export const cases: readonly RuleCase[] = [
  ...choosingCases,
  ...stagingCases,
  ...disksCases,
  ...replaceCases,
  ...subscriptionCases,
  ...regionsCases,
  ...disasterCases,
  ...zonesCases,
  ...machineCases,
  ...networkCases,
  ...azureDiskCases,
  ...commvaultCases,
  ...trackingCases,
  ...afterwardsCases,
  ...platformCases,
  ...outageCases,
  ...softDeleteCases,
];
