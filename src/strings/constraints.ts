import { listText, plural } from '#src/lib/wording.ts';
import { factLabel, factText, isFactName } from '#src/rules/facts.ts';
import { choiceLabel, choiceSentence, choiceValue, hasChoiceWords } from '#src/strings/choices.ts';
import { kindLabels, productLabels } from '#src/strings/rule-source.ts';
import { sentences } from '#src/strings/sentences.ts';
import { wizard } from '#src/strings/wizard.ts';

/** Texts for the page of all constraints. The constraints' own texts are in `rules/`. */

function count(many: number): string {
  return `${String(many)} ${plural(many, 'constraint', 'constraints')}`;
}

const groups = {
  datasource: 'Datasource',
  instance: 'Backup instance',
  'restore-point': 'Restore point',
  config: 'Restore configuration',
  'create-vm': 'Create new virtual machine',
  'restore-disks': 'Restore disks',
  replace: 'Replace existing',
  crr: 'Cross Region Restore',
  csr: 'Cross Subscription Restore',
  czr: 'Cross Zonal Restore',
  staging: 'Staging Location',
  unmanaged: 'Unmanaged disks',
  encryption: 'Encryption and Key Vault',
  special: 'Special configurations',
  identity: 'Identities and permissions',
  network: 'Network access',
  review: 'Review + restore',
  disk: 'Azure Disks',
  rest: 'Request and tracking by REST',
  jobs: 'Backup jobs',
  after: 'After the restore',
  'backup-again': 'Backup of restored VMs',
  commvault: 'Commvault',
  platform: 'Azure’s own limits',
  files: 'File recovery',
} as const;

const enforcers = {
  service: 'Azure',
  portal: 'The portal',
  advice: 'Advice of Restore Center',
} as const;

const kindCounts: Record<keyof typeof kindLabels, [one: string, several: string]> = {
  block: ['not possible', 'not possible'],
  'require-field': ['required', 'required'],
  'hide-field': ['hides a field', 'hide a field'],
  default: ['default', 'defaults'],
  warn: ['warning', 'warnings'],
  info: ['note', 'notes'],
  checklist: ['afterwards', 'afterwards'],
};

export const constraints = sentences({
  edition: '30 Nov 2024',
  subtitle: (all: number, documents: number) =>
    `${count(all)} from ${String(documents)} ${plural(documents, 'document', 'documents')} and from Azure itself, edition of 30 Nov 2024.`,
  search: 'Search constraints',
  filters: {
    product: 'Product',
    step: 'Step',
    group: 'Group',
    kind: 'Kind',
    document: 'Document',
    enforcedBy: 'Enforced by',
  },
  shown: (shown: number, all: number) =>
    shown === all ? count(all) : `${String(shown)} of ${count(all)}`,
  /** The link from the constraints of one product to those of another. */
  otherProduct: (product: keyof typeof productLabels, many: number) =>
    `Show the ${count(many)} of ${productLabels[product]}`,
  otherFits: (product: keyof typeof productLabels, fitting: number) =>
    plural(
      fitting,
      `Show ${count(1)} of ${productLabels[product]} that matches`,
      `Show ${count(fitting)} of ${productLabels[product]} that match`,
    ),
  none: 'No constraint matches all filters.',
  noneFor: (typed: string) => `No constraint with these filters matches “${typed}”.`,
  searched: (all: number) => `Searched the texts, IDs, fields, and sources of ${count(all)}.`,
  documents: 'From the documents',
  platform: 'From Azure itself',
  platformBody: 'From other Microsoft pages or Azure’s responses.',
  groupHead: (group: keyof typeof groups, shown: number) => `${groups[group]} (${String(shown)})`,
  openAll: 'Open all groups',
  closeAll: 'Close all groups',
  /** How many constraints of a group are of a kind. */
  ofKind: (kind: keyof typeof kindLabels, many: number) =>
    `${String(many)} ${plural(many, ...kindCounts[kind])}`,
  /** The fields that a constraint applies to. */
  about: (fields: readonly string[]) => (fields.length === 0 ? 'No field' : listText(fields)),
  one: {
    title: (id: string) => `Constraint ${id}`,
    unknown: 'No constraint at this address',
    unknownId: (id: string) => `This edition has no constraint with the ID “${id}”.`,
    unknownBody: 'It might be in another edition, or the address is mistyped.',
    all: 'All constraints',
    example: 'the example',
  },
  parts: {
    kind: 'Kind',
    product: 'Product',
    step: 'Step',
    group: 'Group',
    field: 'Applies to',
    instead: 'Instead',
    source: 'Source',
    enforcedBy: 'Enforced by',
    edition: 'Edition',
    id: 'ID',
  },
  /** Who enforces a constraint, and why. Each product has a service of its own. */
  enforced: (
    { by, why }: { readonly by: keyof typeof enforcers; readonly why: string },
    product: keyof typeof productLabels,
  ) =>
    `${by === 'service' && product !== 'azure-backup' ? productLabels[product] : enforcers[by]}. ${why}`,
  kinds: kindLabels,
  enforcers,
  products: productLabels,
  steps: { ...wizard.step, jobs: groups.jobs, afterwards: groups.after },
  groups,
} as const);

/** Texts for the example on a constraint's page. */
export const ruleExample = sentences({
  title: 'Example',
  lead: 'The documents’ own example VM, checked again after every change. Nothing is sent.',
  asBaseline: 'Same as the documents’ own example VM.',
  differs: 'Differences from the documents’ own example VM:',
  verdict: {
    speaks: 'The constraint applies',
    silent: 'The constraint doesn’t apply',
    'not checked': 'Not checked',
  },
  silentBody: 'These facts and choices don’t trigger it.',
  change: 'Change its facts and choices',
  notKnown: 'Not known',
  isNotKnown: (label: string) => `${label}: not known`,
  namesHint: 'Separate names with commas.',
  speakingCase: 'Reset the example',
  silentCase: 'Show where it doesn’t apply',
} as const);

/** Texts for a fact or choice, by its name in the rules: `vm.zone`, `c.option`. */
interface ReadWords {
  /** The label of a field for it. */
  readonly label: string;
  /** A value as an option of that field. */
  readonly option: (value: unknown) => string;
  /** Name and value in one line. */
  readonly sentence: (value: unknown) => string;
}

/** The words of a fact or choice; without words, its name and values unchanged. */
export function readWords(name: string): ReadWords {
  if (isFactName(name)) {
    const say = (value: unknown) => factText(name, value);
    return { label: factLabel(name), option: say, sentence: say };
  }
  const choice = name.replace(/^c\./, '');
  const isKnown = hasChoiceWords(choice);
  return {
    label: isKnown ? choiceLabel(choice) : name,
    option: (value) => (isKnown ? choiceValue(choice, value) : (JSON.stringify(value) ?? '')),
    sentence: (value) => choiceSentence(name, value),
  };
}
