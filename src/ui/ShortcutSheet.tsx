import { Button, makeStyles } from '@fluentui/react-components';
import { shortcuts as words } from '#src/strings/settings.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { ShortcutSetting } from '#src/ui/ShortcutSetting.tsx';
import { TitledDialog } from '#src/ui/dialogs.tsx';
import { SEARCH_SHORTCUT } from '#src/ui/dom.ts';
import { SectionHeading } from '#src/ui/page.tsx';

const useStyles = makeStyles({ keys: { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' } });

interface ShortcutSheetProps {
  readonly onClosed: () => void;
}

/** All keyboard shortcuts, by where they work. */
export function ShortcutSheet({ onClosed }: ShortcutSheetProps) {
  const styles = useStyles();
  return (
    <TitledDialog
      title={words.title}
      onClosed={onClosed}
      renderActions={(close) => (
        <Button type="button" onClick={close}>
          {words.close}
        </Button>
      )}
    >
      <ShortcutSetting />
      {words.parts(SEARCH_SHORTCUT).map(({ title, keys }) => (
        <section key={title} aria-label={title}>
          <SectionHeading level={3}>{title}</SectionHeading>
          <KeyFacts facts={keys} className={styles.keys} />
        </section>
      ))}
    </TitledDialog>
  );
}
