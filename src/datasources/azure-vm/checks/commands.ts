import { azCommand, type Command } from '#src/lib/command.ts';
import { preflight } from '#src/strings/preflight.ts';
import { wizard } from '#src/strings/wizard.ts';

/** Commands of the Azure CLI that correct what a check found (Microsoft Learn, reference of `az`). */

/** Assigns a role to the person, whose sign-in name has to be put in. */
export const ownGrantCommand = (role: string, scope: string): Command =>
  azCommand([
    'az role assignment create',
    ['--assignee', preflight.rights.signInName],
    ['--role', role],
    ['--scope', scope],
  ]);

/** Lists the core quotas of a region. */
export const usagesCommand = (subscription: string, region: string): Command =>
  azCommand([
    'az vm list-usage',
    ['--subscription', subscription],
    ['--location', region],
    '--output table',
  ]);

/** Recovers a deleted key vault. */
export const recoverCommand = (name: string): Command =>
  azCommand(['az keyvault recover', ['--name', name]]);

/** Stops a VM, by its id, and releases its cores. */
export const stopCommand = (id: string): Command => azCommand(['az vm deallocate', ['--ids', id]]);

/** Creates a storage account, whose name has to be put in. */
export const accountCommand = (subscription: string, region: string, group: string): Command =>
  azCommand([
    'az storage account create',
    ['--subscription', subscription],
    ['--resource-group', group],
    ['--location', region],
    '--sku Standard_LRS --kind StorageV2',
    ['--name', wizard.configuration.noAccount.account],
  ]);
