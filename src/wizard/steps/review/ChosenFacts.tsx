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
  const none = common.notRead;
  return (
    <section aria-label={submission.chosen}>
      <KeyFacts
        facts={[
          [wizard.datasource.label, wizard.datasource.vm],
          [
            wizard.instance.label,
            item === undefined
              ? none
              : `${item.friendlyName}, ${item.resourceGroup}, ${item.vaultName}`,
          ],
          [wizard.point.label, time === null ? none : dateTimeText(time)],
          [wizard.configuration.option, wizard.configuration.restoreDisks],
          [wizard.configuration.subscription, subscription?.name ?? shown.subscription ?? none],
          [wizard.configuration.rg, shown.rg ?? none],
          [
            wizard.configuration.staging,
            account === undefined
              ? none
              : `${account.name} (${account.redundancy ?? common.notReported})`,
          ],
        ]}
      />
    </section>
  );
}
