import type { EncryptionWish, IdentityWish } from '#src/mocks/recovery-services/vault-wish.ts';
import { defaultKeyOf } from '#src/mocks/recovery-services/vaults.ts';
import type { VaultKeySeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

/** Who a vault is, and with which key it is encrypted, after a wish; a text is why it cannot be (G). */

const TYPES = ['SystemAssigned', 'UserAssigned', 'SystemAssigned, UserAssigned', 'None'] as const;

/** The CLI writes the types in lower case and without the blank (azure-contract §1). */
const folded = (type: string): string => type.toLowerCase().replaceAll(' ', '');

/** Identities that are named come to those that the vault has, or go where their value is null. */
export function identityChange(
  { userIdentities = [] }: VaultSeed,
  asked: IdentityWish,
): Partial<VaultSeed> | string {
  const identityType = TYPES.find((known) => folded(known) === folded(asked.type));
  if (identityType === undefined) return 'The value of identity.type is not valid.';
  if (!identityType.includes('UserAssigned')) return { identityType, userIdentities: [] };
  const entries = Object.entries(asked.userAssignedIdentities ?? {});
  const taken = entries.flatMap(([id, value]) => (value === null ? [id] : []));
  const given = entries.flatMap(([id, value]) => (value === null ? [] : [id]));
  const isIn = (ids: readonly string[], id: string): boolean => ids.some((one) => sameId(one, id));
  const all = [
    ...userIdentities.filter((id) => !isIn(taken, id)),
    ...given.filter((id) => !isIn(userIdentities, id)),
  ];
  return all.length === 0
    ? 'identity.userAssignedIdentities names no identity.'
    : { identityType, userIdentities: all };
}

type Reader = Pick<VaultKeySeed, 'userIdentity'> | string;

const hasSystem = ({ identityType }: VaultSeed): boolean =>
  identityType?.startsWith('System') === true;

/** Who reads the key: who is named, else who did, else whom the vault has. */
function readerOf(vault: VaultSeed, asked: EncryptionWish['kekIdentity']): Reader {
  const { userIdentities: [first] = [] } = vault;
  const named = asked?.userAssignedIdentity ?? '';
  if (named !== '') return withUser(vault, named);
  if (asked?.useSystemAssignedIdentity !== true) {
    const present = vault.key?.userIdentity ?? first;
    if (present !== undefined) return withUser(vault, present);
  }
  return hasSystem(vault)
    ? {}
    : 'properties.encryption.kekIdentity needs an identity that the vault has.';
}

const withUser = ({ userIdentities = [] }: VaultSeed, id: string): Reader =>
  userIdentities.some((one) => sameId(one, id))
    ? { userIdentity: id }
    : 'properties.encryption.kekIdentity.userAssignedIdentity is no identity of the vault.';

/** A customer-managed key in place of Microsoft's, or another one. */
export function keyChange(
  vault: VaultSeed,
  { keyVaultProperties, kekIdentity, infrastructureEncryption }: EncryptionWish,
): Partial<VaultSeed> | string {
  const { id, key, encryption } = vault;
  const present = key?.uri ?? (encryption === undefined ? undefined : defaultKeyOf(id));
  const uri = keyVaultProperties?.keyUri ?? present;
  if (uri === undefined) return 'properties.encryption.keyVaultProperties.keyUri is missing.';
  const reader = readerOf(vault, kekIdentity);
  if (typeof reader === 'string') return reader;
  const infrastructure = infrastructureEncryption ?? key?.infrastructureEncryption;
  return {
    encryption: 'CustomerManaged',
    key: {
      uri,
      ...reader,
      ...(infrastructure === undefined ? {} : { infrastructureEncryption: infrastructure }),
    },
  };
}
