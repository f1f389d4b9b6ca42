import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { GoTo } from '#src/datasources/datasource.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Expected, ExpectedTime } from '#src/progress/live/ExpectedDuration.tsx';
import { clockRangeText } from '#src/progress/live/progress-text.ts';
import { picture as words } from '#src/strings/picture.ts';
import { review } from '#src/strings/review.ts';
import { dataLoss } from '#src/strings/timeline.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Part } from '#src/ui/Part.tsx';
import { Status } from '#src/ui/Status.tsx';
import { useMedia, useNow } from '#src/ui/hooks.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import type { Card, PicturePart, Pin, Reading, RestoreModel } from '#src/ui/picture/model.ts';
import { unknownText } from '#src/ui/picture/reading.ts';
import { LineDrawing } from '#src/ui/picture/RestoreLine.tsx';
import { PictureTwin, RestorePicture } from '#src/ui/picture/RestorePicture.tsx';
import { Name } from '#src/ui/text.tsx';
import { FINDINGS_ID } from '#src/wizard/explain/findings.ts';
import { byTone, type DrawPicture, heardPicture, partsOf } from '#src/wizard/picture.ts';
import type { Course, StepSign } from '#src/wizard/course.ts';
import { CoursePicture } from '#src/wizard/review/CoursePicture.tsx';
import { CourseStrip, Untouched, useTimes } from '#src/wizard/review/CourseStrip.tsx';
import { placeNamed, type TaskSteps } from '#src/wizard/steps/task-steps.ts';
import type { PinnedCheck, ReviewAction, TaskPlan } from '#src/wizard/task.ts';

export interface ReviewHeadProps extends Omit<ReviewPictureProps, 'pictureOf' | 'time'> {
  readonly plan: TaskPlan;
  /** Left out: it has none. */
  readonly renderPicture?: ((draw: DrawPicture) => ReactNode) | undefined;
}

/** What Restore will do: from when, what that costs and how long it takes, and as a picture. */
export function ReviewHead({ plan, renderPicture, ...toParts }: ReviewHeadProps) {
  const styles = useStyles();
  const { title, more, isWarning } = plan.headline ?? { title: plan.sentence, more: '' };
  const draw = (time: Expected | null): ReactNode =>
    renderPicture?.((pictureOf) => {
      const { model, course } = pictureOf(() => undefined);
      const known = time?.is === 'known' ? time.value : null;
      return (
        <>
          <Facts loss={model} time={time} cancel={plan.cancel} course={course} />
          <aside aria-label={wizard.plan.title} className={styles.picture}>
            <ReviewPicture {...toParts} pictureOf={pictureOf} time={known} />
          </aside>
        </>
      );
    });
  return (
    <div className={styles.root}>
      <div>
        <SectionHeading level={3}>
          {isWarning === true ? <Status tone="warning">{title}</Status> : title}
        </SectionHeading>
        {more !== '' && (
          <p className={styles.more}>
            <Name>{more}</Name>
          </p>
        )}
      </div>
      <Part what={wizard.plan.picture} waiting={<div className={styles.waiting} />}>
        {plan.renderExpected ? plan.renderExpected(draw) : draw(null)}
      </Part>
    </div>
  );
}

interface ReviewPictureProps {
  readonly steps: TaskSteps;
  /** What the rules say, and where that can be changed. */
  readonly heard: Pick<Parameters<typeof heardPicture>[1], 'findings' | 'wayTo' | 'fieldLabel'>;
  readonly pictureOf: Parameters<DrawPicture>[0];
  readonly pinned: readonly PinnedCheck[];
  readonly goTo: GoTo;
  /** Leads to a line of the checks, by the id of its name. */
  readonly toCheck: (id: string) => void;
  /** Null: not known. */
  readonly time: ExpectedTime | null;
  /** What puts right what holds the restore back. */
  readonly action: ReviewAction | undefined;
}

