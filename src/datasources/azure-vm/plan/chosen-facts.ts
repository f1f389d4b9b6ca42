import { subscriptionName } from '#src/datasources/azure-vm/reads/reads.ts';
import { datasources } from '#src/strings/datasources.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { aboutMachine } from '#src/strings/about-machine.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { answerText } from '#src/datasources/azure-vm/choices/answer-text.ts';
import { questionsOf } from '#src/datasources/azure-vm/choices/questions.ts';
import { known } from '#src/wizard/reads/read.ts';
import { causeFacts } from '#src/datasources/azure-vm/plan/sent-restore.ts';
import { elsewhereText } from '#src/datasources/azure-vm/plan/place-text.ts';
import { chosenAccount, chosenPoint } from '#src/datasources/azure-vm/view.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';

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
    [wizard.datasource.label, datasources['azure-vm']],
    [
      wizard.instance.label,
      valueText(
        shown.instance,
        item && `${item.friendlyName}, ${item.resourceGroup}, ${item.vaultName}`,
      ),
    ],
    [wizard.point.label, valueText(shown.point, time === null ? undefined : dateTimeText(time))],
    ...elsewhereText(view).map((text): Line => [wizard.region.label, text]),
    [words.option, shown.option === null ? submission.notChosen : words[shown.option]],
  ];
}

function placementFacts({ shown, hidden, reads }: DraftView): Line[] {
  const subscription = subscriptionName(reads, shown.subscription);
  const lines: [Parameters<typeof hidden.has>[0], Line][] = [
    ['vmName', [words.vmName, valueText(shown.vmName, shown.vmName ?? '')]],
    ['subscription', [words.subscription, valueText(shown.subscription, subscription)]],
    ['rg', [words.rg, valueText(shown.rg, shown.rg ?? '')]],
    ['vnet', [words.vnet, valueText(shown.vnet, nameOf(shown.vnet ?? ''))]],
    ['subnet', [words.subnet, valueText(shown.subnet, shown.subnet ?? '')]],
    ['zone', [words.zone, valueText(shown.zone, words.zoneOf(shown.zone ?? ''))]],
  ];
  return lines.flatMap(([field, line]) => (hidden.has(field) ? [] : [line]));
}

function stagingFacts(view: DraftView): Line[] {
  const { shown } = view;
  const account = chosenAccount(view);
  const redundancy = account?.redundancy ?? common.notReported;
  return [
    [words.staging, valueText(shown.staging, account && `${account.name} (${redundancy})`)],
    ...lineOf(shown.diskEncryptionSet, (id): Line => [words.encryptionSet, nameOf(id)]),
    ...(shown.restoreAsManaged === true ? [[words.restoreAsManaged, words.yes] as const] : []),
    ...(shown.identity === 'none'
      ? []
      : [[words.identity, words.identities[shown.identity]] as const]),
    ...lineOf(shown.identityId, (id): Line => [words.identityId, id]),
    ...lineOf(shown.diskAccess, (access): Line => [submission.network, wizard.network[access]]),
    ...lineOf(shown.diskAccessId, (id): Line => [wizard.network.diskAccess, nameOf(id)]),
  ];
}

/** What was answered of the machine, and still matters. */
function answeredFacts(view: DraftView): Line[] {
  return questionsOf(view).flatMap((question) =>
    lineOf(answerText(question, view.shown), (text): Line => [
      aboutMachine.questions[question],
      text,
    ]),
  );
}

function lineOf<Value>(value: Value | null, line: (value: Value) => Line): Line[] {
  return value === null ? [] : [line(value)];
}

/** A choice in words: not made yet, made but not read from Azure, or what it is. */
function valueText(choice: string | null, text: string | undefined): string {
  return choice === null ? submission.notChosen : (text ?? common.notRead);
}
