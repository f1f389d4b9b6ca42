import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { instanceAddress } from '#src/api/arm/address.ts';
import { RESTORE_KINDS } from '#src/datasources/azure-vm/field.ts';
import type { WhyQuestion } from '#src/datasources/azure-vm/instance/points/WhyPopover.tsx';
import {
  type Ability,
  usePointAbilities,
} from '#src/datasources/azure-vm/instance/points/point-abilities.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { NotUsed } from '#src/datasources/azure-vm/not-used.tsx';
import { sourceBytes } from '#src/datasources/azure-vm/plan.tsx';
import { pairedRegion } from '#src/datasources/azure-vm/target.ts';
import type { GoTo } from '#src/datasources/datasource.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
import type { Machine } from '#src/model/machines.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import {
  type Expected,
  expectedText,
  useExpectedOfKinds,
} from '#src/progress/live/ExpectedDuration.tsx';
import { shortRangeText } from '#src/progress/live/progress-text.ts';
import { instance as instanceWords } from '#src/strings/instance.ts';
import { plan } from '#src/strings/plan.ts';
import { progress } from '#src/strings/progress.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { RouterButton, RouterLink } from '#src/ui/links.tsx';
import { Status, StatusIcon } from '#src/ui/Status.tsx';
import { pointText } from '#src/ui/instance-columns.tsx';
import { ConsistencySign } from '#src/ui/points/signs.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { PlanFold } from '#src/wizard/Plan.tsx';
import { known } from '#src/wizard/read.ts';

const words = wizard.point;
const { createNew, restoreDisks, replaceDisks } = wizard.configuration;

const KINDS: Readonly<Record<RestoreKind, string>> = {
  createVm: createNew,
  restoreDisks,
  replaceDisks,
};

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  between: { justifyContent: 'space-between' },
  disks: { display: 'flex', gap: tokens.spacingHorizontalXS, textAlign: 'center' },
  disk: { flexBasis: 0, minWidth: '44px', overflow: 'hidden' },
  box: {
    padding: `${tokens.spacingVerticalS} 0`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    whiteSpace: 'nowrap',
  },
  heading: {
    margin: 0,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  kinds: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 120px',
    gap: tokens.spacingVerticalM,
  },
  axis: { display: 'flex', justifyContent: 'space-between', gridColumn: 2 },
  track: { alignSelf: 'center', color: tokens.colorNeutralStroke2 },
  range: {
    color: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { color: 'Highlight' },
  },
});

interface PointPanelProps {
  readonly instance: ResourceId;
  readonly view: DraftView;
  readonly point: RecoveryPoint;
  readonly isSecondary: boolean;
  /** Several kinds of restore can be chosen. */
  readonly hasKinds: boolean;
  readonly onWhy: (question: WhyQuestion) => void;
  readonly goTo: GoTo;
}

/** What a restore point holds, and what can be done with it in which time. */
export function PointPanel(props: PointPanelProps) {
  const { instance, view, point, hasKinds } = props;
  const styles = useStyles();
  const { second } = useCommonStyles();
  const item = known(view.reads.instance);
  const machine = known(view.reads.machine) ?? null;
  const address = instanceAddress(instance);
  return (
    <div className={styles.column}>
      <p className={mergeClasses(styles.line, second)}>
        <ConsistencySign consistency={point.consistency} />
        {[wizard.consistency[point.consistency], wizard.tier[point.tier]].join(
          instanceWords.separator,
        )}
      </p>
      {machine !== null && <Disks point={point} machine={machine} />}
      <NotUsed view={view} goTo={props.goTo} />
      {hasKinds && item !== undefined && <Kinds {...props} item={item} />}
      {known(view.reads.vault)?.crossRegionRestore === true && !props.isSecondary && (
        <div className={mergeClasses(styles.line, styles.between)}>
          <Status tone="unknown">{words.secondary}</Status>
          <RouterLink
            to="/instances/$instanceId"
            params={{ instanceId: address }}
            search={{ view: 'secondary' }}
          >
            {words.readIt}
          </RouterLink>
        </div>
      )}
      <div>
        <RouterButton
          size="small"
          to="/instances/$instanceId"
          params={{ instanceId: address }}
          search={{ compare: `${point.name},now` }}
        >
          {words.compare}
        </RouterButton>
      </div>
    </div>
  );
}

/** The disks that a point holds, as large as the VM has them today. */
function Disks({ point, machine }: { readonly point: RecoveryPoint; readonly machine: Machine }) {
  const styles = useStyles();
  const { second } = useCommonStyles();
  const held = (point.disks ?? []).map(({ lun, name }) => ({
    lun,
    name,
    gib: machine.disks.find((disk) => disk.lun === lun)?.sizeGiB ?? null,
  }));
  const sizes = held.flatMap(({ gib }) => gib ?? []);
  const all = sizes.reduce((sum, one) => sum + one, 0);
  return (
    <div className={second}>
      <div className={styles.disks}>
        {held.map(({ lun, name, gib }) => (
          <div
            key={`${String(lun)} ${name ?? ''}`}
            className={styles.disk}
            style={{ flexGrow: Math.sqrt(gib ?? 32) }}
            title={name === null ? undefined : textInSentence(name)}
          >
            <div className={styles.box}>{gib === null ? '?' : words.gib(gib)}</div>
            {lun === -1 || lun === null ? words.osDisk : words.dataDisk(lun)}
          </div>
        ))}
      </div>
      {machine.size !== null &&
        sizes.length === held.length &&
        words.asToday(machine.size, all, machine.name)}
    </div>
  );
}

