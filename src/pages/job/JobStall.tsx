import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { durationText, timeText } from '#src/lib/format.ts';
import type { Stall } from '#src/model/progress/stall.ts';
import { pages } from '#src/strings/pages.ts';
import { patienceText, stalled as words } from '#src/strings/progress.ts';

/** Since when a job stands still, how long it was given, and what can be done. */
export function JobStall({ stall }: { readonly stall: Stall }) {
  const { since, phase, basis, patienceMs, advice } = stall;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.title(timeText(since))}</MessageBarTitle>
        {`${words.body(phase?.name ?? null)} ${patienceText(basis, durationText(patienceMs))}`}
        <ul aria-label={pages.job.stalledAdvice}>
          {advice.map((one) => (
            <li key={one}>{words.advice[one]}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