/** What Restore will do, as a picture: a part has the signs of its checks, and leads to them. */
function ReviewPicture(props: ReviewPictureProps) {
  const { steps, heard, pictureOf, pinned, goTo, toCheck, time, action } = props;
  const styles = useStyles();
  const isNarrow = useMedia('(max-width: 1023px)');
  const isPhone = useMedia('(max-width: 639px)');
  const goToField = (field: string): void => {
    const place = placeNamed(steps, field);
    if (place !== null) goTo(place.step, place.field);
  };
  const drawn = pictureOf(goToField);
  const { course } = drawn;
  const heardModel = heardPicture(drawn, { ...heard, goTo, isElsewhere: true });
  const model = reviewedPicture(heardModel, pinned);
  if (course?.away !== undefined) {
    const signs = stepSigns(heardModel, pinned);
    return (
      <CoursePicture
        {...{ course, time, model, action, signs }}
        isUpright={isNarrow}
        toRow={toCheck}
      />
    );
  }
  const drawing = (
    <RestorePicture
      isBare
      model={model}
      size={isNarrow ? 'stacked' : 'wide'}
      onField={(field) => (placeNamed(steps, field) === null ? toCheck(field) : goToField(field))}
    />
  );
  const strip = course && <CourseStrip course={course} time={time} />;
  return isPhone ? (
    <>
      <details>
        <summary className={styles.fold}>
          <LineDrawing model={model} label={model.sentence} />
        </summary>
        {drawing}
        <PictureTwin model={model} />
      </details>
      {strip}
      {course && <Untouched course={course} />}
    </>
  ) : (
    <div className={styles.drawn}>
      {drawing}
      {strip}
      <PictureTwin model={model}>{course && <Untouched course={course} />}</PictureTwin>
    </div>
  );
}

/** What rules and checks say, by the parts that they are about. */
const stepSigns = ({ pins }: RestoreModel, pinned: readonly PinnedCheck[]): readonly StepSign[] => [
  ...pins.flatMap(({ id, tone, title, part }): StepSign[] =>
    tone === 'ok' || tone === 'open' ? [] : [{ tone, title, part, rowId: FINDINGS_ID, rule: id }],
  ),
  ...pinned.flatMap(({ tone, name, part, rowId }): StepSign[] =>
    tone === null || tone === 'ok' || tone === 'open' ? [] : [{ tone, title: name, part, rowId }],
  ),
];

/**
 * A picture with its checks: each part has what isn't passed of its own, or that all is, and leads to its list line. What is still to
 * be chosen leads to its field. Pure.
 */
export function reviewedPicture(model: RestoreModel, pinned: readonly PinnedCheck[]): RestoreModel {
  const ids = new Set([model.moves, ...partsOf(model)].map(({ id }) => id));
  const checks = pinned
    .map((check) => ({ ...check, part: ids.has(check.part) ? check.part : model.result.id }))
    .toSorted((a, b) => byTone({ tone: a.tone ?? 'ok' }, { tone: b.tone ?? 'ok' }));
  const own = checks.flatMap(({ rowId, part, name, tone }): readonly Pin[] =>
    tone === null || tone === 'ok'
      ? []
      : [{ id: rowId, part, tone, title: name, isElsewhere: true, links: [] }],
  );
  // The checks below say it.
  const signs = [...model.pins.map((pin) => ({ ...pin, isElsewhere: true })), ...own];
  const passed = [...new Set(checks.flatMap(({ part, tone }) => (tone === 'ok' ? [part] : [])))]
    .filter((part) => signs.every((pin) => pin.part !== part))
    .map((part): Pin => ({
      id: `passed-${part}`,
      part,
      tone: 'ok',
      title: words.tones.ok,
      isElsewhere: true,
      links: [],
    }));
  const leading = <Part extends PicturePart>(part: Part): Part => {
    if (part.fate === 'unknown' && part.field !== undefined) return part;
    const check = checks.find((one) => one.part === part.id)?.rowId;
    const rule = model.pins.some((pin) => pin.part === part.id) ? FINDINGS_ID : undefined;
    return { ...part, field: check ?? rule };
  };
  const card = (one: Card): Card => ({
    ...leading(one),
    disks: listOf(one.disks, leading),
    disksBeside: one.disksBeside.map(leading),
    nics: listOf(one.nics, leading),
    others: one.others.map(leading),
  });
  return {
    ...model,
    state: 'review',
    source: card(model.source),
    point: leading(model.point),
    moves: { ...model.moves, under: model.moves.under.map(leading) },
    result: card(model.result),
    pins: [...signs, ...passed].toSorted(byTone),
  };
}

