import type { Operation } from './operation.ts';
import { backupOperations } from './operations/backup.ts';
import { regionOperations } from './operations/regions.ts';
import { supportingOperations } from './operations/supporting.ts';
import { secondaryOperations } from './operations/secondary.ts';
import { validationOperations } from './operations/validation.ts';
import { vaultOperations } from './operations/vaults.ts';

/** Every operation that the client, the simulated Azure or both have. */
export const operations: readonly Operation[] = [
  ...vaultOperations,
  ...backupOperations,
  ...validationOperations,
  ...secondaryOperations,
  ...regionOperations,
  ...supportingOperations,
];
