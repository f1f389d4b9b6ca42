import {
  Button,
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTheme } from '#src/app/theme.ts';
import { shell } from '#src/strings/shell.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';

const words = shell.start;

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

export interface StartTroubleProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What the browser said, for whoever looks into it. */
  readonly detail?: string;
}

/** Shown in place of the application when it cannot start: why, and the way on. */
export function StartTrouble({ title, children, detail }: StartTroubleProps) {
  useBrowserStyles();
  const styles = useStyles();
  const { theme } = useTheme();
  return (
    <FluentProvider theme={theme}>
      <main className={styles.root}>
        <PageHeader title={title} />
        <div className={styles.body}>
          {children}
          <Button appearance="primary" onClick={() => location.reload()}>
            {words.reload}
          </Button>
          {detail !== undefined && (
            <details>
              <summary>{words.details}</summary>
              {detail}
            </details>
          )}
        </div>
      </main>
    </FluentProvider>
  );
}
