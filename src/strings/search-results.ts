/** What the results of the global search say. */

const plural = new Intl.PluralRules('en');

/** "1 vault", "3 vaults" */
function count(many: number, one: string, more: string): string {
  return `${String(many)} ${plural.select(many) === 'one' ? one : more}`;
}

/** "a", "a and b", "a, b and c" */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

const instances = (many: number) => count(many, 'backup instance', 'backup instances');
const constraints = (many: number) => count(many, 'constraint', 'constraints');

export const searchResults = {
  groups: {
    pages: 'Pages',
    instances: 'Backup instances',
    disks: 'Azure Disks',
    vaults: 'Vaults',
    jobs: 'Backup jobs',
    rules: 'Constraints',
  },
  /** As in "Reading the vaults." */
  what: {
    pages: 'the pages',
    instances: 'the backup instances',
    disks: 'the protected disks',
    vaults: 'the vaults',
    jobs: 'the backup jobs',
    rules: 'the constraints',
  },
  hint: 'Type two letters or more of a name, a resource group, a vault or a job id.',
  azureSays: (word: string) => `Azure also says: ${word}`,
  happened: 'What happened?',
  restore: 'Start a new restore',
  /** Beside a group's name. */
  firstOf: (shown: number, total: number) => `${String(shown)} of ${String(total)}`,
  older: (typed: string) => `still for ${typed}`,
  all: {
    instances: (word: string) => `Show all backup instances with “${word}” in the name`,
    disks: (word: string) => `Show all protected disks with “${word}” in the name`,
    vaults: (word: string) => `Show all vaults with “${word}” in the name`,
    jobs: (word: string) => `Show backup jobs of the last 7 days with “${word}”`,
  },
  allRules: (total: number) => `Show all ${constraints(total)} that match`,
  /** Facts that tell hits of one name apart, in one line. */
  line: (parts: readonly (string | null)[]) =>
    parts.filter((part) => part !== null && part !== '').join(' · '),
  lastPoint: (time: string) => `last restore point ${time}`,
  noPoint: 'no restore point yet',
  source: { seen: 'Source exists', notSeen: 'Source not found', notRead: 'Source not checked' },
  jobOf: (operation: string, name: string) => `${operation} of ${name}`,
  started: (time: string) => `started ${time}`,
  job: (id: string) => `job ${id}`,
  reading: (what: readonly string[]) => `Reading ${listed(what)}.`,
  nothing: (typed: string) => `Nothing was found for ${typed}.`,
  searched: (groups: readonly string[]) => `Searched: ${listed(groups)}.`,
  notSearched: (group: string) => `${group} could not be searched.`,
  found: (parts: readonly string[]) => `Found: ${listed(parts)}.`,
  counted: {
    pages: (many: number) => count(many, 'page', 'pages'),
    instances,
    disks: (many: number) => count(many, 'protected disk', 'protected disks'),
    vaults: (many: number) => count(many, 'vault', 'vaults'),
    jobs: (many: number) => count(many, 'backup job', 'backup jobs'),
    rules: constraints,
  },
} as const;
