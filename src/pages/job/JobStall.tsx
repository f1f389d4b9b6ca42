import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { durationText, timeText } from '#src/lib/format.ts';
import type { Stall } from '#src/progress/stall.ts';
import { pages } from '#src/strings/pages.ts';
import { patienceText, stalled as words } from '#src/strings/progress.ts';

interface JobStallProps {
  readonly stall: Stall;
  /** The service that runs the job, by its name. */
  readonly service: string;
}

/** Since when a job stands still, how long it was given, and what can be done. */
export function JobStall({ stall, service }: JobStallProps) {
  const { since, phase, basis, patienceMs, advice } = stall;
  const adviceText = words.advice(service);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.title(timeText(since))}</MessageBarTitle>
        {words.body(service, phase?.name ?? null)}{' '}
        {patienceText(service, basis, durationText(patienceMs))}
        <ul aria-label={pages.job.stalledAdvice}>
          {advice.map((one) => (
            <li key={one}>{adviceText[one]}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
