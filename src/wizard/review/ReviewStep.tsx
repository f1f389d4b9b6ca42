import { focusField } from '#src/ui/dom.ts';
import type { BegunRestore, Draft, DraftChoices } from '#src/wizard/draft/schema.ts';
import { heldBackBy, openAttemptsOn } from '#src/wizard/draft/sent.ts';
import { errorWords, FINDINGS_ID, formFindings } from '#src/wizard/explain/findings.ts';
import { wayToRule } from '#src/wizard/explain/unknown.ts';
import { requestWords } from '#src/wizard/draft/draft-text.ts';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type MouseEvent, useId, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { targetsMeet } from '#src/model/lost-restore.ts';
import type { Rule } from '#src/rules/rule.ts';
import { review } from '#src/strings/review.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { StatusIcon } from '#src/ui/Status.tsx';
import { SkeletonRows } from '#src/ui/states.tsx';
import { StepNotes } from '#src/wizard/draft/StepNotes.tsx';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { ONCE_MORE } from '#src/wizard/review/check.ts';
import type { OpenAttempts } from '#src/wizard/review/ReviewNotes.tsx';
import { isOnItsWay } from '#src/wizard/read.ts';
import { placeNamed } from '#src/wizard/steps/task-steps.ts';
import { StepFolds, StepBody, StepButtons } from '#src/wizard/steps/FieldStep.tsx';
import type { Decided } from '#src/wizard/submit/latest-reads.ts';
import type { Need, RestorePress, ReviewParts, ReviewProps, ReviewTab } from '#src/wizard/task.ts';

/**
 * What other drafts have asked for the same target, without an outcome that is known, and the restores that held the
 * latest press back. What was meant of some isn't meant of others.
 */
function useOpenAttempts<Reads>(
  { draft, model, reads }: View<Reads>,
  asked: DraftChoices,
): OpenAttempts {
  useSyncExternalStore(onDraftChange, draftsVersion);
  const [meant, setMeant] = useState<string | null>(null);
  const target = model.targetOf(asked, reads);
  const others = openAttemptsOn(draft.id, asked, model.targetOf, target);
  const begun = targetsMeet(target, draft.target ?? []) ? heldBackBy(draft) : [];
  const all = [...others, ...begun].map(({ id }) => id).join(' ');
  const isMeant = meant === all;
  return {
    others,
    begun,
    isMeant,
    setMeant: (isSelected) => setMeant(isSelected ? all : null),
    reason: isMeant ? null : openReason(draft, others, begun),
  };
}

/**
 * What is read for the first time, in words; null: all was read. What is read once more later leaves what stands there,
 * and the focus in it.
 */
function useFirstReads<Reads extends object>({ model, reads }: View<Reads>): string | null {
  const [wasRead, setWasRead] = useState(false);
  const late = Object.entries(reads).find(([, read]) => isOnItsWay(read));
  if (late === undefined && !wasRead) setWasRead(true);
  return late === undefined || wasRead ? null : model.readName(late[0]);
}

const ReviewHead = lazyPart(
  () => import('#src/wizard/review/ReviewHead.tsx'),
  (code) => code.ReviewHead,
);

const ReviewNotes = lazyPart(
  () => import('#src/wizard/review/ReviewNotes.tsx'),
  (code) => code.ReviewNotes,
);

/** Why Restore is closed by what may have the same target; null: nothing may. */
export function openReason(
  draft: Pick<Draft, 'task'>,
  others: readonly Draft[],
  begun: readonly BegunRestore[],
): string | null {
  if (others.length > 0) return requestWords(draft).sameTarget.waits;
  return begun.length > 0 ? submission.begunSince.waits : null;
}

