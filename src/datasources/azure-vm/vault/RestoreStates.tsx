import { makeStyles, tokens } from '@fluentui/react-components';
import { type Region, sameRegion, type Subscription } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { CrossSubscriptionState, Vault } from '#src/model/vaults.ts';
import { common } from '#src/strings/common.ts';
import { vaults as words } from '#src/strings/vaults.ts';
import { regionText } from '#src/strings/regions.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';

/** That a vault reports nothing is not the same as Disabled. */
export function NotReported() {
  return <Status tone="unknown">{common.absence.notReported}</Status>;
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

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  source: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface DocumentSentencesProps {
  readonly sentences: readonly string[];
  /** The heading of document 000 under which it stands. */
  readonly heading: string;
}

/** What document 000 says, sentence by sentence, and where in it. */
export function DocumentSentences({ sentences, heading }: DocumentSentencesProps) {
  const styles = useStyles();
  return (
    <>
      <ul className={styles.list}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <span className={styles.source}>{words.source(heading)}</span>
    </>
  );
}

/** What people call the places that a vault speaks of; ids where their names are not read. */
export interface VaultNames {
  readonly subscription: string;
  /** The subscription that it was moved from; null: it was never moved. */
  readonly movedFrom: string | null;
  readonly region: string;
  /** The paired region. Null: there is none; undefined: not read. */
  readonly pair: string | null | undefined;
}

/** What every part of the page of a vault is given. */
export interface VaultPartProps {
  readonly vault: Vault;
  readonly names: VaultNames;
}

/** The names in a vault, as far as subscriptions and regions are read. */
export function namesOf(
  vault: Vault,
  subscriptions: readonly Subscription[] | undefined,
  regions: readonly Region[] | undefined,
): VaultNames {
  const subscription = (id: string): string =>
    subscriptions?.find((one) => sameId(one.id, id))?.name ?? id;
  const region = (name: string): Region | undefined =>
    regions?.find((one) => sameRegion(one.name, name));
  const own = region(vault.region);
  const pair = own?.pairedRegion;
  return {
    subscription: subscription(vault.subscriptionId),
    movedFrom: vault.movedFrom === null ? null : subscription(vault.movedFrom),
    region: own?.displayName ?? regionText(vault.region),
    pair: typeof pair === 'string' ? (region(pair)?.displayName ?? regionText(pair)) : pair,
  };
}
