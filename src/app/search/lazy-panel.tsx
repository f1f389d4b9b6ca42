import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy } from 'react';
import type { SearchPanelProps } from '#src/app/search/SearchPanel.tsx';
import { loadCode } from '#src/lib/load.ts';
import { searchField } from '#src/strings/shell.ts';
import { PartFailed } from '#src/ui/Part.tsx';

/** Loads what searches and lists, with the constraints: with the first look at the field. */
export async function loadPanel() {
  const [{ SearchPanel }, { searches }] = await loadCode(() =>
    Promise.all([import('#src/app/search/SearchPanel.tsx'), import('#src/app/search/searches.ts')]),
  );
  const loaded = await searches;
  return {
    default: (props: SearchPanelProps) => <SearchPanel {...props} searches={loaded} />,
  };
}

/** The list under the field. Where it cannot be had, the rest of the page goes on. */
export const LazyPanel = lazy(() =>
  loadPanel().catch((error: unknown) => ({ default: () => <CannotLoad error={error} /> })),
);

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    zIndex: 4,
    insetBlockStart: '100%',
    insetInline: 0,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
});

function CannotLoad({ error }: { readonly error: unknown }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <PartFailed what={searchField.what} error={error} />
    </div>
  );
}
