import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { now } from '#src/lib/clock.ts';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import {
  type OptionProps,
  RestoreWithOption,
} from '#src/datasources/azure-vm/what-happened/RestoreWithOption.tsx';
import { optionText } from '#src/datasources/azure-vm/what-happened/option-words.ts';
import { Why } from '#src/datasources/azure-vm/what-happened/Why.tsx';
import { common } from '#src/strings/common.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { wizard } from '#src/strings/wizard.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';

const words = whatHappened.answer;

const useStyles = makeStyles({
  lead: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  second: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

/** The option that touches least: what it does, from which point, what is lost, and the button. */
export function FirstOption({ restoreOption, scenario, source, before }: OptionProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const { name, does, leaves } = optionText(restoreOption, scenario, source);
  const { point, passedOver, warnings, afterwards, notChecked } = restoreOption;
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
    <div className={shared.column}>
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
      <RestoreWithOption {...{ restoreOption, scenario, source, before, name }} isFirst />
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
  const shared = useCommonStyles();
  return (
    <ul className={shared.plainList}>
      {lines.map((line) => (
        <li key={line}>
          <Status tone={tone}>{line}</Status>
        </li>
      ))}
    </ul>
  );
}
