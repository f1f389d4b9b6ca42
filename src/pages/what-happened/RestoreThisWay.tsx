import { instanceAddress } from '#src/api/arm/address.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import type { Source } from '#src/wizard/ways/source.ts';
import type { Way } from '#src/wizard/ways/way.ts';

const words = whatHappened.answer;

export interface RestoreThisWayProps {
  readonly way: Way;
  readonly source: Source;
  readonly name: string;
  readonly isFirst?: boolean;
}

/** Opens a draft in the wizard with machine, point and all that the way chooses. Nothing is started. */
export function RestoreThisWay({ way, source, name, isFirst = false }: RestoreThisWayProps) {
  const { option, zone } = way.choices;
  return (
    <RouterButton
      to="/restore/new"
      search={{
        instance: instanceAddress(source.id),
        point: way.point?.name,
        option: option ?? undefined,
        zone: zone ?? undefined,
      }}
      preload={false}
      {...(isFirst
        ? { appearance: 'primary' }
        : { size: 'small', 'aria-label': words.restoreAs(name) })}
    >
      {words.restore}
    </RouterButton>
  );
}
