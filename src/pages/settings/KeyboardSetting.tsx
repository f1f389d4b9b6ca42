import { Button } from '@fluentui/react-components';
import { settings, shortcuts as words } from '#src/strings/settings.ts';
import { shell } from '#src/strings/shell.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { ShortcutSetting } from '#src/ui/ShortcutSetting.tsx';
import { useOpening } from '#src/ui/hooks.ts';

const ShortcutSheet = lazyPart(
  () => import('#src/ui/ShortcutSheet.tsx'),
  (code) => code.ShortcutSheet,
);

/** The way to all keyboard shortcuts, and whether a key alone leads there. */
export function KeyboardSetting() {
  const { opening, open, close } = useOpening<null>();
  return (
    <section aria-label={settings.keyboard}>
      <SectionHeading level={2} id="keyboard">
        {settings.keyboard}
      </SectionHeading>
      <ShortcutSetting />
      <div>
        <Button aria-haspopup="dialog" onClick={() => open(null)}>
          {words.show}
        </Button>
      </div>
      {opening !== null && (
        <Part key={opening.key} what={shell.shortcuts}>
          <ShortcutSheet onClosed={close} />
        </Part>
      )}
    </section>
  );
}
