import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { dateTimeText, timeText, leastDurationText } from '#src/lib/format.ts';
import { type Instant, timeAddress } from '#src/lib/time.ts';
import { timeline } from '#src/strings/timeline.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { Status } from '#src/ui/Status.tsx';
import { NoPointFits, PointFilters } from '#src/ui/points/PointFilters.tsx';
import { RestoreTimeline } from '#src/ui/points/RestoreTimeline.tsx';
import type { ChangePoints, PointFilter, PointSearch } from '#src/ui/points/filter.ts';
import type { TimelinePoint } from '#src/ui/points/timeline.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import type { Transitions } from '#src/wizard/draft/transitions.ts';

const words = wizard.point;

const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  filters: {
    minHeight: '40px',
    [NARROW]: { minHeight: '44px', boxSizing: 'border-box', paddingTop: '6px' },
  },
  stuck: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    flexShrink: 0,
    paddingTop: '2px',
    [NARROW]: { paddingTop: 0 },
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-height: 639px)': { position: 'static' },
  },
  kept: { visibility: 'hidden' },
  sentence: {
    display: 'none',
    [NARROW]: { display: 'block', height: '20px', overflow: 'hidden', whiteSpace: 'nowrap' },
  },
});

interface SelectedPoint {
  readonly name: string;
  readonly time: Instant | null;
}

interface AbovePointsProps {
  readonly draft: Draft;
  readonly transitions: Transitions;
  readonly points: readonly TimelinePoint[];
  readonly now: Instant;
  readonly search: PointSearch;
  /** What of the search means something. */
  readonly filter: PointFilter;
  readonly onChange: ChangePoints;
  /** How many restore points the filters leave. */
  readonly shown: number;
  /** Null: none of these is selected. */
  readonly selected: SelectedPoint | null;
  /** The filters leave out the selected one. */
  readonly isHidden: boolean;
  /** The newest point of which applications are consistent, where that is wanted. */
  readonly application: string | null;
  /** The selected one needs no other: what offers it keeps its place, so that the list stays where it is. */
  readonly isEnough: boolean;
}

/** The filters and the timeline of the step for the restore point, and what to know of the selected one. */
export function AbovePoints(props: AbovePointsProps) {
  const { draft, transitions, points, now, filter, onChange, shown, selected } = props;
  const { isHidden, application, isEnough } = props;
  const styles = useStyles();
  const { before, from, to } = filter;
  const choose = (point: string) => changeChoices(transitions, draft.id, { point });
  const offered = points.find(({ name }) => name === application);
  return (
    <>
      <div className={styles.filters}>
        <PointFilters
          filter={filter}
          onChange={onChange}
          hasTiers={points.some(({ tier }) => tier !== undefined)}
          isFlush
        />
      </div>
      <div className={styles.stuck}>
        <RestoreTimeline
          points={points}
          chosen={selected?.name ?? null}
          onChoose={choose}
          onBefore={(at) => onChange({ before: timeAddress(at) })}
          offered={isEnough ? null : application}
          {...{ before, now, from, to }}
        />
        {selected !== null && selected.time !== null && (
          <div className={styles.sentence}>
            <Status tone="warning">
              {before === null || before < selected.time
                ? words.lostSentence(now - selected.time)
                : words.lostBefore(
                    now - selected.time,
                    leastDurationText(before - selected.time),
                    timeText(before),
                  )}
            </Status>
          </div>
        )}
        {offered !== undefined && offered.time !== null && (
          // Each time anew, so that the focus of who presses its button is handed on and not hidden with it.
          <div key={String(isEnough)} className={isEnough ? styles.kept : undefined}>
            <Notice
              intent="warning"
              layout="auto"
              title={words.crashOnly}
              actions={
                <Button size="small" onClick={() => choose(offered.name)}>
                  {timeline.takes(
                    timeline.application(now - offered.time),
                    dateTimeText(offered.time),
                  )}
                </Button>
              }
            >
              {words.crashOnlyBody}
            </Notice>
          </div>
        )}
      </div>
      {selected !== null && isHidden && (
        <Notice intent="warning" role="alert" title={null}>
          {words.hidden(selected.time === null ? selected.name : dateTimeText(selected.time))}
        </Notice>
      )}
      {shown === 0 && <NoPointFits points={points} onChange={onChange} />}
    </>
  );
}
