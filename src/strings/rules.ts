import { datasourceTexts } from './rules/datasource.ts';
import { instanceTexts } from './rules/instance.ts';
import { restorePointTexts } from './rules/restore-point.ts';
import { configTexts } from './rules/config.ts';
import { createVmTexts } from './rules/create-vm.ts';
import { restoreDisksTexts } from './rules/restore-disks.ts';
import { replaceTexts } from './rules/replace.ts';
import { elsewhereTexts } from './rules/elsewhere.ts';
import { stagingTexts } from './rules/staging.ts';
import { machineTexts } from './rules/machine.ts';
import { networkTexts } from './rules/network.ts';
import { reviewTexts } from './rules/review.ts';
import { diskTexts } from './rules/disk.ts';
import { restTexts } from './rules/rest.ts';
import { afterwardsTexts } from './rules/afterwards.ts';
import { commvaultTexts } from './rules/commvault.ts';
import { outageTexts } from './rules/outage.ts';
import { platformTexts } from './rules/platform.ts';
import type { RuleText } from './rules/text.ts';

const texts = {
  ...datasourceTexts,
  ...instanceTexts,
  ...restorePointTexts,
  ...configTexts,
  ...createVmTexts,
  ...restoreDisksTexts,
  ...replaceTexts,
  ...elsewhereTexts,
  ...stagingTexts,
  ...machineTexts,
  ...networkTexts,
  ...reviewTexts,
  ...diskTexts,
  ...restTexts,
  ...afterwardsTexts,
  ...commvaultTexts,
  ...platformTexts,
  ...outageTexts,
};

/** Ids of the rules that have a text: a catalogue id without one is a type error where it is used. */
export type RuleTextId = keyof typeof texts;

/** The text of a rule. */
export function ruleText(id: RuleTextId): RuleText {
  return texts[id];
}

/** Whether a name is the id of a rule that has a text. */
export function isRuleText(name: string): name is RuleTextId {
  return Object.hasOwn(texts, name);
}

type DocumentNumber = '000' | '001' | '002' | '003' | '004' | 'learn' | 'ours';

const documents: Record<DocumentNumber, { title: string; short: string }> = {
  '000': { title: 'Restore Azure VMs in the Azure portal', short: 'Restore Azure VMs' },
  '001': { title: 'About Azure VM restore', short: 'About Azure VM restore' },
  '002': { title: 'Restore Azure Managed Disks', short: 'Restore Azure Managed Disks' },
  '003': { title: 'Full virtual machine restores (Commvault)', short: 'Commvault restores' },
  '004': { title: 'Restore Azure VMs using REST API', short: 'Restore Azure VMs by REST' },
  learn: { title: 'Microsoft Learn', short: 'Microsoft Learn' },
  ours: { title: 'A choice of Restore Center', short: 'Restore Center' },
};

/** Title of a document, as a person would look for it. */
export function documentTitle(document: DocumentNumber): string {
  return documents[document].title;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type SourceLike = { document: DocumentNumber; heading: string; date: string | null };

/** A source as one line: "Restore Azure VMs, Storage accounts, 30 Nov 2024". */
export function sourceLine({ document, heading, date }: SourceLike): string {
  const line = `${documents[document].short}, ${heading}`;
  if (document === 'ours' || document === 'learn') return line;
  return `${line}, ${date === null ? 'undated' : dayText(date)}`;
}

/** "2024-11-30" → "30 Nov 2024"; a document's date is a day and not an instant. */
function dayText(isoDay: string): string {
  const [year = '', month = '', day = ''] = isoDay.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}
