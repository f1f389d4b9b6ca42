import { usagePageWire } from '#src/api/compute/sizes.ts';
import { vaultExtendedInfoWire, vaultNameWire } from '#src/mocks/recovery-services/vaults.ts';

import type { Operation } from '../operation.ts';
import { group, vault, vaults } from './paths.ts';

const usages: Pick<Operation, 'method' | 'answers' | 'isList'> = {
  method: 'GET',
  answers: { 200: { schema: usagePageWire, marks: ['currentValue', 'limit'] } },
  isList: true,
};

const summaries = `${vault}/backupUsageSummaries`;

/** What a vault tells of itself beside its settings. */
export const vaultFactOperations: readonly Operation[] = [
  {
    id: 'VaultExtendedInfo_Get',
    method: 'GET',
    path: `${vault}/extendedInformation/vaultExtendedInfo`,
    answers: { 200: { schema: vaultExtendedInfoWire } },
    yields: `${vaults}/extendedInformation`,
  },
  {
    id: 'RecoveryServices_CheckNameAvailability',
    method: 'POST',
    path: `${group}/providers/Microsoft.RecoveryServices/locations/{location}/checkNameAvailability`,
    body: { name: 'input', marks: ['name'] },
    answers: { 200: { schema: vaultNameWire, marks: ['nameAvailable'] } },
  },
  { id: 'Usages_ListByVaults', path: `${vault}/usages`, ...usages },
  { id: 'BackupUsageSummaries_List', path: summaries, plane: 'primary', ...usages },
  { id: 'BackupUsageSummariesCRR_List', path: summaries, plane: 'secondary', ...usages },
];
