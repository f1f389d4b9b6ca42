import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { backupVaultIdOf } from '#src/api/data-protection/backup-vault-id.ts';
import { backupVaultQuery } from '#src/api/queries/disk-instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { roleAssignmentsQuery } from '#src/api/queries/role-assignments.ts';
import { nameOf, type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { diskAfterwards, revoke as words, roleName } from '#src/strings/disk-checks.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { HeldRole } from '#src/wizard/azure-disks/checks/HeldRole.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalS,
  },
});

const HEADING_ID = 'disk-revoke-role';
const nowhere = resourceId('');

export interface RevokeRoleProps {
  readonly instanceId: ResourceId;
  /** The group that was restored to. */
  readonly group: ResourceId | null;
}

/**
 * The reminder to take Disk Restore Operator from the vault's identity again, with a button that does
 * it and reads back what is left (document 002, end of Restore to create a new disk).
 */
export function RevokeRole({ instanceId, group }: RevokeRoleProps) {
  const styles = useStyles();
  const vaultId = backupVaultIdOf(instanceId);
  const vault = useQuery({ ...backupVaultQuery(vaultId ?? nowhere), enabled: vaultId !== null });
  const principal = vault.data?.principalId ?? null;
  const assignments = useQuery({
    ...roleAssignmentsQuery(group ?? nowhere, principal ?? ''),
    enabled: group !== null && principal !== null,
  });
  if (group === null || vaultId === null) return null;
  const what = diskAfterwards.reads.roles;
  return (
    <div className={styles.root}>
      <SectionHeading level={3} id={HEADING_ID}>
        {words.button(roleName('diskRestoreOperator'))}
      </SectionHeading>
      {vault.data?.principalId === null ? (
        <span>{words.noIdentity(vault.data.name)}</span>
      ) : (
        <Loaded query={vault} problemOf={problemOf} what={diskAfterwards.reads.vault} rows={1}>
          {({ name }) => (
            <Loaded query={assignments} problemOf={problemOf} what={what} rows={1}>
              {(held) => (
                <HeldRole
                  vaultName={name}
                  group={nameOf(group)}
                  assignments={held}
                  headingId={HEADING_ID}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </div>
  );
}
