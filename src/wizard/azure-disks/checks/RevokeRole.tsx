import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { revokeMutation, roleAssignmentsQuery } from '#src/api/queries/role-assignments.ts';
import type { BackupVault } from '#src/model/data-protection.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';
import type { RoleAssignment } from '#src/model/role-assignment.ts';
import { common } from '#src/strings/common.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';
import { CopyText } from '#src/ui/CopyText.tsx';
import { focusField } from '#src/ui/focus-field.ts';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';
import { Status } from '#src/ui/Status.tsx';
import { rolesOf } from '#src/wizard/azure-disks/checks/role-line.ts';

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
        <Held all={rolesOf(data, 'diskRestoreOperator')} scope={scope} />
      )}
    </div>
  );
}

interface HeldProps {
  readonly all: readonly RoleAssignment[];
  readonly scope: ResourceId;
}

/** Only what was given in the group itself is taken away: what lies above serves other groups too. */
function Held({ all, scope }: HeldProps) {
  const { mutate, isPending, error } = useMutation(revokeMutation());
  const own = all.filter((one) => sameId(one.scope, scope));
  const above = all.find((one) => !sameId(one.scope, scope));
  const problem = error === null ? null : problemOf(error);
  const revoke = (): void => {
    for (const one of own) mutate(one, { onSuccess: () => void focusField(TITLE_ID) });
  };
  return (
    <>
      <div role="status">
        <Status tone={own.length === 0 ? 'done' : 'waiting'}>
          {own.length === 0 ? words.gone : words.held(own.length)}
        </Status>
      </div>
      {above !== undefined && <span>{words.above(nameOf(above.scope) || above.scope)}</span>}
      {own.length > 0 && (
        <ConfirmDialog
          command={
            <Button size="small" disabledFocusable={isPending}>
              {words.button(role)}
            </Button>
          }
          title={words.question(role, nameOf(scope))}
          keep={words.keep}
          confirm={words.button(role)}
          canConfirm={!isPending}
          onConfirm={revoke}
        >
          {words.body}
        </ConfirmDialog>
      )}
      {problem !== null && (
        <div role="alert">
          {`${words.notRevoked} ${problem.message}`}
          {problem.requestId !== null && (
            <CopyText label={common.requestId} text={problem.requestId} />
          )}
        </div>
      )}
    </>
  );
}
