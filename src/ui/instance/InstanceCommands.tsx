import { Button } from '@fluentui/react-components';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import type { ReactNode } from 'react';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { instance as words } from '#src/strings/instance.ts';
import { restoreOptions as menu } from '#src/strings/restore-options.ts';
import { CommandBar, ReadAgo, RefreshButton } from '#src/ui/page.tsx';
import { RestoreMenu, type RestoreMenuProps } from '#src/ui/RestoreMenu.tsx';
import { RouterButton } from '#src/ui/links.tsx';

export interface InstanceCommandsProps {
  /** What a restore starts from: the instance as addresses have it. */
  readonly search: { readonly instance: string; readonly view?: 'secondary' };
  readonly readAt: Instant | null;
  readonly onRefresh: () => void;
  /** It can't be restored, which the page says with its reason. */
  readonly isBlocked?: boolean;
  /** Why it can’t be restored now; left out: it can. */
  readonly held?: string | undefined;
  /** Ways to restore it, in a menu; left out: there is none. */
  readonly options?: RestoreMenuProps['options'];
  readonly blocked?: RestoreMenuProps['blocked'];
  /** Commands of its own, after Restore. */
  readonly children?: ReactNode;
}

/** What can be done with a backup instance. */
export function InstanceCommands(props: InstanceCommandsProps) {
  const { search, readAt, onRefresh, held, children } = props;
  const isBlocked = props.isBlocked === true || held !== undefined;
  const looks = { appearance: 'primary', icon: <ArrowUndo20Regular /> } as const;
  return (
    <CommandBar label={words.commands} trailing={<ReadAgo at={readAt} />}>
      {isBlocked ? (
        <Button
          {...looks}
          disabledFocusable
          {...(held !== undefined && {
            title: held,
            'aria-label': menu.heldBack(common.restore, held),
          })}
        >
          {common.restore}
        </Button>
      ) : (
        <RouterButton {...looks} to="/restore/new" search={search} preload={false}>
          {common.restore}
        </RouterButton>
      )}
      {!isBlocked && (
        <RestoreMenu
          label={menu.menuOf}
          search={search}
          options={props.options}
          blocked={props.blocked}
        />
      )}
      {children}
      <RefreshButton onRefresh={onRefresh} />
    </CommandBar>
  );
}
