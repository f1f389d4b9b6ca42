import { sentences } from '#src/strings/sentences.ts';

/** Texts for the commands of a disk’s restore: what the clients can’t express, and what they do differently. */
export const diskCommands = sentences({
  extension: 'Requires the dataprotection extension of the Azure CLI.',
  cliIdentity:
    'The Azure CLI has no option for the identity. Azure Backup uses the system-assigned identity of the vault when none is named.',
  cliFile: 'The first command writes restore.json into the current folder.',
  module: 'Requires Az.DataProtection 2.7.0 or later.',
  shellValidation:
    'The script doesn’t validate the restore first. Validate on Review before you run it.',
  nameTaken: 'All clients fail when a disk of that name exists.',
});
