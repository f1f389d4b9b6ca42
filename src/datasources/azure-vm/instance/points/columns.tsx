import { mergeClasses } from '@fluentui/react-components';
import type { WhyQuestion } from '#src/datasources/azure-vm/instance/points/WhyPopover.tsx';
import type {
  AbilitiesOf,
  Ability,
} from '#src/datasources/azure-vm/instance/points/point-abilities.ts';
import { vmRestoreOptions } from '#src/datasources/azure-vm/restore-options.ts';
import type { Instant } from '#src/lib/time.ts';
import { viewSearch } from '#src/model/instances.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { BlockedOption } from '#src/model/restore-option.ts';
import { mountedPoints, recoverFiles } from '#src/strings/files.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { StatusIcon } from '#src/ui/Status.tsx';
import { type GridColumn, MOMENT_PX, useRowTabIndex } from '#src/ui/grid/columns.ts';
import {
  pointRestoreColumn,
  pointText,
  pointTimeColumn,
  pointLossColumn,
} from '#src/ui/instance-columns.tsx';
import { usePartStyles } from '#src/ui/styles.ts';
import { RouterButton } from '#src/ui/links.tsx';
import { ExpiryTime } from '#src/ui/points/ExpiryTime.tsx';
import { ConsistencySign } from '#src/ui/points/signs.tsx';
import { TwoLines } from '#src/ui/text.tsx';

const abilityWords = instance.can;

const TONES = {
  notPossible: 'impossible',
  notChecked: 'unknown',
} as const;

interface RecoverFilesButtonProps {
  /** The machine's address, for the way to the wizard. */
  readonly address: string;
  readonly point: RecoveryPoint;
}

/** The way to the files of a restore point. */
export function RecoverFilesButton({ address, point }: RecoverFilesButtonProps) {
  return (
    <RouterButton
      size="small"
      to="/restore/new"
      search={{ instance: address, point: point.name, task: 'recoverFiles' }}
      preload={false}
      aria-label={recoverFiles.asOf(pointText(point))}
    >
      {recoverFiles.command}
    </RouterButton>
  );
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
  const left = <ExpiryTime expiresAt={point.expiresAt} now={now} />;
  return (
    <TwoLines
      first={
        point.isSoftDeleted ? (
          <>
            {`${words.softDeleted}, `}
            {left}
          </>
        ) : (
          left
        )
      }
    />
  );
}

interface ColumnsContext {
  /** What is listed. */
  readonly points: readonly RecoveryPoint[];
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
  const { points, now, address } = context;
  return [
    pointTimeColumn(words.heads.time, { least: MOMENT_PX }),
    {
      head: words.consistency,
      width: { least: 112 },
      leaves: 3,
      place: 'line',
      cell: ({ consistency }) => <ConsistencyCell consistency={consistency} />,
    },
    {
      head: words.heads.tier,
      width: { least: 124, share: 1.2 },
      leaves: 2,
      place: 'line',
      cell: ({ tier, isMounted }) => (
        <TwoLines
          first={isMounted === true ? mountedPoints.inTier(wizard.tier[tier]) : wizard.tier[tier]}
        />
      ),
    },
    pointLossColumn(words.heads.lost, points, now),
    lacksColumn(context),
    expiryColumn(now),
    pointRestoreColumn(words.heads.restore, {
      search: { instance: address, ...viewSearch(context.isSecondary) },
      options: vmRestoreOptions,
      held: context.held,
      blockedAt: (point) => blockedBy(context.abilitiesOf(point)),
    }),
  ];
}

function ConsistencyCell({ consistency }: Pick<RecoveryPoint, 'consistency'>) {
  const styles = usePartStyles();
  return (
    <span className={mergeClasses(styles.sign, styles.whole)}>
      <ConsistencySign consistency={consistency} />
      {instance.consistency[consistency]}
    </span>
  );
}

/** The column with the kinds of restore that a point can't start, or of which that isn't known. */
const lacksColumn = ({ abilitiesOf, onWhy }: ColumnsContext): GridColumn<RecoveryPoint> => ({
  head: abilityWords.notPossible,
  width: { least: 176 },
  place: 'line',
  cell: (point) => {
    const abilities = abilitiesOf(point);
    if (abilities === null) return wizard.reads.loading;
    const time = pointText(point);
    return abilities.some(({ state }) => state !== 'possible') ? (
      <LacksCell
        abilities={abilities}
        time={time}
        onWhy={(ability, target) => onWhy({ ability, recoveryPointId: point.name, time, target })}
      />
    ) : null;
  },
});

interface LacksCellProps {
  readonly abilities: readonly Ability[];
  /** The point's time, or its name where it has none. */
  readonly time: string;
  readonly onWhy: (ability: Ability, target: HTMLElement) => void;
}

const LACKS = ['notPossible', 'notChecked'] as const;

/** What can't be started, or isn't known, each leading to its reason. */
function LacksCell({ abilities, time, onWhy }: LacksCellProps) {
  const styles = usePartStyles();
  const tabIndex = useRowTabIndex();
  return LACKS.map((state) => {
    const own = abilities.filter((one) => one.state === state);
    if (own.length === 0) return null;
    return (
      <span key={state} className={mergeClasses(styles.sign, styles.whole)}>
        {/* The head says the other one, where it is in view. */}
        <span className={state === 'notPossible' ? styles.whenNarrow : undefined}>
          {`${abilityWords[state]}:`}
        </span>
        <StatusIcon tone={TONES[state]} />
        {own.map((ability) => {
          const kind = abilityWords.kinds[ability.kind];
          return (
            <LinkButton
              key={kind}
              tabIndex={tabIndex}
              title={ability.short ?? abilityWords[state]}
              aria-haspopup="dialog"
              aria-label={
                state === 'notChecked'
                  ? abilityWords.whyNotChecked(kind, time)
                  : abilityWords.whyNot(kind, time)
              }
              onClick={({ currentTarget }) => onWhy(ability, currentTarget)}
            >
              {kind}
            </LinkButton>
          );
        })}
      </span>
    );
  });
}

/** The rule that refuses a way to restore, in few words. */
const blockedBy =
  (abilities: ReturnType<AbilitiesOf>): BlockedOption =>
  ({ search }) => {
    const ability = abilities?.find(({ kind }) => kind === search.option);
    if (ability?.state !== 'notPossible') return undefined;
    return ability.short ?? instance.can.notPossible;
  };
