import { encryptionRules } from './encryption.ts';
import { identityRules } from './identity.ts';
import { specialRules } from './special.ts';
import { unmanagedRules } from './unmanaged.ts';

/** What hangs on the machine itself: its disks, keys and configuration, and who may restore it. */
export const machineRules = [
  ...unmanagedRules,
  ...encryptionRules,
  ...specialRules,
  ...identityRules,
];
