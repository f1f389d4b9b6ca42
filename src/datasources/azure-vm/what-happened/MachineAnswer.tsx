import { useQuery } from '@tanstack/react-query';
import { instanceAddress } from '#src/api/arm/address.ts';
import { instanceQuery } from '#src/api/recovery-services/items.ts';
import { recoveryPointsQuery } from '#src/api/recovery-services/points.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { serviceIssuesQuery } from '#src/api/resource-graph/service-health.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { ScenarioId } from '#src/model/restore-option.ts';
import { OptionsView } from '#src/datasources/azure-vm/what-happened/OptionsView.tsx';
import { whatHappened } from '#src/strings/what-happened.ts';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { SkeletonRows } from '#src/ui/states/SkeletonRows.tsx';
import { useOptionReads } from '#src/datasources/azure-vm/reader.ts';
import { SCENARIOS } from '#src/datasources/azure-vm/options/scenarios.ts';
import { isBeingRead } from '#src/datasources/azure-vm/options/source.ts';
import { restoreOptionsFor } from '#src/datasources/azure-vm/options/restore-options-for.ts';

const words = whatHappened.answer;

export interface MachineAnswerProps {
  readonly scenario: ScenarioId;
  readonly instance: ResourceId;
  readonly before: Instant | null;
}

/** The restore options of one machine, once it is read; or why it could not be. */
export function MachineAnswer({ scenario, instance, before }: MachineAnswerProps) {
  const item = useQuery(instanceQuery(instance));
  const points = useQuery(recoveryPointsQuery(instance));
  const isDown = SCENARIOS[scenario].down !== undefined;
  const reads = useOptionReads(instance, isDown);
  const issues = useQuery({ ...serviceIssuesQuery(), enabled: isDown });
  return (
    <Loaded query={item} problemOf={problemOf} what={words.machineWhat}>
      {({ friendlyName }) => (
        <Loaded query={points} problemOf={problemOf} what={words.pointsWhat}>
          {() => {
            if (isBeingRead(reads)) return <SkeletonRows what={words.machineWhat} />;
            const restoreOptions = restoreOptionsFor(scenario, reads, before, issues.data);
            return restoreOptions.newest === null ? (
              <NoPoint
                machine={friendlyName}
                instance={instance}
                before={before}
                oldest={restoreOptions.oldest?.time ?? null}
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
  readonly oldest: Instant | null;
}

/** There is nothing to go back to: at all, or from before the time given. */
function NoPoint({ machine, instance, before, oldest }: NoPointProps) {
  const hasNone = before === null || oldest === null;
  return (
    <EmptyState
      title={hasNone ? words.noPoints(machine) : words.noPointBefore(machine, dateTimeText(before))}
    >
      {!hasNone && <span>{words.oldest(dateTimeText(oldest))}</span>}
      <RouterButton to="/instances/$instanceId" params={{ instanceId: instanceAddress(instance) }}>
        {words.toInstance}
      </RouterButton>
    </EmptyState>
  );
}
