import { useQuery } from '@tanstack/react-query';
import type { Control } from 'react-hook-form';
import { problemOf } from '#src/api/queries/query.ts';
import { pointsQuery } from '#src/api/recovery-services/points.ts';
import type { WhyQuestion } from '#src/datasources/azure-vm/instance/points/WhyPopover.tsx';
import { abilityColumns } from '#src/datasources/azure-vm/instance/points/columns.tsx';
import { usePointAbilities } from '#src/datasources/azure-vm/instance/points/point-abilities.ts';
import { type DraftView, withChoice } from '#src/datasources/azure-vm/model.ts';
import { goesToSecondary } from '#src/datasources/azure-vm/target.ts';
import { now } from '#src/lib/clock.ts';
import { durationText } from '#src/lib/format.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { TwoLines } from '#src/ui/text.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import type { Blocked } from '#src/ui/fields/option.tsx';
import { CurrentRowContext } from '#src/ui/grid/columns.ts';
import { Loaded } from '#src/ui/states.tsx';
import { useOpening } from '#src/ui/hooks.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { judgeValue } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/reads/read.ts';
import { NeedsInstance, useStepForm } from '#src/wizard/steps/step-form.tsx';
import { PointRows } from '#src/wizard/steps/PointRows.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

interface AbilityChoice {
  readonly instance: ResourceId;
  readonly isSecondary: boolean;
  /** The name of the selected point, whose links and buttons are the next stops of Tab. */
  readonly selected: string | null;
  readonly onWhy: (question: WhyQuestion) => void;
}

/** The columns of what each point can do, as the page of the backup instance has them. A hook. */
function useAbilityColumns(asked: AbilityChoice): readonly Column<RecoveryPoint>[] {
  const { instance, isSecondary, selected, onWhy } = asked;
  const abilitiesOf = usePointAbilities(instance, isSecondary ? 'secondary' : 'primary');
  // The next step asks for the kind of restore.
  const columns = abilityColumns({ abilitiesOf, onWhy, searchOf: () => null });
  return columns.map(({ head, cell }) => ({
    head,
    cell: (point) => (
      <CurrentRowContext value={selected === null || point.name === selected}>
        {cell(point)}
      </CurrentRowContext>
    ),
  }));
}

/**
 * Why a point cannot be chosen, by what the rules say of it with the rest of the draft. Those that
 * differ only in name and time are judged once: hundreds of points are of few sorts.
 */
function pointJudge(view: DraftView): (point: RecoveryPoint) => Blocked | undefined {
  const judged = new Map<string, Blocked | undefined>();
  const there = new Set(known(view.reads.secondaryPoints)?.map(({ name }) => name));
  return (point) => {
    // An expiry only warns.
    const { id: _id, name, time: _time, expiresAt: _end, ...sort } = point;
    const key = JSON.stringify([sort, there.has(name)]);
    if (!judged.has(key)) {
      judged.set(key, judgeValue(withChoice(view, { point: name }), 'point', name).blocked);
    }
    return judged.get(key);
  };
}
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
const [head, kind, lost] = words.heads;

/** The head of the column that holds the choice. */
export const timeHead = head;

/** What a point is besides its time. */
const pointChoiceColumns: readonly Column<RecoveryPoint>[] = [
  {
    head: kind,
    cell: ({ consistency, tier }) => (
      <TwoLines first={wizard.consistency[consistency]} second={wizard.tier[tier]} />
    ),
  },
  {
    head: lost,
    // The plan has that of the chosen point.
    isFirstToLeave: true,
    cell: ({ time }) =>
      time === null ? common.notReported : words.lost(durationText(now() - time)),
  },
];

// Loaded for who asks why.
const WhyPopover = lazyPart(
  () => import('#src/datasources/azure-vm/instance/points/WhyPopover.tsx'),
  (code) => code.WhyPopover,
);

interface MachinePointsProps {
  readonly instance: ResourceId;
  readonly view: DraftView;
  readonly control: Control<DraftChoices>;
}

/** The restore points of a machine, with what each can do. */
function MachinePoints({ instance, view, control }: MachinePointsProps) {
  const { task, choices } = view.draft;
  const isSecondary = goesToSecondary(view.shown, view.reads);
  const points = useQuery(pointsQuery(instance, isSecondary));
  const { opening, open, close } = useOpening<WhyQuestion>();
  const choice = { instance, isSecondary, selected: choices.point, onWhy: open };
  const abilities = useAbilityColumns(choice);
  return (
    <>
      <Loaded query={points} problemOf={problemOf} what={words.what}>
        {(read) => (
          <PointRows
            view={view}
            control={control}
            none={words.none}
            firstHead={timeHead}
            // Another task than a restore does one thing alone.
            columns={
              task === undefined ? [...pointChoiceColumns, ...abilities] : pointChoiceColumns
            }
            rows={isSecondary ? withOwnPoints(read, known(view.reads.points)) : read}
            blockedOf={pointJudge(view)}
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
      <MachinePoints instance={resourceId(instance)} view={view} control={form.control} />
    </StepForm>
  );
}
