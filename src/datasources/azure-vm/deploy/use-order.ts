import { useQueryClient } from '@tanstack/react-query';
import { signatureFor } from '#src/api/queries/deployments.ts';
import { readOther } from '#src/api/queries/query.ts';
import { storageAccountsQuery } from '#src/api/storage/accounts.ts';
import {
  checkedForm,
  type DeployValues,
  keyOf,
  type MissingValues,
  templateIn,
} from '#src/datasources/azure-vm/deploy/form-values.ts';
import type { LeftTemplate } from '#src/datasources/azure-vm/deploy/template-of.ts';
import type { Wanted } from '#src/datasources/azure-vm/deploy/use-deploy.ts';
import type { DeployPlace } from '#src/datasources/azure-vm/deploy/use-place.ts';
import { sameId } from '#src/model/resource-id.ts';
import { deploy } from '#src/strings/deploy.ts';

/** What can be sent; or what keeps it from that. */
export type Order = { readonly kind: 'wanted'; readonly wanted: Wanted } | MissingValues;

/** Makes the deployment of what was typed. A signature is made only when it is sent. */
export function useOrder({ place, address }: LeftTemplate, { subscriptionId }: DeployPlace) {
  const client = useQueryClient();
  return (values: DeployValues, group: string): Order => {
    const checked = checkedForm(values, group);
    if (checked.kind === 'missing') return checked;
    const { template } = templateIn(values);
    const order: Wanted['order'] = async () => {
      if (values.reader !== 'azure') {
        return { source: { kind: 'text', template }, values: checked.values };
      }
      const accounts = await readOther(client, storageAccountsQuery(subscriptionId));
      const account = accounts.find(({ name }) => sameId(name, place.account));
      if (account === undefined) throw new Error(deploy.noAccount(place.account));
      // Nothing that a key signs is read there: it isn't even asked for.
      if (!account.allowsSharedKey) throw new Error(deploy.trouble.keyAccess);
      const signature = await signatureFor(account.id, place);
      return { source: { kind: 'link', uri: address, signature }, values: checked.values };
    };
    return { kind: 'wanted', wanted: { group: group.trim(), order, key: keyOf(values, group) } };
  };
}
