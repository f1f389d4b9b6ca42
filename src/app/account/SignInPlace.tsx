import { useSyncExternalStore } from 'react';
import { onSignInStatus, signInStatus } from '#src/api/arm/sign-in-state.ts';
import { shell } from '#src/strings/shell.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';

// Most visits end before their sign-in does.
const SignInNotice = lazyPart(
  () => import('#src/app/account/SignInNotice.tsx'),
  (code) => code.SignInNotice,
);

/** The place of the offer to sign in again, above every page; nothing while the sign-in renews itself. */
export function SignInPlace() {
  const status = useSyncExternalStore(onSignInStatus, signInStatus);
  if (status.kind === 'good') return null;
  return (
    <Part what={shell.signInOffer}>
      <SignInNotice status={status} />
    </Part>
  );
}