const useStyles = makeStyles({
  // As high as a copy of three disks takes with its headline, so that what is below moves little.
  waiting: { height: '360px' },
  typed: { flex: '1 1 420px', minWidth: 0 },
  why: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  needs: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minWidth: 0,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '@media (max-width: 639px)': { '& button': { minHeight: '44px' } },
  },
  need: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/**
 * The second click of a double click sends nothing: the first may have been on Next, in the same place, or a
 * refusal may have come in between, unread by the person.
 */
function pressOnce(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}

interface RestoreButtonProps extends Pick<RestorePress, 'reason' | 'needs' | 'label' | 'typed'> {
  readonly formId: string;
  readonly toNeed: (need: Need) => void;
}

/** Restore, and beside it what it still needs. */
export function RestoreButton(props: RestoreButtonProps) {
  const { formId, label, reason, needs, toNeed, typed } = props;
  const styles = useStyles();
  const isHeld = reason !== null || needs.some(({ isHolding }) => isHolding);
  const name = label ?? submission.restore;
  const title = review.needs(name);
  const linked = needs.filter(({ isBeside }) => isBeside !== true);
  return (
    <>
      <Button
        appearance="primary"
        // One that keeps the focus while it is disabled would still submit.
        type={isHeld ? 'button' : 'submit'}
        form={formId}
        disabledFocusable={isHeld}
        onClick={pressOnce}
      >
        {name}
      </Button>
      {linked.length > 0 && (
        <>
          <span aria-hidden className={styles.why}>
            {title}
          </span>
          <ul aria-label={title} className={styles.needs}>
            {linked.map((need) => (
              <li key={need.text} className={styles.need}>
                <StatusIcon tone={need.tone} />
                <LinkButton onClick={() => toNeed(need)}>{need.text}</LinkButton>
                {need.action && (
                  <Button size="small" aria-haspopup="dialog" onClick={need.action.open}>
                    {need.action.label}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {reason !== null && !needs.some(({ isHolding }) => isHolding) && (
        <span className={styles.why}>{reason}</span>
      )}
      {typed !== undefined && <div className={styles.typed}>{typed}</div>}
    </>
  );
}

/** What Restore needs by rules that refuse it, each with the way to its field. `isHolding`: it can't be selected before. */
export function ruleNeeds<Reads>(
  view: View<Reads>,
  rules: readonly Rule[],
  isHolding: boolean,
): Need[] {
  const wayTo = wayToRule(view);
  return rules.map((rule) => {
    const place = wayTo(rule);
    return {
      text: place === null ? sayOf(rule) : view.model.fieldLabel(place.field),
      tone: rule.kind === 'require-field' ? 'waiting' : 'failed',
      place: place ?? { id: FINDINGS_ID },
      isHolding,
    };
  });
}

/** What it needs by values that the service rejects. */
function rejectedNeeds<Reads>(view: View<Reads>): Need[] {
  const { errorText } = errorWords(view);
  return view.rejected.map(({ field, code }) => ({
    text: errorText(code),
    tone: 'failed',
    place: placeNamed(view.model.steps, field) ?? { id: FINDINGS_ID },
    isHolding: true,
  }));
}

interface ReviewStepProps<Id extends string, Reads, Seen extends View<Reads>>
  extends ReviewProps<Id, Reads, Seen>, ReviewParts {}

/** The last step: what the latest press came to, everything once more, and the button that restores. */
export function ReviewStep<Id extends string, Reads extends object, Seen extends View<Reads>>({
  task: { chosenText, transitions, planOf, Picture },
  Remarks,
  view,
  here,
  steps,
  goTo,
  press,
  pinned,
  renderPanel,
  renderWayOn,
}: ReviewStepProps<Id, Reads, Seen>) {
  const styles = useStyles();
  const formId = useId();
  const [tab, setTab] = useState<ReviewTab>('checks');
  const { draft } = view;
  const { id: step } = here;
  const open = useOpenAttempts(view, press.confirmedChoices);
  const { reason, label, typed } = press;
  const ofOpen: readonly Need[] =
    open.reason === null
      ? []
      : [{ text: open.reason, tone: 'warning', place: { id: ONCE_MORE }, isHolding: true }];
  const needs = onceEach([...press.needs, ...rejectedNeeds(view), ...ofOpen]);
  const late = useFirstReads(view);
  const isHeld = late !== null || reason !== null || needs.some(({ isHolding }) => isHolding);
  // Enter in a field submits whatever the button is, and a warning may be drawn between a click and its submission.
  const start = (decided: Decided): void => {
    if (!isHeld) press.start({ ...decided, onceMore: open.isMeant });
  };
  const toCheck = (id: string): void => {
    flushSync(() => setTab('checks'));
    focusField(id);
  };
  const toNeed = ({ place }: Need): void => {
    if ('step' in place) goTo(place.step, place.field);
    else toCheck(place.id);
  };
  return (
    <StepBody
      isBare
      step={here}
      steps={steps}
      buttons={
        <StepButtons
          {...{ step, steps, formId, goTo }}
          after={null}
          links={late === null ? Math.max(needs.length, typed === undefined ? 0 : 1) : 0}
        >
          <RestoreButton
            {...{ formId, label, toNeed }}
            {...(late === null
              ? { reason, needs, typed }
              : { reason: submission.waits.reads, needs: [] })}
          />
        </StepButtons>
      }
    >
      <StepNotes {...{ step, steps, draft, chosenText, transitions }}>
        {Remarks && late === null && <Remarks {...{ step, view, goTo }} />}
        <Part what={review.notes} waiting={null}>
          <ReviewNotes {...{ draft, open, isHeld }} onAnyway={start}>
            {renderWayOn?.(goTo)}
          </ReviewNotes>
        </Part>
      </StepNotes>
      {late === null ? (
        <>
          <Part what={wizard.plan.picture} waiting={<div className={styles.waiting} />}>
            <ReviewHead
              {...{ steps, pinned, goTo, toCheck }}
              plan={planOf(view)}
              heard={heardAt(view)}
              action={needs.find((need) => need.action !== undefined)?.action}
              renderPicture={Picture && ((draw) => <Picture view={view} draw={draw} />)}
            />
          </Part>
          {renderPanel({
            formId,
            goTo,
            onNext: () => start({}),
            needed: needs.length,
            tabs: { open: tab, setOpen: setTab },
          })}
          <StepFolds step={step} view={view} goTo={goTo} />
        </>
      ) : (
        <>
          <div className={styles.waiting} />
          <SkeletonRows what={late} />
        </>
      )}
    </StepBody>
  );
}

/** What the rules say of the picture. */
const heardAt = <Reads,>(view: View<Reads>) => ({
  findings: formFindings(view),
  wayTo: wayToRule(view),
  fieldLabel: view.model.fieldLabel,
});

/** What is needed, each once: two rules may ask for one field. */
const onceEach = (needs: readonly Need[]): readonly Need[] => [
  ...new Map(needs.map((need) => [need.text, need])).values(),
];
