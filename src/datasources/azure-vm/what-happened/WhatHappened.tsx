import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { instanceAddress, machineFromAddress } from '#src/api/arm/address.ts';
import { problemOf, prefetch } from '#src/api/queries/query.ts';
import { instanceQuery } from '#src/api/recovery-services/items.ts';
import { recoveryPointsQuery } from '#src/api/recovery-services/points.ts';
import { serviceIssuesQuery } from '#src/api/resource-graph/service-health.ts';
import { isBeingRead, restoreOptionsFor } from '#src/datasources/azure-vm/options.ts';
import { useOptionReads } from '#src/datasources/azure-vm/reader.ts';
import { OptionsView } from '#src/datasources/azure-vm/what-happened/Options.tsx';
import { Questions, TIME_FIELD } from '#src/datasources/azure-vm/what-happened/Questions.tsx';
import {
  readAddress,
  SCENARIOS,
  type WhatHappenedAnswers,
} from '#src/datasources/azure-vm/what-happened/scenarios.ts';
import type { AnswerProps, WhatHappened } from '#src/datasources/datasource.ts';
import { now } from '#src/lib/clock.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { isCut } from '#src/lib/list.ts';
import type { Instant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { ScenarioId } from '#src/model/restore-option.ts';
import { whatHappened as strings } from '#src/strings/what-happened.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { focusField } from '#src/ui/dom.ts';
import { RouterButton } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { EmptyState, Loaded, SkeletonRows } from '#src/ui/states.tsx';

const words = strings.answer;

interface MachineAnswerProps {
  readonly scenario: ScenarioId;
  readonly instance: ResourceId;
  readonly before: Instant | null;
}

/** The restore options of one machine, once it is read; or why it could not be. */
function MachineAnswer({ scenario, instance, before }: MachineAnswerProps) {
  const item = useQuery(instanceQuery(instance));
  const points = useQuery(recoveryPointsQuery(instance));
  const isDown = SCENARIOS[scenario].down !== undefined;
  const reads = useOptionReads(instance, isDown);
  const issues = useQuery({ ...serviceIssuesQuery(), enabled: isDown });
  return (
    <Loaded query={item} problemOf={problemOf} what={words.machineWhat}>
      {({ friendlyName }) => (
        <Loaded query={points} problemOf={problemOf} what={words.pointsWhat}>
          {(all) => {
            if (isBeingRead(reads)) return <SkeletonRows what={words.machineWhat} />;
            const restoreOptions = restoreOptionsFor(scenario, reads, before, issues.data);
            return restoreOptions.newest === null ? (
              <NoPoint
                machine={friendlyName}
                instance={instance}
                before={before}
                oldest={restoreOptions.oldest?.time ?? null}
                points={all}
              />
            ) : (
              <OptionsView restoreOptions={restoreOptions} scenario={scenario} before={before} />
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

interface NoPointProps {
  readonly machine: string;
  readonly instance: ResourceId;
  readonly before: Instant | null;
  /** Of the points whose time is reported. */
  readonly oldest: Instant | null;
  /** All that were read, with a time or without. */
  readonly points: readonly RecoveryPoint[];
}

/** Why there is nothing to go back to: at all, by any time, or from before the time given. */
export function noPointText({
  machine,
  before,
  oldest,
  points,
}: Omit<NoPointProps, 'instance'>): string {
  if (points.length === 0) return words.noPoints(machine);
  if (before === null || oldest === null) return words.noTimes(machine);
  const text = isCut(points) ? words.noPointRead : words.noPointBefore;
  return text(machine, dateTimeText(before));
}

function NoPoint({ instance, ...given }: NoPointProps) {
  const { before, oldest } = given;
  return (
    <EmptyState title={noPointText(given)}>
      {before !== null && oldest !== null && !isCut(given.points) && (
        <span>{words.oldest(dateTimeText(oldest))}</span>
      )}
      <RouterButton to="/instances/$instanceId" params={{ instanceId: instanceAddress(instance) }}>
        {words.toInstance}
      </RouterButton>
    </EmptyState>
  );
}

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
  if (missing !== null)
    answer = (
      <p className={styles.missing}>
        {missing}{' '}
        {missing === words.needsTime && (
          <LinkButton onClick={() => void focusField(TIME_FIELD)}>{strings.time.label}</LinkButton>
        )}
      </p>
    );
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

/** From what happened to a VM to its restore options. */
export const vmWhatHappened: WhatHappened = {
  warm: (queries, { instance }) => {
    const id = instance === undefined ? null : machineFromAddress(instance);
    if (id === null) return;
    prefetch(queries, instanceQuery(id));
    prefetch(queries, recoveryPointsQuery(id));
  },
  isAnswered: (address) => missingOf(readAddress(address, now())) === null,
  Questions,
  Answer,
};
