import { Button } from '@fluentui/react-components';
import { Fragment, type ReactNode, useRef, useSyncExternalStore } from 'react';
import { type Resolver, type ResolverError, useForm } from 'react-hook-form';
import type { ActionPlan, GuardedAction } from '#src/actions/action.ts';
import {
  type ActionRecord,
  forgetRecord,
  onRecords,
  openStep,
  recordOf,
  type StepRecord,
} from '#src/actions/record.ts';
import { type ActionStatus, type Carrying, confirmAction, useCarryOut } from '#src/actions/run.ts';
import { timeText } from '#src/lib/format.ts';
import { hasLocks } from '#src/lib/lock.ts';
import { thisTab } from '#src/lib/storage.ts';
import { instant } from '#src/lib/time.ts';
import type { StepStateWord } from '#src/model/action.ts';
import { WAY_ON_KINDS, type WayOn } from '#src/model/problem.ts';
import { actions as words } from '#src/strings/actions.ts';
import { coverage } from '#src/strings/checks.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { type PlanLines, OutcomeColumns } from '#src/ui/OutcomeColumns.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { SpokenNow } from '#src/ui/Spoken.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { TryAgain } from '#src/ui/states.tsx';

interface Confirmation {
  confirmName: string | null;
}

const NO_ERRORS: Record<string, never> = {};
const WRONG_NAME: ResolverError<Confirmation> = {
  values: {},
  errors: { confirmName: { type: 'validate', message: 'wrongName' } },
};

interface ActionConfirmProps {
  readonly name: string;
  readonly label: string;
  readonly reason: string | null;
  readonly onConfirmed: () => void;
}

/** The name, typed, and the button: nothing starts by one careless press. */
function ActionConfirm({ name, label, reason, onConfirmed }: ActionConfirmProps) {
  const { column } = useCommonStyles();
  const resolver: Resolver<Confirmation> = (typed) =>
    typed.confirmName === name ? { values: typed, errors: NO_ERRORS } : WRONG_NAME;
  const { control, handleSubmit } = useForm<Confirmation>({
    defaultValues: { confirmName: null },
    resolver,
  });
  const submit = handleSubmit(() => {
    if (reason === null) onConfirmed();
  });
  return (
    <form noValidate className={column} onSubmit={(event) => void submit(event)}>
      <TextField
        control={control}
        name="confirmName"
        label={words.confirmName(name)}
        required
        errorText={() => words.wrongName(name)}
      />
      {reason !== null && <span role="status">{reason}</span>}
      <Button type="submit" appearance="primary" disabledFocusable={reason !== null}>
        {label}
      </Button>
    </form>
  );
}

const TONES: Readonly<Record<StepStateWord, Tone>> = {
  waiting: 'waiting',
  sent: 'running',
  done: 'done',
  wasSo: 'done',
  elsewhere: 'done',
  found: 'done',
  refused: 'failed',
  notSent: 'failed',
  unknown: 'unknown',
  unread: 'unknown',
};

interface ActionProgressProps {
  readonly record: ActionRecord;
  readonly carrying: Carrying;
  /** Gives the action up; left out: it can't be given up. */
  readonly onGivenUp?: (() => void) | undefined;
}

/** How far each request has come, and what a person can do where one stopped. */
function ActionProgress({ record, carrying, onGivenUp }: ActionProgressProps) {
  const { plainList, column, strong } = useCommonStyles();
  const { status } = carrying;
  const open = openStep(record);
  const stopped = record.steps.filter(({ state }) => state !== 'done' && state !== 'waiting');
  const line = actionStatusText(status, record);
  const latest = open ?? record.steps.at(-1);
  return (
    <div className={column}>
      <SectionHeading level={3}>{words.progress}</SectionHeading>
      <ul className={plainList}>
        {record.steps.map((step) => (
          <li key={step.id}>
            <Status tone={TONES[stateWord(step)]}>{stepText(step)}</Status>
          </li>
        ))}
      </ul>
      <SpokenNow
        label={words.progress}
        parts={{ step: latest === undefined ? '' : stepText(latest), line }}
      />
      {line !== '' && <span>{line}</span>}
      {stopped.map((step) => (
        <Fragment key={step.id}>
          {stopped.length > 1 && <span className={strong}>{step.title}</span>}
          <Reason step={step} />
        </Fragment>
      ))}
      {open !== undefined && (
        <NextPress step={open} way={wayOf(record)} carrying={carrying} onGivenUp={onGivenUp} />
      )}
    </div>
  );
}

const stepText = (step: StepRecord): string =>
  words.stateOf(step.title, words.state[stateWord(step)]);

/** What Azure answered, in its words. */
function Reason({ step: { message, code, requestId } }: { readonly step: StepRecord }) {
  return (
    <>
      {message !== undefined && <span>{message}</span>}
      {typeof code === 'string' && <CopyText label={words.code} text={code} />}
      {typeof requestId === 'string' && <CopyText label={words.requestId} text={requestId} />}
    </>
  );
}

interface NextPressProps extends Pick<ActionProgressProps, 'carrying' | 'onGivenUp'> {
  readonly step: StepRecord;
  readonly way: WayOn;
}

