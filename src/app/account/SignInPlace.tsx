import { lazy, Suspense, useSyncExternalStore } from 'react';
import { onSignInStatus, signInStatus } from '#src/api/arm/sign-in-state.ts';

// Most visits end before their sign-in does.
const SignInNotice = lazy(async () => {
  const { SignInNotice: notice } = await import('#src/app/account/SignInNotice.tsx');
  return { default: notice };
});

/** The place of the offer to sign in again, above every page; nothing while the sign-in renews itself. */
export function SignInPlace() {
  const status = useSyncExternalStore(onSignInStatus, signInStatus);
  if (status.kind === 'good') return null;
  return (
    <Suspense>
      <SignInNotice status={status} />
    </Suspense>
  );
}
