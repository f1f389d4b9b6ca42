import { useShortcut } from '#src/app/window-keys.ts';
import { isSheetKeyOn } from '#src/lib/stored-values.ts';
import { shell } from '#src/strings/shell.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { useOpening } from '#src/ui/hooks.ts';

const ShortcutSheet = lazyPart(
  () => import('#src/ui/ShortcutSheet.tsx'),
  (code) => code.ShortcutSheet,
);

/** Opens the keyboard shortcuts at `?`, from wherever no text is typed. */
export function ShortcutPlace() {
  const { opening, open, close } = useOpening<null>();
  useShortcut(isSheetKey, () => open(null));
  if (opening === null) return null;
  return (
    <Part key={opening.key} what={shell.shortcuts}>
      <ShortcutSheet onClosed={close} />
    </Part>
  );
}

/** Fields that take letters, and lists that find an option by them. */
const TYPED_IN = 'input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox]';

function isSheetKey({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const isTyped = target instanceof Element && target.closest(TYPED_IN) !== null;
  return key === '?' && !ctrlKey && !metaKey && !altKey && !isTyped && isSheetKeyOn();
}
