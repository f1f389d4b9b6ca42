import type { Disk } from '#src/model/machines.ts';
import type { Problem } from '#src/model/problem.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** A disk of tests: a data disk that no VM has, and of which nothing else is known. */
export const diskWith = (change: Partial<Disk> = {}): Disk => ({
  id: resourceId('/disks/data'),
  name: 'data',
  region: 'westeurope',
  zone: null,
  sizeGiB: 32,
  sku: null,
  osType: null,
  machineId: null,
  createdAt: null,
  hasPrivateAccess: null,
  encryption: null,
  encryptionSetId: null,
  usesDiskEncryption: false,
  isShared: false,
  ...change,
});

/** An answer of 403 that names no action. */
export const forbiddenProblem: Problem = {
  kind: 'forbidden',
  message: 'No.',
  code: null,
  requestId: null,
  missingAction: null,
  body: '',
  way: 'after',
};
