import { Button } from '@fluentui/react-components';
import { StartPage } from '#src/app/StartPage.tsx';
import { signInPage } from '#src/strings/sign-in.ts';

const words = signInPage.signedOut;

export interface SignedOutProps {
  readonly onSignIn: () => void;
}

/** Shown in place of the application after the person signed out. */
export function SignedOut({ onSignIn }: SignedOutProps) {
  return (
    <StartPage title={words.title}>
      {words.body.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Button appearance="primary" onClick={onSignIn}>
        {words.action}
      </Button>
    </StartPage>
  );
}
