import type { Operation } from './operation.ts';
import { backupOperations } from './operations/backup.ts';
import { costOperations } from './operations/costs.ts';
import { diskOperations } from './operations/disks.ts';
import { deploymentOperations } from './operations/deployments.ts';
import { exportOperations } from './operations/exports.ts';
import { guardOperations } from './operations/guards.ts';
import { lookupOperations } from './operations/lookups.ts';
import { pointOperations } from './operations/points.ts';
import { protectionOperations } from './operations/protection.ts';
import { regionOperations } from './operations/regions.ts';
import { supportingOperations } from './operations/supporting.ts';
import { secondaryOperations } from './operations/secondary.ts';
import { validationOperations } from './operations/validation.ts';
import { vaultFactOperations } from './operations/vault-facts.ts';
import { vaultOperations } from './operations/vaults.ts';
import { writeOperations } from './operations/writes.ts';

/** Every operation that the client, the simulated Azure or both have. */
export const operations: readonly Operation[] = [
  ...vaultOperations,
  ...backupOperations,
  ...validationOperations,
  ...secondaryOperations,
  ...pointOperations,
  ...exportOperations,
  ...costOperations,
  ...guardOperations,
  ...regionOperations,
  ...supportingOperations,
  ...lookupOperations,
  ...vaultFactOperations,
  ...diskOperations,
  ...deploymentOperations,
  ...writeOperations,
  ...protectionOperations,
];
