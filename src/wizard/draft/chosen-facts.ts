import { dateTimeText } from '#src/lib/format.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { aboutMachine } from '#src/strings/about-machine.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { answerText } from '#src/wizard/draft/answer-text.ts';
import { questionsOf } from '#src/wizard/draft/questions.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { causeFacts } from '#src/wizard/draft/cause-facts.ts';
import { elsewhereText } from '#src/wizard/draft/elsewhere-text.ts';
import { chosenAccount, chosenPoint, type DraftView } from '#src/wizard/draft/view.ts';

type Line = readonly [label: string, value: string];

const words = wizard.configuration;

/** Every field that a draft's restore has, with what was chosen in it. */
export function chosenFacts(view: DraftView): Line[] {
  return [
    ...causeFacts(view.draft),
    ...sourceFacts(view),
    ...placementFacts(view),
    ...stagingFacts(view),
    ...answeredFacts(view),
  ];
}

function sourceFacts(view: DraftView): Line[] {
  const { shown, reads } = view;
  const item = known(reads.instance);
  const time = chosenPoint(view)?.time ?? null;
  return [
    [wizard.datasource.label, wizard.datasource.vm],
    [
      wizard.instance.label,
      said(
        shown.instance,
        item && `${item.friendlyName}, ${item.resourceGroup}, ${item.vaultName}`,
      ),
    ],
    [wizard.point.label, said(shown.point, time === null ? undefined : dateTimeText(time))],
    ...elsewhereText(view).map((text): Line => [wizard.region.label, text]),
    [words.option, shown.option === null ? submission.notChosen : words[shown.option]],
  ];
}

function placementFacts({ shown, hidden, reads }: DraftView): Line[] {
  const subscription = known(reads.subscriptions)?.find(({ id }) => sameId(id, shown.subscription));
  const lines: [Parameters<typeof hidden.has>[0], Line][] = [
    ['vmName', [words.vmName, said(shown.vmName, shown.vmName ?? '')]],
    ['subscription', [words.subscription, said(shown.subscription, subscription?.name)]],
    ['rg', [words.rg, said(shown.rg, shown.rg ?? '')]],
    ['vnet', [words.vnet, said(shown.vnet, nameOf(shown.vnet ?? ''))]],
    ['subnet', [words.subnet, said(shown.subnet, shown.subnet ?? '')]],
    ['zone', [words.zone, said(shown.zone, words.zoneOf(shown.zone ?? ''))]],
  ];
  return lines.flatMap(([field, line]) => (hidden.has(field) ? [] : [line]));
}

function stagingFacts(view: DraftView): Line[] {
  const { shown } = view;
  const account = chosenAccount(view);
  const redundancy = account?.redundancy ?? common.notReported;
  return [
    [words.staging, said(shown.staging, account && `${account.name} (${redundancy})`)],
    ...some(shown.diskEncryptionSet, (id): Line => [words.encryptionSet, nameOf(id)]),
    ...(shown.restoreAsManaged === true ? [[words.restoreAsManaged, words.yes] as const] : []),
    ...(shown.identity === 'none'
      ? []
      : [[words.identity, words.identities[shown.identity]] as const]),
    ...some(shown.identityId, (id): Line => [words.identityId, id]),
    ...some(shown.diskAccess, (access): Line => [submission.network, wizard.network[access]]),
    ...some(shown.diskAccessId, (id): Line => [wizard.network.diskAccess, nameOf(id)]),
  ];
}

/** What was answered of the machine, and still matters. */
function answeredFacts(view: DraftView): Line[] {
  return questionsOf(view).flatMap((question) =>
    some(answerText(question, view.shown), (text): Line => [
      aboutMachine.questions[question],
      text,
    ]),
  );
}

function some<Value>(value: Value | null, line: (value: Value) => Line): Line[] {
  return value === null ? [] : [line(value)];
}

/** A choice in words: not made yet, made but not read from Azure, or what it is. */
function said(choice: string | null, text: string | undefined): string {
  return choice === null ? submission.notChosen : (text ?? common.notRead);
}
