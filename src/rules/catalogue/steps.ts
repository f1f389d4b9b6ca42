import { datasourceRules } from './datasource.ts';
import { instanceRules } from './instance.ts';
import { restorePointRules } from './restore-point.ts';
import { configRules } from './config.ts';
import { createVmRules } from './create-vm.ts';
import { restoreDisksRules } from './restore-disks.ts';
import { replaceRules } from './replace.ts';
import { crrRules } from './crr.ts';
import { csrRules } from './csr.ts';
import { czrRules } from './czr.ts';
import { stagingRules } from './staging.ts';
import { encryptionRules, specialRules, unmanagedRules } from './special.ts';
import { identityRules } from './identity.ts';
import { networkRules } from './network.ts';
import { reviewRules } from './review.ts';

/** The steps of the restore of a VM, in their order. */
export const stepRules = [
  ...datasourceRules,
  ...instanceRules,
  ...restorePointRules,
  ...configRules,
  ...createVmRules,
  ...restoreDisksRules,
  ...replaceRules,
  ...crrRules,
  ...csrRules,
  ...czrRules,
  ...stagingRules,
  ...unmanagedRules,
  ...encryptionRules,
  ...specialRules,
  ...identityRules,
  ...networkRules,
  ...reviewRules,
];
