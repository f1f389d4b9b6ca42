/** What the global search in the top bar says. */

const counted = new Intl.PluralRules('en');

/** "1 vault", "3 vaults" */
function count(many: number, one: string, more: string): string {
  return `${String(many)} ${counted.select(many) === 'one' ? one : more}`;
}

const instances = (many: number) => count(many, 'backup instance', 'backup instances');

export const search = {
  label: 'Search instances, jobs and vaults',
  open: 'Search',
  close: 'Close the search',
  results: 'Search results',
  shortcut: { mac: '⌘K', other: 'Ctrl+K' },
  groups: {
    pages: 'Pages',
    instances: 'Backup instances',
    vaults: 'Vaults',
    jobs: 'Backup jobs',
    rules: 'Constraints',
  },
  /** As in "Reading the vaults." */
  what: {
    instances: 'the backup instances',
    vaults: 'the vaults',
    jobs: 'the backup jobs',
  },
  hint: 'Type two letters or more of a name, a resource group, a vault or a job id.',
  azureSays: (word: string) => `Azure also says ${word}`,
  /** Beside a group's name. */
  firstOf: (shown: number, total: number) => `${String(shown)} of ${String(total)}`,
  older: (typed: string) => `for ${typed}, being read again`,
  allInstances: (total: number) => `Show all ${instances(total)} that match`,
  allRules: (total: number) => `Show all ${count(total, 'constraint', 'constraints')} that match`,
  in: (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · '),
  lastPoint: (time: string) => `last restore point ${time}`,
  noPoint: 'no restore point yet',
  source: {
    there: 'Source exists',
    gone: 'Source deleted',
    notRead: 'Source not read',
  },
  jobOf: (operation: string, name: string) => `${operation} of ${name}`,
  started: (time: string) => `started ${time}`,
  job: (id: string) => `job ${id}`,
  reading: (what: readonly string[]) => `Reading ${list(what)}.`,
  nothing: (typed: string) => `Nothing was found for ${typed}.`,
  searched: (groups: readonly string[]) => `Searched: ${list(groups)}.`,
  notSearched: (group: string) => `${group}: not searched.`,
  found: (parts: readonly string[]) => `Found: ${list(parts)}.`,
  foundIn: {
    pages: (many: number) => count(many, 'page', 'pages'),
    instances,
    vaults: (many: number) => count(many, 'vault', 'vaults'),
    jobs: (many: number) => count(many, 'backup job', 'backup jobs'),
    rules: (many: number) => count(many, 'constraint', 'constraints'),
  },
  cannotLoad: 'The search could not be loaded. Check the line, then load the page again.',
} as const;

/** "a", "a and b", "a, b and c" */
function list(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
