import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { backupVaultIdOf, resourceGroupId } from '#src/api/arm/resource-id.ts';
import { foundDiskQuery } from '#src/api/compute/disks.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import { backupVaultQuery } from '#src/api/data-protection/vaults.ts';
import {
  type Disks,
  commandsAfter,
  diskStepReads,
  guidesFor,
  machineOfDisks,
  roleOf,
  stepsAfter,
} from '#src/datasources/azure-disk/afterwards.ts';
import type { BackupVault, DiskJobDetails } from '#src/model/backup-vaults.ts';
import type { StepCheck } from '#src/model/next-steps.ts';
import { type ResourceId, nameOf, resourceId, sameId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { diskChecks } from '#src/strings/azure-disk-restore.ts';
import { nextSteps } from '#src/strings/next-steps.ts';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';
import { SpokenNow } from '#src/ui/Spoken.tsx';
import { CommandText } from '#src/ui/code.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import {
  type Marks,
  StepCount,
  StepState,
  unknownSteps,
  useMarks,
} from '#src/wizard/next-steps/NextStepList.tsx';
import { revokeId, revokeMutation } from '#src/actions/roles.ts';
import { permissionsQuery, roleAssignmentsQuery } from '#src/api/authorization.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { useWrite } from '#src/api/queries/use-write.ts';
import { RoleProblem } from '#src/datasources/azure-disk/checks/GrantRole.tsx';
import { scopeName } from '#src/datasources/azure-disk/checks/checks.ts';
import { type Command, azCommand } from '#src/lib/command.ts';
import { type RoleAssignment, allows, isOfRole } from '#src/model/roles.ts';
import { ConfirmDialog } from '#src/ui/dialogs.tsx';
import { Status } from '#src/ui/Status.tsx';
import { focusField } from '#src/ui/dom.ts';
import { ProblemState } from '#src/ui/states.tsx';

interface DiskStepProps {
  readonly jobId: string;
  readonly id: string;
  /** What to do, for a button of many. */
  readonly text: string;
  readonly check: StepCheck | null;
  readonly marks: Marks;
}

/** How far one step after the restore of a disk is. */
function DiskStep({ marks, ...step }: DiskStepProps) {
  const { id, text } = step;
  const { column, close } = useCommonStyles();
  return (
    <div className={mergeClasses(column, close)}>
      <StepState {...step} marks={marks.of(id)} onMark={(isDone) => marks.mark(id, text, isDone)} />
    </div>
  );
}

const words = diskChecks.afterwards;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL },
  item: { paddingBlock: tokens.spacingVerticalXS },
  plain: { listStyleType: 'none', margin: 0, padding: 0 },
  guides: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface DiskAfterwardsProps {
  /** Ended well. */
  readonly job: DiskJobDetails;
  /** The disk that it made. */
  readonly restoredId: ResourceId;
}

/** What is left to do once a disk is restored: put it to use, and take the vault's role back. */
export function DiskAfterwards({ job, restoredId }: DiskAfterwardsProps) {
  const styles = useStyles();
  const marks = useMarks(job.id);
  const vaultId = resourceId(backupVaultIdOf(job.id) ?? '');
  const { data: vault } = useQuery({ ...backupVaultQuery(vaultId), enabled: vaultId !== '' });
  const source = useQuery({
    ...foundDiskQuery(job.sourceDiskId),
    enabled: job.sourceDiskId !== '',
  });
  const restored = useQuery(foundDiskQuery(restoredId));
  const steps = stepsAfter(job.id, restoredId);
  const { use, revoke } = steps;
  const known = diskStepReads(steps);
  const others = unknownSteps(job.id, known);
  const isReading = source.isLoading || restored.isLoading;
  return (
    <>
      <section aria-label={words.title} className={styles.root}>
        <div className={styles.head}>
          <SectionHeading level={2}>{words.title}</SectionHeading>
          <StepCount jobId={job.id} steps={[...known, ...others]} />
        </div>
        <ol className={styles.list} aria-label={words.list}>
          <li className={styles.item}>
            {isReading ? (
              <span>{common.reading(words.disks)}</span>
            ) : restored.data === null ? (
              // A disk that isn't there is put to no use.
              <span>{words.use[roleOf({ source: source.data, restored: null })]}</span>
            ) : (
              <PutToUse restoredId={restoredId} source={source.data} restored={restored.data} />
            )}
            {use !== null && (
              <DiskStep
                marks={marks}
                jobId={job.id}
                {...use}
                text={words.use[roleOf({ source: source.data, restored: restored.data })]}
              />
            )}
          </li>
          <li className={styles.item}>
            <RevokeRole vault={vault} restoredId={restoredId} />
            <DiskStep marks={marks} jobId={job.id} {...revoke} text={words.revoke.title} />
          </li>
          {others.map(({ id, text, check }) => (
            <li key={id} className={styles.item}>
              <span>{text}</span>
              <DiskStep marks={marks} jobId={job.id} {...{ id, text, check }} />
            </li>
          ))}
        </ol>
      </section>
      <SpokenNow label={nextSteps.title} parts={{ said: marks.notice }} />
    </>
  );
}

