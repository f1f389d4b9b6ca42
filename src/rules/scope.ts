import type { Choices } from './choices.ts';
import type { Rule } from './rule.ts';

/** What else of a restore point matters to a disk. */
const DISK_POINTS = ['point.required', 'platform.point.expires-soon'];

const diskGroups = new Set<Rule['group']>(['datasource', 'instance', 'disk', 'review', 'jobs']);

/**
 * Whether a rule belongs to the product and flow at hand (rules.md §1, "Product scope", "Flow
 * scope"): Commvault rows only for Commvault; for a disk the disk flow's groups and what its points need.
 */
export function inScope(
  rule: Pick<Rule, 'id' | 'group'>,
  choices: Pick<Choices, 'product' | 'datasource'>,
): boolean {
  if (productOf(rule) !== choices.product) return false;
  if (choices.product === 'commvault') return true;
  if (choices.datasource !== 'azure-disk') return rule.group !== 'disk';
  return DISK_POINTS.includes(rule.id) || diskGroups.has(rule.group);
}

/** The product that a rule is about. */
export function productOf({ group }: Pick<Rule, 'group'>): Choices['product'] {
  return group === 'commvault' ? 'commvault' : 'azure-backup';
}
