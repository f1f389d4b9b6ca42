import { diskPageOf } from './disks.ts';
import { pageOf } from './instance.ts';
import { troubleAddress } from './what-happened.ts';

/** Where one can go in the default world: what it is, its address, and its title there. */
export interface Place {
  readonly name: string;
  readonly address: string;
  readonly title: string;
}

const place = (name: string, address: string, title: string): Place => ({ name, address, title });

const production = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';

/** Every route but the wizard's and a job's, which have to be filled or looked up. */
export const places: readonly Place[] = [
  place('the start page', '/', 'Overview'),
  place('machines', '/instances', 'Backup instances'),
  place('disks', '/instances?datasource=disk', 'Backup instances'),
  place('a machine', pageOf.app01, 'app01'),
  place('jobs', '/jobs?range=7d', 'Backup jobs'),
  place('drafts', '/drafts', 'Drafts'),
  place('leftover resources', '/leftovers', 'Leftover resources'),
  place('vaults', '/vaults', 'Vaults'),
  place('a vault', `/vaults/${production}~rg-backup-weu~rsv-prod-weu`, 'rsv-prod-weu'),
  place('a Backup vault', diskPageOf.vault, 'bv-prod-weu'),
  place('constraints', '/rules', 'Constraints'),
  place(
    'what happened',
    troubleAddress({ what: 'ransomware', machine: 'app01', before: '2025-06-04T22:05:00Z' }),
    'What happened?',
  ),
  place('settings', '/settings', 'Settings'),
  place('no page', '/no/such/page', 'Page not found'),
  place('no draft', '/restore/none/review', 'Draft not found'),
];
