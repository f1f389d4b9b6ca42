import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { revokeMutation } from '#src/actions/roles.ts';
import { permissionsQuery, roleAssignmentsQuery } from '#src/api/authorization.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { useWrite } from '#src/api/queries/use-write.ts';
import { RoleProblem } from '#src/datasources/azure-disk/checks/GrantRole.tsx';
import { scopeName } from '#src/datasources/azure-disk/checks/checks.ts';
import { azCommand, type Command } from '#src/lib/command.ts';
import type { BackupVault } from '#src/model/backup-vaults.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { allows, isOfRole, type RoleAssignment } from '#src/model/roles.ts';
import { diskChecks } from '#src/strings/azure-disk-restore.ts';
import { CommandText } from '#src/ui/code.tsx';
import { ConfirmDialog } from '#src/ui/dialogs.tsx';
import { Status } from '#src/ui/Status.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { focusField } from '#src/ui/dom.ts';
import { ProblemState } from '#src/ui/states.tsx';

/** Takes a role assignment away. */
const revokeCommand = (assignmentId: ResourceId): Command =>
  azCommand(['az role assignment delete', ['--ids', assignmentId]]);

const words = diskChecks.afterwards.revoke;
const role = diskChecks.roles.diskRestoreOperator;

/** Takes the focus when the button that was pressed is gone. */
const TITLE_ID = 'revoke-role';

const useStyles = makeStyles({
  title: { ':focus': { outlineStyle: 'none' } },
});

interface RevokeRoleProps {
  /** Undefined: not read yet. */
  readonly vault: BackupVault | undefined;
  readonly restoredId: ResourceId;
}

/**
 * The reminder to revoke Disk Restore Operator from the vault's identity, and the command (document 002,
 * Restore to create a new disk); afterwards the roles are read again.
 */
export function RevokeRole({ vault, restoredId }: RevokeRoleProps) {
  const styles = useStyles();
  const { column, close } = useCommonStyles();
  const [, , subscription = '', , group = ''] = restoredId.split('/');
  const scope = resourceGroupId(subscription, group);
  const principal = vault?.principalId ?? null;
  const { data, error, refetch } = useQuery({
    ...roleAssignmentsQuery(scope, principal ?? ''),
    enabled: principal !== null,
  });
  return (
    <div className={mergeClasses(column, close)}>
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
        <HeldRole holding={holdingOf(data, scope, principal ?? '')} scope={scope} />
      )}
    </div>
  );
}

/** How the vault's identity holds Disk Restore Operator where a disk was restored to. */
interface Holding {
  /** Given to it in the group itself: only this can be revoked without harm to others. */
  readonly own: RoleAssignment | undefined;
  /** Given in a scope above, and so for other groups too. */
  readonly above: RoleAssignment | undefined;
  /** Given to a group that it is a member of (azure-contract §14, `assignedTo`). */
  readonly byGroup: RoleAssignment | undefined;
  /** How many other roles it holds there. */
  readonly others: number;
}

/** See {@link Holding}; `all` as Azure lists them for an identity in a scope. */
export function holdingOf(
  all: readonly RoleAssignment[],
  scope: ResourceId,
  principalId: string,
): Holding {
  const held = all.filter(isOfRole('diskRestoreOperator'));
  const isHere = (one: RoleAssignment): boolean => sameId(one.scope, scope);
  const isIts = (one: RoleAssignment): boolean => sameId(one.principalId, principalId);
  return {
    own: held.find((one) => isHere(one) && isIts(one)),
    above: held.find((one) => !isHere(one)),
    byGroup: held.find((one) => isHere(one) && !isIts(one)),
    others: all.length - held.length,
  };
}

/** What the person needs to revoke a role (ARM, Microsoft.Authorization). */
const ACTION = 'Microsoft.Authorization/roleAssignments/delete';

const isNotHeld = ({ own, above, byGroup }: Holding): boolean =>
  [own, above, byGroup].every((one) => one === undefined);

/** Whether the identity has the role, by what was read. */
export const heldText = (holding: Holding): string =>
  isNotHeld(holding) ? words.gone : words.held;

interface HeldRoleProps {
  readonly holding: Holding;
  readonly scope: ResourceId;
}

/** Whether the vault's identity holds the role by what Azure reports, and the command that revokes it. */
function HeldRole({ holding, scope }: HeldRoleProps) {
  const { mutate, isPending, error } = useWrite(revokeMutation(scope));
  const { own, above, byGroup, others } = holding;
  const isGone = isNotHeld(holding);
  return (
    <>
      <div role="status">
        <Status tone={isGone ? 'done' : 'waiting'}>{heldText(holding)}</Status>
        {isGone && others > 0 && <div>{words.others(others)}</div>}
      </div>
      {above !== undefined && <span>{words.above(scopeName(above.scope))}</span>}
      {byGroup !== undefined && <span>{words.byGroup}</span>}
      {own !== undefined && (
        <Revoke
          own={own}
          scope={scope}
          isPending={isPending}
          onRevoke={() => mutate(own, { onSuccess: () => void focusField(TITLE_ID) })}
        />
      )}
      <RoleProblem error={error} lost={words.lost} failed={words.notRevoked} />
    </>
  );
}

interface RevokeProps {
  readonly own: RoleAssignment;
  readonly scope: ResourceId;
  readonly isPending: boolean;
  readonly onRevoke: () => void;
}

/** The button for who has the permission, else the command to copy. */
function Revoke({ own, scope, isPending, onRevoke }: RevokeProps) {
  const { data: rights } = useQuery(permissionsQuery(scope));
  if (rights !== undefined && !allows(rights, ACTION)) {
    return (
      <>
        <span>{words.mayNot}</span>
        <CommandText label={words.command} command={revokeCommand(own.id)} />
      </>
    );
  }
  return (
    <ConfirmDialog
      renderCommand={(opens) => (
        <Button {...opens} size="small" disabledFocusable={isPending}>
          {words.button(role)}
        </Button>
      )}
      title={words.question(role, nameOf(scope))}
      keep={words.keep}
      confirm={words.button(role)}
      canConfirm={!isPending}
      onConfirm={onRevoke}
    >
      {words.body}
    </ConfirmDialog>
  );
}
