import { Button, mergeClasses } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { noteGivenRole } from '#src/actions/record.ts';
import { grantMutation, permissionsQuery, type RoleGrant } from '#src/api/authorization.ts';
import { useWrite } from '#src/api/queries/use-write.ts';
import { RoleProblem } from '#src/datasources/azure-disk/checks/RoleProblem.tsx';
import { now } from '#src/lib/clock.ts';
import { allows } from '#src/model/roles.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import { CommandText } from '#src/ui/CommandText.tsx';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { grantCommand } from '#src/wizard/commands/grant.ts';

const words = diskChecks.prerequisites;

/** What the person needs to give a role (ARM, Microsoft.Authorization). */
const ACTION = 'Microsoft.Authorization/roleAssignments/write';

export interface GrantRoleProps {
  readonly grant: RoleGrant;
  /** The role is being given: its button goes away, and what it was about takes the focus. */
  readonly onGranted: () => void;
}

/** Grants the vault's identity a role; the command to copy for who lacks the permission. */
export function GrantRole({ grant, onGranted }: GrantRoleProps) {
  const { column, close } = useCommonStyles();
  const { role, scope, principalId } = grant;
  const name = diskChecks.roles[role];
  const { data: rights } = useQuery(permissionsQuery(scope));
  const { mutate, isPending, error } = useWrite(grantMutation(grant));
  const command = (
    <CommandText label={words.command} command={grantCommand(name, principalId, scope)} />
  );
  if (rights === undefined) return command;
  if (!allows(rights, ACTION)) {
    return (
      <div className={mergeClasses(column, close)}>
        <span>{words.mayNot}</span>
        {command}
      </div>
    );
  }
  return (
    <div className={mergeClasses(column, close)}>
      <Button
        size="small"
        disabledFocusable={isPending}
        onClick={() =>
          mutate(undefined, {
            onSuccess: () => {
              if (role === 'diskRestoreOperator') noteGivenRole({ scope, principalId, at: now() });
              onGranted();
            },
          })
        }
      >
        {isPending ? words.granting(name) : words.grant(name)}
      </Button>
      <RoleProblem error={error} lost={words.grantLost} failed={words.notGranted} />
      {command}
    </div>
  );
}
