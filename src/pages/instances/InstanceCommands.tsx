import { Button } from '@fluentui/react-components';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { History20Regular } from '@fluentui/react-icons/svg/history';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import { instanceAddress } from '#src/api/arm/address.ts';
import { viewSearch } from '#src/model/instances.ts';
import { common } from '#src/strings/common.ts';
import { instances as words } from '#src/strings/instances.ts';
import { restoreOptions as menu } from '#src/strings/restore-options.ts';
import { RestoreMenu, type RestoreMenuProps } from '#src/ui/RestoreMenu.tsx';
import { RouterButton } from '#src/ui/links.tsx';

export interface InstanceCommandsProps {
  /** The chosen row; null when none is. */
  readonly chosen: string | null;
  /** The list is that of a secondary region: what is chosen there is restored there. */
  readonly isSecondary: boolean;
  /** The ways to restore a row of the list. */
  readonly options: RestoreMenuProps['options'];
}

/** What can be done with the chosen row. */
export function InstanceCommands({ chosen, isSecondary, options }: InstanceCommandsProps) {
  const instanceId = chosen === null ? '' : instanceAddress(chosen);
  const view = viewSearch(isSecondary);
  return (
    <>
      <RouterButton
        appearance="subtle"
        icon={<ArrowUndo20Regular />}
        to="/restore/new"
        search={chosen === null ? view : { instance: instanceId, ...view }}
        preload={false}
      >
        {common.restore}
      </RouterButton>
      {chosen !== null && (
        <RestoreMenu
          label={menu.menuOf}
          search={{ instance: instanceId, ...view }}
          options={options}
        />
      )}
      {OPENS.map(({ text, icon, hash }) =>
        chosen === null ? (
          <Button key={text} appearance="subtle" icon={icon} disabledFocusable>
            {text}
          </Button>
        ) : (
          <RouterButton
            key={text}
            appearance="subtle"
            icon={icon}
            to="/instances/$instanceId"
            params={{ instanceId }}
            search={view}
            {...hash}
          >
            {text}
          </RouterButton>
        ),
      )}
    </>
  );
}

/** What opens the chosen row, and where in its page. */
const OPENS = [
  { text: words.open, icon: <Open20Regular />, hash: {} },
  { text: words.points, icon: <History20Regular />, hash: { hash: 'restore-points' } },
];