/** How the disk takes the place of its source, by its part in the machine and the machine's system. */
function PutToUse(disks: Disks) {
  const styles = useStyles();
  const machine = machineOfDisks(disks);
  const { data } = useQuery({
    ...machineQuery(machine ?? resourceId('')),
    enabled: machine !== null,
  });
  const role = roleOf(disks);
  // A data disk names no operating system, so the VM that it is attached to decides.
  const osType = disks.restored?.osType ?? disks.source?.osType ?? data?.osType ?? null;
  return (
    <>
      <span>{words.use[role]}</span>
      {machine === null && <div>{words.unattached}</div>}
      <ul className={styles.plain}>
        {commandsAfter(disks).map(({ label, command }) => (
          <li key={label}>
            <CommandText label={label} command={command} />
          </li>
        ))}
      </ul>
      {osType !== null && role !== 'unknown' && <span>{words.guide[role][osType]}</span>}
      <ul className={mergeClasses(styles.plain, styles.guides)} aria-label={words.guidesList}>
        {guidesFor(role, osType).map(({ label, href }) => (
          <li key={href}>
            <OutsideLink href={href}>{label}</OutsideLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Takes a role assignment away. */
const revokeCommand = (assignmentId: ResourceId): Command =>
  azCommand(['az role assignment delete', ['--ids', assignmentId]]);

const revokeWords = diskChecks.afterwards.revoke;
const role = diskChecks.roles.diskRestoreOperator;

/** Takes the focus when the button that was pressed is gone. */
const TITLE_ID = 'revoke-role';

const useRevokeStyles = makeStyles({
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
function RevokeRole({ vault, restoredId }: RevokeRoleProps) {
  const styles = useRevokeStyles();
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
        {revokeWords.why(role, group)}
      </span>
      {vault !== undefined && principal === null && <span>{revokeWords.noIdentity}</span>}
      {error !== null && (
        <ProblemState
          problem={problemOf(error)}
          what={revokeWords.title}
          onRetry={() => void refetch()}
        />
      )}
      {data === undefined ? (
        principal !== null && error === null && <span>{revokeWords.reading}</span>
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
  isNotHeld(holding) ? revokeWords.gone : revokeWords.held;

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
        {isGone && others > 0 && <div>{revokeWords.others(others)}</div>}
      </div>
      {above !== undefined && <span>{revokeWords.above(scopeName(above.scope))}</span>}
      {byGroup !== undefined && <span>{revokeWords.byGroup}</span>}
      {own !== undefined && (
        <Revoke
          own={own}
          scope={scope}
          isPending={isPending}
          onRevoke={() => mutate(own, { onSuccess: () => void focusField(TITLE_ID) })}
        />
      )}
      <RoleProblem
        pressId={revokeId(scope)}
        error={error}
        lost={revokeWords.lost}
        failed={revokeWords.notRevoked}
      />
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
        <span>{revokeWords.mayNot}</span>
        <CommandText label={revokeWords.command} command={revokeCommand(own.id)} />
      </>
    );
  }
  return (
    <ConfirmDialog
      renderCommand={(opens) => (
        <Button {...opens} size="small" disabledFocusable={isPending}>
          {revokeWords.button(role)}
        </Button>
      )}
      title={revokeWords.question(role, nameOf(scope))}
      keep={revokeWords.keep}
      confirm={revokeWords.button(role)}
      canConfirm={!isPending}
      onConfirm={onRevoke}
    >
      {revokeWords.body}
    </ConfirmDialog>
  );
}
