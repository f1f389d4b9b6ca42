import { Button, mergeClasses } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { noteGivenRole, onRecords, rejectedPress } from '#src/actions/record.ts';
import { grantId, grantMutation } from '#src/actions/roles.ts';
import { permissionsQuery, type RoleGrant } from '#src/api/authorization.ts';
import { mayBeDone, problemOf } from '#src/api/queries/query.ts';
import { useWrite } from '#src/api/queries/use-write.ts';
import { now } from '#src/lib/clock.ts';
import { grantCommand } from '#src/lib/command.ts';
import { timeText } from '#src/lib/format.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { allows } from '#src/model/roles.ts';
import { actions } from '#src/strings/actions.ts';
import { common } from '#src/strings/common.ts';
import { diskChecks } from '#src/strings/azure-disk-restore.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { CommandText } from '#src/ui/code.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';

interface RoleProblemProps {
  /** The press that changes it. */
  readonly pressId: string;
  /** Of the request that changes a role assignment; null: it has not failed. */
  readonly error: Error | null;
  /** Text where no answer says what came of it. */
  readonly lost: string;
  /** Text before Azure's own message. */
  readonly failed: string;
}

/** Why a role was not granted or revoked; nothing where nothing failed. */
export function RoleProblem({ pressId, error, lost, failed }: RoleProblemProps) {
  const rejected = useSyncExternalStore(onRecords, () => rejectedPress(pressId));
  if (rejected !== null) return <div role="status">{words.rejected(textInSentence(rejected))}</div>;
  if (error === null) return null;
  const { requestId } = problemOf(error);
  return (
    <div role="alert">
      {roleProblemText(error, { lost, failed })}
      {requestId !== null && <CopyText label={common.requestId} text={requestId} />}
    </div>
  );
}

/** What is known of a request that failed and changes a role assignment. */
export const roleProblemText = (
  error: Error,
  { lost, failed }: Pick<RoleProblemProps, 'lost' | 'failed'>,
): string => {
  if (mayBeDone(error)) return lost;
  const { message, lookedAt } = problemOf(error);
  const looked = lookedAt === undefined ? '' : ` ${actions.lookedAt(timeText(lookedAt))}`;
  return `${failed} ${textInSentence(message)}${looked}`;
};

const words = diskChecks.prerequisites;

/** What the person needs to give a role (ARM, Microsoft.Authorization). */
const ACTION = 'Microsoft.Authorization/roleAssignments/write';

interface GrantRoleProps {
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
  const { mutate, isPending, error } = useWrite(
    grantMutation(grant, () => {
      if (role === 'diskRestoreOperator') noteGivenRole({ scope, principalId, at: now() });
    }),
  );
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
        onClick={() => mutate(undefined, { onSuccess: onGranted })}
      >
        {isPending ? words.granting(name) : words.grant(name)}
      </Button>
      <RoleProblem
        pressId={grantId(grant)}
        error={error}
        lost={words.grantLost}
        failed={words.notGranted}
      />
      {command}
    </div>
  );
}
