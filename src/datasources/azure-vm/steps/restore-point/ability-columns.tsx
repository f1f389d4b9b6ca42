import { abilityColumns } from '#src/datasources/azure-vm/instance/points/columns.tsx';
import { usePointAbilities } from '#src/datasources/azure-vm/instance/points/point-abilities.ts';
import type { WhyQuestion } from '#src/datasources/azure-vm/instance/points/WhyPopover.tsx';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { CurrentRowContext } from '#src/ui/grid/current-row.ts';

export interface AbilityChoice {
  readonly instance: ResourceId;
  readonly isSecondary: boolean;
  /** The name of the selected point, whose links and buttons are the next stops of Tab. */
  readonly selected: string | null;
  readonly onWhy: (question: WhyQuestion) => void;
}

/** The columns of what each point can do, as the page of the backup instance has them. A hook. */
export function useAbilityColumns(asked: AbilityChoice): readonly Column<RecoveryPoint>[] {
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
