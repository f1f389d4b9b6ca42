import { DiscardDraft } from '#src/wizard/draft/DiscardDraft.tsx';
import { mayRunText } from '#src/wizard/draft/draft-text.ts';
import { isSent } from '#src/wizard/draft/schema.ts';
import { NO_PANEL_BESIDE, SHORT } from '#src/ui/styles.ts';
import { NameLink } from '#src/ui/links.tsx';
import { PageHeader } from '#src/ui/page.tsx';
import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { memo, type ReactNode, useCallback, useState } from 'react';
import type { WizardProps } from '#src/datasources/datasource.ts';
import { now } from '#src/lib/clock.ts';
import { momentText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { common } from '#src/strings/common.ts';
import { wizard } from '#src/strings/wizard.ts';
import { CopyLink } from '#src/ui/CopyLink.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { Spoken } from '#src/ui/Spoken.tsx';
import { StatusIcon, type Tone } from '#src/ui/Status.tsx';
import type { PlanProps } from '#src/wizard/Plan.tsx';
import type { PicturePlace } from '#src/wizard/PlanPicture.tsx';
import type { DrawPicture } from '#src/wizard/picture.ts';
import {
  fieldsBefore,
  LAST_STEP,
  type StepNow,
  type StepState,
} from '#src/wizard/steps/task-steps.ts';

const useListStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': { columnGap: 0, paddingInline: tokens.spacingHorizontalS },
  },
  step: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    height: '44px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderBottom: '2px solid transparent',
    // Forced colors would draw a transparent edge too; only the current step has one.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
    fontWeight: tokens.fontWeightSemibold,
  },
  number: {
    minWidth: '20px',
    height: '20px',
    border: '1px solid currentColor',
    borderRadius: tokens.borderRadiusCircular,
    boxSizing: 'border-box',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    fontWeight: tokens.fontWeightSemibold,
    // The list says the number to a screen reader; as text it would have to be part of the button's name.
    '::before': { content: 'attr(data-number)' },
  },
  filled: {
    border: 'none',
    lineHeight: '20px',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    '@media (forced-colors: active)': {
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none',
    },
  },
  // On a narrow screen only the current step is named; the others keep their icon and name for readers.
  name: { [NO_PANEL_BESIDE]: { fontSize: 0 } },
  currentName: { [NO_PANEL_BESIDE]: { fontSize: tokens.fontSizeBase300 } },
});

/** What a step shows instead of its number. */
const TONES: Readonly<Partial<Record<StepMark, Tone>>> = {
  done: 'done',
  blocked: 'failed',
  notNeeded: 'cancelled',
  notChecked: 'unknown',
};

type StepMark = StepState['state'] | 'notVisited';

/** What is shown of a step's state: what is valid is done, whoever filled it in. The last step is done when it was looked at. */
const markOf = ({ id, state: { state } }: StepNow, isVisited: boolean): StepMark =>
  id === LAST_STEP && state === 'done' && !isVisited ? 'notVisited' : state;

interface StepListProps {
  readonly current: string;
  /** Ids of the steps that the person was at. */
  readonly visited?: readonly string[] | undefined;
  readonly steps: readonly StepNow[];
  readonly goTo: (step: string) => void;
}

