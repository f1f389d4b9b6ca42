import { wants, withFilter } from '#src/mocks/filter.ts';
import { onVault, vaultPath } from '#src/mocks/recovery-services/paths.ts';
import { list, type Route, route, rowsOf } from '#src/mocks/service.ts';
import { type BackupPolicy, policiesOf } from '#src/mocks/world/lookup.ts';

/** When all policies start, in the policy's own time zone (G). */
const TIME = '2025-01-01T22:00:00Z';

const retentionOf = (days: number) => ({
  retentionTimes: [TIME],
  retentionDuration: { count: days, durationType: 'Days' },
});

/** A policy as the official sample BackupPolicies_List has it (S); what each keeps is ours (G). */
const policyWireOf = ({ id, name, kind, count }: BackupPolicy) => ({
  id,
  name,
  type: 'Microsoft.RecoveryServices/vaults/backupPolicies',
  properties:
    kind === 'AzureIaasVM'
      ? { ...machinePolicy(name), protectedItemsCount: count }
      : {
          backupManagementType: kind,
          workLoadType: 'SQLDataBase',
          subProtectionPolicy: [],
          protectedItemsCount: count,
        },
});

function machinePolicy(name: string) {
  const isEnhanced = /enhanced/i.test(name);
  return {
    backupManagementType: 'AzureIaasVM',
    policyType: isEnhanced ? 'V2' : 'V1',
    instantRPDetails: {},
    instantRpRetentionRangeInDays: isEnhanced ? 7 : 2,
    schedulePolicy: isEnhanced
      ? {
          schedulePolicyType: 'SimpleSchedulePolicyV2',
          scheduleRunFrequency: 'Daily',
          dailySchedule: { scheduleRunTimes: [TIME] },
        }
      : {
          schedulePolicyType: 'SimpleSchedulePolicy',
          scheduleRunFrequency: 'Daily',
          scheduleRunTimes: [TIME],
          scheduleWeeklyFrequency: 0,
        },
    retentionPolicy: {
      retentionPolicyType: 'LongTermRetentionPolicy',
      dailySchedule: retentionOf(30),
    },
    timeZone: 'UTC',
  };
}

const filterKeys = ['backupmanagementtype', 'workloadtype'];

/** The policies of a vault: `GET {V}/backupPolicies`. */
export const policyRoutes: readonly Route[] = [
  route.get(
    'policies.list',
    `${vaultPath}/backupPolicies`,
    onVault((call, vault) =>
      withFilter(call, filterKeys, (filter) => {
        const wanted = policiesOf(call.state, vault).filter(({ kind }) =>
          wants(filter, 'backupManagementType', kind),
        );
        return list(rowsOf(wanted, policyWireOf));
      }),
    ),
  ),
];