const listOf = <Part extends PicturePart>(
  list: Reading<readonly Part[]>,
  change: (part: Part) => Part,
): Reading<readonly Part[]> =>
  list.is === 'known' ? { is: 'known', value: list.value.map(change) } : list;

const PHONE = '@media (max-width: 639px)';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'start',
    '@media (max-width: 1279px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  more: { margin: 0 },
  picture: { gridColumn: '1 / -1', minWidth: 0 },
  drawn: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
    '& > *': { minWidth: 0 },
  },
  fold: { cursor: 'pointer', marginBottom: tokens.spacingVerticalXS },
  // As high as a copy of three disks takes, so that what is below moves little.
  waiting: { gridColumn: '1 / -1', height: '300px' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    [PHONE]: { columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200 },
  },
  // The course has it.
  drawnBelow: { [PHONE]: { display: 'none' } },
  fact: { maxWidth: '320px', minWidth: 0 },
  term: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  basis: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  // The title has the point, and the table what it goes by.
  known: { [PHONE]: { display: 'none' } },
});

interface FactsProps {
  readonly loss: Pick<RestoreModel, 'moves'>;
  readonly time: Expected | null;
  readonly cancel: TaskPlan['cancel'];
  readonly course: Course | undefined;
}

/** What it costs, how long it takes, when it would be ready, and until when it can be canceled. */
function Facts({ loss: { moves }, time, cancel, course }: FactsProps) {
  const styles = useStyles();
  const { loss } = moves;
  return (
    <dl className={styles.facts}>
      {loss.is === 'known' && (
        <Fact
          term={review.loss[loss.value.fate]}
          value={dataLoss.length(loss.value.ms)}
          basis={null}
        />
      )}
      {loss.is === 'unknown' && <Fact term={words.loss} value={null} basis={unknownText(loss)} />}
      {time?.is === 'unknown' && (
        <Fact term={wizard.plan.expected} value={null} basis={time.fact} />
      )}
      {time?.is === 'known' && (
        <>
          <Fact term={wizard.plan.expected} value={time.value.short} basis={time.value.basis} />
          <Ready time={time.value} />
        </>
      )}
      <CancelFact cancel={cancel} course={course} time={time?.is === 'known' ? time.value : null} />
    </dl>
  );
}

/** Until when it can be canceled: by the clock where the time of its steps is known. */
function CancelFact({ cancel, course, time }: CancelFactProps) {
  const { limit } = useTimes({ course: course ?? NO_STEPS, time });
  if (cancel === undefined) return null;
  const [until, basis] = cancel;
  return limit === null ? (
    <Fact term={review.cancel} value={until} basis={basis} />
  ) : (
    <Fact term={review.cancelUntil} value={limit} basis={basis} isDrawnBelow />
  );
}

interface CancelFactProps extends Pick<FactsProps, 'cancel' | 'course'> {
  readonly time: ExpectedTime | null;
}

const NO_STEPS: Course = { steps: [] };

const EVERY_MINUTE_MS = 60_000;

/** When a restore that starts now would be ready. */
function Ready({ time: { range } }: { readonly time: ExpectedTime }) {
  const at: Instant = useNow(EVERY_MINUTE_MS);
  return <Fact term={review.ready} value={clockRangeText(range, at)} basis={null} />;
}

interface FactProps {
  readonly term: string;
  /** Null: it isn't known, and `basis` says why. */
  readonly value: string | null;
  readonly basis: string | null;
  /** The course has it, too: a phone has room for one. */
  readonly isDrawnBelow?: boolean;
}

function Fact({ term, value, basis, isDrawnBelow }: FactProps) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.fact, isDrawnBelow === true && styles.drawnBelow)}>
      <dt className={styles.term}>{term}</dt>
      {value !== null && <dd className={styles.value}>{value}</dd>}
      {basis !== null && (
        <dd className={mergeClasses(styles.basis, value !== null && styles.known)}>{basis}</dd>
      )}
    </div>
  );
}
