import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { now } from '#src/lib/clock.ts';
import {
  readAddress,
  type WhatHappenedAnswers,
} from '#src/datasources/azure-vm/what-happened/address.ts';
import { MachineAnswer } from '#src/datasources/azure-vm/what-happened/MachineAnswer.tsx';
import { whatHappened } from '#src/strings/what-happened.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { SCENARIOS } from '#src/datasources/azure-vm/options/scenarios.ts';
import type { AnswerProps } from '#src/datasources/what-happened.ts';

const words = whatHappened.answer;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  missing: { margin: 0 },
});

/** The restore option, as soon as the questions before it are answered; until then what it waits for. */
export function Answer({ address }: AnswerProps) {
  const styles = useStyles();
  const { scenario, instance, before } = readAddress(address, now());
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

function missingOf({
  scenario,
  instance,
  before,
}: Omit<WhatHappenedAnswers, 'ignored'>): string | null {
  if (scenario === null) return words.needsScenario;
  if (instance === null) return words.needsMachine;
  return SCENARIOS[scenario].asksTime && before === null ? words.needsTime : null;
}
