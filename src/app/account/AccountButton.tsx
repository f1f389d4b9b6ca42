import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Person20Regular } from '@fluentui/react-icons/svg/person';
import { useIsMutating } from '@tanstack/react-query';
import { useId } from 'react';
import type { SignedIn } from '#src/api/arm/sign-in-state.ts';
import { account as words } from '#src/strings/sign-in.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Popover } from '#src/ui/Popover.tsx';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    maxWidth: 'min(360px, calc(100vw - 64px))',
    overflowWrap: 'anywhere',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
});

interface AccountButtonProps {
  readonly signedIn: SignedIn;
  /** The look of a button in the top bar. */
  readonly buttonClass: string;
}

/** Whose sign-in this is, and the way to end it. */
export function AccountButton({ signedIn, buttonClass }: AccountButtonProps) {
  const styles = useStyles();
  const id = useId();
  // Leaving the page while a change is on its way would leave its outcome unknown.
  const isSending = useIsMutating() > 0;
  const { account, signOut } = signedIn;
  const label = words.button(account.name);
  return (
    <>
      <Button
        appearance="transparent"
        className={buttonClass}
        icon={<Person20Regular />}
        aria-label={label}
        title={label}
        popoverTarget={id}
      />
      <Popover id={id} label={words.title}>
        {() => (
          <div className={styles.content}>
            <bdi className={styles.name}>{account.name}</bdi>
            <KeyFacts
              facts={[
                [words.username, <bdi key="username">{account.username}</bdi>],
                [words.tenant, account.tenantId],
              ]}
            />
            <Button disabledFocusable={isSending} onClick={() => void signOut()}>
              {words.signOut}
            </Button>
            {isSending && <span>{words.sending}</span>}
          </div>
        )}
      </Popover>
    </>
  );
}
