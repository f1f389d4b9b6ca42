import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/problem.ts';
import { revokeMutation } from '#src/api/queries/role-assignments.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import type { RoleAssignment } from '#src/model/role-assignment.ts';
import { grant, revoke as words, roleName } from '#src/strings/disk-checks.ts';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';
import { CopyText } from '#src/ui/CopyText.tsx';
import { focusField } from '#src/ui/focus-field.ts';
import { Status } from '#src/ui/Status.tsx';
import { revokeCommand } from '#src/wizard/azure-disks/checks/commands.ts';
import { RefusedChange } from '#src/wizard/azure-disks/checks/RefusedChange.tsx';
import { holdings } from '#src/wizard/azure-disks/checks/roles.ts';
import { useMayChangeRoles } from '#src/wizard/azure-disks/checks/use-may-change-roles.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
});

const ROLE = 'diskRestoreOperator';
const role = roleName(ROLE);

export interface HeldRoleProps {
  readonly vaultName: string;
  /** Name of the group that was restored to. */
  readonly group: string;
  /** All that the vault's identity holds there. */
  readonly assignments: readonly RoleAssignment[];
  /** The id of the heading above, which takes the focus when the button goes away. */
  readonly headingId: string;
}

/** Whether the vault's identity still holds the role, the way to take it, and what is left of it then. */
export function HeldRole({ vaultName, group, assignments, headingId }: HeldRoleProps) {
  const styles = useStyles();
  const taking = useMutation(revokeMutation());
  const held = holdings(assignments, ROLE);
  const isListed = held.some(({ id }) => sameId(id, taking.variables?.id));
  const said = saidOf(taking, isListed, assignments.length);
  const take = (assignment: RoleAssignment): void => {
    if (taking.isPending) return;
    // The button goes away with the role.
    taking.mutate(assignment, { onSuccess: () => void focusField(headingId) });
  };
  return (
    <div className={styles.root}>
      {held.length === 0 ? (
        <Status tone="done">{words.gone(role, vaultName, group)}</Status>
      ) : (
        <Status tone="warning">{words.lead(role, vaultName, group)}</Status>
      )}
      {held.map((one) => (
        <TakeOne
          key={one.id}
          assignment={one}
          vaultName={vaultName}
          group={group}
          isPending={taking.isPending}
          take={take}
        />
      ))}
      <span role="status">{said}</span>
      {taking.error !== null && <RefusedChange problem={problemOf(taking.error)} />}
    </div>
  );
}

interface TakeOneProps extends Pick<HeldRoleProps, 'vaultName' | 'group'> {
  readonly assignment: RoleAssignment;
  readonly isPending: boolean;
  readonly take: (assignment: RoleAssignment) => void;
}

function TakeOne({ assignment, vaultName, group, isPending, take }: TakeOneProps) {
  const may = useMayChangeRoles(assignment.scope, 'delete');
  const scope = nameOf(assignment.scope);
  if (may === 'reading') return <span>{grant.readingRights}</span>;
  return (
    <>
      {scope.toLowerCase() !== group.toLowerCase() && <span>{words.above(scope)}</span>}
      {may !== 'no' && (
        <ConfirmDialog
          command={<Button disabledFocusable={isPending}>{words.button(role)}</Button>}
          title={words.question(role)}
          keep={words.keep}
          confirm={words.confirm}
          canConfirm={!isPending}
          onConfirm={() => take(assignment)}
        >
          <span>{words.consequence(vaultName, scope)}</span>
          <span>{words.running}</span>
        </ConfirmDialog>
      )}
      {may !== 'yes' && (
        <>
          <span>{words.mayNot}</span>
          <CopyText label={grant.command} text={revokeCommand(assignment.id)} />
        </>
      )}
    </>
  );
}

interface Taking {
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly error: Error | null;
}

function saidOf({ isPending, isSuccess, error }: Taking, isListed: boolean, others: number) {
  if (isPending) return words.asking(role);
  if (isSuccess) return isListed ? words.stillListed(role) : words.left(role, others);
  if (error === null) return '';
  const { kind, message } = problemOf(error);
  return kind === 'lost' ? words.lost(role) : words.refused(role, message);
}
