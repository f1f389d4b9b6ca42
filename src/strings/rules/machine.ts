import { encryptionTexts } from './encryption.ts';
import { identityTexts } from './identity.ts';
import { specialTexts } from './special.ts';
import { unmanagedTexts } from './unmanaged.ts';

/** What hangs on the machine itself, and who may restore it. */
export const machineTexts = {
  ...unmanagedTexts,
  ...encryptionTexts,
  ...specialTexts,
  ...identityTexts,
};
