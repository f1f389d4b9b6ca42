import { Button } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { permissionsQuery } from '#src/api/queries/permissions.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { revokeMutation } from '#src/api/queries/role-assignments.ts';
import { allows } from '#src/model/permission.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import type { RoleAssignment } from '#src/model/role-assignment.ts';
import { common } from '#src/strings/common.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';
import { CopyText } from '#src/ui/CopyText.tsx';
import { focusField } from '#src/ui/focus-field.ts';
import { Status } from '#src/ui/Status.tsx';
import { revokeCommand } from '#src/wizard/azure-disks/checks/commands.ts';
import { scopeName } from '#src/wizard/azure-disks/checks/role-line.ts';
import type { Holding } from '#src/wizard/azure-disks/checks/held-role.ts';

const words = diskChecks.afterwards.revoke;
const role = diskChecks.roles.diskRestoreOperator;

/** What the person needs to take a role (ARM, Microsoft.Authorization). */
const ACTION = 'Microsoft.Authorization/roleAssignments/delete';

export interface HeldRoleProps {
  readonly holding: Holding;
  readonly scope: ResourceId;
  /** The id of what takes the focus when the button that was pressed is gone. */
  readonly titleId: string;
}

/** Whether the vault's identity holds the role, as Azure says it, and what takes it away. */
export function HeldRole({ holding, scope, titleId }: HeldRoleProps) {
  const { mutate, isPending, error } = useMutation(revokeMutation());
  const { own, above, byGroup, others } = holding;
  const isGone = [own, above, byGroup].every((one) => one === undefined);
  const problem = error === null ? null : problemOf(error);
  return (
    <>
      <div role="status">
        <Status tone={isGone ? 'done' : 'waiting'}>{isGone ? words.gone : words.held}</Status>
        {isGone && others > 0 && <div>{words.others(others)}</div>}
      </div>
      {above !== undefined && <span>{words.above(scopeName(above.scope))}</span>}
      {byGroup !== undefined && <span>{words.byGroup}</span>}
      {own !== undefined && (
        <Take
          own={own}
          scope={scope}
          isPending={isPending}
          onTake={() => mutate(own, { onSuccess: () => void focusField(titleId) })}
        />
      )}
      {problem !== null && (
        <div role="alert">
          {problem.kind === 'lost' ? words.lost : `${words.notRevoked} ${problem.message}`}
          {problem.requestId !== null && (
            <CopyText label={common.requestId} text={problem.requestId} />
          )}
        </div>
      )}
    </>
  );
}

interface TakeProps {
  readonly own: RoleAssignment;
  readonly scope: ResourceId;
  readonly isPending: boolean;
  readonly onTake: () => void;
}

/** The button for who may take roles away there, the command to copy for who may not. */
function Take({ own, scope, isPending, onTake }: TakeProps) {
  const { data: rights } = useQuery(permissionsQuery(scope));
  if (rights !== undefined && !allows(rights, ACTION)) {
    return (
      <>
        <span>{words.mayNot}</span>
        <CopyText label={words.command} text={revokeCommand(own.id)} />
      </>
    );
  }
  return (
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
      onConfirm={onTake}
    >
      {words.body}
    </ConfirmDialog>
  );
}
