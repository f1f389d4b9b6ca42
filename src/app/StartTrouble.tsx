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

interface StartPageProps {
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

/** Why the application can't start. */
type StartTroubleProps =
  /** A live build without its settings. */
  | { readonly why: 'notConfigured'; readonly missing: readonly string[] }
  /** The simulated Azure can't run. There is no demo then: nothing may reach the real Azure instead. */
  | {
      readonly why: 'cannotStart';
      readonly reason: keyof typeof shell.cannotStart.reason;
      readonly detail?: string;
    }
  /** The browser lacks what the product is drawn with. */
  | { readonly why: 'tooOld' }
  /** The browser gives the page no storage: neither a sign-in nor a simulated Azure can do without. */
  | { readonly why: 'storageBlocked' }
  /** Anything else, such as a sign-in that failed. */
  | { readonly why: 'startFailed'; readonly error: unknown };

interface Explanation {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly names?: readonly string[];
  /** The browser's own message. */
  readonly detail?: string | undefined;
}

function explain(trouble: StartTroubleProps): Explanation {
  const { title } = shell[trouble.why];
  switch (trouble.why) {
    case 'notConfigured':
      return { title, sentences: [shell.notConfigured.body], names: trouble.missing };
    case 'cannotStart': {
      const { reason, safe } = shell.cannotStart;
      return { title, sentences: [reason[trouble.reason], safe], detail: trouble.detail };
    }
    case 'tooOld':
    case 'storageBlocked':
      return { title, sentences: [shell[trouble.why].body] };
    case 'startFailed': {
      const { error } = trouble;
      const detail = error instanceof Error ? error.message : String(error);
      return { title, sentences: [shell.startFailed.body], detail };
    }
  }
}

/** Shown in place of the application when it can't start: why, and what to do next. */
export function StartTrouble(trouble: StartTroubleProps) {
  const { title, sentences, names, detail } = explain(trouble);
  return (
    <StartPage title={title}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {names !== undefined && (
        <ul>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      <Button appearance="primary" onClick={() => location.reload()}>
        {shell.start.reload}
      </Button>
      {detail !== undefined && (
        <details>
          <summary>{shell.start.details}</summary>
          {detail}
        </details>
      )}
    </StartPage>
  );
}
