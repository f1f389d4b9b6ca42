import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SignInTrouble as Trouble } from '#src/api/arm/sign-in.ts';
import { StartPage } from '#src/app/StartTrouble.tsx';
import type { Config } from '#src/app/config.ts';
import { ownAddress } from '#src/lib/base.ts';
import { signInPage } from '#src/strings/sign-in.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';

interface SignInTroubleProps {
  readonly trouble: Trouble;
  readonly config: Config;
  readonly onSignIn: () => void;
}

/** Shown in place of the application when no one could be signed in: why, what to do, and what to pass on. */
export function SignInTrouble({ trouble, config, onSignIn }: SignInTroubleProps) {
  const { kind, facts } = trouble;
  const { title, body } = signInPage.trouble[kind];
  // To sign in anew would end at the same page of the browser's own, or nowhere.
  const isRetry = kind === 'unreachable' || kind === 'storage';
  return (
    <StartPage title={title}>
      {body.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {kind === 'notFinished' && <KeyFacts facts={signInPage.codes} />}
      <Button appearance="primary" onClick={isRetry ? () => location.reload() : onSignIn}>
        {isRetry ? signInPage.retry : signInPage.again}
      </Button>
      {isOfSettings.has(kind) && <Settings {...config} />}
      {facts !== null && (
        <Copied
          label={signInPage.code}
          text={facts.number === null ? facts.code : `AADSTS${String(facts.number)}`}
        />
      )}
      <Copied label={signInPage.traceId} text={facts?.traceId ?? ''} />
      <Copied label={signInPage.correlationId} text={facts?.correlationId ?? ''} />
      {facts !== null && facts.message !== '' && (
        <details>
          <summary>{signInPage.message}</summary>
          {facts.message}
        </details>
      )}
    </StartPage>
  );
}

/** Troubles whose cause is in the build's settings or the registration. */
const isOfSettings: ReadonlySet<Trouble['kind']> = new Set([
  'application',
  'tenant',
  'address',
  'platform',
  'consent',
  'notFinished',
]);

function Settings({ clientId, tenantId }: Config) {
  return (
    <>
      <CopyText label={signInPage.clientId} text={clientId} />
      <CopyText label={signInPage.tenantId} text={tenantId} />
      <CopyText label={signInPage.redirectUri} text={ownAddress('redirect.html')} />
    </>
  );
}

interface CopiedProps {
  readonly label: string;
  /** Empty where it isn't known. */
  readonly text: string;
}

function Copied({ label, text }: CopiedProps): ReactNode {
  return text === '' ? null : <CopyText label={label} text={text} />;
}

const words = signInPage.signedOut;

interface SignedOutProps {
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
