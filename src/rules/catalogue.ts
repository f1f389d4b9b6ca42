import { datasourceRules } from './catalogue/datasource.ts';
import { instanceRules } from './catalogue/instance.ts';
import { restorePointRules } from './catalogue/restore-point.ts';
import { configRules } from './catalogue/config.ts';
import { createVmRules } from './catalogue/create-vm.ts';
import { restoreDisksRules } from './catalogue/restore-disks.ts';
import { replaceRules } from './catalogue/replace.ts';
import { elsewhereRules } from './catalogue/elsewhere.ts';
import { stagingRules } from './catalogue/staging.ts';
import { machineRules } from './catalogue/machine.ts';
import { networkRules } from './catalogue/network.ts';
import { reviewRules } from './catalogue/review.ts';
import { diskRules } from './catalogue/disk.ts';
import { restRules } from './catalogue/rest.ts';
import { afterwardsRules } from './catalogue/afterwards.ts';
import { commvaultRules } from './catalogue/commvault.ts';
import { outageRules } from './catalogue/outage.ts';
import { platformRules } from './catalogue/platform.ts';

/**
 * Every rule of the edition 2024-11-30, in the order of the steps; at the end another product's, and
 * what Azure refuses by itself, the `platform.` rules.
 */
export const catalogue = [
  ...datasourceRules,
  ...instanceRules,
  ...restorePointRules,
  ...configRules,
  ...createVmRules,
  ...restoreDisksRules,
  ...replaceRules,
  ...elsewhereRules,
  ...stagingRules,
  ...machineRules,
  ...networkRules,
  ...reviewRules,
  ...diskRules,
  ...restRules,
  ...afterwardsRules,
  ...commvaultRules,
  ...platformRules,
  ...outageRules,
];

/** A rule of the catalogue; its `id` is one of the known ids. */
export type CatalogueRule = (typeof catalogue)[number];
