import { Button } from '@fluentui/react-components';
import { useIsMutating } from '@tanstack/react-query';
import { use, useState } from 'react';
import type { SignInStatus } from '#src/api/arm/sign-in-state.ts';
import { serviceClock } from '#src/lib/clock.ts';
import { timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { renewal as words } from '#src/strings/sign-in.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { SignInContext } from '#src/ui/states.tsx';
import { SpokenNow } from '#src/ui/Spoken.tsx';
import { draftIds, draftState } from '#src/wizard/draft/store.ts';

type Needed = Exclude<SignInStatus, { kind: 'good' }>;

interface SignInNoticeProps {
  readonly status: Needed;
}

/** Offers to sign in again, and says what is kept meanwhile. Ahead of the end it can be put off. */
export function SignInNotice({ status }: SignInNoticeProps) {
  const signIn = use(SignInContext);
  // Leaving the page while a change is on its way would leave its outcome unknown.
  const isSending = useIsMutating() > 0;
  const [putOff, setPutOff] = useState<Needed | null>(null);
  if (putOff === status) return null;
  const title = titleOf(status);
  const body = [
    status.kind === 'notReached' ? words.notReached.body : words.comesBack,
    isSending ? words.sending : hasUnsavedDraft() ? words.unsaved : words.kept,
  ].join(' ');
  return (
    <section aria-label={words.label}>
      <Notice
        intent={status.kind === 'endsSoon' ? undefined : 'warning'}
        layout="auto"
        title={title}
        actions={
          <>
            <Button disabledFocusable={isSending} onClick={signIn?.again}>
              {words.now}
            </Button>
            {status.kind === 'endsSoon' && (
              <Button appearance="subtle" onClick={() => setPutOff(status)}>
                {words.later}
              </Button>
            )}
          </>
        }
      >
        {body}
      </Notice>
      <SpokenNow label={words.label} parts={{ title, body }} />
    </section>
  );
}

function titleOf(status: Needed): string {
  switch (status.kind) {
    case 'endsSoon':
      return words.endsSoon(timeText(instant(status.endsAt + serviceClock().aheadMs)));
    case 'ended':
      return words.ended;
    case 'notReached':
      return words.notReached.title;
  }
}

/** A draft that the browser couldn't store is in this tab alone, and leaving the page loses it. */
const hasUnsavedDraft = (): boolean => draftIds().some((id) => draftState(id).trouble !== null);
