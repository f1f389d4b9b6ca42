import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { ScenarioId } from '#src/model/scenario.ts';
import { MachineAnswer } from '#src/pages/what-happened/MachineAnswer.tsx';
import { whatHappened } from '#src/strings/what-happened.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { SCENARIOS } from '#src/wizard/ways/scenarios.ts';

const words = whatHappened.answer;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  missing: { margin: 0 },
});

export interface AnswerProps {
  readonly scenario: ScenarioId | null;
  readonly instance: ResourceId | null;
  readonly before: Instant | null;
}

/** The way back, as soon as the questions before it are answered; until then what it waits for. */
export function Answer({ scenario, instance, before }: AnswerProps) {
  const styles = useStyles();
  const missing = missingOf({ scenario, instance, before });
  let answer: ReactNode = null;
  if (missing !== null) answer = <p className={styles.missing}>{missing}</p>;
  else if (scenario !== null && instance !== null)
    answer = <MachineAnswer scenario={scenario} instance={instance} before={before} />;
  return (
    <section className={styles.root} aria-label={words.title}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      {answer}
    </section>
  );
}

function missingOf({ scenario, instance, before }: AnswerProps): string | null {
  if (scenario === null) return words.needsScenario;
  if (instance === null) return words.needsMachine;
  return SCENARIOS[scenario].asksTime && before === null ? words.needsTime : null;
}
