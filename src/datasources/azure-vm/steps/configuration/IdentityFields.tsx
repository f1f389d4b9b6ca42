import { useCommonStyles } from '#src/ui/common-styles.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { focusField } from '#src/ui/focus-field.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { known } from '#src/wizard/reads/read.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import { changeChoices } from '#src/datasources/azure-vm/choices.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import type { ConfigurationFieldsProps } from '#src/datasources/azure-vm/steps/configuration/fields.ts';
import { IdentityRights } from '#src/datasources/azure-vm/steps/configuration/IdentityRights.tsx';
import { identityOptions } from '#src/datasources/azure-vm/steps/configuration/options.ts';

const words = wizard.configuration;

/** By whose right the restore reaches the storage account: by an identity of the vault, or by none. */
export function IdentityFields({ view, control }: ConfigurationFieldsProps) {
  const { shown, hidden } = view;
  const shared = { control, ...errorWords(view) } as const;
  return (
    <>
      {!hidden.has('identity') && (
        <ChoiceField
          {...shared}
          name="identity"
          label={words.identity}
          {...identityOptions(view)}
        />
      )}
      {shown.identity === 'user' && !hidden.has('identityId') && (
        <>
          <TextField
            {...shared}
            required
            name="identityId"
            label={words.identityId}
            hint={identityHint(view)}
          />
          <VaultIdentities view={view} />
        </>
      )}
      {!hidden.has('identity') && <IdentityRights view={view} />}
    </>
  );
}

/** IDs ignore letter case: an ID in another case is valid, and the hint mentions it. */
function identityHint({ shown, reads }: DraftView): string | undefined {
  if (reads.vault.state !== 'known') return wizard.reads[reads.vault.state];
  const same = reads.vault.value.userIdentityIds.find((id) => sameId(id, shown.identityId));
  return same === undefined || same === shown.identityId
    ? undefined
    : words.sameIdentity(nameOf(same));
}

/** The user-assigned identities of the vault, each to be taken with a press. */
function VaultIdentities({ view: { reads, draft, shown } }: { readonly view: DraftView }) {
  const styles = useCommonStyles();
  const own = (known(reads.vault)?.userIdentityIds ?? []).filter(
    (id) => !sameId(id, shown.identityId),
  );
  if (own.length === 0) return null;
  return (
    <ul className={styles.belowControl} aria-label={words.vaultIdentities}>
      {own.map((id) => (
        <li key={id}>
          <LinkButton
            onClick={() => {
              changeChoices(draft.id, { identityId: id });
              focusField('identityId');
            }}
          >
            {words.takeIdentity(nameOf(id))}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
