import { Button } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { ActionRecord, StepRecord } from '#src/actions/record.ts';
import { adviceOn, nextPress, openStep, stateWord, wayOf } from '#src/actions/status.ts';
import { statusText } from '#src/actions/status-text.ts';
import type { Carrying } from '#src/actions/use-carry-out.ts';
import type { StepStateWord } from '#src/model/action.ts';
import type { WayOn } from '#src/model/problem.ts';
import { actions as words } from '#src/strings/actions.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { SpokenNow } from '#src/ui/Spoken.tsx';
import { TryAgain } from '#src/ui/states/TryAgain.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';

const TONES: Readonly<Record<StepStateWord, Tone>> = {
  waiting: 'waiting',
  sent: 'running',
  done: 'done',
  wasSo: 'done',
  refused: 'failed',
  notSent: 'failed',
  unknown: 'unknown',
  unread: 'unknown',
};

export interface ActionProgressProps {
  readonly record: ActionRecord;
  readonly carrying: Carrying;
  /** Gives the action up; left out: it can't be given up. */
  readonly onGivenUp?: (() => void) | undefined;
}

/** How far each request has come, and what a person can do where one stopped. */
export function ActionProgress({ record, carrying, onGivenUp }: ActionProgressProps) {
  const { plainList, column, strong } = useCommonStyles();
  const { status } = carrying;
  const open = openStep(record);
  const stopped = record.steps.filter(({ state }) => state !== 'done' && state !== 'waiting');
  const line = statusText(status, record);
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
