import { andText, plural } from '#src/lib/wording.ts';
import type { PlaceName } from '#src/strings/azure-words.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for the results of the global search. */

/** "1 vault", "3 vaults" */
function count(many: number, one: string, more: string): string {
  return `${String(many)} ${plural(many, one, more)}`;
}

const constraints = (many: number) => count(many, 'constraint', 'constraints');

export const searchResults = sentences({
  /** Heading of a group; what is read, as in "Reading the vaults."; how many were found. */
  pages: {
    heading: 'Pages',
    what: 'the pages',
    counted: (many: number) => count(many, 'page', 'pages'),
  },
  instances: {
    heading: 'Backup instances',
    what: 'the backup instances',
    counted: (many: number) => count(many, 'backup instance', 'backup instances'),
    all: (word: string) => `Show all backup instances with “${word}” in the name`,
  },
  /** Backup instances that were opened in this browser. */
  recents: {
    heading: 'Recent',
    what: 'recent backup instances',
    counted: (many: number) => count(many, 'recent backup instance', 'recent backup instances'),
  },
  drafts: {
    heading: 'Drafts',
    what: 'the drafts',
    counted: (many: number) => count(many, 'draft', 'drafts'),
  },
  /** A command beside a backup instance. */
  restoreOf: (name: string) => `Restore ${name}`,
  restoreHint: '→ moves to Restore.',
  disks: {
    heading: 'Azure Disks',
    what: 'the disks',
    counted: (many: number) => count(many, 'disk', 'disks'),
    all: (word: string) => `Show all disks with “${word}” in the name`,
  },
  vaults: {
    heading: 'Vaults',
    what: 'the vaults',
    counted: (many: number) => count(many, 'vault', 'vaults'),
    all: (word: string) => `Show all vaults with “${word}” in the name`,
  },
  jobs: {
    heading: 'Backup jobs',
    what: 'the backup jobs',
    counted: (many: number) => count(many, 'backup job', 'backup jobs'),
    all: (word: string) => `Show backup jobs of the last 7 days with “${word}”`,
  },
  rules: { heading: 'Constraints', what: 'the constraints', counted: constraints },
  /** Of a datasource whose search did not load: its name is all that is known. */
  notLoaded: (name: string) => ({
    heading: name,
    what: name,
    counted: (many: number) => `${String(many)} of ${name}`,
    all: (word: string) => `Show all of ${name} with “${word}” in the name`,
  }),
  hint: 'Enter at least two letters of a name, resource group or vault, or a job ID.',
  azureSays: (word: string) => `In Azure: ${word}`,
  /** The words that a page was found by, which are not its name. */
  meant: (word: string) => `Found by “${word}”`,
  happened: 'What happened?',
  restore: 'Start a new restore',
  /** Beside a group's name. */
  firstOf: (shown: number, total: number) => `${String(shown)} of ${String(total)}`,
  older: (typed: string) => `still for ${typed}`,
  allRules: (total: number) => `Show all ${constraints(total)} that match`,
  /** Facts that distinguish results with the same name, in one line. */
  line: (parts: readonly (string | null)[]) =>
    parts.filter((part) => part !== null && part !== '').join(' · '),
  lastPoint: (time: string) => `last restore point ${time}`,
  noPoint: 'no restore point yet',
  source: { seen: 'Source exists', notSeen: 'Source not found', notRead: 'Source not checked' },
  jobOf: (operation: string, name: string) => `${operation} of ${name}`,
  started: (time: string) => `started ${time}`,
  job: (id: string) => `job ${id}`,
  reading: (what: readonly string[]) => `Reading ${andText(what)}.`,
  nothing: (typed: string) => `No results for ${typed}.`,
  searched: (groups: readonly string[]) => `Searched: ${andText(groups)}.`,
  notSearched: (group: string) => `Couldn’t search ${group}.`,
  found: (parts: readonly string[]) => `Found: ${andText(parts)}.`,
} as const);

/** Pages that Azure has no name for, too. */
export type FoundPlace = PlaceName | 'drafts' | 'leftovers' | 'settings';

/** What people type who have no name for it: the words of their trouble, each with the pages that help. */
export const TYPED_WORDS: Readonly<Record<FoundPlace, readonly string[]>> = {
  overview: ['home', 'dashboard', 'what is running', 'failed backups', 'outage'],
  happened: [
    'roll back',
    'rollback',
    'undo',
    'revert',
    'get VM back',
    'get a VM back',
    'deleted VM',
    'VM is gone',
    'VM won’t start',
    'doesn’t boot',
    'bad update',
    'corrupted',
    'ransomware',
    'encrypted by ransomware',
    'virus',
    'zone down',
    'region down',
    'outage',
    'disaster recovery',
    'test restore',
    'help',
  ],
  restore: [
    'roll back',
    'rollback',
    'undo',
    'revert',
    'get VM back',
    'get a VM back',
    'bring back',
    'undelete',
    'clone a VM',
    'copy a VM',
    'replace disks',
    'swap disks',
    'new VM from backup',
    'attach restored disk',
  ],
  files: [
    'get a file back',
    'lost file',
    'deleted file',
    'deleted folder',
    'download a file',
    'mount a restore point',
    'item level recovery',
    'undo',
  ],
  instances: ['VMs', 'virtual machines', 'disks', 'what is backed up', 'restore points'],
  vaults: [
    'storage redundancy',
    'cross region restore',
    'cross subscription restore',
    'soft delete',
  ],
  jobs: [
    'progress',
    'status of a restore',
    'cancel a restore',
    'stop a restore',
    'history',
    'how long',
  ],
  drafts: ['unfinished restore', 'continue', 'resume', 'saved'],
  rules: [
    'limits',
    'limitations',
    'support matrix',
    'prerequisites',
    'why can’t I',
    'not supported',
    'rules',
  ],
  leftovers: [
    'clean up',
    'cleanup',
    'delete old disks',
    'unused disks',
    'what is still left',
    'next steps',
    'cost',
  ],
  shortcuts: ['hotkeys', 'keys'],
  settings: ['time zone', 'UTC', 'language', 'preferences', 'dark mode'],
};

/** Verbs before the name of a VM, as in “undo app01”. */
export const TYPED_VERBS: readonly string[] = [
  'roll back',
  'rollback',
  'undo',
  'revert',
  'get',
  'bring back',
  'undelete',
  'clone',
  'what happened to',
];
