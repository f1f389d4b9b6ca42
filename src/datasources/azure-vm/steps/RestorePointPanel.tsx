import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Control } from 'react-hook-form';
import { problemOf, readAtOf } from '#src/api/queries/query.ts';
import { pointsQuery } from '#src/api/recovery-services/points.ts';
import type { WhyQuestion } from '#src/datasources/azure-vm/instance/points/WhyPopover.tsx';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { PointPanel, PointRange } from '#src/datasources/azure-vm/steps/PointPanel.tsx';
import { pointJudge } from '#src/datasources/azure-vm/suggest.ts';
import { goesToSecondary } from '#src/datasources/azure-vm/target.ts';
import type { Instant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { instance as instanceWords } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { ExpiryTime } from '#src/ui/points/ExpiryTime.tsx';
import { ConsistencySign } from '#src/ui/points/signs.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { Loaded } from '#src/ui/states.tsx';
import { useOpening } from '#src/ui/hooks.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { known } from '#src/wizard/read.ts';
import { NeedsInstance, useStepForm } from '#src/wizard/steps/step-form.tsx';
import { PointRows } from '#src/wizard/steps/PointRows.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

/** The points of the secondary region, and those that only the primary one has, newest first. */
function withOwnPoints(
  there: readonly RecoveryPoint[],
  own: readonly RecoveryPoint[] | undefined,
): RecoveryPoint[] {
  const names = new Set(there.map(({ name }) => name));
  const others = (own ?? []).filter(({ name }) => !names.has(name));
  return [...there, ...others].toSorted((a, b) => (b.time ?? 0) - (a.time ?? 0));
}

const words = wizard.point;
const [timeHead, consistencyHead, tierHead] = words.heads;

const useStyles = makeStyles({
  sign: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface ConsistencyProps {
  readonly point: RecoveryPoint;
  readonly isChosen: boolean;
}

/** What a point promises of its data, with its sign. */
function ConsistencyCell({ point: { consistency }, isChosen }: ConsistencyProps) {
  const styles = useStyles();
  return (
    <span className={styles.sign}>
      <ConsistencySign consistency={consistency} isChosen={isChosen} />
      {instanceWords.consistency[consistency]}
    </span>
  );
}

/** What a point is besides its time. */
const columnsWith = (chosen: string | null, now: Instant): readonly Column<RecoveryPoint>[] => [
  {
    head: consistencyHead,
    cell: (point) => <ConsistencyCell point={point} isChosen={point.name === chosen} />,
  },
  { head: tierHead, cell: ({ tier }) => wizard.tier[tier] },
  {
    head: instanceWords.points.heads.expires,
    isFirstToLeave: true,
    cell: ({ expiresAt }) => <ExpiryTime expiresAt={expiresAt} now={now} />,
  },
];

// Loaded for who asks why.
const WhyPopover = lazyPart(
  () => import('#src/datasources/azure-vm/instance/points/WhyPopover.tsx'),
  (code) => code.WhyPopover,
);

interface MachinePointsProps extends Pick<PanelProps<DraftView>, 'view' | 'goTo'> {
  readonly instance: ResourceId;
  readonly control: Control<DraftChoices>;
}

/** The restore points of a machine, with what the selected one can do. */
function MachinePoints({ instance, view, control, goTo }: MachinePointsProps) {
  const { task, choices } = view.draft;
  const isSecondary = goesToSecondary(view.shown, view.reads);
  const points = useQuery(pointsQuery(instance, isSecondary));
  const { opening, open, close } = useOpening<WhyQuestion>();
  return (
    <>
      <Loaded query={points} problemOf={problemOf} what={words.what}>
        {(read) => (
          <PointRows
            view={view}
            control={control}
            none={words.none}
            readAt={readAtOf(points)}
            firstHead={timeHead}
            columns={columnsWith(choices.point, view.reads.at)}
            rows={isSecondary ? withOwnPoints(read, known(view.reads.points)) : read}
            blockedOf={pointJudge(view)}
            wantsApplication={view.facts.vm?.isSql === true}
            renderPlan={(point) => (
              <PointPanel
                {...{ instance, view, point, isSecondary, goTo }}
                // Another task than a restore does one thing alone.
                hasKinds={task === undefined}
                onWhy={open}
              />
            )}
            renderRange={(point) =>
              task === undefined && <PointRange {...{ view, point, isSecondary }} />
            }
          />
        )}
      </Loaded>
      {opening !== null && (
        <Part key={opening.key} what={words.reasons}>
          <WhyPopover question={opening.about} onClose={close} />
        </Part>
      )}
    </>
  );
}

/** As of when the machine is restored. */
export function RestorePointPanel({ view, formId, onNext, goTo }: PanelProps<DraftView>) {
  const form = useStepForm('restore-point', view);
  const { instance } = view.draft.choices;
  if (instance === null) {
    return <NeedsInstance title={wizard.point.needsInstance} {...{ goTo, formId, form, onNext }} />;
  }
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <MachinePoints instance={resourceId(instance)} {...{ view, goTo }} control={form.control} />
    </StepForm>
  );
}
