import { RESTORE_KINDS } from '#src/datasources/azure-vm/field.ts';
import {
  AbilityCell,
  type AbilityCellProps,
} from '#src/datasources/azure-vm/instance/points/AbilityCell.tsx';
import { filesColumn } from '#src/datasources/azure-vm/instance/points/RecoverFilesButton.tsx';
import type { WhyQuestion } from '#src/datasources/azure-vm/instance/points/WhyPopover.tsx';
import type { AbilitiesOf } from '#src/datasources/azure-vm/instance/points/point-abilities.ts';
import { vmRestoreOptions } from '#src/datasources/azure-vm/restore-options.ts';
import {
  dateTimeText,
  dayText,
  durationText,
  momentText,
  roughDurationText,
  widthOfMoments,
} from '#src/lib/format.ts';
import { dayOf, type Instant, isoText } from '#src/lib/time.ts';
import { viewSearch } from '#src/model/instances.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { BlockedOption } from '#src/model/restore-option.ts';
import { common } from '#src/strings/common.ts';
import { mountedPoints } from '#src/strings/files.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import { TwoLines } from '#src/ui/TwoLines.tsx';
import { type GridColumn, MOMENT_PX } from '#src/ui/grid/column.ts';
import { pointRestoreColumn, pointText, pointTimeColumn } from '#src/ui/instance/point-columns.tsx';

const words = instance.points;

/** The column that shows when restore points go. */
const expiryColumn = (now: Instant): GridColumn<RecoveryPoint> => ({
  head: words.heads.expires,
  width: { least: 96 },
  leaves: 2,
  place: 'line',
  cell: (point) => <ExpiryCell point={point} now={now} />,
});

/** When a point goes; one that is deleted softly says so, too. */
function ExpiryCell({ point, now }: { readonly point: RecoveryPoint; readonly now: Instant }) {
  const { expiresAt: at, isSoftDeleted } = point;
  if (at === null) {
    return (
      <TwoLines first={common.notReported} second={isSoftDeleted ? words.softDeleted : undefined} />
    );
  }
  return (
    <TwoLines
      first={
        <time dateTime={isoText(at)} title={dateTimeText(at)}>
          {at <= now ? words.expired : words.left(roughDurationText(at - now))}
        </time>
      }
      second={isSoftDeleted ? words.softDeleted : dayText(dayOf(at))}
    />
  );
}

/** As wide as every loss, worked out once. */
const LOST_PX = widthOfMoments(words.lostAfter);

interface ColumnsContext {
  readonly now: Instant;
  /** The machine's address, for the way to the wizard. */
  readonly address: string;
  readonly isSecondary: boolean;
  /** Why nothing can be restored now; undefined: something can. */
  readonly held: string | undefined;
  readonly abilitiesOf: AbilitiesOf;
  readonly onWhy: (question: WhyQuestion) => void;
}

/** The columns of the list of points. */
export function pointColumns(context: ColumnsContext): GridColumn<RecoveryPoint>[] {
  const { now, address } = context;
  return [
    pointTimeColumn(words.heads.time, { least: MOMENT_PX }, now),
    {
      head: words.heads.kind,
      width: { least: 104, share: 1.2 },
      leaves: 3,
      place: 'line',
      cell: ({ consistency, tier, isMounted }) => (
        <TwoLines
          first={wizard.consistency[consistency]}
          second={isMounted === true ? mountedPoints.inTier(wizard.tier[tier]) : wizard.tier[tier]}
        />
      ),
    },
    ...abilityColumns({
      ...context,
      searchOf: ({ name }) => ({
        instance: address,
        point: name,
        ...viewSearch(context.isSecondary),
      }),
    }),
    {
      head: words.heads.lost,
      width: { least: LOST_PX, share: 1.1 },
      leaves: 4,
      place: 'line',
      cell: ({ time }) =>
        time === null ? (
          common.notReported
        ) : (
          <TwoLines
            first={words.lost(durationText(now - time))}
            second={words.lostAfter(momentText(time, now))}
          />
        ),
    },
    expiryColumn(now),
    ...(!context.isSecondary && context.held === undefined ? [filesColumn(address)] : []),
    pointRestoreColumn(words.heads.restore, {
      search: { instance: address, ...viewSearch(context.isSecondary) },
      options: vmRestoreOptions,
      held: context.held,
      blockedAt: (point) => blockedBy(context.abilitiesOf(point)),
    }),
  ];
}

/** The rule that refuses a way to restore, in few words. */
const blockedBy =
  (abilities: ReturnType<AbilitiesOf>): BlockedOption =>
  ({ search }) => {
    const ability = abilities?.find(({ kind }) => kind === search.option);
    if (ability?.state !== 'notPossible') return undefined;
    return ability.short ?? instance.can.notPossible;
  };

const WIDTHS: Readonly<Record<RestoreKind, number>> = {
  createVm: 84,
  restoreDisks: 84,
  replaceDisks: 84,
};

/** What decides the columns of what a point can do. */
interface AbilityContext extends Pick<ColumnsContext, 'abilitiesOf' | 'onWhy'> {
  readonly searchOf: (point: RecoveryPoint) => AbilityCellProps['search'];
}

/** What each point can do: a column for each kind of restore. */
export const abilityColumns = (context: AbilityContext): GridColumn<RecoveryPoint>[] =>
  RESTORE_KINDS.map((kind) => abilityColumn(kind, context));

function abilityColumn(
  kind: RestoreKind,
  { abilitiesOf, searchOf, onWhy }: AbilityContext,
): GridColumn<RecoveryPoint> {
  return {
    head: instance.can.kinds[kind],
    width: { least: WIDTHS[kind] },
    // Its button is in the menu of Restore, too.
    ...(kind === 'replaceDisks' && { leaves: 4 }),
    place: 'line',
    cell: (point) => {
      const ability = abilitiesOf(point)?.find((one) => one.kind === kind);
      const time = pointText(point);
      return ability === undefined ? (
        wizard.reads.loading
      ) : (
        <AbilityCell
          ability={ability}
          time={time}
          search={searchOf(point)}
          onWhy={(why, target) =>
            onWhy({ ability: why, recoveryPointId: point.name, time, target })
          }
        />
      );
    },
  };
}
