import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { now } from '#src/lib/clock.ts';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ScenarioId } from '#src/model/scenario.ts';
import { RestoreThisWay } from '#src/pages/what-happened/RestoreThisWay.tsx';
import { wayText } from '#src/pages/what-happened/way-words.ts';
import { Why } from '#src/pages/what-happened/Why.tsx';
import { common } from '#src/strings/common.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { wizard } from '#src/strings/wizard.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import type { Source } from '#src/wizard/ways/source.ts';
import type { Way } from '#src/wizard/ways/way.ts';

const words = whatHappened.answer;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
  },
  lead: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  second: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface FirstWayProps {
  readonly way: Way;
  readonly scenario: ScenarioId;
  readonly source: Source;
  readonly before: Instant | null;
}

/** The way that touches least: what it does, from which point, what is lost, and the button. */
export function FirstWay({ way, scenario, source, before }: FirstWayProps) {
  const styles = useStyles();
  const { name, does, leaves } = wayText(way, scenario, source);
  const { point, passedOver, warnings, afterwards, notChecked } = way;
  const time = point?.time ?? null;
  const reminder =
    scenario === 'rehearsal' || scenario === 'ransomware' ? whatHappened.reminder[scenario] : null;
  const facts: [string, ReactNode][] = [
    [words.does, does],
    [words.leaves, leaves],
    [words.point, time === null ? common.notReported : dateTimeText(time)],
    [words.consistency, wizard.consistency[point?.consistency ?? 'unknown']],
    [words.tier, wizard.tier[point?.tier ?? 'unknown']],
    [words.lost, time === null ? common.notReported : lostText(time, before)],
    ...listed(words.watchOut, 'warning', reminder === null ? warnings : [...warnings, reminder]),
    ...listed(words.notChecked, 'unknown', notChecked),
    ...listed(words.afterwards, 'waiting', afterwards),
  ];
  return (
    <div className={styles.root}>
      <p className={styles.lead} role="status">
        {words.first(name, time === null ? common.notReported : dateTimeText(time))}
        <span className={styles.second}>{words.leastTouch}</span>
      </p>
      <KeyFacts facts={facts} />
      {passedOver !== null && passedOver.point.time !== null && (
        <Why
          label={words.whyPassedOver}
          hideLabel={words.hideWhyPassedOver}
          reasons={passedOver.reasons}
        >
          {words.passedOver(dateTimeText(passedOver.point.time))}
        </Why>
      )}
      <RestoreThisWay {...{ way, scenario, source, before, name }} isFirst />
    </div>
  );
}

/** What the point does not have: until now, and of that until the time given. */
function lostText(time: Instant, before: Instant | null): string {
  const untilNow = words.lostUntilNow(durationText(now() - time));
  return before === null
    ? untilNow
    : `${untilNow}; ${words.lostBefore(durationText(before - time))}`;
}

function listed(term: string, tone: Tone, lines: readonly string[]): [string, ReactNode][] {
  return lines.length === 0 ? [] : [[term, <Lines key={term} tone={tone} lines={lines} />]];
}

function Lines({ tone, lines }: { readonly tone: Tone; readonly lines: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line}>
          <Status tone={tone}>{line}</Status>
        </li>
      ))}
    </ul>
  );
}
