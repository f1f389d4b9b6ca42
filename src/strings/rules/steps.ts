import { datasourceTexts } from './datasource.ts';
import { instanceTexts } from './instance.ts';
import { restorePointTexts } from './restore-point.ts';
import { configTexts } from './config.ts';
import { createVmTexts } from './create-vm.ts';
import { restoreDisksTexts } from './restore-disks.ts';
import { replaceTexts } from './replace.ts';
import { crrTexts } from './crr.ts';
import { csrTexts } from './csr.ts';
import { czrTexts } from './czr.ts';
import { stagingTexts } from './staging.ts';
import { unmanagedTexts } from './unmanaged.ts';
import { encryptionTexts } from './encryption.ts';
import { specialTexts } from './special.ts';
import { identityTexts } from './identity.ts';
import { networkTexts } from './network.ts';
import { reviewTexts } from './review.ts';

/** The steps of the restore of a VM. */
export const stepTexts = {
  ...datasourceTexts,
  ...instanceTexts,
  ...restorePointTexts,
  ...configTexts,
  ...createVmTexts,
  ...restoreDisksTexts,
  ...replaceTexts,
  ...crrTexts,
  ...csrTexts,
  ...czrTexts,
  ...stagingTexts,
  ...unmanagedTexts,
  ...encryptionTexts,
  ...specialTexts,
  ...identityTexts,
  ...networkTexts,
  ...reviewTexts,
};