interface KindsProps extends PointPanelProps {
  readonly item: ProtectedItem;
}

/** The kinds of restore: how long each takes on one axis, or that it can't be done and why. */
function Kinds({ instance, item, view, point, isSecondary, onWhy }: KindsProps) {
  const styles = useStyles();
  const { second } = useCommonStyles();
  const abilities = usePointAbilities(instance, isSecondary ? 'secondary' : 'primary')(point);
  const expected = useExpectedFrom({ view, point, isSecondary, item });
  const latest = Math.max(
    0,
    ...RESTORE_KINDS.map((kind) => {
      const time = expected[kind];
      return time.is === 'known' ? time.value.range.highMs : 0;
    }),
  );
  const most = Math.ceil((latest * 1.2) / TEN_MIN_MS) * TEN_MIN_MS;
  const time = pointText(point);
  return (
    <>
      <h4 className={styles.heading}>{words.restoreWith}</h4>
      <div className={styles.kinds}>
        {RESTORE_KINDS.map((kind) => {
          const ability = abilities?.find((one) => one.kind === kind);
          return (
            <KindRow
              key={kind}
              {...{ kind, ability, most }}
              expected={expected[kind]}
              onWhy={(target) => {
                if (ability !== undefined) {
                  onWhy({ ability, recoveryPointId: point.name, time, target });
                }
              }}
              time={time}
            />
          );
        })}
        {most > 0 && (
          <div aria-hidden className={mergeClasses(styles.axis, second)}>
            <span>{words.minutes(0)}</span>
            <span>{words.minutes(most / MINUTE_MS)}</span>
          </div>
        )}
      </div>
      <div className={second}>
        <PlanFold
          title={words.how}
          lines={RESTORE_KINDS.map((kind) =>
            words.howLong(KINDS[kind], expectedText(expected[kind], plan.past[kind])),
          )}
        />
      </div>
    </>
  );
}

type OfKinds = Pick<KindsProps, 'view' | 'point' | 'isSecondary' | 'item'>;

const useExpectedFrom = ({ view, point, isSecondary, item }: OfKinds) =>
  useExpectedOfKinds({
    vaultId: item.vaultId,
    region: isSecondary ? (pairedRegion(view.reads) ?? null) : null,
    isRehydrating: point.tier === 'Archive',
    sizeBytes: sourceBytes(view),
  });

/** How long a restore from a point takes, whichever its type; nothing where that isn't known. */
export function PointRange(props: Pick<PointPanelProps, 'view' | 'point' | 'isSecondary'>) {
  const item = known(props.view.reads.instance);
  return item === undefined ? null : <RangeOfKinds {...props} item={item} />;
}

function RangeOfKinds(props: OfKinds) {
  const ranges = Object.values(useExpectedFrom(props)).flatMap((time) =>
    time.is === 'known' ? time.value.range : [],
  );
  if (ranges.length === 0) return null;
  return shortRangeText({
    lowMs: Math.min(...ranges.map(({ lowMs }) => lowMs)),
    highMs: Math.max(...ranges.map(({ highMs }) => highMs)),
  });
}

const MINUTE_MS = 60_000;
const TEN_MIN_MS = 10 * MINUTE_MS;
const TRACK_PX = 120;

interface KindRowProps {
  readonly kind: RestoreKind;
  /** Undefined while what decides it is being read. */
  readonly ability: Ability | undefined;
  readonly expected: Expected;
  /** The end of the axis in milliseconds; 0: there is none. */
  readonly most: number;
  readonly time: string;
  readonly onWhy: (target: HTMLElement) => void;
}

const { can } = instanceWords;

function KindRow({ kind, ability, expected, most, time, onWhy }: KindRowProps) {
  const styles = useStyles();
  const { second } = useCommonStyles();
  const name = KINDS[kind];
  const range = expected.is === 'known' ? expected.value : null;
  const state = ability?.state ?? 'notChecked';
  if (ability === undefined || state === 'possible') {
    return (
      <>
        <div>
          <div>{name}</div>
          <div className={second}>
            {ability === undefined ? wizard.reads.loading : (range?.short ?? progress.noTypical)}
          </div>
        </div>
        {range === null || most === 0 ? (
          <span />
        ) : (
          <svg aria-hidden width={TRACK_PX} height="10" className={styles.track}>
            <path d={`M0 5H${String(TRACK_PX)}`} stroke="currentColor" strokeWidth="2" />
            <g className={styles.range}>
              <rect
                x={(range.range.lowMs / most) * TRACK_PX}
                width={Math.max(4, ((range.range.highMs - range.range.lowMs) / most) * TRACK_PX)}
                height="10"
                rx="3"
                fill="currentColor"
              />
            </g>
          </svg>
        )}
      </>
    );
  }
  return (
    <>
      <div>
        <div>{name}</div>
        <div className={second}>{ability.short}</div>
      </div>
      <span className={styles.line}>
        <StatusIcon tone={state === 'notPossible' ? 'impossible' : 'unknown'} />
        <span>{can[state]}</span>
        <LinkButton
          aria-haspopup="dialog"
          aria-label={
            state === 'notPossible'
              ? can.whyNot(can.kinds[kind], time)
              : can.whyNotChecked(can.kinds[kind], time)
          }
          onClick={({ currentTarget }) => onWhy(currentTarget)}
        >
          {can.why}
        </LinkButton>
      </span>
    </>
  );
}
