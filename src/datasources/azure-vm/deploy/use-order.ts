import { useQueryClient } from '@tanstack/react-query';
import { signatureFor } from '#src/api/queries/deployments.ts';
import { storageAccountsQuery } from '#src/api/queries/targets.ts';
import {
  checkedTexts,
  type DeployValues,
  keyOf,
  templateIn,
} from '#src/datasources/azure-vm/deploy/form-values.ts';
import type { LeftTemplate } from '#src/datasources/azure-vm/deploy/template-of.ts';
import type { Wanted } from '#src/datasources/azure-vm/deploy/use-deploy.ts';
import type { DeployPlace } from '#src/datasources/azure-vm/deploy/use-place.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { ValueProblem } from '#src/model/template/template-values.ts';
import { deploy } from '#src/strings/deploy.ts';

/** What can be sent; or what is missing, by the names of parameters. */
export type Order =
  | { readonly kind: 'wanted'; readonly wanted: Wanted }
  | {
      readonly kind: 'problems';
      readonly isGroupMissing: boolean;
      readonly problems: Readonly<Record<string, ValueProblem>>;
    };

/** Makes the deployment of what was typed. A signature is made only when it is sent. */
export function useOrder({ place, address }: LeftTemplate, { subscriptionId }: DeployPlace) {
  const client = useQueryClient();
  return (values: DeployValues, group: string): Order => {
    const read = templateIn(values);
    const checked = checkedTexts(read, values);
    const isGroupMissing = group.trim() === '';
    if (checked.kind === 'problems' || isGroupMissing) {
      const problems = checked.kind === 'problems' ? checked.problems : {};
      return { kind: 'problems', isGroupMissing, problems };
    }
    const order: Wanted['order'] = async () => {
      if (values.reader !== 'azure') {
        return { source: { kind: 'text', template: read.template }, values: checked.values };
      }
      const accounts = await client.query(storageAccountsQuery(subscriptionId));
      const account = accounts.find(({ name }) => sameId(name, place.account));
      if (account === undefined) throw new Error(deploy.noAccount(place.account));
      const signature = await signatureFor(account.id, place);
      return { source: { kind: 'link', uri: address, signature }, values: checked.values };
    };
    return { kind: 'wanted', wanted: { group: group.trim(), order, key: keyOf(values, group) } };
  };
}
