/** Azure's services that keep backups, by their resource providers. */
export const BACKUP_PROVIDERS = ['Microsoft.RecoveryServices', 'Microsoft.DataProtection'] as const;
export type BackupProvider = (typeof BACKUP_PROVIDERS)[number];

/** The service of a vault, or of what is in it, by its resource ID. */
export function providerOf(id: string): BackupProvider {
  return /\/providers\/Microsoft\.DataProtection\//i.test(id)
    ? 'Microsoft.DataProtection'
    : 'Microsoft.RecoveryServices';
}
