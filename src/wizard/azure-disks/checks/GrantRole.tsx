import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Grant } from '#src/api/authorization/role-assignments/grant.ts';
import { permissionsQuery } from '#src/api/queries/permissions.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { grantMutation } from '#src/api/queries/role-assignments.ts';
import { allows } from '#src/model/permission.ts';
import { common } from '#src/strings/common.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import { grantCommand } from '#src/strings/identity-rights.ts';
import { CopyText } from '#src/ui/CopyText.tsx';

const words = diskChecks.prerequisites;

/** What the person needs to give a role (ARM, Microsoft.Authorization). */
const ACTION = 'Microsoft.Authorization/roleAssignments/write';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
  },
});

export interface GrantRoleProps {
  readonly grant: Grant;
  /** The role is being given: its button goes away, and what it was about takes the focus. */
  readonly onGranted: () => void;
}

/** Gives the vault's identity a role; the command to copy for who may not. */
export function GrantRole({ grant, onGranted }: GrantRoleProps) {
  const styles = useStyles();
  const { role, scope, principalId } = grant;
  const name = diskChecks.roles[role];
  const { data: rights } = useQuery(permissionsQuery(scope));
  const { mutate, isPending, error } = useMutation(grantMutation());
  const command = <CopyText label={words.command} text={grantCommand(name, principalId, scope)} />;
  if (rights === undefined) return command;
  if (!allows(rights, ACTION)) {
    return (
      <div className={styles.root}>
        <span>{words.mayNot}</span>
        {command}
      </div>
    );
  }
  const problem = error === null ? null : problemOf(error);
  return (
    <div className={styles.root}>
      <Button
        size="small"
        disabledFocusable={isPending}
        onClick={() => mutate(grant, { onSuccess: onGranted })}
      >
        {isPending ? words.granting(name) : words.grant(name)}
      </Button>
      {problem !== null && (
        <div role="alert">
          {problem.kind === 'lost' ? words.grantLost : `${words.notGranted} ${problem.message}`}
          {problem.requestId !== null && (
            <CopyText label={common.requestId} text={problem.requestId} />
          )}
        </div>
      )}
      {command}
    </div>
  );
}
