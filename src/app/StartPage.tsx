import { FluentProvider, makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTheme } from '#src/app/theme.ts';
import { PageHeader } from '#src/ui/page.tsx';

const useBrowserStyles = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  root: { minHeight: '100dvh' },
  body: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    maxWidth: '720px',
    padding: tokens.spacingHorizontalXXL,
  },
});

export interface StartPageProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A page in place of the application, before there is one. */
export function StartPage({ title, children }: StartPageProps) {
  useBrowserStyles();
  const styles = useStyles();
  const { theme } = useTheme();
  return (
    <FluentProvider theme={theme}>
      <main className={styles.root}>
        <PageHeader title={title} />
        <div className={styles.body}>{children}</div>
      </main>
    </FluentProvider>
  );
}
