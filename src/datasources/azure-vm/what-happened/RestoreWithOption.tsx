import { instanceAddress } from '#src/api/arm/address.ts';
import { type Instant, timeAddress } from '#src/lib/time.ts';
import type { ScenarioId } from '#src/model/restore-option.ts';
import { startText } from '#src/datasources/azure-vm/what-happened/option-words.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import type { Source } from '#src/datasources/azure-vm/options/source.ts';
import type { RestoreOption } from '#src/datasources/azure-vm/options/scenarios.ts';

const words = whatHappened.answer;

/** A restore option, and the answers that led to it. */
export interface OptionProps {
  readonly restoreOption: RestoreOption;
  readonly scenario: ScenarioId;
  readonly source: Source;
  readonly before: Instant | null;
}

export interface RestoreWithOptionProps extends OptionProps {
  readonly name: string;
  readonly isFirst?: boolean;
}

/**
 * Opens a draft in the wizard with machine, point and all that the option chooses, and with the answers
 * that led to it. Nothing is started.
 */
export function RestoreWithOption(props: RestoreWithOptionProps) {
  const { restoreOption, scenario, source, before, name, isFirst = false } = props;
  const { option, zone, outage, regionView } = restoreOption.choices;
  const text = startText(restoreOption, source);
  return (
    <RouterButton
      to="/restore/new"
      search={{
        instance: instanceAddress(source.id),
        point: restoreOption.point?.name,
        option: option ?? undefined,
        task: restoreOption.kind === 'files' ? 'recoverFiles' : undefined,
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
