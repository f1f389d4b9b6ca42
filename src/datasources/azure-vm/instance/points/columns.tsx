import { mergeClasses } from '@fluentui/react-components';
import { RESTORE_KINDS } from '#src/datasources/azure-vm/field.ts';
import type { WhyQuestion } from '#src/datasources/azure-vm/instance/points/WhyPopover.tsx';
import type {
  AbilitiesOf,
  Ability,
} from '#src/datasources/azure-vm/instance/points/point-abilities.ts';
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
import { mountedPoints, recoverFiles } from '#src/strings/files.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { RouterButton, RouterLink } from '#src/ui/links.tsx';
import { StatusIcon, type Tone } from '#src/ui/Status.tsx';
import { TwoLines } from '#src/ui/text.tsx';
import { type GridColumn, MOMENT_PX, useRowTabIndex } from '#src/ui/grid/columns.ts';
import { usePartStyles } from '#src/ui/instance/styles.ts';
import { pointRestoreColumn, pointText, pointTimeColumn } from '#src/ui/instance/columns.tsx';

const abilityWords = instance.can;

const TONES: Readonly<Record<Ability['state'], Tone>> = {
  possible: 'done',
  notPossible: 'impossible',
  notChecked: 'unknown',
};

interface PointSearch {
  readonly instance: string;
  readonly point: string;
  readonly view?: 'secondary';
}

interface AbilityCellProps {
  readonly ability: Ability;
  /** The point's time, or its name where it has none. */
  readonly time: string;
  /** What a restore from the point starts with; null: it has started already. */
  readonly search: PointSearch | null;
  readonly onWhy: (ability: Ability, target: HTMLElement) => void;
}

/** Whether one kind of restore can start from a point, with the way to it; where not, to the reason. */
function AbilityCell({ ability, time, search, onWhy }: AbilityCellProps) {
  const styles = usePartStyles();
  const tabIndex = useRowTabIndex();
  const { kind, state, short } = ability;
  return (
    <span className={mergeClasses(styles.sign, styles.whole)} title={short ?? abilityWords[state]}>
      {(state !== 'possible' || search === null) && (
        <span className={styles.whenNarrow}>{abilityWords.kinds[kind]}</span>
      )}
      <StatusIcon tone={TONES[state]} />
      <span className={styles.unseen}>{abilityWords[state]}</span>
      {state === 'possible' && search !== null && (
        <RouterLink
          className={styles.flat}
          to="/restore/new"
          search={{ ...search, option: kind }}
          preload={false}
          tabIndex={tabIndex}
          aria-label={abilityWords.restoreAs(abilityWords.kinds[kind], time)}
        >
          {abilityWords.kinds[kind]}
        </RouterLink>
      )}
      {state !== 'possible' && (
        <LinkButton
          tabIndex={tabIndex}
          aria-haspopup="dialog"
          aria-label={
            state === 'notChecked'
              ? abilityWords.whyNotChecked(abilityWords.kinds[kind], time)
              : abilityWords.whyNot(abilityWords.kinds[kind], time)
          }
          onClick={({ currentTarget }) => onWhy(ability, currentTarget)}
        >
          {abilityWords.why}
        </LinkButton>
      )}
    </span>
  );
}

interface RecoverFilesButtonProps {
  /** The machine's address, for the way to the wizard. */
  readonly address: string;
  readonly point: RecoveryPoint;
  readonly tabIndex: 0 | -1;
}

/** The way to the files of a restore point. */
export function RecoverFilesButton({ address, point, tabIndex }: RecoverFilesButtonProps) {
  return (
    <RouterButton
      size="small"
      to="/restore/new"
      search={{ instance: address, point: point.name, task: 'recoverFiles' }}
      preload={false}
      tabIndex={tabIndex}
      aria-label={recoverFiles.asOf(pointText(point))}
    >
      {recoverFiles.command}
    </RouterButton>
  );
}

/** The column that leads to the files of each restore point. */
const filesColumn = (address: string): GridColumn<RecoveryPoint> => ({
  head: recoverFiles.head,
  width: { least: 104 },
  leaves: 1,
  place: 'line',
  cell: (point) => <FilesCell address={address} point={point} />,
});

function FilesCell(props: Omit<RecoverFilesButtonProps, 'tabIndex'>) {
  return <RecoverFilesButton {...props} tabIndex={useRowTabIndex()} />;
}

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
export function vmPointColumns(context: ColumnsContext): GridColumn<RecoveryPoint>[] {
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
