import { instanceAddress } from '#src/api/arm/address.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ScenarioId } from '#src/model/scenario.ts';
import { timeAddress } from '#src/pages/what-happened/address.ts';
import { startText } from '#src/pages/what-happened/way-words.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import type { Source } from '#src/wizard/ways/source.ts';
import type { Way } from '#src/wizard/ways/way.ts';

const words = whatHappened.answer;

export interface RestoreThisWayProps {
  readonly way: Way;
  readonly scenario: ScenarioId;
  readonly source: Source;
  readonly before: Instant | null;
  readonly name: string;
  readonly isFirst?: boolean;
}

/**
 * Opens a draft in the wizard with machine, point and all that the way chooses, and with the answers
 * that led to it. Nothing is started.
 */
export function RestoreThisWay(props: RestoreThisWayProps) {
  const { way, scenario, source, before, name, isFirst = false } = props;
  const { option, zone, outage, regionView } = way.choices;
  const text = startText(way, source);
  return (
    <RouterButton
      to="/restore/new"
      search={{
        instance: instanceAddress(source.id),
        point: way.point?.name,
        option: option ?? undefined,
        zone: zone ?? undefined,
        outage: outage ?? undefined,
        view: regionView,
        what: scenario,
        before: before === null ? undefined : timeAddress(before),
      }}
      preload={false}
      {...(isFirst
        ? { appearance: 'primary' }
        : { size: 'small', 'aria-label': words.restoreAs(text, name) })}
    >
      {text}
    </RouterButton>
  );
}