/** Where a person decides how it goes on; nothing while it goes on by itself. */
function NextPress({ step, way, carrying: { status, start }, onGivenUp }: NextPressProps) {
  if (status === null || status === 'here' || status === 'elsewhere') return null;
  const isUnknown = status === 'unknown';
  const mayBeUnderWay = step.state === 'sent' || isUnknown;
  const label = nextPress(status, step.state, way);
  const advice = adviceOn(status, way);
  return (
    <>
      {advice !== null && <span>{advice}</span>}
      <div>
        {label !== null && (
          <Button appearance="primary" onClick={() => start({})}>
            {label}
          </Button>
        )}{' '}
        {(way === 'signIn' || way === 'token') && <TryAgain way={way} />}{' '}
        {isUnknown && (
          <Button onClick={() => start({ sendAgain: step.id })}>
            {words.sendAgain(step.title)}
          </Button>
        )}
        {onGivenUp && (
          <Button onClick={onGivenUp}>
            {mayBeUnderWay ? words.stopFollowing : words.startOver}
          </Button>
        )}
      </div>
    </>
  );
}

interface ActionPanelProps {
  readonly action: GuardedAction;
  /** The label of the button that starts it. */
  readonly label: string;
  /** The same as commands. */
  readonly commands?: ReactNode;
  /** Why it can't be started now; null: it can. */
  readonly reason: string | null;
  /** Called before anything is sent. */
  readonly onConfirmed?: () => void;
  /** Called when the person gives it up, to plan anew; left out: it can't be given up. */
  readonly onGivenUp?: () => void;
}

/** An action from its plan over its confirmation to its last result. */
export function ActionPanel(props: ActionPanelProps) {
  const { action, label, commands, reason, onConfirmed, onGivenUp } = props;
  const { column, second } = useCommonStyles();
  const record = useSyncExternalStore(onRecords, () => recordOf(action.id));
  const carrying = useCarryOut(action, record);
  const section = useRef<HTMLElement>(null);
  const apart = apartText(hasLocks());
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={record?.sentence ?? action.sentence}
      className={column}
    >
      <OutcomeColumns
        sentence={record?.sentence ?? action.sentence}
        outcome={outcomeOf(action.plan)}
        heads={words}
      />
      {record === null && <div className={second}>{coverage.ofAction}</div>}
      {record === null && apart !== null && <div className={second}>{apart}</div>}
      {commands}
      {record === null ? (
        <ActionConfirm
          name={action.confirmName}
          label={label}
          reason={reason}
          onConfirmed={() => {
            onConfirmed?.();
            confirmAction(action);
            carrying.start({});
            // The form that had the focus is gone now.
            section.current?.focus();
          }}
        />
      ) : (
        <ActionProgress
          record={record}
          carrying={carrying}
          onGivenUp={
            onGivenUp &&
            (() => {
              forgetRecord(action.id);
              onGivenUp();
            })
          }
        />
      )}
    </section>
  );
}

/** A plan in which an empty column says so. */
function outcomeOf({ created, changed, untouched, lost }: ActionPlan): PlanLines {
  const lines = (of: readonly string[]) => (of.length === 0 ? [words.nothing] : of);
  return {
    created: lines(created),
    changed: lines(changed),
    untouched: lines(untouched),
    lost: lines(lost),
  };
}

/** What to know before a confirmation where the browser can’t hold its tabs apart; null: it can. */
export const apartText = (areHeldApart: boolean): string | null =>
  areHeldApart ? null : words.noLocks;

/** The state of a request as a person reads it. */
export function stateWord(step: StepRecord): StepStateWord {
  const { state, wasSo, doneBy, isRefused, refusedBy } = step;
  if (state === 'done' && doneBy !== undefined) return doneBy === thisTab() ? 'done' : 'elsewhere';
  if (state === 'done' && wasSo === true) return 'wasSo';
  if (state === 'done' && isRefused === true) return 'found';
  const hasLeft = refusedBy === undefined || refusedBy === 'service';
  return state === 'refused' && !hasLeft ? 'notSent' : state;
}

/** What can be done about an action that has stopped: what helps one of its requests, the easiest first. */
export function wayOf({ steps }: ActionRecord): WayOn {
  const stopped = steps.filter(({ state }) => state === 'refused' || state === 'unread');
  const found = stopped.map(({ way = 'again' }) => way);
  return WAY_ON_KINDS.find((way) => found.includes(way)) ?? 'again';
}

/** What to do before the next press, or instead of it; null: nothing else. */
export const adviceOn = (status: ActionStatus | null, way: WayOn): string | null =>
  status === 'unknown' || way === 'again' ? null : words.way[way];

/** What the next press does, as a text; null where the same request gets the same answer. */
export function nextPress(
  status: Exclude<ActionStatus, 'here' | 'elsewhere'>,
  state: StepRecord['state'],
  way: WayOn,
): string | null {
  if (status === 'unknown') return words.readAgain;
  if (status === 'interrupted') return words.goOn;
  switch (way) {
    case 'again':
      return words.tryAgain;
    case 'after':
    case 'signIn':
    case 'token':
      // It has not been sent, or was refused: once that was changed it can be.
      return state === 'unread' ? words.readAgain : words.sendOnce;
    case 'setUp':
    case 'reload':
    case 'gone':
    case 'change':
      return null;
  }
}

/** What is known of an action as a whole, in a sentence; empty while this tab carries it out and nothing was refused. */
export function actionStatusText(status: ActionStatus | null, record: ActionRecord): string {
  const {
    refusedBy = 'unknown',
    openBecause = 'unknown',
    lookedAt,
    waits,
  } = openStep(record) ?? {};
  switch (status) {
    case null:
      return '';
    case 'here':
      if (waits === true) return words.waits;
      return refusedBy === 'service' ? words.looking : '';
    case 'refused':
      return lookedAt === undefined
        ? words.refused[refusedBy]
        : `${words.refused[refusedBy]} ${words.lookedAt(timeText(instant(lookedAt)))}`;
    case 'unknown':
      return words.open[openBecause];
    case 'elsewhere':
    case 'ended':
    case 'unread':
    case 'interrupted':
      return words[status];
  }
}
