import { makeStyles, tokens } from '@fluentui/react-components';
import type { ComponentType, ReactNode } from 'react';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Expected, ExpectedTime } from '#src/progress/live/ExpectedDuration.tsx';
import { clockRangeText } from '#src/progress/live/progress-text.ts';
import { picture as pictureWords } from '#src/strings/picture.ts';
import { review as words } from '#src/strings/review.ts';
import { wizard } from '#src/strings/wizard.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { Status } from '#src/ui/Status.tsx';
import { useNow } from '#src/ui/hooks.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import type { RestoreModel } from '#src/ui/picture/model.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';
import type { DrawPicture } from '#src/wizard/picture.ts';
import type { ReviewPictureProps } from '#src/wizard/review/ReviewPicture.tsx';
import type { PictureProps, TaskPlan } from '#src/wizard/task.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalM,
    paddingBlockStart: tokens.spacingVerticalS,
    alignItems: 'start',
    '@media (max-width: 1279px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  more: { margin: 0 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
  },
  fact: { maxWidth: '320px', minWidth: 0 },
  term: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  basis: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  picture: { gridColumn: '1 / -1', minWidth: 0 },
  // As high as a copy of three disks takes, so that what is below moves little.
  waiting: { gridColumn: '1 / -1', height: '300px' },
});

const ReviewPicture = lazyPart(
  () => import('#src/wizard/review/ReviewPicture.tsx'),
  (code) => code.ReviewPicture,
);

interface ReviewHeadProps<Seen> extends Omit<ReviewPictureProps, 'pictureOf'> {
  readonly view: Seen;
  readonly plan: TaskPlan;
  readonly Picture: ComponentType<PictureProps<Seen>> | undefined;
}

/** What Restore will do: from when, what that costs and how long it takes, and as a picture. */
export function ReviewHead<Seen>({ plan, Picture, view, ...toParts }: ReviewHeadProps<Seen>) {
  const styles = useStyles();
  const { contents } = useCommonStyles();
  const { title, more, isWarning } = plan.headline ?? { title: plan.sentence, more: '' };
  const draw = (time: Expected | null): ReactNode => {
    const drawn: DrawPicture = (pictureOf) => (
      <>
        <Facts loss={pictureOf(() => undefined).model} time={time} cancel={plan.cancel} />
        <aside aria-label={wizard.plan.title} className={styles.picture}>
          <ReviewPicture {...toParts} pictureOf={pictureOf} />
        </aside>
      </>
    );
    return Picture && <Picture view={view} draw={drawn} />;
  };
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
      <div className={contents}>
        <Part what={wizard.plan.picture} waiting={<div className={styles.waiting} />}>
          {plan.renderExpected ? plan.renderExpected(draw) : draw(null)}
        </Part>
      </div>
    </div>
  );
}

interface FactsProps {
  readonly loss: Pick<RestoreModel, 'moves' | 'point'>;
  readonly time: Expected | null;
  readonly cancel: TaskPlan['cancel'];
}

/** What it costs, how long it takes, when it would be ready, and until when it can be canceled. */
function Facts({ loss: { moves, point }, time, cancel }: FactsProps) {
  const styles = useStyles();
  const { loss } = moves;
  return (
    <dl className={styles.facts}>
      {loss.is === 'known' && (
        <Fact
          term={words.loss[loss.value.fate]}
          value={durationText(loss.value.ms)}
          basis={point.time.is === 'known' ? words.since(dateTimeText(point.time.value)) : null}
        />
      )}
      {loss.is === 'unknown' && (
        <Fact term={pictureWords.loss} value={null} basis={pictureWords.unnamed(loss.fact)} />
      )}
      {time?.is === 'unknown' && (
        <Fact term={wizard.plan.expected} value={null} basis={time.fact} />
      )}
      {time?.is === 'known' && (
        <>
          <Fact term={wizard.plan.expected} value={time.value.short} basis={time.value.basis} />
          <Ready time={time.value} />
        </>
      )}
      {cancel && <Fact term={words.cancel} value={cancel[0]} basis={cancel[1]} />}
    </dl>
  );
}

const EVERY_MINUTE_MS = 60_000;

/** When a restore that starts now would be ready. */
function Ready({ time: { range } }: { readonly time: ExpectedTime }) {
  const at: Instant = useNow(EVERY_MINUTE_MS);
  return <Fact term={words.ready} value={clockRangeText(range, at)} basis={null} />;
}

interface FactProps {
  readonly term: string;
  /** Null: it isn't known, and `basis` says why. */
  readonly value: string | null;
  readonly basis: string | null;
}

function Fact({ term, value, basis }: FactProps) {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>{term}</dt>
      {value !== null && <dd className={styles.value}>{value}</dd>}
      {basis !== null && <dd className={styles.basis}>{basis}</dd>}
    </div>
  );
}
