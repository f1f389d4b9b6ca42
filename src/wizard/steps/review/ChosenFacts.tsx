import { dateTimeText } from '#src/lib/format.ts';
import { sameId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { known } from '#src/wizard/draft/reads.ts';
import { chosenAccount, chosenPoint, type DraftView } from '#src/wizard/draft/view.ts';

/** Everything chosen, in the words of the fields it was chosen in. */
export function ChosenFacts({ view }: { readonly view: DraftView }) {
  const { shown, reads } = view;
  const item = known(reads.instance);
  const time = chosenPoint(view)?.time ?? null;
  const subscription = known(reads.subscriptions)?.find(({ id }) => sameId(id, shown.subscription));
  const account = chosenAccount(view);
  return (
    <section aria-label={submission.chosen}>
      <KeyFacts
        facts={[
          [wizard.datasource.label, wizard.datasource.vm],
          [
            wizard.instance.label,
            said(
              shown.instance,
              item && `${item.friendlyName}, ${item.resourceGroup}, ${item.vaultName}`,
            ),
          ],
          [wizard.point.label, said(shown.point, time === null ? undefined : dateTimeText(time))],
          [wizard.configuration.option, wizard.configuration.restoreDisks],
          [wizard.configuration.subscription, said(shown.subscription, subscription?.name)],
          [wizard.configuration.rg, said(shown.rg, shown.rg ?? undefined)],
          [
            wizard.configuration.staging,
            said(
              shown.staging,
              account && `${account.name} (${account.redundancy ?? common.notReported})`,
            ),
          ],
          ...(shown.diskAccess === null
            ? []
            : [[submission.network, wizard.network[shown.diskAccess]] as const]),
        ]}
      />
    </section>
  );
}

/** A choice in words: not made yet, made but not read from Azure, or what it is. */
function said(choice: string | null, text: string | undefined): string {
  return choice === null ? submission.notChosen : (text ?? common.notRead);
}
