import { useQuery } from '@tanstack/react-query';
import type { Control } from 'react-hook-form';
import { pointsQuery } from '#src/api/recovery-services/points.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { goesToSecondary } from '#src/datasources/azure-vm/target.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import type { WhyQuestion } from '#src/datasources/azure-vm/instance/points/WhyPopover.tsx';
import { useAbilityColumns } from '#src/datasources/azure-vm/steps/restore-point/ability-columns.tsx';
import {
  pointColumns,
  pointJudge,
  timeHead,
  withOwnPoints,
} from '#src/datasources/azure-vm/steps/restore-point/points.tsx';
import type { ResourceId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { lazyPart } from '#src/ui/lazy-part.ts';
import { Part } from '#src/ui/Part.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { useOpening } from '#src/ui/use-opening.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { known } from '#src/wizard/reads/read.ts';
import { PointRows } from '#src/wizard/steps/PointRows.tsx';

// Loaded for who asks why.
const WhyPopover = lazyPart(
  () => import('#src/datasources/azure-vm/instance/points/WhyPopover.tsx'),
  'WhyPopover',
);

const words = wizard.point;

export interface MachinePointsProps {
  readonly instance: ResourceId;
  readonly view: DraftView;
  readonly control: Control<DraftChoices>;
}

/** The restore points of a machine, with what each can do. */
export function MachinePoints({ instance, view, control }: MachinePointsProps) {
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
            columns={task === undefined ? [...pointColumns, ...abilities] : pointColumns}
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
