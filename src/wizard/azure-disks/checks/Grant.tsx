import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readPrerequisitesAgain } from '#src/api/queries/disk-validations.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { grantMutation } from '#src/api/queries/role-assignments.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { grant as words, roleName } from '#src/strings/disk-checks.ts';
import { grantCommand } from '#src/wizard/azure-disks/checks/commands.ts';
import { CountsIn } from '#src/wizard/azure-disks/checks/CountsIn.tsx';
import { lineId, type Prerequisite } from '#src/wizard/azure-disks/checks/prerequisite.ts';
import { RefusedChange } from '#src/wizard/azure-disks/checks/RefusedChange.tsx';
import { useMayChangeRoles } from '#src/wizard/azure-disks/checks/use-may-change-roles.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { focusField } from '#src/ui/focus-field.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
  },
});

export interface GrantProps {
  readonly line: Prerequisite;
  readonly needed: NonNullable<Prerequisite['needed']>;
}

/**
 * Gives the vault's identity a role that it lacks, or says how somebody else can, and counts the time
 * until a new one counts.
 */
export function Grant({ line, needed }: GrantProps) {
  const styles = useStyles();
  const client = useQueryClient();
  const grant = useMutation(grantMutation());
  const isMissing = line.state === 'refused';
  const role = roleName(needed.role);
  const give = (): void => {
    if (grant.isPending) return;
    // The button goes away with what it mends.
    focusField(lineId(line.id));
    // Somebody else may have given it, or the answer alone was lost: what holds now is read back.
    grant.mutate(needed, { onError: () => void readPrerequisitesAgain(client) });
  };
  return (
    <div className={styles.root}>
      {isMissing && <Ways needed={needed} isPending={grant.isPending} give={give} />}
      {line.countsAt !== null && <CountsIn at={line.countsAt} />}
      <span role="status">{saidOf(grant, role, isMissing)}</span>
      {grant.error !== null && <RefusedChange problem={problemOf(grant.error)} />}
    </div>
  );
}

interface WaysProps {
  readonly needed: GrantProps['needed'];
  readonly isPending: boolean;
  readonly give: () => void;
}

/** The button for who may, and a command to hand on for who may not. */
function Ways({ needed, isPending, give }: WaysProps) {
  const may = useMayChangeRoles(needed.scope, 'write');
  const [role, scope] = [roleName(needed.role), nameOf(needed.scope)];
  if (may === 'reading') return <span>{words.readingRights}</span>;
  return (
    <>
      {may !== 'no' && (
        <>
          <span>{words.consequence(role, scope)}</span>
          <Button size="small" disabledFocusable={isPending} onClick={give}>
            {words.button(role)}
          </Button>
        </>
      )}
      {may !== 'yes' && (
        <>
          <span>{may === 'no' ? words.mayNot : words.rightsUnread}</span>
          <CopyText label={words.command} text={grantCommand(needed)} />
          <span>{words.portal(scope, role)}</span>
        </>
      )}
    </>
  );
}

interface Giving {
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly error: Error | null;
}

function saidOf({ isPending, isSuccess, error }: Giving, role: string, isMissing: boolean): string {
  if (isPending) return words.asking(role);
  if (isSuccess) return isMissing ? words.notReadBack(role) : words.given(role);
  if (error === null) return '';
  const { kind, message } = problemOf(error);
  return kind === 'lost' ? words.lost(role) : words.refused(role, message);
}
