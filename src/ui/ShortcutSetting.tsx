import { Checkbox } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { isSheetKeyOn, onSheetKeyChange, turnSheetKey } from '#src/lib/stored-values.ts';
import { shortcuts as words } from '#src/strings/settings.ts';

/** Whether `?` opens the keyboard shortcuts. */
export function ShortcutSetting() {
  const isOn = useSyncExternalStore(onSheetKeyChange, isSheetKeyOn);
  return (
    <Checkbox
      label={words.turn}
      checked={isOn}
      onChange={(_, { checked }) => turnSheetKey(checked === true)}
    />
  );
}
