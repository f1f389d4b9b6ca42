import { dateTimeText, durationText, momentText, roughDurationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { viewSearch } from '#src/model/instance-list.ts';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import { AbilityCell } from '#src/pages/instance/points/AbilityCell.tsx';
import type { AskedWhy } from '#src/pages/instance/points/WhyPopover.tsx';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { TwoLines } from '#src/ui/TwoLines.tsx';
import { restoreKinds, type RestoreKind } from '#src/wizard/point-abilities.ts';
import type { AbilitiesOf } from '#src/wizard/use-point-abilities.ts';

const words = instance.points;

export interface ColumnsContext {
  readonly now: Instant;
  /** The machine's address, for the way to the wizard. */
  readonly address: string;
  readonly isSecondary: boolean;
  readonly abilitiesOf: AbilitiesOf;
  readonly onWhy: (asked: AskedWhy) => void;
}

/** A point as people name it: by its time. */
export function pointText({ time, name }: RecoveryPoint): string {
  return time === null ? name : dateTimeText(time);
}

/** The columns of the list of points. */
export function pointColumns(context: ColumnsContext): GridColumn<RecoveryPoint>[] {
  const { now, address } = context;
  return [
    {
      head: words.heads.time,
      width: { least: 124 },
      place: 'name',
      cell: (point) => (
        <TwoLines
          first={pointText(point)}
          second={
            point.time === null
              ? common.notReported
              : words.ago(roughDurationText(now - point.time))
          }
        />
      ),
    },
    {
      head: words.heads.kind,
      width: { least: 104, share: 1.2 },
      leaves: 1,
      place: 'line',
      cell: ({ consistency, tier }) => (
        <TwoLines first={wizard.consistency[consistency]} second={wizard.tier[tier]} />
      ),
    },
    ...restoreKinds.map((kind) => abilityColumn(kind, context)),
    {
      head: words.heads.lost,
      width: { least: 104, share: 1.1 },
      leaves: 2,
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
    {
      head: words.heads.restore,
      width: { least: 84 },
      place: 'end',
      cell: (point, isCurrent) => (
        <RouterButton
          size="small"
          to="/restore/new"
          search={{ instance: address, point: point.name, ...viewSearch(context.isSecondary) }}
          preload={false}
          tabIndex={isCurrent ? 0 : -1}
          aria-label={words.restoreAsOf(pointText(point))}
        >
          {common.restore}
        </RouterButton>
      ),
    },
  ];
}

const WIDTHS: Readonly<Record<RestoreKind, number>> = {
  createVm: 76,
  restoreDisks: 72,
  replaceDisks: 72,
};

function abilityColumn(
  kind: RestoreKind,
  { abilitiesOf, onWhy }: ColumnsContext,
): GridColumn<RecoveryPoint> {
  return {
    head: instance.can.kinds[kind],
    width: { least: WIDTHS[kind] },
    place: 'line',
    cell: (point, isCurrent) => {
      const ability = abilitiesOf(point)?.find((one) => one.kind === kind);
      const time = pointText(point);
      return ability === undefined ? (
        wizard.reads.loading
      ) : (
        <AbilityCell
          ability={ability}
          time={time}
          isCurrent={isCurrent}
          onWhy={(asked, target) => onWhy({ ability: asked, point: point.name, time, target })}
        />
      );
    },
  };
}
