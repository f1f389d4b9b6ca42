import type { CrossSubscriptionState } from '#src/model/vaults.ts';
import { common } from '#src/strings/common.ts';
import { vaults as words } from '#src/strings/vaults.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';

/** That a vault reports nothing is not the same as Disabled. */
export function NotReported() {
  return <Status tone="unknown">{common.notReported}</Status>;
}

/** Whether a vault has Cross Region Restore. */
export function CrossRegionState({ isOn }: { readonly isOn: boolean | null }) {
  if (isOn === null) return <NotReported />;
  const { on, off } = words.crossRegion;
  return <Status tone={isOn ? 'done' : 'cancelled'}>{isOn ? on : off}</Status>;
}

const TONES: Readonly<Record<CrossSubscriptionState, Tone>> = {
  enabled: 'done',
  disabled: 'cancelled',
  permanentlyDisabled: 'impossible',
};

/** The state of a vault's Cross Subscription Restore. */
export function CrossSubscriptionStatus({
  state,
}: {
  readonly state: CrossSubscriptionState | null;
}) {
  return state === null ? (
    <NotReported />
  ) : (
    <Status tone={TONES[state]}>{words.state[state]}</Status>
  );
}