/** All steps, always, each with its number or, once it was visited, its state. */
export function StepList({ current, visited, steps, goTo }: StepListProps) {
  const styles = useListStyles();
  return (
    <nav aria-label={wizard.steps}>
      <ol className={styles.list}>
        {steps.map((step, index) => {
          const { id, title } = step;
          const isCurrent = id === current;
          const mark = markOf(step, isCurrent || visited?.includes(id) === true);
          const tone = isCurrent ? undefined : TONES[mark];
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={isCurrent ? 'step' : undefined}
                title={title}
                aria-label={`${title}, ${wizard.stepState[mark]}`}
                className={mergeClasses(styles.step, isCurrent && styles.current)}
                onClick={() => goTo(id)}
              >
                {tone === undefined ? (
                  <span
                    aria-hidden
                    data-number={index + 1}
                    className={mergeClasses(styles.number, isCurrent && styles.filled)}
                  />
                ) : (
                  <StatusIcon tone={tone} />
                )}
                <span className={mergeClasses(styles.name, isCurrent && styles.currentName)}>
                  {title}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 auto',
    minHeight: 0,
    [NO_PANEL_BESIDE]: { flexShrink: 0, minHeight: 'auto' },
    [SHORT]: { flexShrink: 0, minHeight: 'auto' },
  },
  body: {
    display: 'flex',
    flex: '1 1 auto',
    minHeight: 0,
    [NO_PANEL_BESIDE]: { flexDirection: 'column', flexShrink: 0, minHeight: 'auto' },
    [SHORT]: { flexShrink: 0, minHeight: 'auto' },
  },
  // The picture stands above the form.
  stacked: { flexDirection: 'column' },
  sent: {
    flex: '1 1 auto',
    padding: tokens.spacingHorizontalXXL,
    overflowY: 'auto',
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
  actions: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    '@media (max-width: 639px)': {
      '& > button': { minWidth: '44px', minHeight: '44px', paddingInline: 0 },
      // Beside it is a word that isn't shown.
      '& > button > .fui-Button__icon': { marginInline: 0 },
    },
  },
  saved: {
    marginInlineEnd: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 639px)': { display: 'none' },
  },
  // Where there is room for words, Discard has no icon.
  icon: { '@media (min-width: 640px)': { display: 'none' } },
  word: { '@media (max-width: 639px)': { display: 'none' } },
});

interface WizardFrameProps extends Omit<WizardProps, 'onJob'> {
  readonly title: string;
  /** What is being restored, and where it is kept. */
  readonly about: readonly string[];
  readonly steps: readonly StepNow[];
  /** What will happen, as far as it is chosen; null where the step says it itself. */
  readonly plan: PicturedPlan | null;
  /** Whether the code of the step is there. */
  readonly isStepThere: boolean;
  /** The step that one is at, or what became of the press of Restore. */
  readonly children: ReactNode;
}

/** What is around the steps of every datasource: the header, the list of steps, and what was sent. */
export function WizardFrame(props: WizardFrameProps) {
  const styles = useStyles();
  const { draft, trouble, step, steps, plan, onStep, ToJob } = props;
  // The password of a script is in the memory of this tab alone.
  const isSecretHere = draft.task === 'recoverFiles' && isSent(draft.submission);
  const jobId = draft.submission.state === 'job' ? draft.submission.jobId : null;
  return (
    <div className={styles.root}>
      {jobId !== null && <ToJob jobId={jobId} />}
      <WizardHeader
        title={props.title}
        crumb={wizard.crumb[draft.task ?? 'restore']}
        about={props.about}
        changedAt={draft.changedAt}
        isSafe={trouble === null && !isSecretHere}
        draftId={draft.id}
        mayRun={draft.earlier === undefined ? null : mayRunText(draft)}
        isOpen={!isSent(draft.submission)}
        onClose={props.onClose}
      />
      {trouble !== null && (
        <MessageBar intent="warning">
          <MessageBarBody>{wizard.draftInTab[trouble]}</MessageBarBody>
        </MessageBar>
      )}
      {isSent(draft.submission) ? (
        <div className={styles.sent}>{props.children}</div>
      ) : (
        <>
          <StepList current={step} visited={draft.visited} steps={steps} goTo={onStep} />
          <WithPlan {...{ plan, steps }} isStepThere={props.isStepThere}>
            {props.children}
          </WithPlan>
        </>
      )}
    </div>
  );
}

/** A plan that may be drawn, too. */
interface PicturedPlan extends PlanProps {
  readonly renderPicture?: ((draw: DrawPicture) => ReactNode) | undefined;
}

const PlanLine = lazyPart(
  () => import('#src/wizard/Plan.tsx'),
  (code) => code.PlanLine,
);

const PlanPanel = lazyPart(
  () => import('#src/wizard/Plan.tsx'),
  (code) => code.PlanPanel,
);

/** The picture of the plan, which comes once the form can be used. */
const PlanPicture = lazyPart(
  () => import('#src/wizard/PlanPicture.tsx'),
  (code) => code.PlanPicture,
);

/** The width that a page has on a screen of 1280 or 1024 beside the rail. */
const BESIDE = 1232;
const ABOVE = 976;

const placeIn = (width: number): PicturePlace =>
  width >= BESIDE ? 'beside' : width >= ABOVE ? 'above' : 'line';

/** The place of the picture by the width of an element; null before that is measured. */
function usePicturePlace() {
  const [place, setPlace] = useState<PicturePlace | null>(null);
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const look = (): void => setPlace(placeIn(element.clientWidth));
    // At once, so that nothing moves once it is drawn.
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { place, measure };
}

interface PicturePartProps {
  readonly place: PicturePlace;
  readonly children: ReactNode;
}

/** The place of the picture, which is kept free until its code has come. */
function PicturePart({ place, children }: PicturePartProps) {
  const styles = usePlaceStyles();
  const part = <Part what={wizard.plan.picture}>{children}</Part>;
  return place === 'line' ? (
    <div className={styles.line}>{part}</div>
  ) : (
    <aside className={styles[place]} aria-label={wizard.plan.title}>
      {part}
    </aside>
  );
}

const usePlaceStyles = makeStyles({
  // One of both is shown.
  words: { display: 'none', [NO_PANEL_BESIDE]: { display: 'contents' } },
  panel: { display: 'contents', [NO_PANEL_BESIDE]: { display: 'none' } },
  free: {
    width: '368px',
    flexShrink: 0,
    [NO_PANEL_BESIDE]: { width: 'auto', minHeight: '41px' },
  },
  beside: {
    width: '648px',
    flexShrink: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    boxSizing: 'border-box',
  },
  // As high as a copy takes; what takes more scrolls, so that the form never moves.
  above: {
    height: '281px',
    maxHeight: '45%',
    flexShrink: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    boxSizing: 'border-box',
  },
  line: {
    minHeight: '56px',
    '@media (max-width: 639px)': { minHeight: '106px' },
  },
});

type WithPlanProps = Pick<WizardFrameProps, 'plan' | 'steps' | 'isStepThere' | 'children'>;

/**
 * A step with what will happen: in words up to the restore point, then as a picture. The step stands in
 * the same place whatever is beside it, so that the next one finds the focus where it was.
 */
export function WithPlan({ plan, steps, isStepThere, children }: WithPlanProps) {
  const styles = useStyles();
  const { place, measure } = usePicturePlace();
  const isDrawn =
    plan?.renderPicture !== undefined && fieldsBefore(steps, plan.step).includes('point');
  const { before, after } =
    plan === null
      ? NOTHING_BESIDE
      : isDrawn
        ? pictureBeside({ plan, steps, isStepThere, place })
        : wordsBeside(plan);
  return (
    <div
      ref={measure}
      className={mergeClasses(styles.body, isDrawn && place === 'above' && styles.stacked)}
    >
      {plan !== null && <Spoken text={plan.sentence} />}
      {before}
      {children}
      {after}
    </div>
  );
}

/** What stands before a step and after it. */
interface Beside {
  readonly before: ReactNode;
  readonly after: ReactNode;
}

const NOTHING_BESIDE: Beside = { before: null, after: null };

const wordsBeside = ({ renderPicture: _drawn, ...words }: PicturedPlan): Beside => ({
  before: (
    <WordsPart place="words">
      <PlanLine {...words} />
    </WordsPart>
  ),
  after: (
    <WordsPart place="panel">
      <PlanPanel {...words} />
    </WordsPart>
  ),
});

interface WordsPartProps {
  readonly place: 'words' | 'panel';
  readonly children: ReactNode;
}

/** The place of the plan in words, which is free until its code has come. */
function WordsPart({ place, children }: WordsPartProps) {
  const styles = usePlaceStyles();
  return (
    <div className={styles[place]}>
      <Part what={wizard.plan.what} waiting={<div className={styles.free} />}>
        {children}
      </Part>
    </div>
  );
}

interface PictureBesideProps extends Pick<WizardFrameProps, 'steps' | 'isStepThere'> {
  readonly plan: PicturedPlan;
  readonly place: PicturePlace | null;
}

function pictureBeside({ plan, steps, isStepThere, place }: PictureBesideProps): Beside {
  const { renderPicture, ...words } = plan;
  if (place === null || renderPicture === undefined) return NOTHING_BESIDE;
  const picture = (
    <PicturePart place={place}>
      {isStepThere && <PlanPicture {...words} {...{ renderPicture, steps, place }} />}
    </PicturePart>
  );
  return place === 'beside' ? { before: null, after: picture } : { before: picture, after: null };
}

interface WizardHeaderProps {
  readonly title: string;
  readonly crumb: string;
  /** What is being restored, and where it is kept; empty while it is not selected. */
  readonly about: readonly string[];
  /** When the draft was changed last. */
  readonly changedAt: number;
  /** Whether all of it is in the browser's storage, so that the tab may be closed. */
  readonly isSafe: boolean;
  readonly draftId: string;
  /** What an earlier press may have started; null: nothing. */
  readonly mayRun: string | null;
  /** Nothing was sent, so that it may be discarded. */
  readonly isOpen: boolean;
  readonly onClose: () => Promise<void>;
}

/** What is being restored, that nothing of it can be lost, and the ways to leave it. */
const WizardHeader = memo(function WizardHeader({
  title,
  crumb,
  about,
  changedAt,
  isSafe,
  draftId,
  mayRun,
  isOpen,
  onClose,
}: WizardHeaderProps) {
  const styles = useStyles();
  const { discard, close } = wizard.drafts;
  const saved = wizard.draftStored(momentText(instant(changedAt), now()));
  return (
    <PageHeader
      isCompact
      title={title}
      crumbs={[
        <NameLink key="instances" to="/instances">
          {common.backupInstances}
        </NameLink>,
        crumb,
      ]}
      subtitle={about.length === 0 ? undefined : about.map(textInSentence).join(' · ')}
      staysInLine
      actions={
        <div className={styles.actions}>
          {isSafe && <span className={styles.saved}>{saved}</span>}
          <CopyLink isOfBrowser isIcon />
          {isOpen && (
            <DiscardDraft
              id={draftId}
              mayRun={mayRun}
              label={discard}
              leave={onClose}
              appearance="subtle"
              icon={<Delete20Regular className={styles.icon} />}
            >
              <span className={styles.word}>{discard}</span>
            </DiscardDraft>
          )}
          <Button
            appearance="subtle"
            icon={<Dismiss20Regular />}
            aria-label={close}
            onClick={() => void onClose()}
          >
            <span className={styles.word}>{close}</span>
          </Button>
        </div>
      }
    />
  );
});
