import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { roleAssignmentsQuery } from '#src/api/queries/role-assignments.ts';
import type { BackupVault } from '#src/model/data-protection.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';
import { holdingOf } from '#src/wizard/azure-disks/checks/held-role.ts';
import { HeldRole } from '#src/wizard/azure-disks/checks/HeldRole.tsx';

const words = diskChecks.afterwards.revoke;
const role = diskChecks.roles.diskRestoreOperator;

/** Takes the focus when the button that was pressed is gone. */
const TITLE_ID = 'revoke-role';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
  },
  title: { ':focus': { outlineStyle: 'none' } },
});

export interface RevokeRoleProps {
  /** Undefined: not read yet. */
  readonly vault: BackupVault | undefined;
  readonly restoredId: ResourceId;
}

/**
 * The reminder to take Disk Restore Operator back from the vault's identity, and what does it
 * (document 002, Restore to create a new disk): what Azure says afterwards is read back.
 */
export function RevokeRole({ vault, restoredId }: RevokeRoleProps) {
  const styles = useStyles();
  const [, , subscription = '', , group = ''] = restoredId.split('/');
  const scope = resourceGroupId(subscription, group);
  const principal = vault?.principalId ?? null;
  const { data, error, refetch } = useQuery({
    ...roleAssignmentsQuery(scope, principal ?? ''),
    enabled: principal !== null,
  });
  return (
    <div className={styles.root}>
      <span id={TITLE_ID} tabIndex={-1} className={styles.title}>
        {words.why(role, group)}
      </span>
      {vault !== undefined && principal === null && <span>{words.noIdentity}</span>}
      {error !== null && (
        <ProblemState
          problem={problemOf(error)}
          what={words.title}
          onRetry={() => void refetch()}
        />
      )}
      {data === undefined ? (
        principal !== null && error === null && <span>{words.reading}</span>
      ) : (
        <HeldRole
          holding={holdingOf(data, scope, principal ?? '')}
          scope={scope}
          titleId={TITLE_ID}
        />
      )}
    </div>
  );
}
